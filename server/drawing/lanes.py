"""What happened when: a lane for each kind of thing, dots for days and bars for stretches of them (pure)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

WIDTH, LEFT, LANE, TOP = 1000, 120, 26, 24
LETTER, WIDEST = 6.6, 230
"""The width of a letter of a lane's name, and the most room that names get."""
OPEN = date(9999, 1, 1).toordinal()
"""From this day on an interval has no end that is known."""


@dataclass(frozen=True, slots=True)
class Happening:
    """What is drawn: its lane, first and last day (as ordinals), what it is called and where it leads."""

    lane: str
    start: int
    end: int
    name: str = ""
    href: str | None = None


@dataclass(frozen=True, slots=True)
class Dot:
    """A happening in the drawing: where it begins and how long it may have lasted, in units of the drawing."""

    what: Happening
    x: float
    width: float
    y: float


@dataclass(frozen=True, slots=True)
class Lanes:
    """Dots in a lane for each kind, and a mark for each year (or month, such as "2024-05") that begins."""

    lanes: Sequence[tuple[str, float]]
    marks: Sequence[tuple[str, float]]
    dots: Sequence[Dot]
    height: float


def lanes_of(happenings: Sequence[Happening]) -> Lanes:
    """The drawing, its lanes in the order of their names."""
    names = sorted({one.lane for one in happenings})
    heights = {lane: TOP + LANE * (number + 0.5) for number, lane in enumerate(names)}
    first = min((one.start for one in happenings), default=0)
    # An open interval ends at the last day that there is; it does not stretch the drawing.
    last = max((day for one in happenings for day in (one.start, one.end) if day < OPEN), default=first)
    left = max(LEFT, min(WIDEST, round(LETTER * max(map(len, names), default=0)) + 14))
    scale = (WIDTH - left - 20) / max(1, last - first)

    def place(day: int) -> float:
        return round(left + (min(day, last) - first) * scale, 1)

    dots = [
        Dot(one, place(one.start), max(0.0, round(place(one.end) - place(one.start), 1)), heights[one.lane])
        for one in happenings
    ]
    marks = [(text, place(day)) for text, day in _marks(first, last)] if happenings else []
    return Lanes(sorted(heights.items()), marks, dots, TOP + LANE * len(heights) + 6)


def _marks(first: int, last: int) -> list[tuple[str, int]]:
    """The years that begin between two days, or the months where there are few, thinned out where there are many."""
    start, end = date.fromordinal(max(1, first)), date.fromordinal(max(1, last))
    years = range(start.year + 1, end.year + 1)
    if len(years) > 1:
        step = max(1, len(years) // 12)
        return [(str(year), date(year, 1, 1).toordinal()) for year in years if year % step == 0]
    months = range(start.year * 12 + start.month, end.year * 12 + end.month)
    step = next(one for one in (1, 2, 3, 6) if len(months) <= 6 * one)
    begun = [date(month // 12, month % 12 + 1, 1) for month in months if month % step == 0]
    return [(one.isoformat()[:7], one.toordinal()) for one in begun]


def span(earliest: str, latest: str) -> tuple[int, int]:
    """The first and last day as ordinals; what has no first day ("before May") stands at its last."""
    start, end = ordinal(earliest), ordinal(latest)
    return (start, max(start, end)) if start > 1 else (end, end)


def ordinal(day: str) -> int:
    """The ordinal of a day. Raises ValueError for what is none."""
    return date.fromisoformat(day).toordinal()
