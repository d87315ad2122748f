"""Places that a scene carries on to what happens in it."""

from __future__ import annotations

from dataclasses import replace

from kg.dates import parse_edtf
from kg.facts.model import Event, Evidence
from kg.facts.whereabouts import judged, placed

MAY_3 = parse_edtf("2024-05-03")
MAY_9 = parse_edtf("2024-05-09")


def event(kind: str, start: int, place: str = "", **fields: object) -> Event:
    proof = Evidence("t", 1, start, start + 50, "x" * 50)
    return replace(Event("", kind, (proof,), "t/t", place=place, date=MAY_3), **fields)  # type: ignore[arg-type]


def where(events: list[Event], located: set[int] | None = None) -> list[str]:
    return [e.place for e in placed(events, located or set())]


def test_what_happens_in_the_same_sentence_happens_there() -> None:
    assert where([event("Rally", 0, "Lima"), event("Assault", 0)]) == ["Lima", "Lima"]


def test_the_next_sentence_goes_on_with_the_scene() -> None:
    assert where([event("March", 0, "Lima"), event("Detention", 51)]) == ["Lima", "Lima"]


def test_a_refused_march_is_refused_where_it_was_to_be() -> None:
    assert where([event("March", 0, "Lima"), event("Refusal", 0)]) == ["Lima", "Lima"]


def test_a_refusal_beside_an_arrest_has_no_place() -> None:
    assert where([event("Detention", 0, "Lima"), event("Refusal", 0)]) == ["Lima", ""]


def test_a_sentence_that_names_a_place_takes_none_from_the_one_before() -> None:
    assert where([event("March", 0, "Lima"), event("Detention", 51)], {51}) == ["Lima", ""]


def test_another_day_is_another_scene() -> None:
    assert where([event("March", 0, "Lima"), event("Detention", 51, date=MAY_9)]) == ["Lima", ""]


def test_other_people_are_arrested_elsewhere() -> None:
    first = event("Detention", 0, "Lima", patient=("Person:A",))
    assert where([first, event("Detention", 51, patient=("Person:B",))]) == ["Lima", ""]


def test_two_places_in_a_sentence_leave_it_open() -> None:
    assert where([event("Rally", 0, "Lima"), event("Rally", 0, "Puno"), event("Assault", 0)])[-1] == ""


def test_a_verdict_told_next_is_of_the_same_court() -> None:
    first = event("Conviction", 0, agent=("Court:Sodo",), patient=("Person:A",))
    assert [e.agent for e in judged([first, event("Conviction", 51, patient=("Person:B",))])] == [("Court:Sodo",)] * 2


def test_a_verdict_of_another_day_or_far_off_is_not() -> None:
    first = event("Conviction", 0, agent=("Court:Sodo",))
    later = event("Conviction", 51, date=MAY_9)
    far = event("Conviction", 900)
    assert [e.agent for e in judged([first, later, far])][1:] == [(), ()]


def test_who_is_acquitted_beside_the_convicted_is_so_by_the_same_court() -> None:
    def said(quote: str, start: int, kind: str, **fields: object) -> Event:
        return replace(Event("", kind, (Evidence("t", 1, start, start + 50, quote),), "t/t"), **fields)  # type: ignore[arg-type]

    verdict = said("A Suva court jailed Ann.", 0, "Conviction", agent=("Court:x",))
    assert judged([verdict, said("Bo was acquitted.", 51, "Release")])[1].agent == ("Court:x",)
    assert judged([verdict, said("Bo was freed by his captors.", 51, "Release")])[1].agent == ()
