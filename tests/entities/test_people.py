"""Which spellings are one person, in a document and across."""

from __future__ import annotations

import pytest

from kg.entities.judgements import Judgement, Verdicts
from kg.entities.people import Spelling, group


def together(*spellings: Spelling, judgements: tuple[Judgement, ...] = ()) -> set[frozenset[str]]:
    groups = group(spellings, Verdicts(judgements))
    return {frozenset(f"{s.document}:{s.name}" for s in members) for members in groups.all().values()}


def s(name: str, *positions: int, document: str = "a", country: str = "GH") -> Spelling:
    return Spelling(document, name, positions or (0,), country)


@pytest.mark.parametrize(
    ("full", "short", "one"),
    [
        ("Ama Mensah", "Mensah", True),
        ("Hela Ben Salahi", "Ben Salahi", True),
        ("Qairat Zhunisov", "Junisov", True),
        ("Ama Mensah", "Ama", True),
        ("Ama Mensah", "Addo", False),
        ("Rustam Ishanov", "Isanov", False),
    ],
)
def test_a_short_form_is_of_the_full_name(full: str, short: str, one: bool) -> None:
    assert (together(s(full, 0), s(short, 9)) == {frozenset({f"a:{full}", f"a:{short}"})}) is one


def test_a_bare_surname_is_the_one_whom_the_text_named_first() -> None:
    found = together(s("Salim Otieno", 0), s("Zainab Otieno", 50), s("Otieno", 90))
    assert frozenset({"a:Salim Otieno", "a:Otieno"}) in found


def test_a_surname_in_another_document_is_its_one_bearer_of_that_state() -> None:
    assert len(together(s("Ama Mensah"), s("Mensah", document="b"))) == 1
    assert len(together(s("Ama Mensah"), s("Mensah", document="b", country="TG"))) == 2
    assert len(together(s("Ama Mensah"), s("Kofi Mensah"), s("Mensah", document="b"))) == 3


def test_a_surname_of_the_other_gender_is_of_somebody_else() -> None:
    assert len(together(s("Aidar Bekbayev", 0), s("Bekbayeva", 50))) == 2
    assert len(together(s("Dana Bekbayeva", 0), s("Bekbayeva", 50))) == 1


def test_an_initial_is_the_one_person_whom_it_fits() -> None:
    assert len(together(s("Tomas Lindqvist"), s("T. Lindqvist", document="b"))) == 1
    both = s("Tomas Lindqvist", document="a"), s("Tove Lindqvist", document="c")
    assert len(together(*both, s("T. Lindqvist", document="b"))) == 3
    assert len(together(*both, s("T. Lindqvist", 90, document="a"))) == 2


def test_likeness_is_not_handed_on() -> None:
    """Each neighbour is alike, the ends are not: what would clash stays out."""
    found = together(s("Timur Sharapov"), s("Timur B. Sharapov", 50), s("Timur K. Sharapov", 90))
    assert not any({"a:Timur B. Sharapov", "a:Timur K. Sharapov"} <= group for group in found)


def test_a_judged_surname_is_not_that_of_another_bearer() -> None:
    said = Judgement("Person", "Mensah", "Ama Mensah", "same", "Esi", "2025")
    people = s("Ama Mensah"), s("Kofi Mensah", document="b"), s("Mensah", 60, document="b"), s("Mensah", document="c")
    found = together(*people, judgements=(said,))
    assert found == {frozenset({"a:Ama Mensah", "c:Mensah"}), frozenset({"b:Kofi Mensah", "b:Mensah"})}


def test_a_given_name_in_another_document_is_nobodys() -> None:
    assert len(together(s("Mary Grace"), s("Grace", document="b"))) == 2


@pytest.mark.parametrize(("verdict", "groups"), [("different", 2), ("unsure", 2), ("same", 1)])
def test_judgements_go_before_rules(verdict: str, groups: int) -> None:
    said = Judgement("Person", "Leyla Aliyeva", "Leila Alieva", verdict, "Esi", "2025")  # type: ignore[arg-type]
    assert len(together(s("Leyla Aliyeva"), s("Leila Alieva", 50), judgements=(said,))) == groups


def test_people_whom_rules_keep_apart_can_be_judged_the_same() -> None:
    said = Judgement("Person", "Anvar Ishanov", "Anvar Isanov", "same", "Esi", "2025")
    assert len(together(s("Anvar Ishanov"), s("Anvar Isanov", 50))) == 2
    assert len(together(s("Anvar Ishanov"), s("Anvar Isanov", 50), judgements=(said,))) == 1
