"""Which lines a page prints around its articles, read from furniture.yaml.

Roles: "furniture" (dropped), "caption" (dropped, but what is above and below stay neighbours), "listing" (the page
lists articles), "more" (a link to the rest of an article), "frame" (stands under an article's title), "tail" (links to
other articles follow), "end" (the article is over), "teaser" (the head of another's teaser, "Asia 3 hours ago"). The
first role that fits counts, in the order of the file.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

from kg.resources import read_yaml

_DATA = Path(__file__).with_name("furniture.yaml")
_AROUND = re.compile(r"^[\s•●▪*+>»›→←‹«|·#_\[\](){}–—-]+|[\s•*+>»›→←‹«|·:…_\[\](){}–—-]+$")
LONGEST = 420
"""Longer lines, in code points, are never furniture."""


def furniture_role(line: str) -> str:
    """The role of a line as page furniture, "" if it is none."""
    if len(line) > LONGEST:
        return ""
    if not any(c.isalnum() for c in line):
        return "furniture"
    bare = _AROUND.sub("", line)
    plain = bare.casefold().replace("’", "'")
    for role, phrases, pattern in _roles():
        if plain in phrases or (pattern and (pattern.fullmatch(bare) or pattern.fullmatch(line))):
            return role
    return ""


@cache
def _roles() -> tuple[tuple[str, frozenset[str], re.Pattern[str] | None], ...]:
    data: dict[str, Any] = read_yaml(_DATA)
    return tuple(
        (role, frozenset(part.get("lines", ())), _compile(part.get("patterns", ()))) for role, part in data.items()
    )


def _compile(patterns: list[str]) -> re.Pattern[str] | None:
    return re.compile("|".join(f"(?:{p})" for p in patterns), re.IGNORECASE) if patterns else None
