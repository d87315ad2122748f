from dataclasses import replace

import pytest

from kg.dates import PartialDate, parse_edtf
from kg.entities.model import Entity
from kg.facts.across.rivals import Rival
from kg.facts.model import Event, Evidence, Fact
from kg.graph.disagreements import _label
from kg.graph.iris import Iris
from kg.graph.labels import event_label
from kg.graph.quads import Knowledge, _context

PEOPLE = [Entity(key, "Person", key.upper()) for key in "abcd"] + [Entity("x", "Person", "Hidden", protected=True)]
PEOPLE.insert(0, Entity("k", "Court", "Court of K"))
CONTEXT = _context(Knowledge([], PEOPLE), PEOPLE[:5], Iris())
WORDS = (Evidence("d", 1, 0, 1, "x"),)
DAY: PartialDate = parse_edtf("2025-02-28")


def event(kind: str, **more: object) -> Event:
    return replace(Event("e", kind, WORDS, "r"), **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("happening", "label"),
    [
        (event("Conviction", patient=("a",), agent=("b",), date=DAY), "Conviction of A, 2025-02-28"),
        (event("Conviction", agent=("b",)), "Conviction by B"),
        (event("Detention", patient=("a", "b", "c", "d"), count=25), "Detention of A, B and 2 more (25)"),
        (event("Appeal", patient=("k",), agent=("a",)), "Appeal by A to Court of K"),
        (event("Appeal", patient=("k",), status="refused"), "Refused appeal to Court of K"),
        (event("Appeal", patient=("a",), agent=("k",)), "Appeal of A"),
        (event("Appeal", agent=("a", "x")), "Appeal by A"),
        (event("Statement", patient=("a", "b"), agent=("c",)), "Statement by C about A and B"),
        (event("PressConference", place="d"), "Press conference in D"),
        (event("TreatyAction", action="ratification", agent=("a",)), "Ratification by A"),
        (event("OtherEvent", status="planned"), "Planned event"),
        (event("OtherEvent", patient=("a",), agent=("b",), date=DAY), "What happened to A, 2025-02-28"),
        (event("OtherEvent", agent=("b",)), "What B did"),
        (event("OtherEvent", place="d"), "What happened in D"),
        (event("OtherEvent", patient=("x",)), "Event"),
        (event("Detention", patient=("x",)), "Detention"),
        (event("Detention", patient=("a",), polarity=False, status="alleged"), "Denied alleged detention of A"),
        (event("Killing", patient=("a",), source="b"), "Reported killing of A"),
        (event("Killing", patient=("a",), source="b", status="attempted"), "Attempted killing of A"),
        (event("Refusal", patient=("a",), source="b", guessed=0.7), "Uncertain refusal to A"),
        (event("Refusal", patient=("a",), status="planned", guessed=0.7), "Planned refusal to A"),
    ],
)
def test_labels(happening: Event, label: str) -> None:
    assert event_label(happening, CONTEXT) == label


def test_what_somebody_is_to_somebody_in_two_works() -> None:
    deed = replace(event("Killing", agent=("a",)), evidence=(Evidence("d", 1, 0, 1, "A beat his wife to death."),))
    tie = Fact("b", "relative", "a", WORDS, "r", title="partner")
    told = _label(Rival("relation", "relative", deed, tie), CONTEXT)
    assert told == "What they are to each other: “wife” (Killing by A) or “partner” (B)"
