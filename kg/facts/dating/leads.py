"""The day of what the first sentence of an article says has been done, as a later sentence names it (pure).

"A court has cleared eleven students. … Delivering the verdict on Thursday, the judge said …"
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from kg.dates import PartialDate
from kg.facts.model import Event
from kg.facts.scene import Scene

NEXT = 4  # sentences
DECIDED = frozenset(
    {"Release", "Conviction", "Refusal", "Approval", "Enactment", "Repeal", "Reinstatement", "Censorship"}
)
_DECISION = re.compile(
    r"\b(?:the|its|his|her|their|this)\s+(?:verdict|ruling|decision|judg(?:e)?ment|sentence|vote|order|decree|veto)\b",
    re.IGNORECASE,
)


def led(events: Sequence[Event], scenes: Sequence[Scene]) -> list[Event]:
    """Give what has been decided, as the first sentence tells, the day on which a later one tells of the decision."""
    if not scenes:
        return list(events)
    first, day = scenes[0].linked.sentence.start, _day(scenes[1 : 1 + NEXT])
    return [_dated(e, day) if e.evidence[0].start == first else e for e in events]


def _dated(event: Event, day: PartialDate | None) -> Event:
    open_still = event.date is None and event.tense == "perfect" and event.kind in DECIDED
    return replace(event, date=replace(day, rule="lead")) if open_still and day is not None else event


def _day(scenes: Sequence[Scene]) -> PartialDate | None:
    for scene in scenes:
        days = [d.date for d in scene.dates if d.date.precision == "day" and d.modifier == "" and d.side == ""]
        if len(days) == 1 and _DECISION.search(scene.linked.sentence.text):
            return days[0]
    return None
