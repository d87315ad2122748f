"""One happening, told twice, is one event with two proofs; two happenings stay two."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kg.dates import parse_edtf
from kg.facts.merge import merge
from kg.facts.model import Event, Evidence, Sanction

FIRST = (Evidence("d", 1, 0, 10, "x" * 10),)
SECOND = (Evidence("d", 1, 20, 30, "y" * 10),)
FINE = Sanction("fine", amount=5)
BASE = Event("", "Conviction", FIRST, "t/t", patient=("Person:a",))
TREATY = replace(BASE, kind="TreatyAction")
# "After the arrest of Ann, the board held three more."
AFTER = replace(
    BASE, kind="Detention", evidence=(Evidence("d", 1, 0, 50, "After the arrest of A, B held three more."),), patient=()
)
SAID = replace(BASE, kind="Statement", agent=("Person:s",))


@pytest.mark.parametrize(
    ("one", "other", "number"),
    [
        (BASE, replace(BASE, evidence=SECOND), 1),
        (BASE, replace(BASE, evidence=SECOND, patient=("Person:b",)), 2),
        (BASE, replace(BASE, kind="Charge"), 2),
        (BASE, replace(BASE, polarity=False), 2),
        (replace(AFTER, patient=("Person:a",)), replace(AFTER, agent=("GovernmentBody:b",), count=3), 2),
        (replace(AFTER, patient=("Person:a",)), replace(AFTER, patient=("Person:a",), agent=("GovernmentBody:b",)), 1),
        (replace(BASE, date=parse_edtf("2020-05")), replace(BASE, date=parse_edtf("2020-05-03")), 1),
        (replace(BASE, date=parse_edtf("2020-05")), replace(BASE, date=parse_edtf("2020-06-03")), 2),
        (replace(BASE, sanctions=(FINE,)), replace(BASE, sanctions=(Sanction("fine", amount=9),)), 2),
        (replace(BASE, sanctions=(FINE,)), replace(BASE, sanctions=(Sanction("fine"),)), 1),
        (replace(TREATY, agent=("Country:A",)), replace(TREATY, agent=("Country:B",)), 2),
        (SAID, replace(SAID, patient=()), 1),
        (SAID, replace(SAID, agent=("Person:t",)), 2),
    ],
)  # fmt: skip
def test_same_or_not(one: Event, other: Event, number: int) -> None:
    assert len(merge([one, other])) == number


def test_a_merged_event_keeps_what_each_adds() -> None:
    one = replace(BASE, date=parse_edtf("2020-05"), date_stated="in May")
    other = replace(
        BASE, evidence=SECOND, date=parse_edtf("2020-05-03"), date_stated="3 May", agent=("Court:c",), charge="theft"
    )
    (event,) = merge([one, other])
    assert event.evidence == FIRST + SECOND
    assert (event.agent, event.charge, event.date_stated) == (("Court:c",), "theft", "3 May")


@pytest.mark.parametrize("first", ["ruled", "guessed"])
def test_a_guess_adds_nothing_to_what_a_rule_reads(first: str) -> None:
    ruled, guess = replace(BASE, charge="theft"), replace(BASE, evidence=SECOND, place="Place:p", guessed=0.8)
    told = [ruled, guess] if first == "ruled" else [guess, ruled]
    assert merge(told) == [ruled]
    (both,) = merge([guess, replace(guess, evidence=FIRST, guessed=0.6)])
    assert (both.guessed, both.mode, len(both.evidence)) == (0.8, "Uncertain", 2)


def test_who_is_counted_after_a_verdict_is_not_whom_it_names() -> None:
    quote = "Following the conviction of A, B jailed two teachers."
    proof = (Evidence("d", 1, 0, 60, quote),)
    named = replace(BASE, evidence=proof)
    counted = replace(BASE, evidence=proof, patient=(), agent=("GovernmentBody:b",), count=2)
    assert merge([named, counted]) == merge([counted, named]) == [named]
    assert merge([named, replace(named, count=2)])[0].count == 2
