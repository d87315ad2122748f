"""Partial dates: EDTF with the earliest and latest day it can mean (pure).

The text of a date is a subset of EDTF levels 0 and 1 (ISO 8601-2:2019): day, month, year, decade ("192X"), century
("19XX"), season ("2023-21" … "2023-24"), unspecified parts ("2024-XX"), interval, open end ("..") and the marks
"~", "?" and "%". Open and unknown ends of an interval are `date.min` and `date.max`. A mark says that the reading
is loose; it does not widen the days, because nobody can say by how much.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta

_SINGLE = re.compile(
    r"(?P<year>\d{4}|\d{3}X|\d{2}XX)(?:-(?P<month>\d{2}|XX)(?:-(?P<day>\d{2}|XX))?)?(?P<mark>[~?%]?)", re.ASCII
)
_SEASONS = {21: 3, 22: 6, 23: 9, 24: 12}
_OPEN = ("..", "")


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date as far as the text gives it: `edtf` ("2025-02"), the full days it spans, and its precision.

    `precision` is day, month, year, decade, century or interval (a season is an interval of months).
    `rule` names what resolved it ("explicit", "weekday", …).
    """

    edtf: str
    earliest: date
    latest: date
    precision: str
    rule: str = "explicit"

    def __str__(self) -> str:
        return self.edtf

    @property
    def loose(self) -> bool:
        """Whether the date carries a mark of approximation or doubt."""
        return any(mark in self.edtf for mark in "~?%")


def parse_edtf(text: str, *, rule: str = "explicit") -> PartialDate:
    """Read an EDTF string. Raises ValueError for other forms, for days that no calendar has, and for ends reversed."""
    text = text.strip()
    if "/" not in text:
        return _parse_single(text, rule)
    first, _, last = text.partition("/")
    if first in _OPEN and last in _OPEN:
        raise ValueError(f"not a date: {text!r} is open at both ends")
    start = date.min if first in _OPEN else _parse_single(first, rule).earliest
    end = date.max if last in _OPEN else _parse_single(last, rule).latest
    if start > end:
        raise ValueError(f"not a date: {text!r} ends before it begins")
    return PartialDate(text, start, end, "interval", rule)


def _parse_single(text: str, rule: str) -> PartialDate:
    match = _SINGLE.fullmatch(text)
    if match is None:
        raise ValueError(f"not a date: {text!r} is not EDTF such as 2024, 2024-05, 2024-05-01 or 2024-05/2024-07")
    if "X" in match["year"]:
        if match["month"]:
            raise ValueError(f"not a date: {text!r} gives a month of an unknown year")
        return _unspecified_year(text, match["year"], rule)
    year_number, month_text, day_text = int(match["year"]), match["month"] or "XX", match["day"] or "XX"
    if month_text == "XX":
        if day_text != "XX":
            raise ValueError(f"not a date: {text!r} gives a day of an unknown month")
        return PartialDate(text, date(year_number, 1, 1), date(year_number, 12, 31), "year", rule)
    if int(month_text) in _SEASONS and not match["day"]:
        return _season_span(text, year_number, _SEASONS[int(month_text)], rule)
    if day_text == "XX":
        return PartialDate(text, *_month_span(year_number, int(month_text)), "month", rule)
    exact = date(year_number, int(month_text), int(day_text))
    return PartialDate(text, exact, exact, "day", rule)


def _unspecified_year(text: str, digits: str, rule: str) -> PartialDate:
    first, last = int(digits.replace("X", "0")), int(digits.replace("X", "9"))
    precision = "decade" if digits.count("X") == 1 else "century"
    return PartialDate(text, date(max(first, 1), 1, 1), date(last, 12, 31), precision, rule)


def _month_span(year_number: int, month_number: int) -> tuple[date, date]:
    first = date(year_number, month_number, 1)
    return first, first.replace(day=monthrange(year_number, month_number)[1])


def _season_span(text: str, year_number: int, month_number: int, rule: str) -> PartialDate:
    """Three months of the northern year; winter begins in the December of the year named."""
    last = month_number + 2
    _, end = _month_span(year_number + (last > 12), last - 12 * (last > 12))
    return PartialDate(text, date(year_number, month_number, 1), end, "interval", rule)


def day(year_number: int, month_number: int, day_number: int, *, rule: str = "explicit") -> PartialDate:
    """One day. Raises ValueError where the calendar has no such day ("30 February")."""
    exact = date(year_number, month_number, day_number)
    return PartialDate(exact.isoformat(), exact, exact, "day", rule)


def month(year_number: int, month_number: int, *, rule: str = "explicit") -> PartialDate:
    """One month. Raises ValueError outside 1–12 and the years 1–9999."""
    first, last = _month_span(year_number, month_number)
    return PartialDate(first.isoformat()[:7], first, last, "month", rule)


def year(year_number: int, *, rule: str = "explicit") -> PartialDate:
    """One year. Raises ValueError outside 1–9999."""
    first = date(year_number, 1, 1)
    return PartialDate(first.isoformat()[:4], first, date(year_number, 12, 31), "year", rule)


def decade(year_number: int, *, rule: str = "explicit") -> PartialDate:
    """The ten years that `year_number` belongs to: 1990 and 1994 both give 199X."""
    return parse_edtf(f"{year_number // 10:03d}X", rule=rule)


def interval(first: PartialDate | None, last: PartialDate | None, *, rule: str = "explicit") -> PartialDate:
    """From the beginning of `first` to the end of `last`; None is an open end.

    Raises ValueError if both ends are open, or if the last lies before the first. Of ends that are intervals
    themselves, the outer halves are kept; equal ends give that date, not an interval.
    """
    if first is not None and last is not None and first.edtf == last.edtf:
        return replace(first, rule=rule)
    left = ".." if first is None else first.edtf.partition("/")[0]
    right = ".." if last is None else last.edtf.rpartition("/")[2]
    return parse_edtf(f"{left}/{right}", rule=rule)


def approximate(value: PartialDate, *, rule: str = "") -> PartialDate:
    """The same date marked "~" (both ends of an interval). A date already marked stays as it is."""
    marked = "/".join(part if part in _OPEN or part[-1] in "~?%" else f"{part}~" for part in value.edtf.split("/"))
    return replace(value, edtf=marked, rule=rule or value.rule)


def overlaps(one: PartialDate, other: PartialDate) -> bool:
    """Whether a day exists that both can mean."""
    return one.earliest <= other.latest and other.earliest <= one.latest


def contains(outer: PartialDate, inner: PartialDate) -> bool:
    """Whether every day of `inner` is a day of `outer`."""
    return outer.earliest <= inner.earliest and inner.latest <= outer.latest


_DURATION = re.compile(
    r"P(?=[\dT])(?:(?P<years>\d+)Y)?(?:(?P<months>\d+)M)?(?:(?P<weeks>\d+)W)?(?:(?P<days>\d+)D)?(?:T(?=\d)(?:(?P<hours>\d+)H)?(?:\d+M)?(?:\d+S)?)?",
    re.ASCII,
)


def after(start: date, duration: str) -> date:
    """The day that lies an ISO 8601 duration after another; hours count as whole days only.

    Raises ValueError for text that is no duration, and for days past the calendar's end.

    >>> after(date(2024, 1, 31), "P1M")
    datetime.date(2024, 2, 29)
    """
    found = _DURATION.fullmatch(duration)
    if found is None:
        raise ValueError(f"not a duration: {duration!r} is not ISO 8601 such as P10D or P4Y6M")
    years, months, weeks, days, hours = (int(found[part] or 0) for part in _DURATION.groupindex)
    whole = start.year * 12 + start.month - 1 + years * 12 + months
    year_number, month_number = whole // 12, whole % 12 + 1
    if year_number > date.max.year:
        raise ValueError(f"not a day: {duration} after {start} is past the calendar's end")
    last = monthrange(year_number, month_number)[1]
    moved = start.replace(year=year_number, month=month_number, day=min(start.day, last))
    try:
        return moved + timedelta(days=weeks * 7 + days + hours // 24)
    except OverflowError as error:
        raise ValueError(f"not a day: {duration} after {start} is past the calendar's end") from error


_PARTS = re.compile(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?")
UNITS = ("year", "month", "day", "hour", "minute", "second")


def duration_parts(text: str) -> list[tuple[str, str]]:
    """The digits and the unit (one of UNITS) of each part of an xsd:duration; none of what is no duration."""
    found = _PARTS.fullmatch(text)
    return [(digits, unit) for digits, unit in zip(found.groups(), UNITS, strict=True) if digits] if found else []


def duration_words(text: str) -> str:
    """An xsd:duration in English; what is none stays as it is.

    >>> duration_words("P1Y10D")
    '1 year 10 days'
    """
    return " ".join(f"{digits} {unit}{'s' * (digits != '1')}" for digits, unit in duration_parts(text)) or text
