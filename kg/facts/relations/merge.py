"""The same relation told twice becomes one with several proofs (pure)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from kg.facts.model import Fact
from kg.names import words


def merge(facts: Iterable[Fact]) -> list[Fact]:
    """Equal relations become one; a position that another tells more fully is left out."""
    merged: dict[tuple[object, ...], Fact] = {}
    for fact in facts:
        known = merged.get(_key(fact))
        merged[_key(fact)] = _joined(known, fact) if known else fact
    found = list(merged.values())
    return [f for f in found if not _shadowed(f, found)]


def _key(fact: Fact) -> tuple[object, ...]:
    stance = (fact.mode, fact.polarity, fact.source)
    return (fact.subject, fact.predicate, fact.object, words(fact.title), fact.literal.lower(), *stance)


def _joined(one: Fact, other: Fact) -> Fact:
    new = tuple(e for e in other.evidence if e not in one.evidence)
    return replace(one, evidence=one.evidence + new, former=one.former or other.former)


def _shadowed(fact: Fact, others: Sequence[Fact]) -> bool:
    """A bare title yields to the same title at a body; a bare body to a title held there."""
    if fact.predicate != "position":
        return False
    rivals = [o for o in others if o is not fact and o.predicate == "position" and o.subject == fact.subject]
    if not fact.title:
        return any(o.object == fact.object for o in rivals)
    title = words(fact.title)
    return not fact.object and any(title <= words(o.title) and (o.object or title < words(o.title)) for o in rivals)
