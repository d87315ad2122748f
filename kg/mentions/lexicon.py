"""The word lists of `lexicon.yaml`, read once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from functools import lru_cache
from pathlib import Path
from typing import Any

from kg.resources import read_yaml

FILE = Path(__file__).with_name("lexicon.yaml")


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Word → class tables and word sets; see the comments in `lexicon.yaml`."""

    kin: dict[str, str]
    advocates: frozenset[str]
    trade_endings: tuple[str, ...]
    agent_endings: tuple[str, ...]
    heads: dict[str, str]
    cues: dict[str, str]
    leading: frozenset[str]
    bands: frozenset[str]
    place_tails: frozenset[str]
    directions: frozenset[str]
    portfolio: frozenset[str]
    media_verbs: frozenset[str]
    never: frozenset[str]
    arts: frozenset[str]
    office_holders: frozenset[str]
    people_nouns: frozenset[str]
    anonymity: tuple[str, ...]
    starters: frozenset[str]
    calendar: frozenset[str]
    common_endings: tuple[str, ...]
    acting_verbs: frozenset[str]
    organised_verbs: frozenset[str]
    petition_words: frozenset[str]


def _by_word(table: Mapping[str, list[str]]) -> dict[str, str]:
    found: dict[str, str] = {}
    for cls, words in table.items():
        for word in words:
            found.setdefault(word, cls)
    return found


READERS: Mapping[str, Callable[[Any], Any]] = {
    "dict[str, str]": _by_word,
    "frozenset[str]": frozenset,
    "tuple[str, ...]": tuple,
}


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """The lists, ready for look-up; a head word under two classes keeps the first."""
    data = read_yaml(FILE)
    return Lexicon(**{field.name: READERS[str(field.type)](data[field.name]) for field in fields(Lexicon)})
