"""Time expressions as the text gives them, before anything is resolved."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from kg.dates import PartialDate, contains

Kind = Literal["date", "range", "season", "decade", "weekday", "holiday", "feast", "relative"]
Modifier = Literal["", "since", "until", "by", "before", "after", "about", "early", "mid", "late"]
Unit = Literal["", "hour", "day", "week", "month", "year", "decade"]
Tense = Literal["past", "future", "later", ""]
Side = Literal["", "inner", "outer"]
Third = str  # "early", "mid", "late", "first week", "last friday", …


@dataclass(frozen=True, slots=True)
class Parts:
    """What a calendar expression says itself; 0 where it is silent. `weekday` is 1 (Monday) to 7.

    `year_word` stands for a year said in words: "last", "this", "next", "same", "following" or "previous" beside the
    name of a month ("last November", "the following April"), "last year", "same year", … after it ("March of last
    year"). A day alone ("on the 22nd") has its month from the story.
    """

    year: int = 0
    month: int = 0
    day: int = 0
    weekday: int = 0
    year_word: str = ""


@dataclass(frozen=True, slots=True)
class Timex:
    """One time expression: `text == sentence[start:end]`, its kind, and what it says.

    date: `first` gives day, month or year. range: `first` to `last`. season: `first.month` is its first month and the
    span is three months. decade: `first.year` begins it. weekday and holiday: `first`; `first.year_word` holds
    "last", "next" or "this" if it is said. feast: one that moves, `first.year` if it is said. relative: `amount` units
    from the `anchor`, the whole stretch between if `stretch`, and roughly if `loose`. The anchor "clause" is of "two
    days after he was held": one clause dates the other. `third` is the part of a month that "late May" or
    "the first week of May" means.
    """

    start: int
    end: int
    text: str
    kind: Kind
    first: Parts = Parts()
    last: Parts | None = None
    modifier: Modifier = ""
    amount: int = 0
    unit: Unit = ""
    anchor: Literal["", "article", "story", "clause"] = ""
    stretch: bool = False
    loose: bool = False
    third: Third = ""


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time, which is no date: `text == sentence[start:end]`, ISO 8601 ("P10D", "P4Y6M", "PT48H").

    `lowest` is the other end of "three to five years" ("P3Y"), "" where one length is given.
    """

    start: int
    end: int
    text: str
    iso: str
    lowest: str = ""


@dataclass(frozen=True, slots=True)
class Dated:
    """A time expression of a sentence with the date it stands for: `sentence[start:end] == text`.

    `modifier` is "since", "until", "by", "before", "after", "about", "early", "mid", "late" or "". "since 2019" is
    the open interval "2019/.."; "until" and "by" give the day that is named, as the event they limit ends there.
    `kind` tells what stood there (date, range, season, decade, weekday, holiday, feast, relative). `side` is of "two
    days after he was held": "inner" if the date is that of what follows "after", "outer" if that of the main clause.
    """

    start: int
    end: int
    text: str
    date: PartialDate
    modifier: Modifier = ""
    kind: Kind = "date"
    side: Side = ""


@dataclass(frozen=True, slots=True)
class Context:
    """What a time expression is read against.

    `reference` is the article's date; `bound` tells that it is no more than an upper bound (a page's date) or rough.
    `report_year` is the year of a yearly report, 0 if it is none. `story` is the date that the narrative has reached,
    `story_day` the last full date of the sentences just before, `days` the last days told, each with
    its sentence, its place in it and its number, `frame_year` a year
    that this sentence (or the head of the one before) has set, 0 if none. `told` is the last date with a year of its
    own that this paragraph has told of, or one counted from it; `entry` the date of the entry of a chronology, or of
    the heading above. `newest` is the last day told of before the article, `within` the date just before in the same
    sentence. `history` tells that the article is of times long past, `month`
    the month that it says it covers.
    """

    reference: PartialDate | None = None
    bound: bool = False
    report_year: int = 0
    story: PartialDate | None = None
    story_day: PartialDate | None = None
    frame_year: int = 0
    tense: Tense = ""
    told: PartialDate | None = None
    entry: PartialDate | None = None
    newest: PartialDate | None = None
    within: PartialDate | None = None
    history: bool = False
    days: tuple[tuple[PartialDate, str, int, int], ...] = ()
    month: PartialDate | None = None

    @property
    def reached(self) -> PartialDate | None:
        """Where days and weeks are counted from: the last full date, unless the story has gone on to another month."""
        story, day = self.story, self.story_day
        gone_on = story is not None and day is not None and story.precision == "month" and not contains(story, day)
        return story if day is None or gone_on else day
