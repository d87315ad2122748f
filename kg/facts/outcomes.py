"""What follows from an event in the same article: from arrest to verdict, from petition to answer (pure).

A link needs the same person, body or text at both ends and dates that do not contradict it; a march and an arrest must
also stand in one sentence.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from kg.facts.model import ASSEMBLIES, Event

# Of each kind, what may follow, the next step first.
STEPS: Mapping[str, tuple[str, ...]] = {
    "Detention": ("Charge", "Trial", "Conviction", "Release"),
    "Charge": ("Trial", "Conviction", "Release"),
    "Trial": ("Conviction", "Release"),
    "Conviction": ("Appeal", "Release"),
    "Appeal": ("Trial", "Refusal", "Release"),
    "AsylumDecision": ("Extradition",),
    "Censorship": ("Reinstatement",),
    "PetitionLaunch": ("PetitionThreshold", "PetitionReview", "PetitionDecision"),
    "PetitionThreshold": ("PetitionReview", "PetitionDecision"),
    "PetitionReview": ("PetitionDecision",),
}
AFTER_ASSEMBLIES = ("Detention", "Charge", "Conviction")


def linked(events: Sequence[Event]) -> list[Event]:
    """The events, each with the id of the one that follows from it where there is one."""
    return [replace(event, outcome=_outcome(event, events)) for event in events]


def _outcome(event: Event, events: Sequence[Event]) -> str:
    if not event.polarity or event.status in ("planned", "attempted"):
        return event.outcome
    steps = AFTER_ASSEMBLIES if event.kind in ASSEMBLIES else STEPS.get(event.kind, ())
    for kind in steps:
        found = [e for e in events if e.kind == kind and e.polarity and not e.guessed and _follows(event, e)]
        if found:
            return min(found, key=_when).id
    return event.outcome


def _follows(cause: Event, effect: Event) -> bool:
    if cause.date and effect.date and effect.date.latest < cause.date.earliest:
        return False
    if not (cause.date and effect.date) and effect.evidence[0].start < cause.evidence[0].start:
        return False
    if cause.kind in ASSEMBLIES:
        people = {*cause.agent, *cause.participant}
        return bool(people & set(effect.patient)) and cause.evidence[-1].start == effect.evidence[0].start
    return bool(set(_bearers(cause)) & set(_bearers(effect)))


def _bearers(event: Event) -> Iterator[str]:
    """Whose case it is: who appeals, else who or what it is done to."""
    yield from event.agent if event.kind == "Appeal" else event.patient


def _when(event: Event) -> tuple[str, int]:
    return (event.date.earliest.isoformat() if event.date else "9999", event.evidence[0].start)
