"""The entities of a corpus by class and by name, sorted out once: there are thousands, and each sentence asks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from kg.entities.model import Entity


class _Table:
    """Entities as a cache key: equal if they are the same mapping."""

    def __init__(self, entities: Mapping[str, Entity]) -> None:
        self.entities = entities

    def __hash__(self) -> int:
        return id(self.entities)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Table) and other.entities is self.entities


def by_name(entities: Mapping[str, Entity], cls: str) -> Mapping[str, Sequence[Entity]]:
    """Who of a class bears a name, or an adjective: each spelling with its bearers in the order of the entities."""
    return _by_name(_Table(entities), cls)


def of_kind(entities: Mapping[str, Entity], cls: str) -> Sequence[Entity]:
    """The entities of a class, in order."""
    return _by_class(_Table(entities)).get(cls, ())


def first(entities: Mapping[str, Entity], some: Iterable[Entity]) -> str:
    """The key of the one of some entities that stands before the others, "" if there are none."""
    keys = {e.key for e in some}
    return min(keys, key=_places(_Table(entities)).__getitem__) if keys else ""


@lru_cache(maxsize=64)
def _by_name(table: _Table, cls: str) -> dict[str, list[Entity]]:
    found: dict[str, list[Entity]] = {}
    for entity in _by_class(table).get(cls, ()):
        for name in {entity.name, *entity.names, *entity.adjectives}:
            found.setdefault(name, []).append(entity)
    return found


@lru_cache(maxsize=2)
def _by_class(table: _Table) -> dict[str, list[Entity]]:
    found: dict[str, list[Entity]] = {}
    for entity in table.entities.values():
        found.setdefault(entity.cls, []).append(entity)
    return found


@lru_cache(maxsize=2)
def _places(table: _Table) -> dict[str, int]:
    return {key: place for place, key in enumerate(table.entities)}
