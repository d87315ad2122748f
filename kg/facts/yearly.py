"""The year of what an article tells without a date, where of its own time no more is known than the year (pure).

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

PETITIONS = frozenset({"PetitionLaunch", "PetitionThreshold", "PetitionReview", "PetitionDecision"})
OF_NOW = PETITIONS | {"Statement", "Foundation"}
_ONCE = re.compile(
    r"\b(?:previously|formerly|in\s+the\s+past|repeatedly|always|often|long|once|earlier|before|ever|over\s+the\s+years|"
    r"consistently|historically|traditionally|last|ago)\b",
    re.IGNORECASE,
)


def of_the_year(events: Sequence[Event], scenes: Iterable[Scene], now: PartialDate | None) -> list[Event]:
    """Give what is told as done, and has no date, the year of an article (of the day `now`) that names no day of it."""
    year = _year(scenes, now)
    return list(events) if year is None else [_dated(e, year) for e in events]


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
