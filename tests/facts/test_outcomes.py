"""Which event follows from which."""

from __future__ import annotations

from datetime import date

import pytest

from kg.dates import PartialDate
from kg.facts.model import Event, Evidence
from kg.facts.outcomes import linked


def event(kind: str, place: int, day: int = 0, **fields: object) -> Event:
    proof = (Evidence("d", 1, place, place + 9, "it so was"),)
    at = date(2024, 5, day) if day else None
    when = PartialDate(at.isoformat(), at, at, "day") if at else None
    return Event(f"{kind}{place}", kind, proof, "test/made", date=when, **fields)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("first", "second", "follows"),
    [
        (event("Detention", 0, 1, patient=("a",)), event("Charge", 9, 2, patient=("a",)), True),
        (event("Detention", 0, 1, patient=("a",)), event("Charge", 9, 2, patient=("b",)), False),
        (event("Detention", 0, 3, patient=("a",)), event("Charge", 9, 2, patient=("a",)), False),
        (event("Detention", 9, patient=("a",)), event("Charge", 0, patient=("a",)), False),
        (event("Charge", 0, patient=("a",)), event("Conviction", 9, patient=("a",), polarity=False), False),
        (event("Conviction", 0, 1, patient=("a",)), event("Appeal", 9, 5, agent=("a",), patient=("court",)), True),
        (event("Appeal", 0, 5, agent=("a",)), event("Refusal", 0, 5, agent=("court",), patient=("a",)), True),
        (event("PetitionThreshold", 0, patient=("p",)), event("PetitionDecision", 9, patient=("p",)), True),
        (event("Censorship", 0, 1, patient=("m",)), event("Reinstatement", 9, 2, patient=("m",)), True),
        (event("March", 0, 1, agent=("a",)), event("Conviction", 0, 7, patient=("a",)), True),
        (event("March", 0, 1, agent=("a",)), event("Conviction", 50, 7, patient=("a",)), False),
        (event("March", 0, 1, agent=("a",), status="planned"), event("Conviction", 0, 7, patient=("a",)), False),
    ],
)
def test_what_follows(first: Event, second: Event, follows: bool) -> None:
    assert linked([first, second])[0].outcome == (second.id if follows else "")


def test_the_next_step_comes_before_the_last() -> None:
    events = [event("Charge", 0, 1, patient=("a",)), event("Conviction", 9, 3, patient=("a",)),
              event("Trial", 18, 2, patient=("a",))]  # fmt: skip
    assert [e.outcome for e in linked(events)] == ["Trial18", "", "Conviction9"]
