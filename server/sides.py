"""The two sides of a pair of names as a page shows them: each with its sentences, and the names marked (pure)."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

Piece = tuple[str, bool]


@dataclass(frozen=True, slots=True)
class Context:
    """A sentence in pieces, each a name or not; the document's id, and where the sentence stands."""

    pieces: tuple[Piece, ...]
    document: str
    href: str | None


@dataclass(frozen=True, slots=True)
class Side:
    """One of two names: its other spellings, the state that its texts are on (ISO or ""), and its sentences."""

    name: str
    others: tuple[str, ...]
    country: str
    contexts: tuple[Context, ...]


def side_of(side: Mapping[str, Any], href: Callable[[str, int, int], str | None]) -> Side:
    """A side as the build wrote it; `href` tells where the sentence at a place of a document is shown."""
    spellings = [side["name"], *side["spellings"]]
    contexts = tuple(
        Context(marked(one["quote"], spellings), one["document"], href(one["document"], one["start"], one["end"]))
        for one in side["contexts"]
    )
    others = tuple(spelling for spelling in side["spellings"] if spelling != side["name"])
    return Side(side["name"], others, side["country"], contexts)


def marked(quote: str, spellings: Sequence[str]) -> tuple[Piece, ...]:
    """A sentence in pieces, and whether each is one of the spellings.

    >>> marked("Ann Lee spoke.", ["Ann", "Ann Lee"])
    (('Ann Lee', True), (' spoke.', False))
    """
    longest = sorted(set(filter(None, spellings)), key=lambda one: (-len(one), one))
    pattern = "|".join(r"\s+".join(map(re.escape, one.split())) for one in longest)
    found = re.split(rf"(?<!\w)({pattern})(?!\w)", quote) if pattern else [quote]
    return tuple((piece, bool(number % 2)) for number, piece in enumerate(found) if piece)
