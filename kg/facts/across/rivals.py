"""What different works tell differently: dates, numbers, places, ties, whether it happened at all (pure).

Each pair is a question to a reader, not a verdict: both sides stay as they are told. Copies of a work never disagree.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Literal

from kg.documents.model import Document
from kg.entities.model import Entity
from kg.facts.across.agreement import Articles
from kg.facts.across.differences import (
    dates_differ,
    numbers_differ,
    permits_differ,
    places_differ,
    said_and_denied,
    ties_differ,
    unnamed_tie,
)
from kg.facts.across.identity import Identity
from kg.facts.across.norms import goes_against
from kg.facts.model import Event, Fact

Kind = Literal["date", "number", "place", "relation", "status", "norm-against-practice"]


@dataclass(frozen=True, slots=True)
class Rival:
    """Two works against each other. `field` is the part of the event that differs, or the predicate of the facts."""

    kind: Kind
    field: str
    left: Event | Fact
    right: Event | Fact


def rivals(
    events: Sequence[Event], facts: Sequence[Fact], entities: Iterable[Entity], documents: Sequence[Document],
    identity: Identity,
) -> list[Rival]:  # fmt: skip
    """All pairs that disagree, in order; of one event in several works each value is held against the first other."""
    articles = {(d.id, a.number): a for d in documents for a in d.articles}
    known = {e.key: e for e in entities}
    towns = {key: e for key, e in known.items() if e.cls == "Place"}
    once = sorted({e.id: e for e in events if not e.guessed}.values(), key=_place_of)  # a guess contradicts nobody
    found = [*_within(once, articles, towns, identity), *_between(once, articles, identity), *_ties(facts, articles)]
    found += [*_unnamed(once, facts, articles), *_unheeded(once, facts, known, articles, identity)]
    return sorted({_sides(r): r for r in found}.values(), key=_sides)


def _within(
    events: Sequence[Event], articles: Articles, towns: Mapping[str, Entity], identity: Identity
) -> Iterator[Rival]:
    """One event, told with another number or place."""
    groups: dict[str, list[Event]] = defaultdict(list)
    for event in events:
        groups[identity.of(event.id)].append(event)
    for group in groups.values():
        for one, other in combinations(group, 2):
            if _of_two_works(one, other, articles):
                yield from (Rival("number", field, one, other) for field in numbers_differ(one, other))
                if places_differ(one, other, towns):
                    yield Rival("place", "place", one, other)


def _between(events: Sequence[Event], articles: Articles, identity: Identity) -> Iterator[Rival]:
    """Two events that may be one: on other days, or asserted here and denied there."""
    tests: tuple[tuple[Kind, str, Callable[[Event, Event], bool]], ...] = (
        ("date", "date", dates_differ), ("status", "kind", said_and_denied), ("status", "kind", permits_differ),
    )  # fmt: skip
    near: dict[str, list[Event]] = defaultdict(list)
    for event in events:
        for key in {*event.patient, *event.agent, f"{_family(event)} {event.country}", f"{_family(event)} "}:
            near[key].append(event)
    pairs = {(a.id, b.id): (a, b) for found in near.values() for a, b in combinations(found, 2)}
    for one, other in pairs.values():
        if identity.of(one.id) != identity.of(other.id) and _of_two_works(one, other, articles):
            yield from (Rival(kind, field, one, other) for kind, field, differ in tests if differ(one, other))
            if one.kind == "Conviction" and dates_differ(one, other):
                yield from (Rival("number", field, one, other) for field in numbers_differ(one, other))


def _family(event: Event) -> str:
    return "permit" if event.kind in ("Approval", "Refusal") else event.kind


def _ties(facts: Iterable[Fact], articles: Articles) -> Iterator[Rival]:
    """ "His wife" here, "his partner" there: the same two people, another word for what they are to each other."""
    pairs: dict[frozenset[str], list[Fact]] = defaultdict(list)
    for fact in facts:
        if fact.predicate == "relative" and fact.polarity and fact.title:
            pairs[frozenset((fact.subject, fact.object))].append(fact)
    for found in pairs.values():
        for one, other in combinations(sorted(found, key=_place_of), 2):
            same_way = (one.subject, one.object) == (other.subject, other.object)
            if same_way and ties_differ(one.title, other.title) and _of_two_works(one, other, articles):
                yield Rival("relation", "relative", one, other)


def _unnamed(events: Iterable[Event], facts: Iterable[Fact], articles: Articles) -> Iterator[Rival]:
    """ "He killed his wife" here, "the murder of his partner, Ann Lee" there: the sentences tell the same deed."""
    told = list(events)
    done_to = {(e.kind, key, _place_of(e)[:2]) for e in told for key in e.patient}
    ties = [f for f in facts if f.predicate == "relative" and f.polarity and f.title]
    for event in told:
        word = unnamed_tie(event)
        for fact in ties if word else ():
            deed = (event.kind, fact.subject, _place_of(fact)[:2])
            same = fact.object == event.agent[0] and deed in done_to
            if same and ties_differ(word, fact.title) and _of_two_works(event, fact, articles):
                yield Rival("relation", "relative", event, fact)


def _unheeded(
    events: Iterable[Event], facts: Iterable[Fact], entities: Mapping[str, Entity], articles: Articles,
    identity: Identity,
) -> Iterator[Rival]:  # fmt: skip
    """A law that wants no permit for gatherings, and what was refused or punished in its state from that year on."""
    once = {identity.of(e.id): e for e in events if goes_against(e)}
    practice = list({_place_of(e)[:2]: e for e in once.values()}.values())  # a refusal and what it refused are one
    for norm in (f for f in facts if f.predicate == "provides"):
        article = articles.get((norm.evidence[0].document, norm.evidence[0].article))
        year = article.published[:4] if article else ""
        for event in practice:
            when = f"{event.date.latest:%Y}" if event.date else ""
            state = event.country or _state_of(event, entities)
            meant = state == entities[norm.subject].country != "" and (not when or when >= year)
            if meant and _of_two_works(norm, event, articles):
                yield Rival("norm-against-practice", "provides", norm, event)


def _state_of(event: Event, entities: Mapping[str, Entity]) -> str:
    return next((entities[k].country for k in (event.place, *event.agent) if k in entities), "")


def _of_two_works(one: Event | Fact, other: Event | Fact, articles: Articles) -> bool:
    works = [
        {article.work for e in told.evidence if (article := articles.get((e.document, e.article))) is not None}
        for told in (one, other)
    ]
    return bool(works[0] and works[1]) and not works[0] & works[1]


def _place_of(told: Event | Fact) -> tuple[str, int, str]:
    first = told.evidence[0]
    return first.document, first.start, told.id if isinstance(told, Event) else told.title


def _sides(rival: Rival) -> tuple[str, str, tuple[str, int, str], tuple[str, int, str]]:
    return rival.kind, rival.field, _place_of(rival.left), _place_of(rival.right)
