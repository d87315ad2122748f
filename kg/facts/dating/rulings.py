"""One ruling told person by person: "A court jailed six on Monday. … Her deputy was given eight years." (pure)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from kg.dates import PartialDate
from kg.facts.dating.placed import UNTOLD
from kg.facts.dating.settings import Setting
from kg.facts.model import Event
from kg.facts.scene import Scene

LEAD = 2  # sentences
NEWS = 10  # days
RULED = frozenset({"Conviction", "Release", "Appeal", "Refusal"})
_FREED = re.compile(
    r"\b(?:acquit(?:s|ted|tal)|cleared|exonerated|not\s+guilty|walked\s+(?:free|out\s+of)|case\s+against\s+\w+\s+was\s+dropped)\b"
)
_TURNED_DOWN = re.compile(
    r"\b(?:threw\s+out|turned\s+down|dismissed|rejected|upheld)\s+(?:[\w’'-]+\s+){0,4}?(?:appeals?|conviction|sentence|bail|requests?|motion)\b"
)
_RULING = re.compile(
    r"\b(?:[Cc]ourt|tribunal|judges?|magistrate)\b.{0,60}\b(?:jailed|sentenced|acquitted|convicted|halved|cut|reduced|upheld|"
    r"overturned|quashed|cleared|fined|threw\s+out|found|freed)\b"
)
_ON_THE_STEPS = re.compile(
    r"\b(?:on|from)\s+the\s+(?:[\w’']+\s+)?steps\b|\boutside\s+(?:the\s+)?(?:\w+\s+){0,2}court(?:house|room)?\b"
)
_ANOTHER = re.compile(
    r"\b(?:previously|earlier|formerly|once|already|ago|since|last\s+(?:week|month|year|\w+day)|separate|separately|"
    r"another\s+(?:case|trial|court)|other\s+(?:cases|trials|courts)|unrelated|in\s+the\s+past|repeatedly|had|has|have)\b",
    re.IGNORECASE,
)


def of_one_ruling(
    events: Sequence[Event], scenes: Sequence[Scene], places: Mapping[int, Setting], now: PartialDate | None
) -> list[Event]:
    """Give verdicts without a date, in news that opens with a ruling, its day, unless other days lie between."""
    ruled = _day(events, scenes, now)
    if ruled is None:
        return list(events)
    past = _in_the_past(scenes, ruled)
    return [e if e.evidence[0].start in past else _of_the_same(e, ruled, places) for e in events]


def _in_the_past(scenes: Sequence[Scene], ruled: PartialDate) -> set[int]:
    """The sentences that tell of another time: from the first of a paragraph that names one, to its end."""
    found: dict[int, int] = {}
    for scene in scenes:
        if any(d.date.earliest < ruled.earliest for d in scene.dates):
            here = scene.linked.sentence
            found.setdefault(here.paragraph.start, here.start)
    places = (scene.linked.sentence for scene in scenes)
    return {s.start for s in places if s.start >= found.get(s.paragraph.start, s.start + 1)}


def _day(events: Sequence[Event], scenes: Sequence[Scene], now: PartialDate | None) -> PartialDate | None:
    """The one day of the verdicts that the first sentences tell, if it is news."""
    lead = {s.linked.sentence.start for s in scenes[:LEAD]}
    told = [e.date for e in events if e.kind in RULED and e.evidence[0].start in lead and e.date is not None]
    days = {d.edtf: d for d in told if d.precision == "day"} or _told_by_words(scenes[:LEAD])
    if len(days) != 1 or now is None or now.precision != "day":
        return None
    day = next(iter(days.values()))
    return day if 0 <= (now.latest - day.latest).days <= NEWS else None


def _told_by_words(lead: Sequence[Scene]) -> dict[str, PartialDate]:
    """The days of first sentences that tell of a court's ruling in words that no pattern has."""
    ruled = [s for s in lead if _RULING.search(s.linked.sentence.text)]
    days = [d.date for s in ruled for d in s.dates if d.modifier == "" and d.side == "" and d.date.precision == "day"]
    return {day.edtf: day for day in days}


def _of_the_same(event: Event, ruled: PartialDate, places: Mapping[int, Setting]) -> Event:
    quote, setting = event.evidence[0].quote, places.get(event.evidence[0].start, Setting())
    verdict = event.kind == "Conviction" or (event.kind == "Release" and _FREED.search(quote))
    verdict = verdict or (event.kind in ("Appeal", "Refusal") and _TURNED_DOWN.search(quote))
    refused = event.kind == "Appeal" and event.status == "refused"
    plain = event.date is None and (event.status == "occurred" or refused) and event.tense in ("past", "")
    if event.kind == "Statement" and event.tense == "past" and _ON_THE_STEPS.search(quote):
        verdict = True
    if not verdict or not plain or _ANOTHER.search(quote) or UNTOLD.search(quote):
        return event
    elsewhere = any(d is not None and d.edtf != ruled.edtf for d in (setting.here, setting.before, setting.entry))
    return event if elsewhere else replace(event, date=replace(ruled, rule="lead"))
