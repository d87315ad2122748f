"""What to call an entity, among all that texts call it."""

from __future__ import annotations

from collections.abc import Sequence

from kg.entities.seen import Seen


def best_name(seen: Sequence[Seen]) -> str:
    """The standard name of what every reader knows, else the fullest form; a title goes before a description."""
    standard = [s.handle.name for s in seen if s.mention.rule in {"gazetteer", "demonym"}]
    names = standard or [s.handle.name for s in seen]
    if seen[0].handle.cls == "Person":
        return max(names, key=lambda n: (len(n.split()), len(n), n))
    return max(names, key=lambda n: (n[:1].isupper(), len(n), n))
