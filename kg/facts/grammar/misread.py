"""What the parser takes for something else: objects, participles and main verbs (pure, over tokens)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.facts.grammar.lexicon import SPEECH, forms

if TYPE_CHECKING:
    from kg.mentions.tokens import Token

# A name right after "told" hears: "…, Lee told Chad"; after the other verbs of speech it may speak: "…, said Lee".
INVERTING = SPEECH - forms("tell inform remind assure")
VOICING = forms(
    "condemn deplore denounce welcome criticise criticize praise slam hail urge apologise apologize vow pledge promise "
    "demand reject deny oppose defend blame thank salute accuse describe dismiss call"
)
MEASURES = frozenset({"DATE", "TIME", "QUANTITY", "PERCENT", "MONEY", "CARDINAL", "ORDINAL"})
TIMES = frozenset({"time", "times", "day", "days", "week", "weeks", "month", "months", "year", "years", "hour", "hours",
                   "morning", "evening", "night", "way", "today", "yesterday", "tomorrow", "bit", "lot"})  # fmt: skip
COURTS = frozenset({"court", "tribunal", "judge", "jury", "magistrate", "chamber", "judges"})
VERDICTS = frozenset({"sentenced", "convicted", "fined", "jailed", "acquitted", "ordered", "banned", "handed", "freed"})
READINGS = frozenset({"first", "second", "third", "final"})
# What is done by its subject alone, so that it shares no passive with a verb before it.
UNSUFFERED = frozenset({
    "came", "went", "fell", "rose", "became", "remained", "returned", "expired", "lapsed", "died", "fled", "appeared",
    "arrived", "began", "vanished", "disappeared", "entered", "took", "emerged", "resigned", "escaped",
})  # fmt: skip


def like_object(token: Token) -> bool:
    """Whether what the parser takes for an adverb is an object: "struck down Section 9"."""
    if token.dep_ != "npadvmod" or token.head.lower_ in INVERTING or token.ent_type_ in MEASURES:
        return False
    return (
        token.tag_ in ("NN", "NNS", "NNP", "NNPS")
        and token.lower_ not in TIMES
        and not has_passive_auxiliary(token.head)
    )


def right_before(verb: Token) -> list[Token]:
    """ "Echoing that, the activist Ann Lee, stated …": a name right before a verb of speech that has no subject."""
    if (
        verb.lower_ not in INVERTING | VOICING
        or verb.tag_ not in ("VBD", "VBZ")
        or verb.dep_ not in ("ROOT", "ccomp", "conj")
    ):
        return []
    if verb.i < 2 or has_passive_auxiliary(verb) or any(c.dep_ == "nsubj" for c in verb.children):
        return []
    before = verb.nbor(-2) if verb.nbor(-1).text == "," else verb.nbor(-1)
    return [before] if before.pos_ == "PROPN" and before.ent_type_ in ("PERSON", "ORG") else []


def past_a_reading(verb: Token) -> list[Token]:
    """ "passed at second reading the Water Bill": the bill that the parser takes for what is read."""
    if not any(t.lower_ in READINGS for t in verb.rights for t in (t, *t.children)):
        return []
    below = [c for c in verb.rights if c.lower_ == "reading" and c.tag_ == "VBG"]
    below += [
        g for c in verb.rights if c.dep_ == "prep" for g in c.children if g.lower_ == "reading" and g.tag_ == "VBG"
    ]
    return [o for r in below for o in r.children if o.dep_ in ("dobj", "obj")]


def names_for_a_post(verb: Token) -> list[Token]:
    """ "the president named Ann Lee as her successor": a main verb, hung on its subject."""
    if verb.dep_ != "acl" or verb.lower_ not in ("named", "appointed", "nominated") or verb.i == 0:
        return []
    if verb.nbor(-1) != verb.head or not any(c.dep_ == "prep" and c.lower_ == "as" for c in verb.children):
        return []
    return [c for c in verb.rights if c.dep_ in ("oprd", "dobj") and c.pos_ == "PROPN"]


def judges(verb: Token) -> bool:
    """ "A court in Lima on 9 July sentenced in absentia the writer Ann Lee": a main verb, hung on its court."""
    if verb.dep_ not in ("acl", "relcl") or verb.head.lower_ not in COURTS or verb.lower_ not in VERDICTS:
        return False
    own = [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass", "aux", "auxpass", "agent")]
    return not own and any(c.dep_ == "dobj" for c in verb.children)


def goes_on(verb: Token) -> bool:
    """ "The envoy, Ann Lee, urged …": the main verb, which the parser hangs on the name before its comma."""
    return verb.tag_ == "VBD" and verb.i > 0 and (verb.nbor(-1).text == "," or reduced(verb))


def reduced(verb: Token) -> bool:
    """ "a law promulgated in July": a participle right after its noun that the tagger takes for a past tense."""
    if verb.dep_ != "acl" or verb.tag_ != "VBD" or verb.i == 0 or verb.nbor(-1) != verb.head:
        return False
    return verb.lower_.endswith("ed") and not any(c.dep_ in ("dobj", "ccomp", "xcomp") for c in verb.children)


def blamed(verb: Token) -> bool:
    """ "the ministry accused of hiding the deaths": whoever is accused "of" something accuses nobody."""
    after = verb.nbor(1).lower_ if verb.i + 1 < len(verb.doc) else ""
    perfect = any(c.lower_ in ("has", "have", "had") for c in verb.children)
    return verb.lower_ in ("accused", "suspected", "convicted", "acquitted") and after == "of" and not perfect


def speaks_for(noun: Token) -> bool:
    """ "They will try Ann Lee, his lawyer said": whoever speaks right behind a comma is not the one named before it."""
    if noun.i + 1 >= len(noun.doc) or noun.nbor(1).lower_ not in SPEECH or noun.nbor(1).tag_ not in ("VBD", "VBZ"):
        return False
    owned = any(c.tag_ == "PRP$" and c.i == noun.left_edge.i for c in noun.children)
    return owned and noun.left_edge.i > 0 and noun.left_edge.nbor(-1).text == ","


def has_passive_auxiliary(verb: Token) -> bool:
    """Whether the verb itself is marked as passive."""
    return any(c.dep_ in ("nsubjpass", "auxpass") for c in verb.children)


def put_between_commas(verb: Token) -> list[Token]:
    """ "signed a petition begun after her son, Bo Wu, was shot": nothing joins the verbs: the name is of the second."""
    first = min((c.i for c in verb.lefts if c.dep_ in ("aux", "auxpass")), default=verb.i)
    if first < 3 or verb.doc[first - 1].text != "," or any(c.dep_ == "cc" for c in verb.head.children if c.i < verb.i):
        return []
    name = verb.doc[first - 2]
    set_off = name.dep_ in ("appos", "npadvmod") and name.pos_ == "PROPN" and name.left_edge.nbor(-1).text == ","
    return [name] if set_off and name.head.i > verb.head.i else []
