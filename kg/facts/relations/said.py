"""How the text stands to a relation: asserted, said by somebody, planned, denied; None for what is only supposed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kg.facts.grammar.clauses import Clause, clause_of
from kg.facts.linked import View
from kg.facts.model import Fact, Mode
from kg.facts.modes.modality import Stance, stance
from kg.facts.modes.sources import according_to, source_of

if TYPE_CHECKING:
    from kg.mentions.tokens import Token


def as_told(fact: Fact, verb: Token, view: View) -> Fact | None:
    """The fact with the source, mode and polarity of the verb that tells it ("is", "was appointed")."""
    clause = clause_of(verb)
    told = stance(clause)
    if not told.real:
        return None
    source = speaker(clause, told, view)
    if source in (fact.subject, fact.object):
        source = ""
    return replace(fact, source=source, mode=mode(told, source), polarity=told.polarity)


def speaker(clause: Clause, told: Stance, view: View) -> str:
    """The entity key of who says so, "" if the text itself does."""
    return source_of(told.reports, view.scene) or according_to(clause, view.scene)


def mode(told: Stance, source: str) -> Mode:
    """The mode of a relation: a plan or an attempt is no fact yet."""
    if told.status == "alleged":
        return "Alleged"
    if told.status in ("planned", "attempted"):
        return "Proposed"
    return "Attributed" if source else "Asserted"


def predicate_verb(noun: Token) -> Token | None:
    """The "is" or "became" that says a noun of something, or something of it ("the author is not Ann"), through what
    coordinates it; None for other uses."""
    while noun.dep_ == "conj" and noun.head.pos_ in ("NOUN", "PROPN"):
        noun = noun.head
    equated = noun.dep_ == "nsubj" and noun.head.lemma_ == "be" and any(c.dep_ == "attr" for c in noun.head.children)
    return noun.head if noun.dep_ == "attr" or equated else None
