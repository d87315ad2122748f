"""Parts of a month: "the first week of July", "the last Friday of November", "the latter half of that month" (pure)."""

from __future__ import annotations

import calendar
import re
from dataclasses import replace
from typing import cast

from kg import dates
from kg.dates import PartialDate
from kg.mentions.timex.grammar import WEEKDAY, before, compiled, weekday_number
from kg.mentions.timex.model import Modifier, Timex

_NTH = {"first": 0, "opening": 0, "second": 1, "third": 2, "fourth": 3, "last": -1, "latter": -1, "final": -1,
        "closing": -1}  # fmt: skip
_SPANS = {"week": 7, "fortnight": 14, "half": 15, "days": 10}
_WHICH = (
    rf"(?:the\s+)?(?:very\s+)?(?:(?P<nth>{'|'.join(_NTH)})\s+(?P<what>week|half|fortnight|days?|weekend|{WEEKDAY})|"
    r"(?P<middle>middle))\s+of\s+"
)
_PORTION = compiled(rf"\b{_WHICH}(?:the\s+)?$")
_OF_THE_MONTH = compiled(
    r"\b(?:the\s+)?(?:(?P<nth>first|second|third|last|latter)\s+(?P<what>week|half|days?)|(?P<middle>middle))\s+of\s+"
    r"the\s+(?:same\s+)?month\b(?!\s+of\b)"
)  # no weekday: "on the third Saturday of the month" is of any
_PART = compiled(r"\b(?P<word>early|mid|late)[\s-]+(?:in\s+)?$")
_LIMIT = compiled(r"\b(?P<word>since|until|till|by|before)\s+$")


def portioned(text: str, timex: Timex) -> Timex:
    """A month with what is said of which part of it is meant: "the first week of" before "July"."""
    of_month = timex.kind == "date" and bool(timex.first.month) and not timex.first.day
    relative = timex.kind == "relative" and timex.unit == "month" and not timex.stretch and bool(timex.anchor)
    if relative and timex.modifier in ("early", "late"):
        return replace(timex, third=timex.modifier)  # "late last month"
    if relative and not timex.modifier and (part := before(_PART, text, timex.start)):
        return replace(timex, start=part.start(), third=part["word"].lower())
    match = before(_PORTION, text, timex.start) if (of_month or relative) and not timex.modifier else None
    if match is None:
        return timex
    limit = before(_LIMIT, text, match.start())
    modifier = cast(Modifier, limit["word"].lower().replace("till", "until")) if limit else ""
    return replace(timex, start=limit.start() if limit else match.start(), third=_third(match), modifier=modifier)


def of_the_month(text: str) -> list[Timex]:
    """ "the last day of the month": of that which the story has reached."""
    return [
        Timex(m.start(), m.end(), m[0], "relative", unit="month", anchor="story", third=_third(m))
        for m in _OF_THE_MONTH.finditer(text)
    ]


def _third(match: re.Match[str]) -> str:
    return "mid" if match["middle"] else f"{match['nth']} {match['what']}".lower()


def portion_of(month: PartialDate, third: str) -> PartialDate:
    """The days of a month that "early", "first week", "last friday" mean; what is no month stays."""
    if month.precision != "month" or not third:
        return month
    year, number = month.earliest.year, month.earliest.month
    first, last = _days(third, year, number)
    ends = dates.day(year, number, first, rule=month.rule), dates.day(year, number, last, rule=month.rule)
    return ends[0] if first == last else dates.interval(*ends, rule=month.rule)


def _days(third: str, year: int, month: int) -> tuple[int, int]:
    end = calendar.monthrange(year, month)[1]
    nth, _, what = third.partition(" ")
    if not what:
        return {"early": (1, 10), "mid": (11, 20)}.get(third, (21, end))
    place = _NTH[nth]
    if what == "day":
        return (end, end) if place < 0 else (place + 1, place + 1)
    if what == "weekend" or what not in _SPANS:
        return _weekday(what, place, year, month)
    size = _SPANS[what]
    if place < 0 or (what == "half" and place):
        return (16 if what == "half" else 21 if what == "days" else end - size + 1), end
    return place * size + 1, min(end, (place + 1) * size)


def _weekday(what: str, place: int, year: int, month: int) -> tuple[int, int]:
    """The nth such weekday of the month (the last for -1); a weekend goes on to its Sunday."""
    number = weekday_number(what) or 6
    found = [
        d for d in range(1, calendar.monthrange(year, month)[1] + 1) if calendar.weekday(year, month, d) == number - 1
    ]
    first = found[min(place, len(found) - 1)]
    return first, min(first + (what == "weekend"), calendar.monthrange(year, month)[1])
