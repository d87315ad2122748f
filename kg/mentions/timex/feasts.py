"""Feasts that move: Easter and what is counted from it, and those of the Islamic months (pure).

Easter is reckoned as the western churches do, or by the Julian rule where the text says "Orthodox". The Islamic
months are those of the tabular calendar, a day or so from what is seen in the sky, and are marked approximate.

>>> easter(2024).isoformat(), easter(2024, julian=True).isoformat()
('2024-03-31', '2024-05-05')
>>> [d.edtf for d in feasts("ramadan", 2023)]
['2023-03-23~/2023-04-21~']
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from kg import dates
from kg.dates import PartialDate
from kg.mentions.timex.grammar import YEAR
from kg.mentions.timex.model import Context, Parts, Timex

_EASTER = {
    "palm sunday": -7, "maundy thursday": -3, "good friday": -2, "easter sunday": 0, "easter monday": 1, "easter": 0,
    "ascension day": 39, "pentecost": 49, "whit monday": 50, "ash wednesday": -46,
}  # fmt: skip
# Month, day and length in days.
_ISLAMIC = {
    "ramadan": (9, 1, 30), "eid al-fitr": (10, 1, 1), "eid al-adha": (12, 10, 1), "eid ul-fitr": (10, 1, 1),
    "eid ul-adha": (12, 10, 1), "ashura": (1, 10, 1), "kurban bairam": (12, 10, 1), "oraza bairam": (10, 1, 1),
    "orozo ait": (10, 1, 1), "kurman ait": (12, 10, 1), "muharram": (1, 1, 30),
}  # fmt: skip
_EPOCH = 1948438  # the day before the first of the first year, as a Julian day number
_GREGORIAN = 1721425  # the Julian day number of day 1 of `date.toordinal`, less one
_NAMES = "|".join(sorted(map(re.escape, {*_EASTER, *_ISLAMIC}), key=len, reverse=True))
_FEAST = re.compile(
    rf"(?<![\w-])(?:(?P<orthodox>orthodox)\s+)?(?P<name>{_NAMES})(?![\w-])(?:,?\s+(?:of\s+|in\s+)?(?P<year>{YEAR}))?"
    r"(?!\s+(?:Island|Rising|Protocol))",
    re.IGNORECASE,
)


def feast_expressions(text: str) -> Iterator[Timex]:
    """The feasts named in a `plain` text, in capitals as names are."""
    for match in _FEAST.finditer(text):
        if match["name"][0].isupper():
            yield Timex(*match.span(), match[0], "feast", Parts(int(match["year"] or 0)))


def feast_date(timex: Timex, context: Context) -> PartialDate | None:
    """The feast of the year named, else the last before the article; the next where the sentence looks ahead."""
    match = _FEAST.match(timex.text)
    if match is None:
        return None
    name, julian = re.sub(r"\s+", " ", match["name"].lower()), bool(match["orthodox"])
    year = timex.first.year or context.frame_year or context.report_year
    if year:
        return next(iter(feasts(name, year, julian)), None)
    now = context.reference
    if now is None or now.precision not in ("day", "month"):
        return None
    every = [f for y in (-1, 0, 1) for f in feasts(name, now.latest.year + y, julian)]
    if context.tense in ("future", "later"):
        return next((f for f in every if f.latest >= now.earliest), None)
    past = [f for f in every if f.earliest <= now.latest]
    return past[-1] if past else None


def feasts(name: str, year: int, julian: bool = False) -> list[PartialDate]:
    """The days of a feast that begin in a year; an Islamic one may do so twice, or not at all."""
    if name in _EASTER:
        day = easter(year, julian=julian) + timedelta(days=_EASTER[name])
        return [dates.day(day.year, day.month, day.day, rule="holiday")]
    month, nth, length = _ISLAMIC[name]
    around = (year - 622) * 33 // 32
    begins = [_islamic(y, month, nth) for y in range(around - 1, around + 3)]
    return [_span(begin, length) for begin in begins if begin.year == year]


def _span(begin: date, length: int) -> PartialDate:
    ends = (begin, begin + timedelta(days=length - 1))
    first, last = (dates.approximate(dates.day(d.year, d.month, d.day), rule="holiday") for d in ends)
    return first if length == 1 else dates.interval(first, last, rule="holiday")


def _islamic(year: int, month: int, day: int) -> date:
    """The civil date of a day of the tabular Islamic calendar."""
    julian_day = day + (59 * (month - 1) + 1) // 2 + (year - 1) * 354 + (3 + 11 * year) // 30 + _EPOCH
    return date.fromordinal(julian_day - _GREGORIAN + 1)


def easter(year: int, *, julian: bool = False) -> date:
    """Easter Sunday in the Gregorian calendar."""
    if julian:
        a = (19 * (year % 19) + 15) % 30
        b = (2 * (year % 4) + 4 * (year % 7) - a + 34) % 7
        month, day = divmod(a + b + 114, 31)
        return date(year, month, day + 1) + timedelta(days=year // 100 - year // 400 - 2)
    century, golden = year // 100, year % 19
    moon = (century - century // 4 - (8 * century + 13) // 25 + 19 * golden + 15) % 30
    moon -= moon // 28 * (1 - moon // 28 * (29 // (moon + 1)) * ((21 - golden) // 11))
    sunday = (year + year // 4 + moon + 2 - century + century // 4) % 7
    offset = moon - sunday
    month = 3 + (offset + 40) // 44
    return date(year, month, offset + 28 - 31 * (month // 4))
