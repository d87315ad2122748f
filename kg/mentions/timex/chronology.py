"""Chronologies: dates that label an entry ("14 March: …") or head a section, and the years that they leave out (pure).

>>> chronology_years([Parts(2021, 11), Parts(month=12), Parts(month=2)], None, 0)
[2021, 2021, 2022]
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from kg.dates import PartialDate
from kg.mentions.timex.find import find
from kg.mentions.timex.grammar import compiled
from kg.mentions.timex.model import Parts, Timex

HALF = 6
_TURN = 3  # months: a step back of so many is a new year, a smaller one an entry out of order
_SIGN = compiled(r"\s{0,2}(?:[:.)]|\s-|-(?=\s)|$)")
_LEAD = compiled(r"[\s*•·>\"'(-]*(?:on\s+)?(?:the\s+)?(?:(?:night|evening|morning|afternoon)\s+of\s+(?:the\s+)?)?")
_HEAD = compiled(r"(?:(?:in|events\s+of|the\s+year|year|part\s+\w+|chapter\s+\w+|\d{1,2})[\s:.,-]+)?")
_TAIL = compiled(r"[\s:.,-]*(?:\(?(?:continued|and\s+after)\)?)?")
_YEARLY = compiled(
    r"(?:.*\b(?:in|of|during)\s+)?(?P<first>20\d\d|19\d\d)(?:[:,. -].*)?|(?:.*[,: -])(?P<last>20\d\d|19\d\d)"
)


def label_of(text: str) -> Timex | None:
    """The date that a text begins with and sets off by a colon, stop or dash; None if there is none."""
    flat = text[:80].translate(_DASHES)
    for timex in find(text[:80])[:1]:
        if _LEAD.fullmatch(flat, 0, timex.start) and _labels(timex) and _SIGN.match(flat, timex.end):
            return timex
    return None


_DASHES = str.maketrans("–—", "--")


def _labels(timex: Timex) -> bool:
    if timex.kind == "relative":  # "Late that month:", "The next day:"
        return timex.anchor == "story" and not timex.stretch and timex.modifier != "since"
    plain = timex.modifier in ("", "early", "mid", "late")
    return timex.kind in ("date", "range", "season") and bool(timex.first.month or timex.first.year) and plain


def heading_date(heading: str) -> Timex | None:
    """The date that a heading consists of ("March 2022", "3–5 May"); None for any other heading."""
    flat = heading.translate(_DASHES)
    for timex in find(heading)[:1]:
        around = _HEAD.fullmatch(flat, 0, timex.start) and _TAIL.fullmatch(flat, timex.end)
        if around and timex.kind in ("date", "range", "season") and (timex.first.month or timex.first.year):
            return timex
    return None


def heading_year(heading: str) -> int:
    """The year that a heading puts over its section ("2021: The year of marches", "Arrests in 2021"), 0 if none."""
    match = _YEARLY.fullmatch(heading.translate(_DASHES).strip())
    return int(match["first"] or match["last"]) if match else 0


def chronology_years(labels: Sequence[Parts], reference: PartialDate | None, start: int) -> list[int]:
    """The year of each label in order; 0 where nothing tells.

    A year written out holds for the labels around it; `start` is the year of the first, 0 if unknown. Without either
    the last label (in a list that runs backwards the first) is the latest such date before the `reference`.
    """
    if not labels:
        return []
    years = [parts.year for parts in labels]
    backwards = _runs_backwards(labels)
    if not any(years):
        at = len(labels) - 1 if not (backwards or start) else 0
        years[at] = start or _latest(labels[at], reference)
    step = -1 if backwards else 1
    for k in range(1, len(years)):
        years[k] = years[k] or (years[k - 1] and years[k - 1] + step * _turns(labels[k - 1], labels[k], backwards))
    for k in range(len(years) - 2, -1, -1):
        years[k] = years[k] or (years[k + 1] and years[k + 1] - step * _turns(labels[k], labels[k + 1], backwards))
    return years


def _runs_backwards(labels: Sequence[Parts]) -> bool:
    steps = [_goes_back(a, b) for a, b in pairwise(labels)]
    return sum(steps) > len(steps) / 2


def _goes_back(one: Parts, other: Parts) -> bool:
    """Whether the second lies before the first; without years, by the shorter way round the calendar."""
    if one.year and other.year and one.year != other.year:
        return other.year < one.year
    ahead = (other.month - one.month) % 12
    return other.day < one.day if ahead == 0 else ahead > HALF


def _turns(one: Parts, other: Parts, backwards: bool) -> int:
    """1 where the year turns between two labels."""
    if not one.month or not other.month:
        return 0
    return int((other.month - one.month if backwards else one.month - other.month) >= _TURN)


def _latest(parts: Parts, reference: PartialDate | None) -> int:
    if reference is None:
        return 0
    later = (parts.month, parts.day) > (reference.latest.month, reference.latest.day)
    return reference.latest.year - later
