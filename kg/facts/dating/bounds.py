"""How far a date reaches: clauses with a time of their own, which neither take it from above nor lend theirs (pure)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.facts.grammar.clauses import governor, is_verbal
from kg.facts.grammar.inflect import words
from kg.facts.grammar.lexicon import ACCUSING, SPEECH
from kg.facts.modes.moods import auxiliaries, is_apart

if TYPE_CHECKING:
    from kg.mentions.tokens import Token

# What a noun's participle tells is the noun's own day: "a report released on 3 May", "a march held in June".
HELD = words(
    "done made held published released issued sent signed staged conducted carried launched imposed delivered dated "
    "broadcast posted aired given presented addressed submitted filed adopted handed unveiled circulated recorded "
    "filmed read organised organized convened"
)
TOLD_IN = words("report reports statement letter study survey opinion ruling decision interview post video article")
AT_OTHER_TIMES = words("after following before since until because although though unless if")
OFFICIALS = words(
    "police officer officers policemen judge judges magistrate court tribunal guards soldiers agents gendarmes "
    "authorities prosecutors prosecutor"
)
RESULTING = words("led prompted triggered sparked provoked caused ignited unleashed")
SENTENCING = words(
    "convicted fined jailed sentenced imprisoned tried charged indicted convicts fines jails sentences tries charges "
    "indicts expelled expels dismissed sacked suspended disbarred disqualified punished disciplined condemned"
)
ASKING = words(
    "call calls called calling urge urges urged asks asked ask demand demands demanded appeal appeals appealed"
)
ENACTED = words("adopted passed enacted promulgated ratified introduced amended signed")
GROUNDS = frozenset({"for", "over", "of", "about", "since", "before"})


def crosses(token: Token, top: Token) -> bool:
    """Whether the way up to the trigger leaves a clause of its own (a relative clause has its own time)."""
    at = token.i
    while token.i != top.i:
        if token.dep_ in ("relcl", "acl", "ccomp") and is_verbal(token) and not of_its_noun(token):
            return True
        if _at_another_time(token) or _is_asked(token) or is_of_a_norm(token):
            return True
        if (
            token.dep_ == "conj"
            and is_verbal(token)
            and (at < token.i or any(c.lower_ == "but" for c in token.head.children))
        ):
            return True  # "formed a group and on 3 May decided": 3 May is of what follows
        if token.dep_ == "conj" and is_verbal(token) and (_has_subject(token) or _was_before(token)):
            return True
        if token.head == token:
            return True
        token = token.head
    return False


def is_of_a_norm(participle: Token) -> bool:
    """ "charged under the Act, adopted in May": the parser hangs it on the verb."""
    before = participle.doc[participle.i - 1] if participle.i else participle
    apart = participle.dep_ == "advcl" and participle.tag_ == "VBN" and before.text == ","
    return apart and participle.lower_ in ENACTED


def _is_asked(verb: Token) -> bool:
    """ "called on them to release all before July": July is the day of what is asked for."""
    asked = verb.dep_ in ("xcomp", "ccomp", "advcl") and "to" in auxiliaries(verb)
    return asked and verb.head.lower_ in SPEECH | ASKING


def _has_subject(verb: Token) -> bool:
    return any(c.dep_.startswith("nsubj") for c in verb.children)


def _was_before(verb: Token) -> bool:
    """ "A group whose chair was shot, had lobbied since 2011": what "had been" has a time of its own."""
    return "had" in auxiliaries(verb) and "had" not in auxiliaries(verb.head)


def other_time(verb: Token) -> bool:
    """Whether a clause has a time of its own: a relative clause, a past perfect, what is said to have been done."""
    if (verb.dep_ == "relcl" and not _of_the_scene(verb)) or (verb.dep_ == "amod" and is_verbal(verb)):
        return True
    if verb.dep_ == "acl" and verb.tag_ == "VBN":
        return True
    if "had" in auxiliaries(verb) and verb.dep_ in ("advcl", "ccomp", "relcl"):
        return True
    if is_apart(verb) or _of_the_grounds(verb):
        return True
    said = verb.dep_ == "ccomp" and verb.head.lower_ in SPEECH
    return said and (verb.tag_ == "VBD" or "will" in auxiliaries(verb) or "would" in auxiliaries(verb))


def _of_the_grounds(verb: Token) -> bool:
    """ "On Friday a court fined her for staging a march": the march was before."""
    above = governor(verb.head) if verb.dep_ == "pcomp" and verb.head.lower_ in ("for", "over") else None
    return above is not None and above.lower_ in SENTENCING


def begins_anew(verb: Token, at: int) -> bool:
    """ "Congress passed it in May, and the president signed it": what follows a date, with a subject of its own."""
    if verb.dep_ != "conj" or not verb.head.i < at < verb.i:
        return False
    between = {t.lower_ for t in verb.doc[at : verb.i]}
    return not between & AT_OTHER_TIMES and any(c.dep_.startswith("nsubj") for c in verb.children)


def _of_the_scene(verb: Token) -> bool:
    """ "the square where they met", "before a judge, who jailed them": the place and time of the main clause."""
    if any(c.lower_ in ("where", "when") for c in verb.children):
        return True
    if any(c.dep_ == "prep" and c.lower_ in ("in", "at") and c.i < verb.i and _has_which(c) for c in verb.children):
        return True  # "with a letter in which she called it …"
    if verb.lower_ in RESULTING and any(c.lower_ == "which" and c.dep_ == "nsubj" for c in verb.children):
        return True  # "police shot him dead, which led to riots"
    led = any(c.lower_ in ("who", "which") and c.dep_ == "nsubj" for c in verb.children)
    goes_on = verb.tag_ == "VBD" and led and verb.head.dep_ == "pobj" and verb.head.lower_ in OFFICIALS
    return goes_on and verb.head.head.dep_ in ("prep", "agent")


def _has_which(preposition: Token) -> bool:
    return any(c.lower_ == "which" for c in preposition.children)


def _at_another_time(verb: Token) -> bool:
    """ "freed after police had held her in May", "tried for holding a rally in May": May is not the main verb's."""
    if verb.dep_ == "advcl":
        return any(c.lower_ in AT_OTHER_TIMES for c in verb.children)
    grounds = verb.dep_ == "pcomp" and is_verbal(verb) and verb.head.lower_ in GROUNDS
    return grounds and verb.head.head.lower_ not in SPEECH | ACCUSING


def of_its_noun(participle: Token) -> bool:
    """ "a report released on 3 May": the participle tells the noun's own day, but not "under an Act adopted in May"."""
    if participle.head.dep_ == "pobj" and participle.head.head.lower_ == "under":
        return False
    if participle.dep_ == "relcl" and participle.head.dep_ == "pobj" and participle.head.lower_ in TOLD_IN:
        return participle.lower_ in HELD or participle.lower_ in (
            "came",
            "appeared",
        )  # "in a report that came out in July"
    return participle.dep_ == "acl" and participle.tag_ == "VBN" and participle.lower_ in HELD
