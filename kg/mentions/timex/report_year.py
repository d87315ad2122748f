"""Whether an article reports on a year, and on which: told by its title, or by bare months all over it (pure)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kg.dates import PartialDate
from kg.mentions.timex.model import Parts, Tense, Timex

REPORT_MONTHS = 6
FEW = 2
MANY = 5  # dates with a year
SOME_TIME = 2  # months
NEAR = ("day", "week")
HEAD_LINES = 4
HEAD_WORDS = 14
_YEARLY = re.compile(
    r"\bWorld Report (?P<next>20\d\d)\b|\bEvents of (?P<one>20\d\d)\b|\b(?:Annual|Yearly) (?:Report|Review)\W+(?:for )?"
    r"(?P<two>20\d\d)\b|\b(?P<three>20\d\d) (?:(?:Annual|Yearly) (?:Report|Review)|Country Reports?)\b|"
    r"\b(?:Year in Review|Human Rights) in (?P<four>20\d\d)$|^(?P<five>20\d\d) in Review\b|"
    r"\b(?:Freedom in the World|Nations in Transit) (?P<after>20\d\d)\b|\bReport (?P<six>20\d\d)/\d\d\b|"
    r"\b(?i:annual|yearly) (?i:report|review|survey|overview)\b[^.\d]{1,90}\bin (?P<seven>20\d\d)$"
)
_PLANNED = re.compile(
    r"\b(?:Plan|Strategy|Concept|Program|Programme|Agenda|Project|Budget|Roadmap)\W+(?:for\s+)?$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Seen:
    """A time expression where it stands: the tense around it and the words just before it."""

    timex: Timex
    tense: Tense
    before: str


def report_year(title: str, head: str, published: PartialDate | None, by_page: bool, seen: Sequence[Seen]) -> int:
    """The year of which an article is the report, 0 if it is none; `published` is its own day or that of its page."""
    titled = _title_year(title) or _head_year(head)
    if published is None or by_page:
        year = titled or _body_year(seen)
        return year if published is None or year <= published.latest.year else 0
    if titled:
        return titled
    # What bears its own day may be a story of the last months; the later in the year, the more months it takes.
    now = published.latest
    year = _body_year(seen, REPORT_MONTHS + now.month - 1)
    return year if year == now.year - 1 and published.precision in ("day", "month") else 0


def _title_year(title: str) -> int:
    match = _YEARLY.search(title)
    if match is None:
        return 0
    later = match["next"] or match["after"]
    return int(later) - 1 if later else int(next(filter(None, match.groups())))


def _head_year(head: str) -> int:
    """The year of a yearly report that a line above the text tells ("Cameroon", and below it "Events of 2024")."""
    lines = (line for line in head.splitlines()[-HEAD_LINES * 2 :] if len(line.split()) <= HEAD_WORDS)
    return next(filter(None, map(_title_year, lines)), 0)


def _is_news(seen: Sequence[Seen]) -> bool:
    """Weekdays, yesterdays and last weeks are told by those who write within days."""
    near = [t for one in seen if (t := one.timex).kind == "weekday" or (t.anchor == "article" and t.unit in NEAR)]
    return len(near) >= FEW


def _body_year(seen: Sequence[Seen], least: int = REPORT_MONTHS) -> int:
    """Six different months without a year, and years written out: the last of those is the year of the report."""
    if _is_news(seen):
        return 0
    months = {p.month for one in seen for p in _parts(one.timex) if p.month and not p.year and not p.year_word}
    years = [parts.year for parts in past_years(seen)]
    if writes_years_out(seen):
        return 0
    return max(years) if len(months) >= least and years else 0


def writes_years_out(seen: Sequence[Seen]) -> bool:
    """Whether a text gives more months and days with their year than without, as encyclopedias do, not reports."""
    named = [p for one in seen for p in _parts(one.timex) if p.month and not p.year_word and not one.timex.modifier]
    full = sum(1 for p in named if p.year)
    return full >= MANY and full > len(named) - full


def is_history(now: PartialDate, seen: Sequence[Seen]) -> bool:
    """Whether a text tells of years past, with most of its years written out, and of nothing near its own day `now`."""
    if _is_news(seen) or not writes_years_out(seen) or now.precision != "day":
        return False
    last = max((p.year, p.month or 12) for p in past_years(seen))
    return now.latest.year * 12 + now.latest.month - last[0] * 12 - last[1] >= SOME_TIME


def _parts(timex: Timex) -> tuple[Parts, ...]:
    return (timex.first, timex.last) if timex.last else (timex.first,)


def past_years(seen: Sequence[Seen]) -> list[Parts]:
    """The dates with a year that have happened: not the ends of plans, limits, or what is to come."""
    found: list[Parts] = []
    for one in seen:
        timex = one.timex
        ahead = one.tense == "future" or timex.modifier in ("until", "by", "before")
        if timex.kind not in ("date", "range", "season") or ahead or _PLANNED.search(one.before):
            continue
        found += [p for p in _parts(timex) if p.year]
    return found
