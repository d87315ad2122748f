"""What a noun makes of the clause that fills it in: claims, rumours, evidence that nobody has, reports that proved
false (pure)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kg.facts.grammar.clauses import has_negation, is_verbal
from kg.facts.grammar.inflect import words
from kg.facts.grammar.lexicon import (
    ATTEMPTS,
    CLAIMS,
    DENYING,
    PLANS,
    RETRACTING,
    RUMOURS,
    SPEECH,
    WISHES,
    forms,
)
from kg.facts.model import Status

if TYPE_CHECKING:
    from kg.mentions.tokens import Token

PROOF = words(
    "evidence proof sign signs indication indications trace traces confirmation grounds hint hints testimony "
    "testimonies"
)
TELLINGS = words("report reports story stories account accounts post posts message messages testimony")
SCANT = words("no little scant insufficient nor neither hardly")
FALSE = words(
    "untrue false fake unfounded baseless groundless fabricated invented incorrect inaccurate wrong hoax lie lies "
    "invention fiction nonsense bogus mistaken erroneous unproven unsubstantiated fabrication fabrications hoaxes"
)
TRUE = words("true credible accurate correct plausible right convincing")
VERIFYING = forms("substantiate confirm prove verify corroborate establish")
SPEAKING = forms("speak talk circulate mention describe")
# Former wordings, which what is told now has taken the place of.
FORMER = words("earlier previous original")


@dataclass(frozen=True, slots=True)
class Standing:
    """How a noun stands to the clause that hangs on it; "" as the status where it says nothing of it."""

    real: bool = True
    denied: bool = False
    hearsay: bool = False
    status: Status | None = None


def filled_in(verb: Token) -> bool:
    """ "no evidence that they beat Ann", "the rumour that Ann was killed": whether a clause tells the content of the
    noun that it hangs on, not something about it."""
    if verb.dep_ not in ("acl", "relcl", "ccomp") or is_verbal(verb.head):
        return False
    known = verb.head.lower_ in PROOF | TELLINGS | CLAIMS | RUMOURS or _of_time(verb.head)
    # A clause that has all it needs leaves nothing for a relative "that" to stand for.
    full = known and any(c.dep_ in ("nsubjpass", "dobj") and c.lower_ != "that" for c in verb.children)
    led = ("mark", "dobj") if full else ("mark",) if known or verb.dep_ != "relcl" else ()
    return any(c.lower_ == "that" and c.dep_ in led for c in verb.children)


def _of_time(noun: Token) -> bool:
    return noun.ent_type_ in ("DATE", "TIME") and noun.lower_ not in PROOF | TELLINGS


def teller_before_a_day(verb: Token) -> Token | None:
    """ "told the court on 3 May that Ann was held": the verb of speech over a clause that the parser hangs on a day."""
    day = verb.head
    if not _of_time(day) or not filled_in(verb):
        return None
    above = next((t for t in day.ancestors if is_verbal(t)), None)
    return above if above is not None and above.lower_ in SPEECH | DENYING and above.i < day.i else None


def standing(noun: Token, *, content: bool) -> Standing:
    """What the noun over a clause makes of it; `content` if the clause tells what the noun is."""
    word = noun.lower_
    found = claimed(noun)
    found = replace(found, real=word not in RUMOURS | WISHES or (content and word in TELLINGS))
    if content:
        proof = word in PROOF
        found = replace(
            found,
            hearsay=found.hearsay or proof or word in TELLINGS,
            denied=found.denied or is_untrue(noun) or (proof and _wanting(noun)),
        )
    if word in PLANS:
        return replace(found, status="planned")
    return replace(found, status="attempted") if word in ATTEMPTS else found


def claimed(noun: Token) -> Standing:
    """A claim is hearsay; a claim that is denied is no fact at all."""
    refused = noun.dep_ == "dobj" and noun.head.lower_ in DENYING
    if noun.lower_ in CLAIMS:
        return Standing(status="alleged", hearsay=True, denied=refused)
    if noun.lower_ in ("report", "reports"):
        return Standing(hearsay=True, denied=refused or (noun.dep_ == "dobj" and noun.head.lower_ in RETRACTING))
    return Standing()


def _wanting(noun: Token) -> bool:
    """ "no evidence", "did not find any proof", "without a sign"."""
    if any(c.lower_ in SCANT for c in noun.children) or noun.head.lower_ == "without":
        return True
    return noun.dep_ in ("dobj", "nsubj", "nsubjpass", "attr") and _negated(noun.head)


def _negated(token: Token) -> bool:
    return has_negation(token, ("neg", "advmod", "preconj"))


def is_untrue(noun: Token) -> bool:
    """ "the claim was false", "false reports", "reports … turned out to be untrue", "the story has not been confirmed",
    "rejected as baseless a report"."""
    if any(c.lower_ in FALSE and c.dep_ == "amod" for c in noun.children):
        return True
    above = noun.head
    if noun.dep_ == "dobj":
        return above.lower_ in DENYING | RETRACTING | FALSE
    if noun.dep_ not in ("nsubj", "nsubjpass"):
        return False
    if noun.dep_ == "nsubjpass" and above.lower_ in DENYING | RETRACTING:
        return not _negated(above)
    if above.lower_ in VERIFYING and noun.dep_ == "nsubjpass":
        return _negated(above)
    return _is_said_to_be_false(above)


def _is_said_to_be_false(verb: Token, deeper: bool = True) -> bool:
    for c in verb.children:
        if c.dep_ in ("acomp", "attr", "oprd", "advmod") and c.lower_ in FALSE:
            return not _negated(verb)
        if c.dep_ in ("acomp", "attr") and c.lower_ in TRUE:
            return _negated(verb) or _negated(c)
        if deeper and c.dep_ == "xcomp" and _is_said_to_be_false(c, deeper=False):
            return not _negated(verb)
    return False


def is_spoken_of(token: Token) -> bool:
    """ "reports spoke of two people killed": what only reports or rumours tell of."""
    noun = token.head if token.dep_ == "acl" else token
    if noun.dep_ == "pobj" and noun.head.lower_ in ("of", "about"):
        noun = noun.head
    over = noun.head
    if noun.dep_ not in ("prep", "dobj") or over.lower_ not in SPEECH | SPEAKING:
        return False
    return any(c.dep_ == "nsubj" and c.lower_ in TELLINGS | RUMOURS for c in over.children)


def is_taken_back(verb: Token) -> bool:
    """Whether what a verb of speech tells is not so: "posts claiming that … are fake", "it would be wrong to say that
    …", "apologised for writing that …", "an earlier version said that …"."""
    above = verb.head
    if verb.dep_ in ("xcomp", "acl", "advcl") and above.lower_ in FALSE:
        return True
    if verb.dep_ == "pcomp" and above.head.lower_ in RETRACTING:
        return True
    if verb.dep_ in ("acl", "relcl"):
        return above.lower_ == "nothing" or is_untrue(above)
    tellers = [c for c in verb.children if c.dep_ == "nsubj"]
    return any(t.lower_ == "version" and any(c.lower_ in FORMER for c in t.children) for t in tellers)
