"""Who stays out of the graph: people whom a text calls anonymous, or names by a single given name."""

from __future__ import annotations

from kg import authorities
from kg.entities.model import Entity


def is_protected(entity: Entity) -> bool:
    """Whether a person is known by one given name only (no surname's shape, never a second word)."""
    if any(" " in name.strip() for name in entity.names):
        return False
    names = [n for n in entity.names if n]
    return bool(names) and all(_given_only(n) for n in names)


def _given_only(name: str) -> bool:
    return bool(authorities.given_name_gender(name)) and authorities.name_shape(name) is None
