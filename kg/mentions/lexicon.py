"""The word lists of `lexicon.yaml`, read once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import yaml

FILE = Path(__file__).with_name("lexicon.yaml")


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Word → class tables and word sets; see the comments in `lexicon.yaml`."""

    heads: dict[str, str]
    cues: dict[str, str]
    place_tails: frozenset[str]
    directions: frozenset[str]
    portfolio: frozenset[str]
    media_verbs: frozenset[str]
    never: frozenset[str]


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """The lists, ready for look-up; a head word under two classes keeps the first."""
    data = yaml.safe_load(FILE.read_text(encoding="utf8"))
    return Lexicon(
        heads=_by_word(data["heads"]),
        cues=_by_word(data["cues"]),
        place_tails=frozenset(data["place_tails"]),
        directions=frozenset(data["directions"]),
        portfolio=frozenset(data["portfolio"]),
        media_verbs=frozenset(data["media_verbs"]),
        never=frozenset(data["never"]),
    )


def _by_word(table: dict[str, list[str]]) -> dict[str, str]:
    found: dict[str, str] = {}
    for cls, words in table.items():
        for word in words:
            found.setdefault(word, cls)
    return found
