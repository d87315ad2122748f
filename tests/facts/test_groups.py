"""Whom "they" means, and where a gathering takes place, in whole short articles."""

from __future__ import annotations

import pytest

from tests.facts.test_events import read

pytestmark = pytest.mark.model
NAMES = {
    "Ann Lee": "Person", "Bo Wu": "Person", "Cy Roe": "Person", "Suva court": "Court", "Suva": "Place", "Lima": "Place",
    "Supreme Court in Lima": "Court",
}  # fmt: skip


def patients(*texts: str) -> list[tuple[str, tuple[str, ...]]]:
    return [(e.kind, e.patient) for e in read([("text", " ".join(texts))], NAMES)]


def test_they_are_those_whom_the_sentence_before_names_together() -> None:
    both = ("Person:Ann Lee", "Person:Bo Wu")
    assert patients("On 3 May police arrested Ann Lee and Bo Wu.", "They were released on 5 May.") == [
        ("Detention", both),
        ("Release", both),
    ]


@pytest.mark.parametrize("texts", [
    ("On 3 May police arrested Ann Lee and Bo Wu.", "Ten students were beaten.", "They were released on 5 May."),
    ("On 3 May police arrested Ann Lee and Bo Wu.", "Guards said they were released on 5 May."),
    ("On 3 May police arrested Ann Lee.", "They were released on 5 May."),
])  # fmt: skip
def test_they_may_be_others(texts: tuple[str, ...]) -> None:
    assert all(not patient for kind, patient in patients(*texts) if kind == "Release")


def test_what_lies_before_an_untold_day_has_no_date_of_its_neighbours() -> None:
    story = "On 3 May Ann Lee was arrested. On the eve of the vote, police beat Bo Wu. Cy Roe was killed."
    assert [(e.kind, e.date.edtf if e.date else "") for e in read([("text", story)], NAMES)][:2] == [
        ("Detention", "2024-05-03"),
        ("Assault", ""),
    ]


@pytest.mark.parametrize(("text", "place"), [
    ("Residents of Lima gathered on Sunday to protest against a mine.", "Place:Lima"),
    ("Police in Lima broke up a rally on Sunday.", "Place:Lima"),
    ("On Sunday Ann Lee held a picket in front of the Supreme Court in Lima.", "Place:Lima"),
    ("The mayor of Lima praised a rally on Sunday.", ""),
])  # fmt: skip
def test_where_people_gather(text: str, place: str) -> None:
    events = read([("text", text)], NAMES)
    assert [e.place for e in events if e.kind in ("Rally", "Picket")] in ([place], [])
