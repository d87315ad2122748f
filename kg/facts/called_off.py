"""What one clause announces and the next calls off: "they announced a rally, but it was called off" (pure)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from kg.facts.model import Event
from kg.facts.scene import Scene

ASSEMBLED = frozenset({"March", "Rally", "Picket"})
HELD = ASSEMBLED | {"Meeting", "PressConference", "Election", "OfficialMeeting", "Trial"}
_IT = (
    r"(?:it|they|this|which|(?:the|that|this) (?:march|rally|protest|picket|vigil|sit-in|demonstration|gathering|event|"
    r"action|meeting|assembly|procession|parade|conference|hearing|trial|visit|election|referendum|vote|congress))"
)
_OFF = r"(?:called off|cancelled|canceled|scrapped|abandoned|shelved)"
_SOON = r"(?: [a-z]+ly| later| then| soon| also| itself| in the end)?"
OFF = re.compile(
    rf"\b{_IT} (?:was|were|had been|has been|have been){_SOON} {_OFF}\b"
    r"|\b(?:call|calls|called) (?:it|them) off\b|\b(?:cancell?ed|scrapped|abandoned|shelved) (?:it|them)\b"
    rf"|\b{_IT} (?:came to nothing|fell through)\b",
    re.IGNORECASE,
)
NEVER = re.compile(
    rf"\b{_IT} (?:(?:never|did not|didn[’']t|failed to|could not){_SOON} "
    r"(?:took place|take place|materiali[sz]ed?|happen(?:ed)?|go ahead|went ahead|come about|came about))\b",
    re.IGNORECASE,
)
SUPPOSED = re.compile(r"\b(?:if|unless|whether|that|would|could|might)\b[^,;.]{0,30}$", re.IGNORECASE)


def called_off(events: Sequence[Event], scenes: Sequence[Scene]) -> list[Event]:
    """The events with what the same or the next sentence of the paragraph calls off marked as such."""
    never: dict[int, bool] = {}
    for n, scene in enumerate(scenes):
        text = scene.linked.sentence.text
        found = next((m for m in (NEVER.search(text), OFF.search(text)) if m and not _supposed(text, m)), None)
        if found is None:
            continue
        here = _told_in(scene, events)
        before = _told_in(scenes[n - 1], events) if n and not here and _together(scenes[n - 1], scene) else []
        if before and (found.re is NEVER or events[before[-1]].status == "planned"):
            never[before[-1]] = found.re is NEVER
        elif len(here) == 1:
            never[here[0]] = found.re is NEVER
    return [_undone(e, never=never[k]) if k in never else e for k, e in enumerate(events)]


def _supposed(text: str, found: re.Match[str]) -> bool:
    return SUPPOSED.search(text, 0, found.start()) is not None


def _told_in(scene: Scene, events: Sequence[Event]) -> list[int]:
    start = scene.linked.sentence.start
    return [
        k
        for k, e in enumerate(events)
        if e.kind in HELD
        and e.polarity
        and e.status in ("occurred", "planned")
        and e.evidence[0].start <= start < e.evidence[0].end
    ]


def _together(one: Scene, other: Scene) -> bool:
    return one.linked.sentence.paragraph == other.linked.sentence.paragraph


def _undone(event: Event, *, never: bool) -> Event:
    """A gathering that is called off was refused, as the patterns have it; anything else did not take place."""
    if not never and event.kind in ASSEMBLED:
        return replace(event, status="refused")
    return replace(event, polarity=False)
