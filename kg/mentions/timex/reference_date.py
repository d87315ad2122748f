"""The date of the article itself, against which "last year" and "on March 3" are read.

Rules, in order (`PartialDate.rule`): "byline", the day that the article gives; "report", a yearly report, told by its
title or by bare months all over the year; "page", the day the page was made, which is only an upper bound; "title",
the year or month that a title names, where the text has days without a year;
"inferred", from the years that the text writes out: writers add the year to a month only where it is not their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from kg import dates
from kg.dates import PartialDate
from kg.mentions.timex.find import find
from kg.mentions.timex.grammar import MONTH, WEEKDAY
from kg.mentions.timex.model import Parts, Timex
from kg.mentions.timex.report_year import HEAD_LINES, HEAD_WORDS, Seen, is_history, past_years, report_year

_DASHES = str.maketrans("–—", "--")
_DAY = rf"(?:\d{{1,2}}\s+(?i:{MONTH})|(?i:{MONTH})\s+\d{{1,2}})(?:,?\s+\d{{4}})?"
_DATELINE = re.compile(
    rf"\(?(?:[A-Z][\w.’'/-]*[,\s]+(?:[a-z]{{2,3}}\s+)?){{0,6}}?\(?(?P<dated>(?:(?i:{WEEKDAY}),?\s+)?(?P<day>{_DAY}))\)?"
    r"(?:\s+[(/][^()]{1,30}[)/])?\s*(?:--?|\||:)\s"
)
_FRAME = re.compile(
    r"(?:[\s,.|:;()/•·-]+|(?i:published|updated|posted|on|by|at|in|of|and|the|gmt|utc|[ap]\.?m\.?)(?!\w)|\d{1,2}[:.]\d\d|"
    r"[A-ZÀ-ÞĀ-Ž][\w.’'-]*)*"
)


_OURS = re.compile(r"(?:In this|This|The present|Our)\s")
_COVERS = re.compile(
    r"\b(?:issue|report|bulletin|digest|monitor|newsletter|review|briefing|edition|chapter|update|chronicle|survey|log|"
    r"overview|summary|brief)\b(?:[^.;]{0,60}\b(?:covers?|covering|for|on|of)|\s*[,:|(–-]|[^.;]{0,12}[,:|(–-])\s+"
    r"(?:the\s+month\s+of\s+)?$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Reference:
    """The article's date. `bound`: it is only an upper bound or a rough guess. `report_year`: 0 if no yearly report.

    `history`: it tells of times long past. `month`: the one month that it says it covers.
    """

    date: PartialDate | None = None
    bound: bool = False
    report_year: int = 0
    history: bool = False
    month: PartialDate | None = None


def infer(
    published: str, published_by_page: bool, title: str, seen: Sequence[Seen], opening: str = "", head: str = ""
) -> Reference:
    """The article's date from its byline, its title, its page and its own time expressions (in order of the text).

    `published` that is no EDTF counts as unknown; `opening` is the first sentence, which may bear a dateline, `head`
    the lines above it. `date` is None where nothing tells.
    """
    given = _given(published)
    ours = [opening] if _OURS.match(opening) else []
    month = _covered([*ours, title, *head.splitlines()[-HEAD_LINES:]])
    if month is not None and (given is None or (published_by_page and month.earliest <= given.latest)):
        return Reference(month, bound=True, month=month)
    found = _inferred(given, published_by_page, title, seen, opening, head)
    return replace(found, month=month)


def _covered(lines: Sequence[str]) -> PartialDate | None:
    """The month of which a bulletin says that it covers it ("This issue covers March 2025")."""
    for line in lines:
        months = [t for t in find(line) if t.kind == "date" and t.first.month and t.first.year and not t.first.day]
        if (
            len(months) == 1
            and not months[0].modifier
            and not months[0].third
            and _COVERS.search(line, 0, months[0].start)
        ):
            return dates.month(months[0].first.year, months[0].first.month, rule="title")
    return None


def _inferred(
    given: PartialDate | None, published_by_page: bool, title: str, seen: Sequence[Seen], opening: str, head: str
) -> Reference:
    if given is None or published_by_page or given.precision != "day":
        line = _dateline(opening, given) or (_dateline(f"{title} - ", None) if given is None else None)
        line = line or _of_the_head(head, given, seen)
        given, published_by_page = (line, False) if line is not None else (given, published_by_page)
    report = report_year(title, head, given, published_by_page, seen)
    if given is not None and not published_by_page:
        past = not report and is_history(given, seen)
        return Reference(replace(given, rule="byline"), given.precision != "day", report, past)
    quarter = _title_span(title)
    if quarter is not None and (given is None or quarter.latest <= given.latest):
        return Reference(quarter, bound=True)
    if report:
        return Reference(dates.year(report, rule="report"), bound=True, report_year=report)
    if given is not None:
        return Reference(replace(given, rule="page"), bound=True, history=is_history(given, seen))
    return Reference(_from_title(title, seen) or _from_text(seen), bound=True)


def _title_span(title: str) -> PartialDate | None:
    """The last of the months that a title names as its time ("Quarterly brief, January–March 2025")."""
    spans = _of_months(find(title))
    last = spans[0].last if len(spans) == 1 else None
    return dates.month(last.year, last.month, rule="title") if last is not None and last.year and last.month else None


def _of_months(found: Iterable[Timex]) -> list[Timex]:
    """The spans from one month to another."""
    return [t for t in found if t.kind == "range" and t.first.month and t.last is not None and not t.first.day]


def _from_title(title: str, seen: Sequence[Seen]) -> PartialDate | None:
    """The one year (or month) that a title names, if days without a year stand below and no later year does."""
    dated = [t for t in find(title) if not t.modifier and (t.kind == "date" or (t.kind == "range" and t.first.month))]
    named = [end for t in dated if (end := t.last or t.first).year]
    later = max((parts.year for parts in past_years(seen)), default=0)
    if len({parts.year for parts in named}) != 1 or later > named[0].year or not any(_is_bare(one) for one in seen):
        return None
    month, year = named[0].month, named[0].year
    return dates.month(year, month, rule="title") if month else dates.year(year, rule="title")


def in_dateline(text: str, start: int, end: int) -> bool:
    """Whether an expression of the first sentence is the day of its dateline."""
    match = _DATELINE.match(text.translate(_DASHES))
    return match is not None and match.start("dated") <= start and end <= match.end("day")


def _given(published: str) -> PartialDate | None:
    try:
        return dates.parse_edtf(published) if published else None
    except ValueError:  # a reader's free text, not EDTF: as good as none
        return None


def _dateline(text: str, given: PartialDate | None) -> PartialDate | None:
    """The day of a "LIMA (3 May 2021) – " before the first sentence; its year may be that of the page."""
    match = _DATELINE.match(text.translate(_DASHES))
    timex = next(iter(find(match["day"])), None) if match else None
    if timex is None or timex.kind != "date" or not timex.first.day:
        return None
    year = timex.first.year or (given.latest.year if given else 0)
    value = _day(year, timex.first.month, timex.first.day) if year else None
    if value is not None and given is not None and not timex.first.year and value > given.latest:
        value = _day(year - 1, timex.first.month, timex.first.day)
    return dates.day(value.year, value.month, value.day) if value else None


def _of_the_head(head: str, given: PartialDate | None, seen: Sequence[Seen]) -> PartialDate | None:
    """The day that stands above the text without its year ("LIMA, May 3 (Agency)"): of the page's year, else of the
    one that the text lets us infer; beside a weekday, of the last year in which it falls on that.
    """
    parts = next((p for line in reversed(head.splitlines()[-HEAD_LINES:]) if (p := _bare_day(line))), None)
    bound = given or (_from_text(seen) if parts else None)
    if parts is None or bound is None:
        return None
    years = range(bound.latest.year, bound.latest.year - 7 if parts.weekday else bound.latest.year - 2, -1)
    for value in (d for year in years if (d := _day(year, parts.month, parts.day)) is not None):
        fits = not parts.weekday or value.isoweekday() == parts.weekday
        if fits and (given is None or value <= given.latest):
            return dates.day(value.year, value.month, value.day)
    return None


def _bare_day(line: str) -> Parts | None:
    """The day and month of a line that holds nothing but these, names in capitals and the words of a dateline."""
    found = [t for t in find(line) if t.kind == "date" and t.first.day and t.first.month and not t.first.year]
    if len(found) != 1 or found[0].modifier or len(line.split()) > HEAD_WORDS:
        return None
    rest = f"{line[: found[0].start]} {line[found[0].end :]}".translate(_DASHES)
    return found[0].first if _FRAME.fullmatch(rest) else None


def _from_text(seen: Sequence[Seen]) -> PartialDate | None:
    explicit = past_years(seen)
    if not explicit:
        return None
    if told := _told_span(seen):
        return told
    full = max((p.year for p in explicit if p.day), default=0)
    named = max((p.year for p in explicit if not p.day), default=0)
    bare = [one for one in seen if _is_bare(one)]
    fits = _weekday_year(bare, max(full, named))
    if fits:
        return _dated(bare, fits)
    if full > named:
        return _after_full_dates(bare, [p for p in explicit if p.day and p.year == full])
    only_years = all(not p.month for p in explicit if p.year == named)
    return _dated(bare, named + 1 if bare or only_years else named)


def _told_span(seen: Sequence[Seen]) -> PartialDate | None:
    """The end of the months that a text says at its beginning that it covers ("from February to June 2024"), where the
    days without a year that follow all lie in them.
    """
    months = _of_months(one.timex for one in seen[:3])
    last = months[0].last if months else None
    if last is None or not last.year or not last.month or (months[0].first.year or last.year) != last.year:
        return None
    bare = [one.timex.first.month for one in seen if _is_bare(one)]
    within = [month for month in bare if months[0].first.month <= month <= last.month + 1]
    return dates.month(last.year, last.month, rule="inferred") if bare and len(within) == len(bare) else None


def _is_bare(one: Seen) -> bool:
    """A month or day without a year that has happened."""
    first = one.timex.first
    limit = one.timex.modifier in ("until", "by", "before")
    return (
        one.timex.kind == "date" and bool(first.month) and not first.year and not first.year_word and not limit
        and one.tense != "future"
    )  # fmt: skip


def _weekday_year(bare: Sequence[Seen], since: int) -> int:
    """ "Monday, March 3" holds in one year of six or so: the first such from the last year written out."""
    combined = [one.timex.first for one in bare if one.timex.first.weekday and one.timex.first.day]
    for year in range(since, since + 7 if combined else since):
        if all(_falls_on(parts, year) for parts in combined):
            return year
    return 0


def _falls_on(parts: Parts, year: int) -> bool:
    value = _day(year, parts.month, parts.day)
    return value is not None and value.isoweekday() == parts.weekday


def _after_full_dates(bare: Sequence[Seen], full: Sequence[Parts]) -> PartialDate | None:
    """A full date, then days without a year: those stand in the year that brings them nearest to it."""
    valid = [d for p in full if (d := _day(p.year, p.month, p.day)) is not None]
    if not valid:
        return None
    last = max(valid)
    firsts = [one.timex.first for one in bare if one.timex.first.day]
    for parts in firsts:
        near = [d for year in (-1, 0, 1) if (d := _day(valid[0].year + year, parts.month, parts.day)) is not None]
        last = max([last, *sorted(near, key=lambda d: (abs((d - valid[0]).days), d))[:1]])
    return dates.approximate(dates.month(last.year, last.month), rule="inferred")


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:  # 30 February and the like
        return None


def _dated(bare: Sequence[Seen], year: int) -> PartialDate:
    """The year, narrowed to the month of the last day that has passed in it, if the text names days."""
    days = [(one.timex.first.month, one.tense) for one in bare if one.timex.first.day]
    past = [month for month, tense in days if tense == "past"] or [month for month, _ in days]
    value = dates.month(year, max(past)) if past else dates.year(year)
    return dates.approximate(value, rule="inferred")
