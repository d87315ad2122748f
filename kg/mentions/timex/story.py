"""What the narrative of an article has reached, sentence by sentence: the dates that later ones are counted from."""

from __future__ import annotations

from dataclasses import dataclass, replace

from kg import dates
from kg.dates import PartialDate
from kg.mentions.timex.grammar import before, compiled
from kg.mentions.timex.model import Context, Tense, Timex
from kg.mentions.timex.reference_date import Reference

STORY_SENTENCES = 5
FRAME_SENTENCES = 2
HEAD = 30
FAR_BACK = 200  # characters
REMEMBERED = 12  # days told
SHORT = 2  # days: "on the night of 3 to 4 May"
NEWS, LONG_AGO = 60, 366  # days
LIMITS = ("until", "by", "before", "after")
_ASIDE = compiled(
    r"(?:\bdated|\bborn(?:\s+(?:on|in))?|\bNos?\.?\s*[\w/-]+\s+of|№\s*[\w/-]+\s+of|[(\[])\s+$|[(\[]$|"
    r"\b(?:most\s+recently|the\s+latest|the\s+last)\s+(?:on|in)\s+$"
)
_FOUNDED = compiled(
    r",\s+(?:which\s+(?:was|had\s+been)\s+)?(?:founded|set\s+up|created|established|built|formed|born|launched)\s+"
    r"(?:by\s+[^,]{1,40}\s+)?(?:back\s+)?in\s+$"
)
_RELATIVE = compiled(r"\b(?:which|who|whom|whose|where)\b[^,;:.]*$")
_PERFECT = compiled(
    r"\b(?:has|have)\s+(?:(?:not|never|already|also|now|since|been)\s+){0,2}[a-z]{3,}(?:ed|en|ne|wn|id|ld|nt)\b"
)
_HAD = compiled(r"\bhad\b[^,;:.]*$")
_WHO_HAD = compiled(r"\b(?:which|who|whom|whose)\b[^,;:.]*\bhad\b[^,;:.]*$")
_OF_A_NOUN = compiled(r"\b(?:[a-z]+ed|built|made|held|set\s+up|written|drawn\s+up|born)\s+(?:in|during)\s+$")
_OPENS = compiled(
    r"\W*(?:(?:but|and|then|later|earlier|early|late|back|only|already|again|yet|also|meanwhile|however|so|year)\W+){0,3}"
    r"(?:in|during)\s+$"
)
_GROUNDS = compiled(r"\bfor\s+(?:having\s+|allegedly\s+)?[a-z]{2,}(?:ing|ed)\b[^;:.]*$")
_GROUNDS_OF_PAST = compiled(r"\b(?:having|(?:accused|convicted|suspected|guilty)\s+of|wanted|known)\b[^,;:.]*$")
_SUBORDINATE = compiled(r"\b(?:after|before|since|when|while|although|though|because|until|that)\s+[^,;:.]*$")
_ANEW = compiled(r"(?:;|,\s+(?:and|but|while|whereas))\s+(?:(?:on|in|only)\s+)?(?:the\s+)?$")
_WHEN = compiled(r",?\s+when\b")
_SETS_YEAR = compiled(r"\b(?:in|during|of)\s+$")


@dataclass(frozen=True, slots=True)
class Story:
    """What the narrative has reached: the last date, the last full date and the last year set, each with its place.

    `told` is the last date of this paragraph (`paragraph`) that has a year of its own or goes on from one; `entry`
    the date of the entry or heading, and `year` that of the heading, 0 if it has none. `newest` is the last day that
    has come up at all, `within` the last date of sentence `within_at`, whatever clause it stands in.
    """

    last: PartialDate | None = None
    day: PartialDate | None = None
    day_at: int = -99
    days: tuple[tuple[PartialDate, str, int, int], ...] = ()
    frame: int = 0
    frame_at: int = -99
    told: PartialDate | None = None
    paragraph: int = -1
    entry: PartialDate | None = None
    label: PartialDate | None = None
    year: int = 0
    newest: PartialDate | None = None
    within: PartialDate | None = None
    within_at: int = -99

    def entering(
        self, number: int, paragraph: int, entry: PartialDate | None, year: int, now: PartialDate | None = None
    ) -> Story:
        """The story at the beginning of a paragraph, under a heading with a date or year. News, which has told of days
        shortly before `now`, leaves its distant past where its paragraph ends.
        """
        if paragraph == self.paragraph:
            return self
        begun = replace(self, told=None, paragraph=paragraph, entry=entry, year=year)
        news = now is not None and self.newest is not None and (now.latest - self.newest.latest).days <= NEWS
        if news and now is not None and self.day is not None and (now.latest - self.day.latest).days > LONG_AGO:
            begun = replace(begun, day=None, day_at=-99)
        return begun.at_entry(number, entry) if entry is not None else begun

    def at_entry(self, number: int, entry: PartialDate) -> Story:
        """The story at the date of an entry: what follows is counted from it."""
        first = dates.parse_edtf(entry.edtf.partition("/")[0])
        here = replace(self, entry=entry, last=first, label=first)
        return replace(here, day=first, day_at=number) if first.precision == "day" else here

    def returning(self, text: str, number: int = -1) -> Story:
        """ "has been signed by thousands": the story has come back to the present; of "joined in 1984, and on 4 May
        the Committee said" 4 May is of no year that was told, unless its sentence begins with that.
        """
        if number == self.frame_at and _ANEW.search(text):
            return replace(self, frame=0, frame_at=-99).returning(text)
        return replace(self, told=None) if self.told is not None and _PERFECT.search(text) else self

    def context(self, number: int, reference: Reference, tense: Tense) -> Context:
        """What a date of sentence `number` is read against."""
        return Context(
            reference=reference.date,
            bound=reference.bound,
            report_year=reference.report_year,
            history=reference.history,
            month=reference.month,
            story=self.last,
            story_day=self.day if number - self.day_at <= STORY_SENTENCES else None,
            days=self.days,
            told=self.told,
            entry=self.entry,
            newest=self.newest,
            within=self.within if number == self.within_at else None,
            frame_year=self.frame if number <= self.frame_at else self.year,
            tense=tense,
        )

    def moved_on(self, number: int, text: str, timex: Timex, value: PartialDate, reference: Reference) -> Story:
        """The story after one more date. Only plain dates move it: no open stretches, limits or things to come."""
        back = _looks_back(number, timex, self) and self.within_at == number
        founded = value.precision == "year" and before(_FOUNDED, text, timex.start)
        here = self if back or founded else replace(self, within=value, within_at=number)
        if self.frame and timex.first.year > self.frame:  # however it comes up, the year that was set is left behind
            here = replace(here, frame=0, frame_at=-99)
        past = reference.date is not None and value.latest <= reference.date.latest
        if past and value.precision == "day" and (self.newest is None or value.latest > self.newest.latest):
            here = replace(here, newest=value)
        if past and value.precision in ("day", "month") and timex.modifier == "":
            here = replace(here, days=(*self.days[-REMEMBERED:], (value, text, timex.start, number)))
        return here._moved_on(number, text, timex, value, reference)

    def _moved_on(self, number: int, text: str, timex: Timex, value: PartialDate, reference: Reference) -> Story:
        if timex.modifier == "since":
            value = dates.parse_edtf(value.edtf.partition("/")[0], rule=value.rule)
        if value.precision == "interval" and timex.first.year and value.earliest.year == value.latest.year:
            value = dates.month(value.latest.year, value.latest.month, rule=value.rule)  # "the summer of 2018"
        if timex.kind == "range" and timex.first.day and (value.latest - value.earliest).days <= SHORT:
            value = dates.day(value.latest.year, value.latest.month, value.latest.day, rule=value.rule)
        if timex.third and value.precision == "interval":  # "late May": weeks and months are counted from May
            value = dates.month(value.earliest.year, value.earliest.month, rule=value.rule)
        pointed = timex.modifier == "until" and _WHEN.match(text, timex.end)  # "until Friday, when police held her"
        if value.precision not in ("day", "month", "year") or (timex.modifier in LIMITS and not pointed):
            return self
        ahead = reference.date is not None and value.earliest > reference.date.latest
        if number == self.day_at and _GROUNDS.search(text, max(0, timex.start - FAR_BACK), timex.start):
            return self  # "On Friday a court fined her for marching on 2 May. The same day …"
        if self._told_of_before(number, text, timex, value):
            return self
        aside = value.precision != "day" and (before(_RELATIVE, text, timex.start) or before(_HAD, text, timex.start))
        founded = value.precision == "year" and before(_FOUNDED, text, timex.start)
        if ahead or aside or founded or before(_ASIDE, text, timex.start):
            return self
        if _looks_back(number, timex, self):
            return self
        if timex.modifier == "since" and self.day_at == number and self.day and value.latest < self.day.earliest:
            return self  # "On the 2nd they demanded wages owed since May": the story stays at the 2nd
        story = replace(self, last=value)
        if value.precision == "day" and not value.loose:
            story = replace(story, day=value, day_at=number)
        if value.precision != "year" and self.paragraph >= 0:
            goes_on = timex.first.year or value.rule in ("year-from-story", "story") or timex.first.year_word
            story = replace(story, told=value if goes_on and timex.modifier != "since" else None)
        if timex.first.year and timex.kind == "date":
            frame = _frame(number, text, timex, reference)
            return replace(story, frame=frame[0], frame_at=frame[1])
        if timex.first.year_word or timex.anchor == "article" or timex.kind == "weekday":
            return replace(story, frame=0, frame_at=-99)
        return story

    def _told_of_before(self, number: int, text: str, timex: Timex, value: PartialDate) -> bool:
        """ "On 4 May Ann, who had been fined on 2 March, was held. The next day …": the story stays at 4 May."""
        if self.day is None or number - self.day_at > STORY_SENTENCES or value.latest >= self.day.earliest:
            return False
        return before(_WHO_HAD, text, timex.start) is not None


def _looks_back(number: int, timex: Timex, story: Story) -> bool:
    """ "On 3 May they marched, although the mayor had said no two days earlier": the story stays at 3 May."""
    return timex.anchor == "story" and timex.amount < 0 and story.day_at == number


def _frame(number: int, text: str, timex: Timex, reference: Reference) -> tuple[int, int]:
    """ "In 2017, …" sets the year for the days and months after it: to the end of its sentence, at the head of one
    for the next sentences too. A year that only describes something ("the 2005 revolution") sets nothing.
    """
    sets = not timex.first.month and timex.modifier == "" and before(_SETS_YEAR, text, timex.start)
    past = reference.date is None or timex.first.year < reference.date.latest.year
    if not sets or not past:
        return 0, -99
    if before(_SUBORDINATE, text, timex.start) or before(_GROUNDS_OF_PAST, text, timex.start):
        return 0, -99
    if reference.report_year and timex.first.year != reference.report_year and not _OPENS.match(text, 0, timex.start):
        return 0, -99  # a yearly report writes out every year but its own
    leads = timex.start <= HEAD and _OPENS.match(text, 0, timex.start) and not before(_OF_A_NOUN, text, timex.start)
    return timex.first.year, number + (FRAME_SENTENCES if leads else 0)
