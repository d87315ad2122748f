"""Who stays out of the graph: people whom a text calls anonymous, or names by a single given name."""

from __future__ import annotations

from collections.abc import Sequence

from kg import authorities
from kg.entities.seen import Seen
from kg.names import clean


def is_protected(seen: Sequence[Seen]) -> bool:
    """Whether a person is protected: a text says so, or no text has more than a given name."""
    if any(s.mention.facts.get("protected") for s in seen):
        return True
    names = {clean(s.mention.text) for s in seen}
    if any(" " in name for name in names):
        return False
    introduced = any(s.mention.facts.get("mononym") for s in seen)
    return all(_given_only(name) or (introduced and authorities.name_shape(name) is None) for name in names)


def _given_only(name: str) -> bool:
    return bool(authorities.given_name_gender(name)) and authorities.name_shape(name) is None
