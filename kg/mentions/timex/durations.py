"""Lengths of time, which are no dates: "ten days in jail", "a six-year sentence", "48 hours", as ISO 8601."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.mentions.timex.find import find
from kg.mentions.timex.grammar import NUMBER, before, compiled, plain, quantity
from kg.mentions.timex.model import Duration

_UNIT = r"(?P<unit>second|minute|hour|day|week|month|year|decade)"
_ONE = compiled(
    rf"(?<![\w.,$-])(?:(?P<low>{NUMBER})(?:(?<=\d)\s?-\s?(?=\d)|\s+(?:to|or)\s+))?(?P<n>{NUMBER})"
    rf"(?:[\s-]+and[\s-]+a[\s-](?P<half>half))?[\s-]+{_UNIT}s?\b(?!-?long)(?:\s+and\s+a\s+(?P<half_after>half)\b)?"
)
_HALF = compiled(rf"(?<![\w-])half[\s-]+(?P<n>an?)[\s-]+{_UNIT}\b")
_LONG = compiled(rf"(?<![\w-]){_UNIT}-?long\b")
_AGE_BEFORE = compiled(r"\b(?:aged|ages?|age\s+of)\s+(?:\w+\s+(?:to|and|or)\s+)?$")
_AGE_AFTER = compiled(r"-olds?\b|[\s-]+olds?\b|\s+of\s+age\b")
_JOIN = compiled(r"\s*,?\s*and\s+|\s*,\s*")
_ISO = {"second": "T{}S", "minute": "T{}M", "hour": "T{}H", "day": "{}D", "month": "{}M", "year": "{}Y"}
_ORDER = ("year", "month", "day", "hour", "minute", "second")
_SMALLER = {"year": ("month", 12), "month": ("day", 30), "day": ("hour", 24), "hour": ("minute", 60),
            "minute": ("second", 60)}  # fmt: skip
_MULTIPLE = {"week": ("day", 7), "decade": ("year", 10)}

Lengths = dict[str, int]


def durations(text: str) -> list[Duration]:
    """The lengths of time in a sentence, in order. Ages ("13-year-old", "aged 15 years"), dates ("two days later",
    "over the past three years") and vague lengths ("several hours") are not among them. Weeks are given in days.
    """
    flat = plain(text)
    dated = {i for timex in find(text) for i in range(timex.start, timex.end)}
    found: list[Duration] = []
    previous: tuple[int, Lengths] | None = None
    for match, low, high in _matches(flat):
        start, end = match.span()
        if low and not dated.isdisjoint(range(start, match.start("n"))):  # "on May 3 to one year in prison"
            start, low = match.start("n"), {}
        if not dated.isdisjoint(range(start, end)) or (found and start < found[-1].end):
            continue
        if previous and not low and _continues(flat, found[-1], start, previous[1], high):
            start, high = found.pop().start, previous[1] | high
        found.append(Duration(start, end, text[start:end], iso(high), iso(low) if low else ""))
        previous = None if low else (end, high)
    return found


def _matches(text: str) -> Iterator[tuple[re.Match[str], Lengths, Lengths]]:
    every = [m for pattern in (_ONE, _HALF, _LONG) for m in pattern.finditer(text)]
    for match in sorted(every, key=lambda m: (m.start(), -m.end())):
        if before(_AGE_BEFORE, text, match.start()) or _AGE_AFTER.match(text, match.end()):
            continue
        unit, groups = match["unit"].lower(), match.groupdict()
        if match.re is _ONE:
            half = 0.5 if groups["half"] or groups["half_after"] else 0.0
            low = lengths(quantity(groups["low"])[0], unit) if groups["low"] else {}
            yield match, low, lengths(quantity(groups["n"])[0] + half, unit)
        else:
            yield match, {}, lengths(0.5 if match.re is _HALF else 1, unit)


def _continues(text: str, last: Duration, start: int, one: Lengths, other: Lengths) -> bool:
    """ "two years and six months" is one length: the units fall from left to right."""
    joined = _JOIN.fullmatch(text, last.end, start)
    return bool(joined) and max(map(_ORDER.index, one), default=9) < min(map(_ORDER.index, other), default=-1)


def lengths(amount: float, unit: str) -> Lengths:
    """Whole units: 4.5 years → 4 years and 6 months; a week is 7 days, a decade 10 years."""
    unit, times = _MULTIPLE.get(unit, (unit, 1))
    amount *= times
    whole = {unit: int(amount)} if int(amount) else {}
    rest = amount - int(amount)
    if rest and unit in _SMALLER:
        smaller, size = _SMALLER[unit]
        whole |= {smaller: round(rest * size)} if round(rest * size) else {}
    return whole


def iso(length: Lengths) -> str:
    """ISO 8601: {"year": 4, "month": 6} → "P4Y6M", {"hour": 48} → "PT48H", nothing at all → "P0D"."""
    parts = [_ISO[unit].format(length[unit]) for unit in _ORDER if unit in length]
    times = [part[1:] for part in parts if part.startswith("T")]
    days = [part for part in parts if not part.startswith("T")]
    return f"P{''.join(days)}{'T' if times else ''}{''.join(times)}" if parts else "P0D"
