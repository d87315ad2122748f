"""The year of a date that names none: by the story it stands in, its weekday, or the date of the article (pure)."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from kg import dates
from kg.dates import PartialDate
from kg.mentions.timex.model import Context, Parts
from kg.mentions.timex.shift import shifted

NEAR_STORY = 60
NEAR_FUTURE = 60
FRESH = 30
RECENT = 45  # days: a date this shortly before the article is news, whatever the story told before
YEAR = 366
JUST = 5  # times as near as the next
BACK = 1.5  # how much nearer a day before the story has to be than one after it
SEASON = 92


def dated(parts: Parts, year: int, rule: str) -> PartialDate:
    """The parts in a year. Raises ValueError where the calendar has no such day."""
    if parts.day:
        return dates.day(year, parts.month, parts.day, rule=rule)
    return dates.month(year, parts.month, rule=rule) if parts.month else dates.year(year, rule=rule)


def from_entry(parts: Parts, context: Context) -> PartialDate | None:
    """Inside an entry of a chronology: the date nearest to that of the entry."""
    if context.entry is None:
        return None
    found = candidates(parts, context.entry.latest.year)
    if context.tense == "future":
        found = [v for v in found if v.latest >= context.entry.earliest] or found
    nearest = _nearest(found, context.entry)
    return replace(nearest, rule="year-from-entry")


def from_story(parts: Parts, context: Context) -> PartialDate | None:
    """A day near the full date before it, where that date lies more than a year before the article."""
    story, reference = context.story_day, context.reference
    if context.month is not None:  # bare months are those around the month covered
        return None
    if context.history and context.tense != "future" and (past := _in_history(parts, context)):
        return past
    if context.told is not None and context.tense not in ("future", "later"):
        return _told_on(parts, context)
    if not parts.day or story is None or (context.tense == "future" and not context.bound):
        return None
    distant = reference is None or (reference.latest - story.latest).days > YEAR
    ahead = context.tense == "future" and context.bound
    if not distant and not ahead:
        return None
    nearest = _nearest(candidates(parts, story.latest.year), story)
    gap = (nearest.latest - story.latest).days
    fits = (0 if ahead and not distant else -NEAR_STORY) <= gap <= NEAR_STORY
    return replace(nearest, rule="year-from-story") if fits else None


def _in_history(parts: Parts, context: Context) -> PartialDate | None:
    """In what tells of times long past, the day or month nearest to the one told of last, rather after than before."""
    story, now = context.told or context.story, context.reference
    if story is None or now is None or story.precision not in ("day", "month"):
        return None
    fits = [v for v in candidates(parts, story.latest.year) if v.earliest <= now.latest]
    gaps = [((v.latest - story.latest).days, v) for v in fits]
    best = min(gaps, key=lambda g: g[0] if g[0] >= 0 else -g[0] * BACK, default=None)
    return replace(best[1], rule="year-from-story") if best else None


def _told_on(parts: Parts, context: Context) -> PartialDate | None:
    """A paragraph that tells what happened in a year it has named goes on from there, up to the present."""
    told, reference = context.told, context.reference
    if told is None:
        return None
    news = (
        reference is not None
        and context.newest is not None
        and (reference.latest - context.newest.latest).days <= FRESH
    )
    if news and reference is not None and (reference.latest - told.latest).days > 2 * YEAR and parts.day:
        return None
    last = candidates(parts, reference.latest.year) if reference else []
    fine = reference is not None and reference.precision in ("day", "month")
    recent = [v for v in last if fine and reference and 0 <= (reference.latest - v.latest).days <= RECENT]
    back = NEAR_STORY if parts.day else 0  # a month that the paragraph has passed is that of the next year
    after = [v for v in candidates(parts, told.latest.year) if (v.latest - told.earliest).days >= -back]
    if recent or not after or (reference is not None and after[0].earliest > reference.latest):
        return None
    return replace(after[0], rule="year-from-story")


def from_weekday(parts: Parts, context: Context) -> PartialDate | None:
    """ "Monday, March 3": the nearest year in which that day is a Monday."""
    if not parts.weekday or not parts.day or context.reference is None:
        return None
    limit = context.reference.latest + timedelta(days=0 if context.tense == "past" else 366)
    years = range(context.reference.latest.year + 1, context.reference.latest.year - 12, -1)
    for value in (v for year in years for v in candidates(parts, year, around=0)):
        if value.latest.isoweekday() == parts.weekday and value.latest <= limit:
            return replace(value, rule="weekday")
    return None


def candidates(parts: Parts, year: int, around: int = 1) -> list[PartialDate]:
    """The date in a year and its neighbours, without the years that lack the day (29 February)."""
    found: list[PartialDate] = []
    for each in range(max(1, year - around), min(9999, year + around) + 1):
        if not (parts.month == 2 and parts.day == 29 and not _leap(each)):
            found.append(dated(parts, each, "year-from-article"))
    return found


def _leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def from_article(parts: Parts, context: Context) -> PartialDate | None:
    """Past: the last such date up to the article's. Future: the next. Tense unknown: the nearest, not far ahead."""
    reference = context.reference
    if reference is None:
        return None
    if (after := _after_the_story(parts, context)) is not None:
        return after
    near = 4 if (parts.month, parts.day) == (2, 29) else 1
    values = candidates(parts, reference.latest.year, near)
    past = [v for v in values if v.earliest <= reference.latest]
    if context.tense == "later":
        return _later(values, context, reference)
    if context.tense == "future" and (context.month is not None or not context.bound):
        return next((v for v in values if v.latest >= reference.earliest), None)
    ahead = next((v for v in values if v.earliest > reference.latest), None)
    if past and ahead is not None and parts.day and not context.bound and _nearly_due(past[-1], ahead, reference):
        return ahead
    if context.tense == "past" or not parts.day or (context.bound and not context.tense):
        return past[-1] if past else None
    close = [v for v in values if v.earliest - reference.latest <= timedelta(days=NEAR_FUTURE)]
    return _nearest(close, reference) if close else None


def _nearly_due(past: PartialDate, ahead: PartialDate, now: PartialDate) -> bool:
    """ "The rally planned for 3 July was banned", read in June: nobody leaves out the year of a day so long ago."""
    fine = now.precision == "day" and now.rule == "byline"
    return fine and (ahead.earliest - now.latest).days <= FRESH and (now.latest - past.latest).days > YEAR - FRESH - 2


def _after_the_story(parts: Parts, context: Context) -> PartialDate | None:
    """Where the article's day is only guessed: the next such date of the story, if it comes within a season."""
    story, reference = context.story, context.reference
    if story is None or reference is None or reference.rule != "inferred" or context.tense == "future":
        return None
    if story.precision not in ("day", "month") or story.loose or reference.latest > story.latest + timedelta(SEASON):
        return None
    values = candidates(parts, story.latest.year)
    near = [v for v in values if v.latest >= story.earliest and (v.earliest - story.latest).days <= SEASON]
    return replace(near[0], rule="year-from-story") if near else None


def _later(values: list[PartialDate], context: Context, reference: PartialDate) -> PartialDate | None:
    """What was put off or fixed: the next such date after the day that the story has reached, else after the article,
    unless one has only just passed.
    """
    story = context.story_day
    since = reference.latest - timedelta(days=NEAR_STORY)
    recent = next((v for v in values if v.latest >= since), None)
    if story is not None and (reference.latest - story.latest).days < YEAR:
        after = next((v for v in values if v.latest >= story.earliest), None)
        # "had notified the mayor of the march on 12 February", read in March: nobody plans for next February
        far = after is not None and (after.earliest - reference.latest).days > YEAR - RECENT * 2
        return recent if far and recent is not None and recent.latest <= reference.latest else after
    return recent


def _nearest(values: list[PartialDate], to: PartialDate) -> PartialDate:
    return min(values, key=lambda v: (abs((v.latest - to.latest).days), v.edtf))


def of_month(parts: Parts, context: Context) -> PartialDate | None:
    """ "on the 22nd": the first such day from the date that the story has reached, else the last before the article."""
    if context.month is not None:
        told = context.story if context.tense == "future" else context.within
        ahead = told is not None and (told.precision == "month" or context.tense == "future")
        named = told if told is not None and ahead and told.precision in ("day", "month") else context.month
        return next((replace(v, rule="year-from-article") for v in _days(parts, named)), None)
    base = context.story_day or context.story
    if context.story is not None and context.story.precision == "month":
        base = context.story
    if base is not None and base.precision in ("day", "month"):
        return _nth_after(parts, base, context)
    reference = context.reference
    if reference is None or reference.precision != "day" or context.bound:
        return None
    months = [shifted(reference, step, "month") for step in (-1, 0, 1)]
    found = [v for m in months if m for v in _days(parts, m)]
    if context.tense in ("future", "later"):
        return next((v for v in found if v.latest >= reference.latest), None)
    return next((v for v in reversed(found) if v.latest <= reference.latest), None)


def _nth_after(parts: Parts, base: PartialDate, context: Context) -> PartialDate | None:
    """The first such day from that which the story has reached, unless it lies far after one just before it, or after
    the article.
    """
    found = [v for step in (0, 1) if (m := shifted(base, step, "month")) for v in _days(parts, m)]
    if not found:
        return None
    after = next((v for v in found if v.latest >= base.earliest), None)
    now, past = context.reference, context.tense not in ("future", "later")
    known = now is not None and now.precision == "day" and past
    ahead = after is None or (known and now is not None and after.earliest > now.latest)
    just = (base.earliest - found[0].latest).days * JUST < ((after.latest - base.earliest).days if after else 0)
    value = found[0] if ahead or just else after
    return replace(value, rule="story") if value is not None else None


def _days(parts: Parts, month: PartialDate) -> list[PartialDate]:
    """The day in a month, none if the month is too short."""
    try:
        return [dates.day(month.latest.year, month.latest.month, parts.day, rule="relative")]
    except ValueError:  # 31 June
        return []
