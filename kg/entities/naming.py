"""What to call an entity, among all that texts call it."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from difflib import SequenceMatcher

from kg.authorities import fold
from kg.entities.seen import Seen

ALIKE = 0.8


def best_name(seen: Sequence[Seen]) -> str:
    """The standard name of what every reader knows, else the fullest form; a title goes before a description."""
    standard = [s.handle.name for s in seen if s.mention.rule in {"gazetteer", "demonym"}]
    names = standard or [s.handle.name for s in seen]
    if seen[0].handle.cls == "Person":
        best = max(names, key=lambda n: (len(n.split()), len(n), n))
    else:
        best = max(names, key=lambda n: (n[:1].isupper(), len(n), n))
    return (
        best if standard else max((n for n in names if _spelt_alike(n, best)), key=lambda n: (_marked(n), n == best, n))
    )


def _marked(name: str) -> int:
    """How many letters of a name are those of its own language: two in "Đurić"."""
    return sum(not c.isascii() and unicodedata.name(c, "").startswith("LATIN") for c in name)


def _spelt_alike(name: str, best: str) -> bool:
    """Whether two names are one but for the spelling: as many words, nearly the same letters."""
    if name == best:
        return True
    a, b = fold(name), fold(best)
    return len(a.split()) == len(b.split()) and SequenceMatcher(None, a, b).ratio() >= ALIKE
