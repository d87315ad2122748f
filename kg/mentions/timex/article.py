"""Dates in prose: the one door of the date stage is `article_dates`.

>>> found = article_dates([(0, "The march was banned on 3 May."), (1, "Two days later he was fined.")],
...                       published="2023-06-01")
>>> [(dated.text, dated.date.edtf, dated.date.rule) for index in (0, 1) for dated in found.of(index)]
[('3 May', '2023-05-03', 'year-from-article'), ('Two days later', '2023-05-05', 'story')]
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from kg import dates
from kg.dates import PartialDate
from kg.mentions.timex.after import Sentence, after_clause, counted_back, waits
from kg.mentions.timex.chronology import chronology_years, heading_date, heading_year, label_of
from kg.mentions.timex.durations import durations
from kg.mentions.timex.find import find
from kg.mentions.timex.grammar import LOOKBACK, before
from kg.mentions.timex.model import Context, Dated, Duration, Tense, Timex
from kg.mentions.timex.reference_date import Reference, in_dateline, infer
from kg.mentions.timex.report_year import Seen
from kg.mentions.timex.resolve import resolve
from kg.mentions.timex.story import Story
from kg.mentions.timex.tense import tense_at

__all__ = ["ArticleDates", "Context", "Dated", "Duration", "Timex", "article_dates", "durations", "find", "resolve"]

_LEAD = 2  # sentences at the head of an article
_FEW = 2  # labels that make a chronology
_AHEAD = re.compile(r"\b(?:before|ahead of|until|till|for)\s+(?:the\s+)?$", re.IGNORECASE)
_GUESSED = ("year-from-article", "year-from-story")
_NAMELY = re.compile(r"\s*(?:,|\()\s*(?:(?:on|in)\s+)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ArticleDates:
    """The dates of an article. `reference` is the article's own date, None if nothing tells it.

    `reference.rule` is "byline", "page" (an upper bound), "report" or "inferred"; `report_year` is 0 unless it is a
    yearly report. `unresolved` holds what needs a date that the article does not give. `entries` holds, by sentence,
    the date of the entry of a chronology, or of the heading, under which it stands.
    """

    reference: PartialDate | None
    report_year: int
    by_sentence: Mapping[int, tuple[Dated, ...]]
    unresolved: Mapping[int, tuple[Timex, ...]]
    entries: Mapping[int, PartialDate] = field(default_factory=dict)

    def of(self, index: int) -> tuple[Dated, ...]:
        """The dates of one sentence in the order of the text; empty for an unknown index."""
        return self.by_sentence.get(index, ())


@dataclass(frozen=True, slots=True)
class _Line:
    """A sentence: its place in the article, paragraph (-1: not known) and heading, its expressions and its label."""

    number: int
    index: int
    text: str
    seen: tuple[Seen, ...]
    paragraph: int = -1
    heading: str = ""
    label: Timex | None = None


def article_dates(
    sentences: Sequence[tuple[int, str]],
    *,
    published: str = "",
    published_by_page: bool = False,
    title: str = "",
    head: str = "",
    tenses: Mapping[int, Tense] | None = None,
    paragraphs: Mapping[int, tuple[int, str]] | None = None,
    year: int = 0,
) -> ArticleDates:
    """Find and resolve every time expression of one article, in narrative order.

    `sentences` are (index, text) in the order of the text; an index is the caller's own and comes back in
    `ArticleDates.by_sentence` (the day of a dateline only where it is the sentence's one date), whose offsets count
    within that sentence's text. `published` is EDTF or "" (anything else counts as unknown); with `published_by_page`
    it only bounds the article's date from above. `title` helps to tell yearly reports; `head` holds the lines above
    the text, where a dateline may leave out its year. `tenses` overrides, by index, the tense guessed from the verbs
    near each expression.
    `paragraphs` gives, by index, a number of the paragraph (0 or more) and the heading above it. `year`, where it is
    known from elsewhere, is that of an article of which nothing tells the date.

    Durations ("ten days in jail") are not among the dates: ask `durations(text)`. Never raises on any text.
    """
    lines = _lines(sentences, paragraphs or {}, title)
    reference = infer(published, published_by_page, title, [one for line in lines for one in line.seen],
                      lines[0].text if lines else "", head)  # fmt: skip
    if reference.date is None and year:
        reference = Reference(dates.approximate(dates.year(year), rule="inferred"), bound=True)
    years = _years(lines, reference, title)
    story = Story()
    dated: dict[int, tuple[Dated, ...]] = {}
    unresolved: dict[int, tuple[Timex, ...]] = {}
    entries: dict[int, PartialDate] = {}
    for line in lines:
        story = _entered(story, line, reference, years).returning(line.text)
        story, resolved, rest = _sentence(story, line, reference, (tenses or {}).get(line.index), years)
        if resolved:
            dated[line.index] = dated.get(line.index, ()) + resolved
        if rest:
            unresolved[line.index] = unresolved.get(line.index, ()) + rest
        if story.entry is not None:
            entries[line.index] = story.entry
    return ArticleDates(reference.date, reference.report_year, dated, unresolved, entries)


def _lines(sentences: Sequence[tuple[int, str]], paragraphs: Mapping[int, tuple[int, str]], title: str) -> list[_Line]:
    """The sentences with what is found in them; only the first of a paragraph can bear a label."""
    lines: list[_Line] = []
    for number, (index, text) in enumerate(sentences):
        paragraph, heading = paragraphs.get(index, (-1, ""))
        first = paragraph == -1 or not lines or lines[-1].paragraph != paragraph
        seen = tuple(_seen(text, timex) for timex in find(text))
        label = label_of(text) if first and seen and seen[0].timex.start < LOOKBACK else None
        lines.append(_Line(number, index, text, seen, paragraph, "" if heading == title else heading, label))
    several = sum(line.label is not None for line in lines) >= _FEW
    return [line if several else replace(line, label=None) for line in lines]


def _years(lines: Sequence[_Line], reference: Reference, title: str) -> dict[tuple[int, str], int]:
    """The years of labels (by sentence number) and of headings that are dates (by their words), in one order."""
    order: list[tuple[tuple[int, str], Timex]] = []
    heading = ""
    for line in lines:
        if line.heading != heading:
            heading, timex = line.heading, heading_date(line.heading)
            if timex is not None:
                order.append(((-1, heading), timex))
        if line.label is not None and line.label.kind != "relative":
            order.append(((line.number, ""), line.label))
    years = chronology_years(
        [timex.first for _, timex in order], reference.date, reference.report_year or _first_year(reference, title)
    )
    return dict(zip((key for key, _ in order), years, strict=True))


def _first_year(reference: Reference, title: str) -> int:
    """The year in which a chronology begins, as its title tells; 0 if it does not."""
    titled = reference.date is not None and reference.date.rule == "title"
    return reference.date.latest.year if titled and reference.date is not None else heading_year(title)


def _entered(story: Story, line: _Line, reference: Reference, years: Mapping[tuple[int, str], int]) -> Story:
    """The story at a sentence that may begin a paragraph, under a heading that may be a date."""
    if line.paragraph == story.paragraph:
        return story if line.paragraph >= 0 or line.label is None else replace(story, entry=None)
    timex = heading_date(line.heading)
    if timex is None:
        return story.entering(line.number, line.paragraph, None, heading_year(line.heading), reference.date)
    year = timex.first.year or years.get((-1, line.heading), 0)
    value = resolve(timex, Context(reference=reference.date, bound=reference.bound, frame_year=year, tense="past"))
    only_year = value is not None and value.precision == "year"
    return story.entering(line.number, line.paragraph, None if only_year else value, year if only_year else 0)


def _seen(text: str, timex: Timex) -> Seen:
    """The tense around an expression; a holiday that something comes before may lie on either side of the article."""
    open_side = timex.kind in ("holiday", "feast") and before(_AHEAD, text, timex.start)
    return Seen(
        timex,
        "" if open_side else tense_at(text, timex.start, timex.end),
        text[max(0, timex.start - LOOKBACK) : timex.start],
    )


def _sentence(
    story: Story, line: _Line, reference: Reference, tense: Tense | None, years: Mapping[tuple[int, str], int]
) -> tuple[Story, tuple[Dated, ...], tuple[Timex, ...]]:
    """Resolve one sentence from left to right; the story moves on with each date."""
    resolved: list[Dated] = []
    rest: list[tuple[Timex, Story]] = []
    for one in line.seen:
        timex = one.timex
        labels = timex == line.label
        story = story.returning(line.text[resolved[-1].end : timex.start], line.number) if resolved else story
        context = story.context(line.number, reference, one.tense if tense is None else tense)
        if labels:
            context = replace(context, frame_year=years.get((line.number, ""), 0), entry=None, told=None, tense="past")
            if timex.kind == "relative" and story.label is not None:  # "Late that month:", after an entry of 15 July
                day = story.label if story.label.precision == "day" else None
                context = replace(context, story=story.label, story_day=day)
        value = None if waits(line.text, timex) and not resolved else resolve(timex, context)
        if value is None:
            rest.append((timex, story))
            continue
        resolved.append(Dated(timex.start, timex.end, timex.text, value, timex.modifier, timex.kind))
        if labels:
            story = story.at_entry(line.number, value)
        else:
            story = story.moved_on(line.number, line.text, timex, value, reference)
    resolved, left = _counted(line, reference, resolved, rest)
    if line.number == 0 and len(resolved) > 1:
        resolved = [d for d in resolved if not in_dateline(line.text, d.start, d.end)]
    return story, _named_after(line.text, resolved), tuple(left)


def _counted(
    line: _Line, reference: Reference, resolved: list[Dated], rest: Sequence[tuple[Timex, Story]]
) -> tuple[list[Dated], list[Timex]]:
    """The dates of a sentence with those of "two days after …", which need the others: what comes before it, the story
    knows, as it stood there.
    """
    left: list[Timex] = []
    for timex, story in rest:
        sentence = Sentence(
            line.text, resolved, story.context(line.number, reference, ""), line.number < _LEAD, line.number
        )
        found = after_clause(timex, sentence) if timex.anchor == "clause" else counted_back(timex, sentence)
        if found is None:
            left.append(timex)
            continue
        value, side = found
        resolved = [*resolved, Dated(timex.start, timex.end, timex.text, value, "", timex.kind, side)]
    return sorted(resolved, key=lambda d: d.start), left


def _named_after(text: str, resolved: list[Dated]) -> tuple[Dated, ...]:
    """ "a week later, on 3 February": what the text counts and then names is the day named."""
    together = list(resolved)
    for i, (counted, named) in enumerate(pairwise(resolved)):
        follows = _NAMELY.fullmatch(text, counted.end, named.start)
        if not follows or counted.kind != "relative" or counted.date.rule != "story":
            continue
        if named.date.precision == "day":
            together[i] = replace(counted, date=named.date)
        elif (counted.date.precision, named.date.precision) == ("year", "month") and named.date.rule in _GUESSED:
            month = replace(counted, date=dates.month(counted.date.latest.year, named.date.latest.month, rule="story"))
            together[i], together[i + 1] = month, replace(named, date=month.date)
    return tuple(together)
