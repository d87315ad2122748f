"""What was announced, called off, foiled or only played, though a noun names it like what took place (pure)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.facts.grammar.clauses import has_negation
from kg.facts.grammar.inflect import words
from kg.facts.grammar.lexicon import FICTION, GATHERINGS, STAGED, forms
from kg.facts.modes.contents import Standing

if TYPE_CHECKING:
    from kg.mentions.tokens import Token

UNREAL, DENIED = Standing(real=False), Standing(denied=True)
ATTEMPTED, PLANNED = Standing(status="attempted"), Standing(status="planned")
# Handing somebody over or putting somebody to death: what is stopped of these has not been done.
REMOVALS = words(
    "deportation deportations extradition extraditions expulsion expulsions removal execution executions transfer "
    "repatriation eviction evictions demolition"
)
HELD = GATHERINGS | REMOVALS | words(
    "visit visits hearing hearings trial trials debate debates concert festival inauguration ceremony briefing"
)  # fmt: skip
SCRAPPED = forms("cancel scrap abandon shelve axe scuttle avert")
FOILED = forms("foil thwart avert")
HALTED = forms("stop halt block prevent suspend stay forestall")
MAKING_KNOWN = forms("announce advertise")
NOTICES = words("notice notices notification notifications invitation invitations announcement announcements")
COMING_ABOUT = words("materialise materialize happen occur start begin take go open proceed")
# "staged an attack" is an attack, "staged the arrest" theatre.
PLAYING = forms("stage reenact re-enact simulate dramatise dramatize fake parody enact")
PLAYED = words(
    "arrest arrests trial execution abduction kidnapping murder killing assassination hanging lynching death "
    "resignation flogging"
)
MOCK = words("mock simulated staged pretend imaginary fictional fictitious re-enacted reenacted make-believe symbolic")
SEEKING = forms("issue seek obtain")  # "a warrant was issued for her arrest"
NEEDING = forms("need require")


def undoing(noun: Token) -> Standing | None:
    """What the words at and over a noun say of its having taken place, None if nothing."""
    if any(c.lower_ in MOCK and c.dep_ in ("amod", "compound") for c in noun.children):
        return UNREAL
    if noun.dep_ == "pobj":
        return _led_to(noun)
    over = noun.head
    if noun.dep_ in ("dobj", "nsubjpass"):
        return _done_to(noun, over)
    if noun.dep_ == "nsubj" and noun.lower_ in HELD and _came_to_nothing(over):
        return DENIED
    return None


def _led_to(noun: Token) -> Standing | None:
    above = noun.head.head
    given = {above.lower_, noun.head.nbor(-1).lower_ if noun.head.i else ""}  # the parser may hang "of" on the verb
    if noun.head.lower_ == "of" and given & NOTICES and noun.lower_ in GATHERINGS:
        return PLANNED
    return UNREAL if noun.head.lower_ == "for" and above.lower_ in NEEDING | SEEKING else None


def _done_to(noun: Token, verb: Token) -> Standing | None:
    word, off = verb.lower_, any(c.lower_ == "off" and c.dep_ in ("prt", "advmod", "prep") for c in verb.children)
    if has_negation(verb):
        return None
    if word in FOILED and noun.lower_ not in GATHERINGS:
        return ATTEMPTED
    if word in PLAYING and noun.lower_ in PLAYED:
        return UNREAL
    if noun.lower_ not in HELD:
        return None
    if word in SCRAPPED or (off and word in ("called", "call", "calls", "calling")):
        return DENIED
    if word in HALTED and noun.lower_ in REMOVALS and noun.dep_ == "nsubjpass":
        return DENIED
    announced = word in MAKING_KNOWN and noun.dep_ == "dobj" and noun.lower_ in GATHERINGS
    return PLANNED if announced or (off and word in ("put", "puts", "putting")) else None


def _came_to_nothing(verb: Token) -> bool:
    """ "fell through", "failed to materialise"."""
    if verb.lemma_ == "fall" or verb.lower_ == "fell":
        return any(c.lower_ in ("through", "apart") and c.right_edge == c for c in verb.children)
    failed = verb.lower_ in ("failed", "fails", "fail")
    return failed and any(c.dep_ == "xcomp" and c.lower_ in COMING_ABOUT for c in verb.children)


def is_on_stage(token: Token) -> bool:
    """ "In the play, the general is arrested": what a verb tells of a made-up work."""
    return any(
        o.lower_ in STAGED | FICTION and any(d.dep_ == "det" for d in o.children)
        for c in token.children
        if c.dep_ == "prep" and c.lower_ == "in"
        for o in c.children
        if o.dep_ == "pobj"
    )
