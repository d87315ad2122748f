"""Relations of a document: people's offices, bodies' places, laws' states, petitions' authors and addressees, stances."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from kg.entities.context import Context
from kg.entities.model import Entity, LinkedSentence
from kg.facts.model import Fact
from kg.facts.relations_bodies import read_bodies
from kg.facts.relations_norms import read_norms
from kg.facts.relations_people import read_people
from kg.facts.relations_stance import read_stances
from kg.names import words


def read_relations(sentences: Sequence[LinkedSentence], entities: Mapping[str, Entity], context: Context) -> list[Fact]:
    """The relations that a document states, each once with all its sentences as evidence."""
    return merge(_read(sentences, entities, context))


def _read(sentences: Sequence[LinkedSentence], entities: Mapping[str, Entity], context: Context) -> Iterator[Fact]:
    for linked in sentences:
        state = context.of(linked.sentence.article.number)
        yield from read_people(linked, entities, state)
        yield from read_norms(linked, entities)
        yield from read_stances(linked, entities)
    yield from read_bodies(sentences, entities, context)


def merge(facts: Iterable[Fact]) -> list[Fact]:
    """Equal relations become one with several evidences; a position without organisation yields to one with it."""
    merged: dict[tuple[object, ...], Fact] = {}
    for fact in facts:
        key = (fact.subject, fact.predicate, fact.object, _title(fact), fact.literal.lower(), fact.mode, fact.polarity)
        known = merged.get(key)
        if known:
            new = tuple(e for e in fact.evidence if e not in known.evidence)
            merged[key] = replace(known, evidence=known.evidence + new, former=known.former or fact.former)
        else:
            merged[key] = fact
    return [f for f in merged.values() if not _shadowed(f, merged.values())]


def _title(fact: Fact) -> frozenset[str]:
    return words(fact.title)


def _shadowed(fact: Fact, others: Iterable[Fact]) -> bool:
    if fact.predicate != "position" or fact.object:
        return False
    return any(o.subject == fact.subject and o.object and o.predicate == "position" and _title(o) == _title(fact) for o in others)
