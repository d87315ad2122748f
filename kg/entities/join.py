"""Bringing in entities from elsewhere (hand annotations): where both know one by the same words, they are one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kg.entities.model import Entity
from kg.names import plain

NUMBERED = frozenset({"LawProvision"})
"""Classes whose names say little ("Article 5"): they are one only where they stand in the same place."""
Sign = tuple[str | int, ...]


def join(known: Iterable[Entity], others: Iterable[Entity]) -> tuple[list[Entity], dict[str, str]]:
    """All entities, and the others' keys → the keys they now go by.

    An other is the known one of its class that is named at the same place of a document, else the first that shares a
    name with it; its spellings are added there. The known entities are changed.
    """
    entities = {e.key: e for e in known}
    bearers: dict[Sign, str] = {}
    for entity in entities.values():
        for sign in _signs(entity):
            bearers.setdefault(sign, entity.key)
    keys: dict[str, str] = {}
    for other in others:
        found = next((bearers[sign] for sign in _signs(other) if sign in bearers), "")
        keys[other.key] = found or other.key
        if found:
            _add(entities[found], other)
        else:
            entities[other.key] = other
    return list(entities.values()), keys


def _signs(entity: Entity) -> Iterator[Sign]:
    """What an entity may be recognised by, the surest first: its class with each place, then with each name."""
    for places in entity.names.values():
        for p in places:
            yield entity.cls, p.document, p.start, p.end
    if entity.cls not in NUMBERED:
        for name in (entity.name, *entity.names):
            yield entity.cls, plain(name) or name


def _add(entity: Entity, other: Entity) -> None:
    for name, places in other.names.items():
        kept = entity.names.setdefault(name, [])
        kept += [p for p in places if p not in kept]
        kept.sort(key=lambda p: (p.document, p.start))
    entity.protected = entity.protected or other.protected
    entity.part_of = entity.part_of or other.part_of
    entity.signatures = entity.signatures or other.signatures
    entity.threshold = entity.threshold or other.threshold
