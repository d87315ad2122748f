"""Arithmetic on partial dates: "two days later" than a date known to the day, the month or only the year (pure)."""

from __future__ import annotations

from datetime import date, timedelta

from kg import dates
from kg.dates import PartialDate
from kg.mentions.timex.model import Unit

_GRAIN = {"hour": 0, "day": 0, "week": 0, "month": 1, "year": 2, "decade": 3}
_PRECISION = {"day": 0, "month": 1, "year": 2, "interval": 1}


def shifted(base: PartialDate, amount: int, unit: Unit) -> PartialDate | None:
    """`base` moved by whole units, as precise as the coarser of the two.

    A coarse date moved by a finer unit stays where it is ("the next day" after "2017" is still 2017), but more than a
    week may reach another month ("six weeks later" than February is March or April). Weeks land near a day, decades
    and the like near a year, and are marked approximate. None outside the calendar.
    """
    edge = base.latest if amount >= 0 else base.earliest
    if edge in (date.min, date.max):
        edge = base.earliest if edge == date.max else base.latest
    grain = max(_GRAIN.get(unit, 0), _PRECISION.get(base.precision, 2))
    try:
        return _moved(edge, amount, unit, grain)
    except (ValueError, OverflowError):
        return None


def _moved(edge: date, amount: int, unit: Unit, grain: int) -> PartialDate:
    days = amount * (7 if unit == "week" else 1)
    if unit in ("day", "week") and grain == 1 and abs(days) > 7:
        within = dates.month(edge.year, edge.month)
        ends = (e + timedelta(days=days) for e in (within.earliest, within.latest))
        return dates.interval(*(dates.month(e.year, e.month) for e in ends))
    if _GRAIN.get(unit, 0) < grain:
        return dates.month(edge.year, edge.month) if grain == 1 else dates.year(edge.year)
    if unit in ("day", "week"):
        exact = edge + timedelta(days=amount * (7 if unit == "week" else 1))
        value = dates.day(exact.year, exact.month, exact.day)
        return dates.approximate(value) if unit == "week" else value
    if unit == "month":
        months = edge.year * 12 + edge.month - 1 + amount
        return dates.month(months // 12, months % 12 + 1)
    if unit == "decade":
        return dates.approximate(dates.year(edge.year + amount * 10))
    return dates.year(edge.year + amount) if unit == "year" else dates.day(edge.year, edge.month, edge.day)


def stretch(base: PartialDate, amount: int, unit: Unit, *, rule: str) -> PartialDate | None:
    """The stretch from or to `base`: "over the past three years" of 2025 is 2022/2025, "for the next two years" of
    2017 is 2018/2019, "as of this writing" is ../2025-04-03.
    """
    if not unit:
        return dates.interval(None, base, rule=rule)
    if amount < 0:
        start, end = shifted(base, amount, unit), shifted(base, 0, unit)
    else:
        start, end = shifted(base, 1, unit), shifted(base, amount, unit)
    if start is None or end is None or start.earliest > end.latest:
        return None
    return dates.interval(start, end, rule=rule)


def week_of(base: PartialDate, weeks: int, *, rule: str) -> PartialDate | None:
    """Monday to Sunday of the week that lies `weeks` from the day `base`; None if `base` is no day."""
    if base.precision != "day":
        return None
    monday = base.latest + timedelta(days=7 * weeks - base.latest.weekday())
    sunday = monday + timedelta(days=6)
    ends = (dates.day(d.year, d.month, d.day) for d in (monday, sunday))
    return dates.interval(*ends, rule=rule)
