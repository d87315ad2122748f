"""Small questions about a verb or noun: denied, wished for, still to come, a habit? (pure)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.facts.grammar.clauses import Clause, is_verbal, subjects
from kg.facts.grammar.lexicon import (
    ACCUSING,
    ADVISING,
    ANNOUNCING,
    CALLING,
    CAUSING,
    CLAIMS,
    COMMANDING,
    CONDITIONS,
    DEEDS,
    DISPERSING,
    FACES,
    FAKE,
    FICTION,
    LATER,
    NEGATIONS,
    NOBODY,
    PLANS,
    RESOLVED,
    SHOWING,
    SPEECH,
    SUPPOSED,
    WORKS,
)
from kg.facts.modes.undone import is_on_stage
from kg.facts.modes.unsaid import is_played

if TYPE_CHECKING:
    from kg.mentions.tokens import Token


def auxiliaries(verb: Token) -> list[str]:
    """The auxiliary verbs that hang on a verb, in lower case; the month that the parser takes for one is none."""
    return [c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass") and not _month(c)]


def _month(token: Token) -> bool:
    """ "On 8 May the union published it"."""
    return token.text == "May" and token.i > 0 and token.nbor(-1).like_num


def pinned(noun: Token) -> set[str]:
    """ "another rally on May 3" took place, "another revolution" may."""
    held = any(c.dep_ in ("prep", "relcl", "acl") for c in noun.children) or is_verbal(noun.head)
    return {"another"} if held else set()


def is_negated(verb: Token) -> bool:
    """ "not only", "not just" and "was not the only teacher" deny nothing."""
    for child in verb.children:
        if child.lower_ in NEGATIONS and child.dep_ in ("advmod", "neg", "det", "preconj", "cc"):
            after = [t.lower_ for t in child.doc[child.i + 1 : child.i + 3]]
            alone = len(after) > 1 and after[0] in POINTING and after[1] in ("only", "sole", "lone", "single")
            if not alone and not set(after[:1]) & {"only", "just", "merely", "simply", "alone"}:
                return True
    return False


POINTING = frozenset({"the", "his", "her", "its", "their", "our", "my"})
# Past forms that look like the present, which the tagger takes them for: "assailants set fire to the office".
UNCHANGED = frozenset({"set", "put", "hit", "cut", "shut", "beat", "cast", "hurt", "split", "quit", "spread"})
NO_TIME = frozenset({"point", "time", "stage", "moment", "way", "circumstances", "case", "account"})
PERIODS = frozenset({"year", "month", "week", "day", "spring", "summer", "autumn", "winter", "weekend", "night"})
DAYS_AND_MONTHS = re.compile(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|tomorrow"
    r"|January|February|March|April|May|June|July|August|September|October|November|December"
)


RANKS = frozenset({"first", "second", "third", "fourth", "fifth", "tenth", "last", "latest", "only"})


def is_at_no_time(verb: Token) -> bool:
    """ "at no point was she charged", "under no circumstances"."""
    return any(
        o.lower_ in NO_TIME and any(d.lower_ == "no" for d in o.children)
        for c in verb.children
        if c.dep_ == "prep"
        for o in c.children
    )


def is_recurring(token: Token) -> bool:
    """ "Every year thousands march": the sentence begins with how often it comes."""
    first = token.sent[0]
    return first.lower_ in ("every", "each") and len(token.sent) > 1 and first.nbor(1).lower_ in PERIODS


def is_of_whoever(verb: Token) -> bool:
    """ "Whoever insults the king is jailed", "anyone who marches is fined": a rule, not a happening."""
    if not {"is", "are"} & set(auxiliaries(verb)) and verb.tag_ not in ("VBZ", "VBP"):
        return False
    own = [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass", "csubj", "csubjpass")]
    return any(t.lower_ in ("whoever", "anyone", "anybody") for c in own for t in (c, *c.children))


def is_planned(noun: Token, verb: Token) -> bool:
    """ "faces a trial", "announced a rally for June 12"; who "set up a blockade" has done so."""
    word, is_object = verb.lower_, noun.dep_ == "dobj"
    if word in PLANS | FACES:
        return not (is_object and any(c.dep_ == "prt" and c.lower_ == "up" for c in verb.children))
    return is_object and word in ANNOUNCING and _has_a_day(noun)


def _has_a_day(noun: Token) -> bool:
    near = [c for t in (noun, noun.head) for c in t.children if c.lower_ == "for" and c.i > noun.i]
    return any(DAYS_AND_MONTHS.fullmatch(o.text) for c in near for o in c.children)


def is_called_for(verb: Token) -> bool:
    """ "calls on them to go, and on parliament to adopt the law": what is asked of the second is not done either."""
    second = verb.dep_ == "conj" and verb.tag_ == "VB" and "to" in auxiliaries(verb)
    return second and verb.head.tag_ != "VB" and verb.head.lower_ in SPEECH | CALLING


def is_of_charge(preposition: Token) -> bool:
    """ "arrested on suspicion of killing": the noun between the verb and the gerund."""
    above = preposition.head
    return above.dep_ == "pobj" and above.lower_ in ACCUSING | CLAIMS


def is_nobodys(verb: Token) -> bool:
    """ "nobody was arrested", "neither Ann nor Bo was", "it was not Ann who was": the subject denies the verb."""
    over = verb.head.head
    if verb.dep_ == "relcl" and verb.head.dep_ == "attr" and over.lemma_ == "be" and is_negated(over):
        return any(c.lower_ == "it" for c in over.lefts)
    for subject in subjects(verb):
        determiners = {c.lower_ for c in subject.children if c.dep_ in ("det", "preconj", "cc", "advmod")}
        if (
            subject.lower_ in NOBODY
            or "neither" in determiners
            or (subject.pos_ != "PROPN" and not subject.is_title and determiners & NOBODY)
            or _not_one(subject)
        ):
            return True
    return False


def _not_one(subject: Token) -> bool:
    """ "not a single permit was granted"."""
    first = subject.left_edge
    return first.lower_ == "not" and first.i < subject.i and first.nbor(1).lower_ in ("a", "one", "an")


def future_of_report(verb: Token) -> bool:
    """Whether "would" is the future of a report, not a condition."""
    return (
        verb.dep_ == "ccomp"
        and verb.head.lower_ in SPEECH
        and not any(c.dep_ == "advcl" and any(g.lower_ in CONDITIONS for g in c.children) for c in verb.children)
    )


def is_purpose(verb: Token, inner: Token | None) -> bool:
    """An infinitive that hangs on a noun or adjective, or states an aim, tells no fact by itself."""
    if inner is not None and verb.dep_ == "ROOT":
        return False
    if is_of_the_first(verb):
        return False
    if verb.dep_ == "acl" and verb.head.lower_ in RESOLVED:
        return any(c.lower_ in ("a", "any") for c in verb.head.children)  # "a decision to …" may be awaited
    return "to" in auxiliaries(verb) and verb.dep_ in ("acl", "relcl", "advcl") and verb.tag_ == "VB"


def is_of_the_first(verb: Token) -> bool:
    """ "became the first country to ratify it", "was the 121st to join": who is counted has done it."""
    above = verb.head
    counted = [above] if verb.dep_ in ("acl", "relcl") else [c for c in above.children if c.dep_ == "attr"]
    if verb.dep_ == "advcl" and above.lemma_ not in ("become", "be"):
        return False
    ranks = [t for noun in counted for t in (noun, *noun.children)]
    held = any(t.lower_ in RANKS or re.fullmatch(r"\d+(?:st|nd|rd|th)", t.lower_) for t in ranks)
    past = above.tag_ == "VBD" or any(a.tag_ in ("VBD", "VBN") for a in above.ancestors)
    return held and past and not {"would", "could", "may", "might", "will"} & set(auxiliaries(verb.head))


def is_wished(verb: Token) -> bool:
    """A bare infinitive: an order ("Free X!") or the subjunctive ("demanded that X be freed"); or what is feared."""
    found = auxiliaries(verb)
    if is_advised(verb) or is_feared(verb):
        return True
    caused = verb.head.lower_ in CAUSING  # "made him resign"
    if verb.dep_ == "ccomp" and ((verb.tag_ == "VB" and not found and not caused) or found == ["be"]):
        return True
    led = found or any(c.dep_ == "nsubj" for c in verb.children)
    return verb.dep_ == "ROOT" and verb.tag_ == "VB" and not led


def is_advised(verb: Token) -> bool:
    """ "recommended that the court free her": the subjunctive, which taggers take for a present tense."""
    if verb.dep_ != "ccomp" or verb.tag_ != "VBP" or auxiliaries(verb) or verb.head.lower_ not in ADVISING:
        return False
    return any(c.dep_ == "nsubj" and c.tag_ in ("NN", "NNP") for c in verb.children)


def is_feared(verb: Token) -> bool:
    """ "is feared killed", "presumed murdered": a participle that says what people suppose."""
    above = verb.head
    if verb.tag_ not in ("VBN", "VBD") or verb.dep_ not in ("advcl", "xcomp", "ccomp", "oprd"):
        return False
    bare = not any(c.dep_ in ("aux", "auxpass", "nsubj", "nsubjpass", "mark") for c in verb.children)
    return bare and above.i + 1 == verb.i and above.lower_ in SUPPOSED


def is_doubted(noun: Token) -> bool:
    """ "the march might be cancelled": the verb over a noun only may come true; "could not be held" leaves no doubt."""
    found = {"might", "may", "could"} & set(auxiliaries(noun.head))
    return bool(found) and not (found == {"could"} and is_negated(noun.head))


def is_invented(token: Token) -> bool:
    """ "a forged letter claims that she resigned", "a fictional film shows her murder"."""
    over = (token, *token.ancestors)
    if any(is_played(v) for v in over if v.dep_ == "relcl") or any(map(is_on_stage, over)):
        return True
    return any(_is_fake(s) for v in token.ancestors if v.lower_ in SPEECH | SHOWING for s in subjects(v))


def _is_fake(noun: Token) -> bool:
    return noun.lower_ in FICTION or (noun.lower_ in WORKS and any(c.lower_ in FAKE for c in noun.children))


def is_to_come(verb: Token, words: set[str]) -> bool:
    """ "once she is released": the present after a word of time is the future."""
    present = verb.tag_ in ("VBZ", "VBP") or {"is", "are"} & set(auxiliaries(verb))
    return verb.dep_ == "advcl" and bool(present) and bool(words & LATER)


def is_inverted(verb: Token) -> bool:
    """ "Had they arrested him, …" and "Should he be arrested, …" are conditions."""
    last = max((c.i for c in verb.lefts if c.dep_ in ("nsubj", "nsubjpass")), default=-1)
    return any(
        c.lower_ in ("had", "should", "were") and c.dep_ in ("aux", "auxpass") and c.i < last for c in verb.children
    )


def words_over(preposition: Token) -> set[str]:
    """The word that a preposition hangs on, and the verb of which that is the object ("suspect Ann of …")."""
    above = preposition.head
    named = above.dep_ in ("dobj", "nsubjpass") or above.is_title  # names are often parsed askew
    return {above.lower_, above.head.lower_} if named else {above.lower_}


def is_habit(clause: Clause) -> bool:
    """A bare present of a verb of action is a habit or a headline, not an event."""
    verb = clause.verb
    if verb is None or verb.tag_ not in ("VBZ", "VBP") or verb.lower_ in UNCHANGED:
        return False
    return not auxiliaries(verb)


def is_anterior(clause: Clause) -> bool:
    """ "had been dismissed", "a jailed editor": it lies before the time that the sentence tells of."""
    verb = clause.verb
    if verb is None:
        return False
    return "had" in auxiliaries(verb) or (verb.dep_ == "amod" and verb == clause.trigger)


def is_apart(verb: Token) -> bool:
    """ "A was freed; B was not": the parser may hang the first half on the second as if it were said there."""
    first, last = sorted((verb.i, verb.head.i))
    return verb.dep_ == "ccomp" and verb.i < verb.head.i and any(t.text == ";" for t in verb.doc[first:last])


def is_participle(verb: Token) -> bool:
    """ "a law passed in May": what was done to the noun, not what the noun says."""
    told = any(c.dep_ in ("aux", "auxpass", "nsubj", "nsubjpass", "mark") for c in verb.children)
    return verb.tag_ in ("VBN", "VBD") and not told


def is_dispersed(noun: Token) -> bool:
    """Whether a gathering is what somebody broke up or looked at."""
    return noun.dep_ in ("dobj", "nsubjpass") and noun.head.lower_ in DISPERSING


def is_ordered(noun: Token, verb: Token) -> bool:
    """ "ordered the murder of Ann Lee": a deed that somebody has had done, not one that is planned."""
    return noun.lower_ in DEEDS and verb.lower_ in COMMANDING and verb.tag_ in ("VBD", "VBN", "VBG")


def shares(verb: Token) -> bool:
    """Whether a coordinated verb has neither an auxiliary nor a subject of its own."""
    return set(auxiliaries(verb)) <= {"to"} and not any(c.dep_ == "nsubj" for c in verb.children)
