"""What date a time expression stands for, given the article's date and what the story has reached.

`PartialDate.rule` names the rule that decided:

| rule | what decided |
|---|---|
| explicit | the text gives the year |
| year-word | "of last year", "last November", "this February" |
| year-from-sentence | a year stated earlier in the sentence, or at the head of the sentence before |
| year-from-report | a yearly report: its year |
| year-from-story | a full date shortly before, far from the article's date |
| year-from-article | news: most recent on or before the article's date; for what is to come, next after it |
| weekday | a weekday alone, or the weekday that fits day and month |
| holiday | the day of a holiday, its year as for any day |
| relative | counted from the article's date |
| story | counted from the date the story has reached |
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import cast

from kg import dates
from kg.dates import PartialDate
from kg.mentions.timex_model import Parts, Tense, Timex, Unit
from kg.mentions.timex_shift import shifted, stretch, week_of

UNITS = ("day", "month", "year")
_STEPS = {"last": -1, "previous": -1, "next": 1, "following": 1}
_OF_STORY = ("same", "following", "previous")


@dataclass(frozen=True, slots=True)
class Context:
    """What a time expression is read against.

    `reference` is the article's date; `bound` tells that it is no more than an upper bound (a page's date) or rough.
    `report_year` is the year of a yearly report, 0 if it is none. `story` is the date that the narrative has reached,
    `story_day` the last full date of the sentences just before, `frame_year` a year that this sentence (or the head
    of the one before) has set, 0 if none.
    """

    reference: PartialDate | None = None
    bound: bool = False
    report_year: int = 0
    story: PartialDate | None = None
    story_day: PartialDate | None = None
    frame_year: int = 0
    tense: Tense = ""


def resolve(timex: Timex, context: Context) -> PartialDate | None:
    """The date, or None where the text and its context do not give one (or the calendar has no such day)."""
    try:
        value = _value(timex, context)
        return None if value is None else _limited(timex, value)
    except (ValueError, OverflowError):  # "30 February", a range reversed, a year beyond 9999: no date
        return None


def _value(timex: Timex, context: Context) -> PartialDate | None:
    if timex.kind == "relative":
        return _relative(timex, context)
    if timex.kind == "weekday":
        return _weekday(timex.first, context)
    if timex.kind == "decade":
        return dates.decade(timex.first.year)
    if timex.kind == "range" and timex.last is not None:
        return _range(timex.first, timex.last, context)
    value = _calendar(timex.first, context)
    if timex.kind == "season" and value is not None:
        return _season(value)
    return replace(value, rule="holiday") if timex.kind == "holiday" and value is not None else value


def _limited(timex: Timex, value: PartialDate) -> PartialDate:
    """Open the side that "since", "after" or "before" leaves open; "about" and vague amounts make it approximate."""
    if timex.modifier in ("since", "after", "before") and "/" not in value.edtf:
        step = {"since": 0, "after": 1, "before": -1}[timex.modifier]
        edge = shifted(value, step, cast(Unit, value.precision)) if step and value.precision in UNITS else value
        if edge is not None:
            return dates.interval(*((None, edge) if step < 0 else (edge, None)), rule=value.rule)
    return dates.approximate(value) if timex.modifier == "about" or timex.loose else value


def _season(first_month: PartialDate) -> PartialDate:
    """The three months of the northern season; "winter 2023" begins in December 2023."""
    last = shifted(first_month, 2, "month")
    return dates.interval(first_month, last, rule=first_month.rule) if last else first_month


def _range(first: Parts, last: Parts, context: Context) -> PartialDate | None:
    """Days run on from the first, which is read as a date of its own; months run up to the last.

    "from 1 to 15 June" may still go on when the article appears; "from March to May" is over.
    """
    if first.year and last.year:
        return dates.interval(_dated(first, first.year, "explicit"), _dated(last, last.year, "explicit"))
    wraps = (first.month, first.day) > (last.month, last.day)
    known = _calendar(first if first.day else last, context)
    if known is None:
        return None
    year, rule = known.earliest.year, known.rule
    ends = (known, _dated(last, year + wraps, rule)) if first.day else (_dated(first, year - wraps, rule), known)
    return dates.interval(*ends, rule=rule)


def _dated(parts: Parts, year: int, rule: str) -> PartialDate:
    if parts.day:
        return dates.day(year, parts.month, parts.day, rule=rule)
    return dates.month(year, parts.month, rule=rule) if parts.month else dates.year(year, rule=rule)


def _calendar(parts: Parts, context: Context) -> PartialDate | None:
    if parts.year:
        return _dated(parts, parts.year, "explicit")
    if parts.year_word:
        return _year_in_words(parts, context)
    if context.frame_year:
        return _dated(parts, context.frame_year, "year-from-sentence")
    if context.report_year:
        return _dated(parts, context.report_year, "year-from-report")
    return _from_story(parts, context) or _from_weekday(parts, context) or _from_article(parts, context)


def _year_in_words(parts: Parts, context: Context) -> PartialDate | None:
    """ "of last year" counts years; "last November" and "the following April" are the nearest of their name."""
    word, whole, _ = parts.year_word.partition(" ")
    base = context.story if word in _OF_STORY else context.reference
    if base is None:
        return None
    if whole or parts.day or parts.weekday:
        return _dated(parts, base.latest.year + _STEPS.get(word, 0), "year-word")
    if word in ("same", "this") and parts.month in _WINTER and base.precision in ("day", "month"):
        return _dated(parts, base.latest.year - (base.latest.month <= _WINTER_ENDS), "year-word")
    return _nearest_month(parts, base, word)


def _nearest_month(parts: Parts, base: PartialDate, word: str) -> PartialDate:
    """ "last November" is the latest November that is over; "next March" the first that has not begun."""
    year, month = base.latest.year, base.latest.month
    rough = base.precision not in ("day", "month")
    if word in ("last", "previous"):
        return _dated(parts, year - (rough or parts.month >= month), "year-word")
    if word in ("next", "following"):
        return _dated(parts, year + (rough or parts.month <= month), "year-word")
    return _dated(parts, year, "year-word")


def _from_story(parts: Parts, context: Context) -> PartialDate | None:
    """A day near the full date before it, where that date lies more than a year before the article."""
    story, reference = context.story_day, context.reference
    if not parts.day or story is None or (context.tense == "future" and not context.bound):
        return None
    distant = reference is None or (reference.latest - story.latest).days > 366
    ahead = context.tense == "future" and context.bound
    if not distant and not ahead:
        return None
    nearest = min(_candidates(parts, story.latest.year), key=lambda d: (abs((d.latest - story.latest).days), d.edtf))
    gap = (nearest.latest - story.latest).days
    fits = (0 if ahead and not distant else -NEAR_STORY) <= gap <= NEAR_STORY
    return replace(nearest, rule="year-from-story") if fits else None


def _from_weekday(parts: Parts, context: Context) -> PartialDate | None:
    """ "Monday, March 3": the nearest year in which that day is a Monday."""
    if not parts.weekday or not parts.day or context.reference is None:
        return None
    limit = context.reference.latest + timedelta(days=0 if context.tense == "past" else 366)
    years = range(context.reference.latest.year + 1, context.reference.latest.year - 12, -1)
    for value in (v for year in years for v in _candidates(parts, year, around=0)):
        if value.latest.isoweekday() == parts.weekday and value.latest <= limit:
            return replace(value, rule="weekday")
    return None


def _candidates(parts: Parts, year: int, around: int = 1) -> list[PartialDate]:
    """The date in a year and its neighbours, without the years that lack the day (29 February)."""
    found: list[PartialDate] = []
    for each in range(max(1, year - around), min(9999, year + around) + 1):
        if not (parts.month == 2 and parts.day == 29 and not _leap(each)):
            found.append(_dated(parts, each, "year-from-article"))
    return found


def _leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _from_article(parts: Parts, context: Context) -> PartialDate | None:
    """Past: the last such date up to the article's. Future: the next. Tense unknown: the nearest, not far ahead."""
    reference = context.reference
    if reference is None:
        return None
    near = 4 if (parts.month, parts.day) == (2, 29) else 1
    values = _candidates(parts, reference.latest.year, near)
    past = [v for v in values if v.earliest <= reference.latest]
    if context.tense == "future" and not context.bound:
        return next((v for v in values if v.latest >= reference.earliest), None)
    if context.tense == "past" or not parts.day or (context.bound and not context.tense):
        return past[-1] if past else None
    close = [v for v in values if v.earliest - reference.latest <= timedelta(days=NEAR_FUTURE)]
    return min(close, key=lambda v: (_gap(v, reference), v.edtf), default=None)


def _gap(value: PartialDate, reference: PartialDate) -> int:
    return abs((value.earliest - reference.latest).days)


def _weekday(parts: Parts, context: Context) -> PartialDate | None:
    """A weekday needs an article dated to the day; in a story far from it, a day of the story."""
    reference = context.reference
    if reference is None or context.bound or reference.precision != "day" or reference.loose:
        return None
    today = reference.latest
    if parts.year_word == "next" or (context.tense == "future" and parts.year_word != "last"):
        return _exactly(today + timedelta(days=(parts.weekday - today.isoweekday() - 1) % 7 + 1))
    back = (today.isoweekday() - parts.weekday) % 7
    return _exactly(today - timedelta(days=back or (7 if parts.year_word == "last" else 0)))


def _exactly(value: date) -> PartialDate:
    return dates.day(value.year, value.month, value.day, rule="weekday")


def _relative(timex: Timex, context: Context) -> PartialDate | None:
    if timex.anchor == "":
        base, rule = _calendar(timex.first, context), "relative"
    elif timex.anchor == "story":
        base, rule = _story(timex, context), "story"
        if timex.stretch and (context.tense == "future" or base is None):
            base, rule = context.reference, "relative"
    else:
        base, rule = context.reference, "relative"
    if base is None or (timex.anchor == "article" and context.bound and timex.unit in ("day", "week")):
        return None
    if timex.stretch:
        return stretch(base, timex.amount, timex.unit, rule=rule)
    if timex.anchor == "article" and timex.unit == "week" and abs(timex.amount) <= 1 and "ago" not in timex.text:
        return week_of(base, timex.amount, rule=rule)
    moved = shifted(base, timex.amount, timex.unit)
    return replace(moved, rule=rule) if moved else None


def _story(timex: Timex, context: Context) -> PartialDate | None:
    """Days are counted from the last full date, if there is one close by; other units from the last date at all."""
    if timex.unit in ("hour", "day", "week") and context.story_day is not None:
        return context.story_day
    return context.story or (dates.year(context.frame_year) if context.frame_year else None)
