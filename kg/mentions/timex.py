"""Dates in prose: the one door of the date stage is `article_dates`.

>>> found = article_dates([(0, "The march was banned on 3 May."), (1, "Two days later he was fined.")],
...                       published="2023-06-01")
>>> [(dated.text, dated.date.edtf, dated.date.rule) for index in (0, 1) for dated in found.of(index)]
[('3 May', '2023-05-03', 'year-from-article'), ('Two days later', '2023-05-05', 'story')]
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from kg.dates import PartialDate
from kg.mentions.reference_date import Reference, Seen, infer
from kg.mentions.timex_durations import durations
from kg.mentions.timex_find import find
from kg.mentions.timex_grammar import LOOKBACK, before
from kg.mentions.timex_model import Dated, Duration, Tense, Timex
from kg.mentions.timex_resolve import Context, resolve
from kg.mentions.timex_tense import tense_at

__all__ = ["ArticleDates", "Context", "Dated", "Duration", "Timex", "article_dates", "durations", "find", "resolve"]

_STORY_SENTENCES = 5
_FRAME_SENTENCES = 2
_HEAD = 30
_AHEAD = re.compile(r"\b(?:before|ahead of|until|till|for)\s+(?:the\s+)?$", re.IGNORECASE)
_NAMELY = re.compile(r"\s*(?:,|\()\s*(?:on\s+)?", re.IGNORECASE)
_ASIDE = re.compile(
    r"(?:\bdated|\bborn(?:\s+(?:on|in))?|\bNos?\.?\s*[\w/-]+\s+of|№\s*[\w/-]+\s+of|[(\[])\s+$|[(\[]$", re.IGNORECASE
)
_SETS_YEAR = re.compile(r"\b(?:in|during|of)\s+$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ArticleDates:
    """The dates of an article. `reference` is the article's own date, None if nothing tells it.

    `reference.rule` is "byline", "page" (an upper bound), "report" or "inferred"; `report_year` is 0 unless it is a
    yearly report. `unresolved` holds what needs a date that the article does not give.
    """

    reference: PartialDate | None
    report_year: int
    by_sentence: Mapping[int, tuple[Dated, ...]]
    unresolved: Mapping[int, tuple[Timex, ...]]

    def of(self, index: int) -> tuple[Dated, ...]:
        """The dates of one sentence in the order of the text; empty for an unknown index."""
        return self.by_sentence.get(index, ())


@dataclass(frozen=True, slots=True)
class _Story:
    """What the narrative has reached: the last date, the last full date and the last year set, each with its place."""

    last: PartialDate | None = None
    day: PartialDate | None = None
    day_at: int = -99
    frame: int = 0
    frame_at: int = -99


def article_dates(
    sentences: Sequence[tuple[int, str]],
    *,
    published: str = "",
    published_by_page: bool = False,
    title: str = "",
    tenses: Mapping[int, Tense] | None = None,
) -> ArticleDates:
    """Find and resolve every time expression of one article, in narrative order.

    `sentences` are (index, text) in the order of the text; an index is the caller's own and comes back in
    `ArticleDates.by_sentence`, whose offsets count within that sentence's text. `published` is EDTF or "" (anything
    else counts as unknown); with `published_by_page` it only bounds the article's date from above. `title` helps to
    tell yearly reports. `tenses` overrides, by index, the tense guessed from the verbs near each expression.

    Durations ("ten days in jail") are not among the dates: ask `durations(text)`. Never raises on any text.
    """
    found = [(index, text, [_seen(text, timex) for timex in find(text)]) for index, text in sentences]
    seen = [one for _, _, several in found for one in several]
    reference = infer(published, published_by_page, title, seen)
    story = _Story()
    dated: dict[int, tuple[Dated, ...]] = {}
    unresolved: dict[int, tuple[Timex, ...]] = {}
    for number, (index, text, several) in enumerate(found):
        story, resolved, rest = _sentence(story, number, text, several, reference, (tenses or {}).get(index))
        if resolved:
            dated[index] = dated.get(index, ()) + resolved
        if rest:
            unresolved[index] = unresolved.get(index, ()) + rest
    return ArticleDates(reference.date, reference.report_year, dated, unresolved)


def _seen(text: str, timex: Timex) -> Seen:
    """The tense around an expression; a holiday that something comes before may lie on either side of the article."""
    open_side = timex.kind == "holiday" and before(_AHEAD, text, timex.start)
    return Seen(
        timex,
        "" if open_side else tense_at(text, timex.start, timex.end),
        text[max(0, timex.start - LOOKBACK) : timex.start],
    )


def _sentence(
    story: _Story, number: int, text: str, several: list[Seen], reference: Reference, tense: Tense | None
) -> tuple[_Story, tuple[Dated, ...], tuple[Timex, ...]]:
    """Resolve one sentence from left to right; the story moves on with each date."""
    resolved: list[Dated] = []
    rest: list[Timex] = []
    for one in several:
        timex = one.timex
        context = _context(story, number, reference, one.tense if tense is None else tense)
        value = resolve(timex, context)
        if value is None:
            rest.append(timex)
            continue
        resolved.append(Dated(timex.start, timex.end, timex.text, value, timex.modifier, timex.kind))
        story = _moved_on(story, number, text, timex, value, reference)
    return story, _named_after(text, resolved), tuple(rest)


def _named_after(text: str, resolved: list[Dated]) -> tuple[Dated, ...]:
    """ "a week later, on 3 February": what the text counts and then names is the day named."""
    together = list(resolved)
    for i, (counted, named) in enumerate(pairwise(resolved)):
        follows = _NAMELY.fullmatch(text, counted.end, named.start)
        if follows and counted.kind == "relative" and counted.date.rule == "story" and named.date.precision == "day":
            together[i] = replace(counted, date=named.date)
    return tuple(together)


def _context(story: _Story, number: int, reference: Reference, tense: Tense) -> Context:
    return Context(
        reference=reference.date,
        bound=reference.bound,
        report_year=reference.report_year,
        story=story.last,
        story_day=story.day if number - story.day_at <= _STORY_SENTENCES else None,
        frame_year=story.frame if number <= story.frame_at else 0,
        tense=tense,
    )


def _moved_on(story: _Story, number: int, text: str, timex: Timex, value: PartialDate, reference: Reference) -> _Story:
    """The story after one more date. Only plain dates move it: no open stretches, limits or things to come."""
    if value.precision not in ("day", "month", "year") or timex.modifier in ("until", "by", "before", "after"):
        return story
    ahead = reference.date is not None and value.earliest > reference.date.latest
    if ahead or before(_ASIDE, text, timex.start):
        return story
    story = replace(story, last=value)
    if value.precision == "day" and not value.loose:
        story = replace(story, day=value, day_at=number)
    if timex.first.year and timex.kind == "date":
        frame = _frame(number, text, timex, reference)
        return replace(story, frame=frame[0], frame_at=frame[1])
    return story


def _frame(number: int, text: str, timex: Timex, reference: Reference) -> tuple[int, int]:
    """ "In 2017, …" sets the year for the days and months after it: to the end of its sentence, at the head of one
    for the next sentences too. A year that only describes something ("the 2005 revolution") sets nothing.
    """
    sets = not timex.first.month and timex.modifier == "" and before(_SETS_YEAR, text, timex.start)
    past = reference.date is None or timex.first.year < reference.date.latest.year
    if not sets or not past:
        return 0, -99
    return timex.first.year, number + (_FRAME_SENTENCES if timex.start <= _HEAD else 0)
