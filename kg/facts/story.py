"""Dates that a story carries on: "X met on May 3. … Police also questioned X." (pure, over one article's events)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kg.facts.model import Event

REACH = 700  # characters back: about three sentences
TIMELESS = frozenset({"TreatyAction", "Enactment", "Publication", "Foundation", "BillProposal", "Refusal", "Disaster"})


def carried(events: Sequence[Event]) -> list[Event]:
    """Give an event without a date that of the last one near before it with which it shares somebody.

    A statement takes the date of any earlier statement of the same speaker. `events` are in the order of their proofs;
    only what happened takes a date, and only a day or month that the text gives.
    """
    result: list[Event] = []
    for event in events:
        result.append(_dated(event, result))
    return result


def _dated(event: Event, before: Sequence[Event]) -> Event:
    if event.date is not None or event.kind in TIMELESS or event.status not in ("occurred", "alleged"):
        return event
    model = next((e for e in reversed(before) if _lends(e, event)), None)
    return event if model is None else replace(event, date=model.date)


def _lends(model: Event, event: Event) -> bool:
    if model.date is None or model.date.precision != "day" or model.status not in ("occurred", "alleged"):
        return False
    if event.kind == "Statement" or model.kind == "Statement":
        return event.kind == model.kind and set(event.agent) == set(model.agent)
    gap = event.evidence[0].start - model.evidence[0].start
    return 0 < gap < REACH and bool(_all(model) & _all(event))


def _all(event: Event) -> set[str]:
    return {*event.agent, *event.patient, *event.participant}
