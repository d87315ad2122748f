"""What date a time expression stands for, given the article's date and what the story has reached.

`PartialDate.rule` names the rule that decided:

| rule | what decided |
|---|---|
| explicit | the text gives the year |
| year-word | "of last year", "last November", "this February" |
| year-from-sentence | a year stated earlier in the sentence, or at the head of the sentence before |
| year-from-report | a yearly report: its year |
| year-from-entry | the entry of a chronology, or the heading above |
| year-from-story | a date with its year before it in the paragraph, or a full date just before, far from the article |
| year-from-article | news: most recent on or before the article's date; for what is to come, next after it |
| weekday | a weekday alone (of the article's week, or of the story's), or the weekday that fits day and month |
| holiday | the day of a holiday, its year as for any day |
| relative | counted from the article's date |
| story | counted from the date the story has reached |
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import cast

from kg import dates
from kg.dates import PartialDate
from kg.mentions.timex import years
from kg.mentions.timex.feasts import feast_date
from kg.mentions.timex.grammar import compiled
from kg.mentions.timex.model import Context, Parts, Timex, Unit
from kg.mentions.timex.portions import portion_of
from kg.mentions.timex.shift import shifted, stretch, week_of
from kg.mentions.timex.years import dated

UNITS = ("day", "month", "year")
FRESH = 14  # days
JUST_PAST = 1  # days
_STEPS = {"last": -1, "previous": -1, "next": 1, "following": 1}
_STEP_WORD = compiled(r"\b(?:next|following|previous|same|that)\b")
_OF_STORY = ("same", "following", "previous")


def resolve(timex: Timex, context: Context) -> PartialDate | None:
    """The date, or None where the text and its context do not give one (or the calendar has no such day)."""
    try:
        value = _value(timex, context)
        if value is None:
            return None
        return _up_to_now(timex, _limited(timex, portion_of(value, timex.third)), context)
    except (ValueError, OverflowError):  # "30 February", a range reversed, a year beyond 9999: no date
        return None


def _value(timex: Timex, context: Context) -> PartialDate | None:
    if timex.kind == "relative":
        return _relative(timex, context)
    if timex.kind == "feast":
        return feast_date(timex, context)
    if timex.kind == "weekday":
        return _weekdays(timex, context)
    if timex.kind == "decade":
        return dates.decade(timex.first.year)
    if timex.kind == "range" and timex.last is not None:
        return _range(timex.first, timex.last, context)
    value = _calendar(timex.first, context)
    if timex.kind == "season" and value is not None:
        return _season(_begun(timex.first, value, context))
    return replace(value, rule="holiday") if timex.kind == "holiday" and value is not None else value


def _limited(timex: Timex, value: PartialDate) -> PartialDate:
    """Open the side that "since", "after" or "before" leaves open; "about" and vague amounts make it approximate."""
    if timex.modifier == "since" and timex.third:
        return dates.interval(dates.parse_edtf(value.edtf.partition("/")[0]), None, rule=value.rule)
    if timex.modifier in ("since", "after", "before") and "/" not in value.edtf:
        step = {"since": 0, "after": 1, "before": -1}[timex.modifier]
        edge = shifted(value, step, cast(Unit, value.precision)) if step and value.precision in UNITS else value
        if edge is not None:
            return dates.interval(*((None, edge) if step < 0 else (edge, None)), rule=value.rule)
    return dates.approximate(value) if timex.modifier == "about" or timex.loose else value


def _up_to_now(timex: Timex, value: PartialDate, context: Context) -> PartialDate:
    """What has gone on since a date goes on until the day of the article, if that is known."""
    now = context.reference
    if context.report_year and value.earliest.year == context.report_year:
        now = dates.month(context.report_year, 12)  # a yearly report ends with its year
    if timex.modifier != "since" or now is None or now.precision not in ("day", "month") or value.earliest > now.latest:
        return value
    if now.loose:
        return value
    return dates.interval(dates.parse_edtf(value.edtf.partition("/")[0]), now, rule=value.rule)


def _begun(parts: Parts, first_month: PartialDate, context: Context) -> PartialDate:
    """ "this winter" said in February began in the December before."""
    base = context.reference if parts.year_word == "this" else context.story
    within = parts.year_word in ("this", "same") and base is not None and base.precision in ("day", "month")
    if within and base is not None and parts.month == 12 and base.latest.month < 3:
        return shifted(first_month, -12, "month") or first_month
    return first_month


def _season(first_month: PartialDate) -> PartialDate:
    """The three months of the northern season; "winter 2023" begins in December 2023."""
    last = shifted(first_month, 2, "month")
    return dates.interval(first_month, last, rule=first_month.rule) if last else first_month


def _range(first: Parts, last: Parts, context: Context) -> PartialDate | None:
    """Days run on from the first, which is read as a date of its own; months run up to the last.

    "from 1 to 15 June" may still go on when the article appears; "from March to May" is over.
    """
    if first.year and last.year:
        return dates.interval(dated(first, first.year, "explicit"), dated(last, last.year, "explicit"))
    if first.year_word and last.year_word:
        ends = _calendar(first, context), _calendar(last, context)
        return dates.interval(*ends, rule="year-word") if ends[0] and ends[1] else None
    wraps = (first.month, first.day) > (last.month, last.day)
    known = _calendar(first if first.day else last, context)
    if known is None:
        return None
    if first.day and not last.month:
        last = replace(last, month=known.earliest.month)
    year, rule = known.earliest.year, known.rule
    ends = (known, dated(last, year + wraps, rule)) if first.day else (dated(first, year - wraps, rule), known)
    return dates.interval(*ends, rule=rule)


def _calendar(parts: Parts, context: Context) -> PartialDate | None:
    if parts.year:
        return dated(parts, parts.year, "explicit")
    if parts.year_word:
        return _year_in_words(parts, context)
    if context.frame_year and parts.month:
        return dated(parts, context.frame_year, "year-from-sentence")
    if context.report_year and parts.month:
        return dated(parts, context.report_year, "year-from-report")
    if parts.day and not parts.month:
        return years.of_month(parts, context)
    return (
        years.from_entry(parts, context) or years.from_story(parts, context) or years.from_weekday(parts, context)
        or years.from_article(parts, context)
    )  # fmt: skip


def _year_in_words(parts: Parts, context: Context) -> PartialDate | None:
    """ "of last year" counts years; "last November" and "the following April" are the nearest of their name."""
    word, whole, _ = parts.year_word.partition(" ")
    if word == "report":
        return dates.year(context.report_year, rule="year-from-report") if context.report_year else None
    told = (context.within or context.story) if word in _OF_STORY else None
    base = told or context.reference
    if base is None:
        return None
    if whole and base.rule == "report" and word == "this":
        base = dates.year(context.report_year or base.latest.year)
    if whole or parts.day or parts.weekday:
        return dated(parts, base.latest.year + _STEPS.get(word, 0), "year-word")
    return _nearest_month(parts, base, word)


def _nearest_month(parts: Parts, base: PartialDate, word: str) -> PartialDate:
    """ "last November" is the latest November that is over; "next March" the first that has not begun."""
    year, month = base.latest.year, base.latest.month
    rough = base.precision not in ("day", "month")
    if word in ("last", "previous"):
        return dated(parts, year - (rough or parts.month >= month), "year-word")
    if word in ("next", "following"):
        return dated(parts, year + (rough or parts.month <= month), "year-word")
    return dated(parts, year, "year-word")


def _weekdays(timex: Timex, context: Context) -> PartialDate | None:
    """One weekday, or the days from one to another ("Tuesday to Friday"), which are counted from the last."""
    if timex.last is None:
        return _weekday(timex.first, context)
    last = _weekday(timex.last, context)
    first = shifted(last, -((timex.last.weekday - timex.first.weekday) % 7), "day") if last else None
    return dates.interval(first, last, rule="weekday") if first and last else None


def _weekday(parts: Parts, context: Context) -> PartialDate | None:
    """By the day of the article (loosely, if only its page has one); "the following Tuesday" by that of the story."""
    told, week, _ = parts.year_word.partition(" week")
    if week and told in _OF_STORY:
        return _of_told_week(parts.weekday, {"following": 1, "previous": -1}.get(told, 0), context)
    reference = context.reference
    known = reference is not None and not context.bound and reference.precision == "day" and not reference.loose
    of_page = reference is not None and reference.rule == "page" and _fresh(reference, context.newest)
    if parts.year_word in _OF_STORY or not (known or of_page):
        return _weekday_of_story(parts, context)
    today = reference.latest if reference else date.min
    if parts.year_word.endswith(" week"):
        monday = today + timedelta(days=7 * _STEPS.get(parts.year_word.split()[0], 0) - today.isoweekday() + 1)
        value = _exactly(monday + timedelta(days=parts.weekday - 1))
    elif parts.year_word == "next" or (context.tense in ("future", "later") and parts.year_word != "last"):
        ahead = (parts.weekday - today.isoweekday()) % 7  # "will vote on Thursday", said on a Thursday, is today
        value = _exactly(today + timedelta(days=ahead or 7 * (parts.year_word == "next")))
    else:
        back = (today.isoweekday() - parts.weekday) % 7
        late = parts.year_word == "last" and back <= JUST_PAST  # "last Thursday", said on a Friday: not yesterday
        value = _exactly(today - timedelta(days=back + 7 * late))
    return value if known else dates.approximate(value)


def _of_told_week(weekday: int, weeks: int, context: Context) -> PartialDate | None:
    """ "on the Friday of that week": of the week that the story has reached."""
    base = context.story_day
    if base is None:
        return None
    return _exactly(base.latest + timedelta(days=7 * weeks + weekday - base.latest.isoweekday()))


def _fresh(page: PartialDate, told: PartialDate | None) -> bool:
    """Whether a page seems to be as old as its article: the days that this has told of are not long past."""
    return told is None or 0 <= (page.latest - told.latest).days <= FRESH


def _weekday_of_story(parts: Parts, context: Context) -> PartialDate | None:
    """ "The following Tuesday" comes after the day of the story; a bare one, too, in a chronology or in news that gives
    no day of its own.
    """
    base = context.story_day
    if base is None or (parts.year_word not in (*_OF_STORY, "") and context.entry is None):
        return None
    if not parts.year_word and context.entry is None and not _goes_on(context):
        return None
    if parts.year_word == "previous":
        return _exactly(base.latest - timedelta(days=(base.latest.isoweekday() - parts.weekday - 1) % 7 + 1))
    ahead = (parts.weekday - base.latest.isoweekday()) % 7
    return _exactly(base.latest + timedelta(days=ahead or 7 * (parts.year_word == "following")))


def _goes_on(context: Context) -> bool:
    """Whether a weekday may be counted from the story: told as past, and the article is not of another time."""
    reference, story = context.reference, context.story_day
    if story is None or story.loose or context.tense in ("future", "later"):
        return False
    return reference is not None and 0 <= (reference.latest - story.latest).days <= FRESH * 2


def _exactly(value: date) -> PartialDate:
    return dates.day(value.year, value.month, value.day, rule="weekday")


def _relative(timex: Timex, context: Context) -> PartialDate | None:
    if timex.anchor == "clause":  # needs the other dates of its sentence: see timex_after
        return None
    if timex.anchor == "":
        base, rule = _calendar(timex.first, context), "relative"
    elif timex.anchor == "story":
        base, rule = _story(timex, context), "story"
        within = timex.stretch or timex.text.lower().startswith("within")
        if within and (context.tense in ("future", "later") or base is None):
            base, rule = context.reference, "relative"
    else:
        base, rule = context.reference, "relative"
    if base is None or (timex.anchor == "article" and context.bound and timex.unit in ("day", "week")):
        return None
    if timex.stretch and timex.anchor == "":
        last = shifted(base, timex.amount - (timex.unit == "day"), timex.unit)
        return dates.interval(base, last, rule=rule) if last else None
    if timex.text.lower().startswith("within") and timex.stretch:
        end = shifted(base, timex.amount, timex.unit) if context.tense == "past" else None
        return dates.interval(base, end, rule=rule) if end is not None and base.precision in ("day", "month") else None
    if timex.stretch:
        return stretch(base, timex.amount, timex.unit, rule=rule)
    if timex.anchor == "article" and timex.unit == "week" and abs(timex.amount) <= 1 and "ago" not in timex.text:
        week = week_of(base, timex.amount, rule=rule)
        told = week is not None and timex.amount == 0 and context.tense == "past"  # "this week" ends with the article
        return dates.interval(dates.parse_edtf(week.edtf.partition("/")[0]), base, rule=rule) if week and told else week
    if timex.unit == "week" and _STEP_WORD.search(timex.text) and base.precision == "day":
        return week_of(base, timex.amount, rule=rule)
    moved = shifted(base, timex.amount, timex.unit)
    return replace(moved, rule=rule) if moved else None


def _story(timex: Timex, context: Context) -> PartialDate | None:
    """Days are counted from the last full date, if there is one close by; other units from the last date at all.

    "joined in 2001 and ratified the following year": a date of the same grain in the same sentence comes first.
    """
    if context.month is not None and timex.third and timex.text.lower().endswith(" the month"):
        return context.month
    if context.within is not None and timex.unit == context.within.precision and not context.within.loose:
        return context.within
    reached = context.reached if timex.unit in ("hour", "day", "week") else context.story
    return reached or context.entry or (dates.year(context.frame_year) if context.frame_year else None)
