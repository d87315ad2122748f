"""Dates that a story carries on."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kg.dates import parse_edtf
from kg.facts.dating.story import carried, foreseen, of_the_living
from kg.facts.model import Event, Evidence

FIRST = Event(
    "", "Meeting", (Evidence("d", 1, 0, 50, "x" * 50),), "t/t", agent=("Org:a",), date=parse_edtf("2024-05-03")
)
LATER = Event("", "Detention", (Evidence("d", 1, 60, 90, "y" * 30),), "t/t", patient=("Org:a",))


@pytest.mark.parametrize(
    ("one", "other", "date"),
    [
        (FIRST, LATER, "2024-05-03"),
        (FIRST, replace(LATER, patient=("Org:b",)), None),
        (FIRST, replace(LATER, evidence=(Evidence("d", 1, 2000, 2030, "y" * 30),)), None),
        (FIRST, replace(LATER, kind="TreatyAction"), None),
        (FIRST, replace(LATER, status="planned"), None),
        (replace(FIRST, status="planned"), LATER, None),
        (replace(FIRST, date=parse_edtf("2024")), LATER, None),
        (FIRST, replace(LATER, date=parse_edtf("2024-06")), "2024-06"),
    ],
)
def test_an_event_takes_the_date_of_the_one_before_only_if_they_share_somebody(
    one: Event, other: Event, date: str | None
) -> None:
    told = carried([one, other])[1]
    assert (told.date.edtf if told.date else None) == date


def test_a_speaker_goes_on_speaking_on_the_same_day() -> None:
    said = replace(FIRST, kind="Statement")
    again = replace(LATER, kind="Statement", agent=("Org:a",), patient=("Law:b",))
    assert carried([said, again])[1].date == said.date
    assert carried([said, replace(again, agent=("Org:c",))])[1].date is None


def test_who_decides_explains_it_on_the_same_day() -> None:
    veto = replace(FIRST, kind="Refusal")
    words = replace(LATER, kind="Statement", agent=("Org:a",), patient=(), tense="past")
    assert carried([veto, words])[1].date == veto.date
    assert carried([veto, replace(words, agent=("Org:b",))])[1].date is None
    assert carried([veto, replace(words, tense="perfect")])[1].date is None


def test_nobody_is_tried_after_being_killed() -> None:
    killing = replace(FIRST, kind="Killing", agent=("killer",), patient=("victim",))
    verdict = replace(LATER, kind="Conviction", patient=("victim",), date=parse_edtf("2024-11-20"))
    early = replace(LATER, patient=("victim",), date=parse_edtf("2021-05-01"))
    assert [e.patient for e in of_the_living([killing, verdict, early])] == [("victim",), ("killer",), ("victim",)]
    assert of_the_living([replace(killing, agent=()), verdict])[1:] == []


def test_the_next_sentence_goes_on_with_the_scene() -> None:
    march = replace(FIRST, kind="March")
    arrest = replace(LATER, patient=(), evidence=(Evidence("d", 1, 51, 80, "Police detained ten."),))
    assert carried([march, arrest])[1].date == march.date
    before = replace(arrest, evidence=(Evidence("d", 1, 51, 80, "Ten had been detained."),))
    assert carried([march, before])[1].date is None


def test_who_else_was_acquitted_was_so_on_the_day_of_the_court() -> None:
    fine = replace(FIRST, kind="Conviction", agent=("Court:a",))
    march = replace(FIRST, kind="March", agent=(), date=parse_edtf("2024-02-02"))
    others = replace(LATER, kind="Release", patient=("p",), evidence=(Evidence("d", 1, 51, 80, "Two were acquitted."),))
    assert carried([fine, march, others])[2].date == fine.date
    assert carried([march, others])[1].date == march.date


def test_what_lies_ahead_has_not_happened() -> None:
    told = parse_edtf("2024-05-02")
    assert [e.status for e in foreseen([FIRST, replace(FIRST, date=parse_edtf("2024-05"))], told)] == [
        "planned",
        "occurred",
    ]
    assert foreseen([LATER, replace(FIRST, status="refused")], told) == [LATER, replace(FIRST, status="refused")]
    assert foreseen([FIRST], parse_edtf("2024")) == foreseen([FIRST], None) == [FIRST]
