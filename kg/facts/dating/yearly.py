"""The time of what is told without a date: the article's year, where no more is known of it, or a digest's days (pure).

News that names its days leaves it open on which of them somebody spoke; an article that names none tells of its year.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from kg import dates
from kg.dates import PartialDate
from kg.facts.model import Event
from kg.facts.scene import Scene
from kg.mentions.timex.article import Context, find, resolve

PETITIONS = frozenset({"PetitionLaunch", "PetitionThreshold", "PetitionReview", "PetitionDecision"})
OF_NOW = PETITIONS | {"Statement", "Foundation"}
DECISIONS = PETITIONS | {"Refusal", "Approval", "Charge", "Enactment", "Repeal", "BillProposal", "OfficialMeeting"}
IN_REPORTS = frozenset(
    {"Abduction", "Killing", "Assault", "Attack", "Detention", "Refusal", "Censorship", "Publication", "Unrest"}
)
FORTNIGHT = 16  # days
HEAD_WORDS = 14
_ONCE = re.compile(
    r"\b(?:previously|formerly|in\s+the\s+past|repeatedly|always|often|long|once|earlier|before|ever|over\s+the\s+years|"
    r"consistently|historically|traditionally|last|ago)\b",
    re.IGNORECASE,
)


def of_the_year(
    events: Sequence[Event], scenes: Iterable[Scene], now: PartialDate | None, reported: int = 0
) -> list[Event]:
    """Give what is told as done, and has no date, the year of an article (of the day `now`) that names no day of it,
    or the year that a report says it is `reported`.
    """
    scenes = list(scenes)
    period, year = _period(scenes, now), _year(scenes, now)
    found = [_decided(e, period) for e in events] if period is not None else list(events)
    if reported:
        timeless = {s.linked.sentence.start for s in scenes if not s.dates}
        return [_of_the_report(e, reported) if e.evidence[0].start in timeless else e for e in found]
    return found if year is None else [_dated(e, year) for e in found]


def _of_the_report(event: Event, year: int) -> Event:
    """What a yearly report tells as done, and dates nowhere, is of its year."""
    told = event.status == "occurred" and event.tense == "past" and event.kind in IN_REPORTS
    open_still = event.date is None and not event.source and not event.hearsay
    if not told or not open_still or _ONCE.search(event.evidence[0].quote):
        return event
    return replace(event, date=dates.year(year, rule="report"))


def _period(scenes: Sequence[Scene], now: PartialDate | None) -> PartialDate | None:
    """The days that a digest covers, as its title or a line below it tells ("The week of 8-14 March 2025")."""
    spans = [
        t for line in _head(scenes) for t in find(line) if t.kind == "range" and t.first.day and t.last is not None
    ]
    value = resolve(spans[0], Context(reference=now, tense="past")) if len(spans) == 1 else None
    return value if value is not None and (value.latest - value.earliest).days <= FORTNIGHT else None


def _head(scenes: Sequence[Scene]) -> list[str]:
    """The title of an article and the short lines between it and the text."""
    if not scenes:
        return []
    first = scenes[0].linked.sentence
    lines = first.document.text[first.article.start : first.start].splitlines()
    return list(dict.fromkeys([first.article.title, *(line for line in lines if len(line.split()) <= HEAD_WORDS)]))


def _decided(event: Event, period: PartialDate) -> Event:
    told = event.status == "occurred" and event.tense == "past" and event.kind in DECISIONS
    if event.date is not None or not told or event.source or event.hearsay or _ONCE.search(event.evidence[0].quote):
        return event
    return replace(event, date=replace(period, rule="setting"))


def _year(scenes: Iterable[Scene], now: PartialDate | None) -> PartialDate | None:
    if now is None or now.rule not in ("inferred", "page"):
        return None
    year = now.latest.year
    days = (d.date for scene in scenes for d in scene.dates if d.date.precision in ("day", "interval"))
    of_a_day = any(d.latest.year == year and (d.latest - d.earliest).days < 8 for d in days)
    return None if of_a_day else dates.approximate(dates.year(year), rule="inferred")


def _dated(event: Event, year: PartialDate) -> Event:
    told = event.status in ("occurred", "alleged") and event.tense in ("past", "perfect", "later")
    if event.date is not None or event.kind not in OF_NOW or not told:
        return event
    return event if _ONCE.search(event.evidence[0].quote) else replace(event, date=year)
