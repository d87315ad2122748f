"""Reading EDTF: the days a partial date spans (pure). Levels 0 and 1 as the records use them, and intervals."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

from kg.dates import PartialDate

PART = re.compile(r"(\d{4}|\d{3}X)(?:-(\d\d)(?:-(\d\d))?)?[~?%]?")


def partial_date(text: str) -> PartialDate:
    """The value of an EDTF text: "2024", "2024-08", "2024-08-03~", "199X", "2024-03/2024-05", "../2024".

    Raises ValueError for what is none of these, for days that do not exist, and for intervals that end before they
    start.
    """
    if "/" not in text:
        earliest, latest, precision = _part(text)
        return PartialDate(text, earliest, latest, precision)
    first, last = text.split("/", 1)
    earliest = date.min if first in ("..", "") else _part(first)[0]
    latest = date.max if last in ("..", "") else _part(last)[1]
    if latest < earliest:
        raise ValueError(f"{text!r} ends before it starts")
    return PartialDate(text, earliest, latest, "interval")


def _part(text: str) -> tuple[date, date, str]:
    found = PART.fullmatch(text)
    if not found:
        raise ValueError(f"{text!r} is no EDTF date")
    year, month, day = found.groups()
    if "X" in year:
        start = int(year[:3]) * 10
        return date(start, 1, 1), date(start + 9, 12, 31), "decade"
    if not month:
        return date(int(year), 1, 1), date(int(year), 12, 31), "year"
    if not day:
        _, last = monthrange(int(year), int(month))
        return date(int(year), int(month), 1), date(int(year), int(month), last), "month"
    exact = date(int(year), int(month), int(day))
    return exact, exact, "day"
