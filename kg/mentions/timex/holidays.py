"""Holidays and days of remembrance by their names, with the year around them ("this year's …", "…, 2021")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from kg.authorities import Holiday, holidays
from kg.mentions.timex.grammar import YEAR, before, compiled, plain
from kg.mentions.timex.model import Parts, Timex

_YEAR_AROUND = compiled(r"(?P<word>this|last|next)\s+year's\s+(?:annual\s+)?$")
_IN_A_NAME = r"\s+(?:Square|Street|Avenue|Park|Prize|Award|Foundation|Committee|Coalition)\b"
_YEAR_AFTER = compiled(rf",?\s+(?P<year>{YEAR})")


@cache
def _names() -> tuple[re.Pattern[str], dict[str, Holiday]]:
    """One pattern for all names, the longest first, and whose name each is."""
    owner = {plain(name): holiday for holiday in holidays() for name in (holiday.name, *holiday.other_names)}
    ordered = sorted(owner, key=lambda name: (-len(name), name))
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, ordered))})(?!\w|{_IN_A_NAME})"), owner


def holiday_expressions(text: str) -> Iterator[Timex]:
    """The holidays that a `plain` text names, with the year beside them."""
    pattern, owner = _names()
    for match in pattern.finditer(text):
        lead = before(_YEAR_AROUND, text, match.start())
        year = _YEAR_AFTER.match(text, match.end())
        start, end = (lead or match).start(), (year or match).end()
        holiday = owner[match[0]]
        parts = Parts(int(year["year"]) if year else 0, holiday.month, holiday.day)
        if lead:
            parts = replace(parts, year_word=lead["word"].lower())
        yield Timex(start, end, text[start:end], "holiday", parts)
