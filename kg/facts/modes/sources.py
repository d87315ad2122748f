"""Who says so: the speaker of a report, the outermost one where reports are nested."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from kg.facts.grammar.clauses import Clause, clause_of, conjuncts, governor, is_verbal, subjects
from kg.facts.grammar.lexicon import SPEECH, forms
from kg.facts.grammar.phrases import named
from kg.facts.scene import Scene

if TYPE_CHECKING:
    from kg.mentions.tokens import Token


COUNTING = forms("record document count register list log tally report verify note collect compile")
COUNTERS = frozenset({"CivilSocietyOrganization", "GovernmentBody", "InternationalOrganization", "MediaOutlet"})


def source_of(reports: Sequence[Token], scene: Scene) -> str:
    """The entity key of the outermost speaker that has one, "" if none."""
    for verb in reversed(reports):
        for subject in subjects(verb):
            found = [r for r in named(subject, scene) if r.cls != "Place"]
            if found:
                return found[0].entity
    return ""


def according_to(clause: Clause, scene: Scene) -> str:
    """The entity in "according to X" or "as X reported" over a clause, "" if none."""
    givers = (r.entity for t in givers_of(clause) for r in named(t, scene) if r.cls != "Place")
    return next(givers, "")


def givers_of(clause: Clause) -> list[Token]:
    """Those according to whom a clause is so, named or not ("according to witnesses")."""
    verb: Token | None = clause.verb or clause.trigger
    found: list[Token] = []
    while verb is not None:
        for child in verb.children:
            if child.lower_ == "according":
                found += _givers(child)
            elif child.dep_ == "advcl" and child.lower_ in SPEECH and any(c.lower_ == "as" for c in child.children):
                found += subjects(child)
        verb = governor(verb) if is_verbal(verb) or verb == clause.trigger else None
    return found


def counter_of(clause: Clause, scene: Scene) -> str:
    """Who has counted what a noun tells ("the Press Office recorded 41 arrests"), "" if nobody with a name."""
    noun = clause.trigger
    while noun.dep_ == "conj" and not is_verbal(noun.head):
        noun = noun.head
    counts = noun.dep_ in ("dobj", "nsubjpass") and noun.head.lower_ in COUNTING
    if clause.voice != "nominal" or not counts:
        return ""
    doers = (r for t in clause_of(noun.head).heads("subject") for r in named(t, scene))
    return next((r.entity for r in doers if r.cls in COUNTERS), "")


def _givers(according: Token) -> list[Token]:
    to = [c for c in according.children if c.lower_ == "to"]
    return [t for c in to for p in c.children if p.dep_ == "pobj" for t in conjuncts(p)]
