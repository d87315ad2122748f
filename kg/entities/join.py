"""Bringing in entities from elsewhere (hand annotations): where a document names both alike, they are one."""

from __future__ import annotations

from collections.abc import Iterable

from kg.entities.model import Entity
from kg.names import plain


def join(known: Iterable[Entity], others: Iterable[Entity]) -> tuple[list[Entity], dict[str, str]]:
    """All entities, the others' spellings added to the known ones of the same class and a shared name; and the others'
    keys → the keys they now go by."""
    entities = {e.key: e for e in known}
    by_name = {(e.cls, plain(n)): e.key for e in reversed(entities.values()) for n in (e.name, *e.names)}
    keys: dict[str, str] = {}
    for other in others:
        found = next((by_name[other.cls, plain(n)] for n in (other.name, *other.names) if (other.cls, plain(n)) in by_name), "")
        keys[other.key] = found or other.key
        if found:
            _add(entities[found], other)
        else:
            entities[other.key] = other
    return list(entities.values()), keys


def _add(entity: Entity, other: Entity) -> None:
    for name, places in other.names.items():
        kept = entity.names.setdefault(name, [])
        kept += [p for p in places if p not in kept]
        kept.sort(key=lambda p: (p.document, p.start))
    entity.protected = entity.protected or other.protected
    entity.signatures = entity.signatures or other.signatures
    entity.threshold = entity.threshold or other.threshold
