"""Places that a scene carries on: "300 marched through Lima. Police detained ten of them." (pure, over events)."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from kg.facts.model import Event

PHYSICAL = frozenset(
    {"Detention", "Assault", "Killing", "Attack", "March", "Rally", "Picket", "Unrest", "Refusal", "Approval"}
)
STAGES = PHYSICAL - {"Refusal", "Approval"}  # what shows where a scene plays
GATHERINGS = frozenset({"March", "Rally", "Picket"})
NEXT = 3  # characters between two sentences
REACH = 400  # characters within which a scene of one day goes on


def placed(events: Sequence[Event], located: Collection[int]) -> list[Event]:
    """Give what happened without a place that of its own sentence's scene, else of the scene just before it.

    `events` are in the order of their proofs; `located` holds the starts of the sentences that name a place themselves.
    """
    result: list[Event] = []
    for event in events:
        model = None
        if not event.place and event.kind in PHYSICAL and event.polarity:
            here = [e for e in events if _of_one_sentence(e, event)]
            before = () if event.evidence[0].start in located else reversed(result)
            model = _only(here) or next((e for e in before if _goes_on(e, event)), None)
        result.append(replace(event, place=model.place, country=event.country or model.country) if model else event)
    return result


def judged(events: Sequence[Event]) -> list[Event]:
    """ "The court jailed Ann; Bo got ten years, Cy was acquitted": the same court, in the sentence or the next."""
    result: list[Event] = []
    for event in events:
        model = next((e for e in reversed(result) if _same_bench(e, event)), None) if _no_judge(event) else None
        place = event.place or (model.place if model else "")
        result.append(replace(event, agent=model.agent, place=place) if model else event)
    return result


def _no_judge(event: Event) -> bool:
    verdict = event.kind == "Conviction" or (event.kind == "Release" and "acquitted" in event.evidence[0].quote)
    return verdict and not event.agent and event.status == "occurred" and event.polarity


def _same_bench(model: Event, event: Event) -> bool:
    if model.kind != "Conviction" or not any(key.startswith("Court:") for key in model.agent):
        return False
    gap = event.evidence[0].start - model.evidence[-1].end
    near = gap <= NEXT and abs(event.evidence[0].start - model.evidence[0].start) <= REACH
    return near and (event.date is None or model.date is None or model.date == event.date)


def _only(found: Sequence[Event]) -> Event | None:
    """The scene of a sentence, if there is only one place in it."""
    return found[0] if len({e.place for e in found}) == 1 else None


def _of_one_sentence(model: Event, event: Event) -> bool:
    stages = STAGES if event.kind in STAGES else GATHERINGS
    together = model.place and model.kind in stages and model.evidence[0].start == event.evidence[0].start
    return bool(together) and _same_time(model, event)


def _goes_on(model: Event, event: Event) -> bool:
    """Whether an event takes place in the scene of the sentence before, or of one near it on the same day."""
    if not model.place or model.kind not in STAGES or event.kind not in STAGES:
        return False
    if model.kind == "Detention" and event.patient and not set(model.patient) & set(event.patient):
        return False
    gap = event.evidence[0].start - model.evidence[-1].end
    if not 0 <= gap <= REACH or not _same_time(model, event):
        return False
    return gap <= NEXT or (model.date is not None and model.date == event.date)


def _same_time(model: Event, event: Event) -> bool:
    if model.date is None or event.date is None:
        return event.tense in ("", "past") and event.date is None
    return model.date.earliest <= event.date.latest and event.date.earliest <= model.date.latest
