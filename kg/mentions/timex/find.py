"""All time expressions of a sentence, of every kind, none overlapping another."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import cast

from kg.mentions.timex.calendar import calendar
from kg.mentions.timex.feasts import feast_expressions
from kg.mentions.timex.grammar import NTH, QUANTITY, UNIT, before, compiled, plain, quantity
from kg.mentions.timex.model import Modifier, Timex, Unit
from kg.mentions.timex.portions import of_the_month, portioned
from kg.mentions.timex.relative import relative

_DISTANCE = compiled(rf"\b(?P<n>{QUANTITY})\s+(?P<unit>{UNIT})s?\s+(?P<word>after|before|from)\s+(?:the\s+)?$")
_SPAN = compiled(
    rf"\b(?:for\s+)?(?P<n>{QUANTITY})\s+(?P<unit>day|week|month|year)s?,?\s+(?:starting|beginning|from)\s+(?:on\s+)?(?:the\s+)?$"
)
_EVE = compiled(r"\b(?:on\s+)?the\s+eve\s+of\s+(?:the\s+)?(?:(?:[\w'-]+\s+){1,3}(?:of|on)\s+)?(?:the\s+)?$")
_SINCE_AN_ACT = compiled(r"\bsince\s+(?:the|his|her|its|their)\s+(?:[\w'-]+\s+){1,3}of\s+$")
_ANNIVERSARY = compiled(
    rf"\b(?P<nth>{'|'.join(NTH)}|\d{{1,2}}(?:st|nd|rd|th)|(?P<n>{QUANTITY})-year)\s+anniversary\s+of\s+"
    r"(?:the\s+|his\s+|her\s+|its\s+|their\s+)?(?:[\w'-]+\s+){0,4}?(?:of\s+|on\s+|in\s+|since\s+)?(?:the\s+)?$"
)
_TO_THE_DAY = compiled(
    rf"\b(?P<n>{QUANTITY})\s+years\s+to\s+the\s+day\s+(?:after|since)\s+(?:[\w'-]+\s+){{0,6}}?(?:of\s+|on\s+)?(?:the\s+)?$"
)
_LIMIT = compiled(r"\b(?P<word>since|until|till|by)\s+$")
_NOT = compiled(r"\bnot\s+$")
_WORDS_OF_NAMES = frozenset({"Today", "Tonight", "Tomorrow", "Yesterday"})
_NAMED = re.compile(r"[A-Z]\w+ $")
_RECURRING = compiled(r"\b(?:every|each)\s+(?:(?:other|first|second|third|last)\s+)?$")


def find(text: str) -> list[Timex]:
    """The time expressions of a sentence, in order: `text[t.start:t.end] == t.text`. Durations are not among them.

    Of expressions that overlap the one that begins first stays, of those the longest.
    """
    flat = plain(text)
    kept: list[Timex] = []
    found = [*calendar(flat), *feast_expressions(flat), *(_limited(flat, r) for r in relative(flat))]
    candidates = [*(_distance(flat, portioned(flat, timex)) for timex in found), *of_the_month(flat)]
    for timex in sorted(candidates, key=lambda t: (t.start, -t.end)):
        if (not kept or timex.start >= kept[-1].end) and not _is_none(flat, timex):
            kept.append(replace(timex, text=text[timex.start : timex.end]))
    return kept


def _is_none(text: str, timex: Timex) -> bool:
    """What recurs ("every Friday"), and a word of a name ("the paper Harbour Today")."""
    named = text[timex.start : timex.end] in _WORDS_OF_NAMES and _NAMED.search(text, 0, timex.start)
    return bool(named) or before(_RECURRING, text, timex.start) is not None


def _limited(text: str, timex: Timex) -> Timex:
    """ "until the next morning", "since Friday", "by Tuesday": the word before tells which end is meant."""
    plain_day = timex.kind == "weekday" or (timex.kind == "relative" and timex.unit in ("day", "week", "month", "year"))
    if timex.modifier or timex.stretch or timex.last or not plain_day:
        return timex
    if match := before(_LIMIT, text, timex.start):
        if match["word"].lower() == "until" and before(_NOT, text, match.start()):
            return timex
        word = match["word"].lower().replace("till", "until")
        return replace(timex, start=match.start(), modifier=cast(Modifier, word))
    return timex


def _years_since(text: str, timex: Timex) -> int:
    """How many years after a date its anniversary is told of: "the third anniversary of the May 2020 raid" → 3."""
    if match := before(_ANNIVERSARY, text, timex.start):
        word = match["nth"].lower()
        return round(quantity(match["n"])[0]) if match["n"] else NTH.get(word) or int(word[:-2])
    match = before(_TO_THE_DAY, text, timex.start)
    return round(quantity(match["n"])[0]) if match else 0


def _distance(text: str, timex: Timex) -> Timex:
    """ "two days after 8 March": the expression is the sum, its anchor the date named."""
    if timex.kind == "date" and timex.first.year and (years := _years_since(text, timex)):
        return replace(timex, modifier="", first=replace(timex.first, year=timex.first.year + years))
    if timex.kind in ("date", "holiday") and timex.first.day and (match := before(_EVE, text, timex.start)):
        return replace(timex, start=match.start(), kind="relative", amount=-1, unit="day", modifier="")
    if timex.kind == "date" and not timex.modifier and before(_SINCE_AN_ACT, text, timex.start):
        return replace(timex, modifier="since")  # "since the decree of 3 March"
    if timex.kind == "date" and timex.first.day and (match := before(_SPAN, text, timex.start)):
        amount, loose = quantity(match["n"])
        unit = cast(Unit, match["unit"].lower())
        timex = replace(timex, start=match.start(), kind="relative", modifier="", stretch=True)
        return replace(timex, amount=round(amount), unit=unit, loose=loose)
    swallowed = len(timex.modifier) + 1 if timex.modifier in ("after", "before") else 0
    match = before(_DISTANCE, text, timex.start + swallowed)
    if match is None or timex.kind not in ("date", "holiday"):
        return timex
    amount, loose = quantity(match["n"])
    fortnight = match["unit"].lower() == "fortnight"
    amount = round((-amount if match["word"].lower() == "before" else amount) * (1 + fortnight))
    unit = cast(Unit, "week" if fortnight else match["unit"].lower())
    return replace(timex, start=match.start(), kind="relative", amount=amount, unit=unit, loose=loose, modifier="")
