"""Facts and events whose entities have come to go by other keys (pure)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from kg.facts.model import Event, Fact


def rekey_facts(facts: Iterable[Fact], keys: Mapping[str, str]) -> list[Fact]:
    """The facts with their entity keys exchanged."""
    new = keys.get
    return [
        replace(f, subject=new(f.subject, f.subject), object=new(f.object, f.object), source=new(f.source, f.source))
        for f in facts
    ]


def rekey_events(events: Iterable[Event], keys: Mapping[str, str]) -> list[Event]:
    """The events with their entity keys exchanged."""
    return [_event(e, keys) for e in events]


def _event(e: Event, keys: Mapping[str, str]) -> Event:
    def several(found: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(keys.get(k, k) for k in found))

    return replace(
        e, agent=several(e.agent), patient=several(e.patient), participant=several(e.participant), law=several(e.law),
        place=keys.get(e.place, e.place), source=keys.get(e.source, e.source),
    )  # fmt: skip
