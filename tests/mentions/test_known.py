"""Names found again wherever they stand."""

from __future__ import annotations

from kg.mentions.known import known_names
from kg.mentions.model import Mention


def m(text: str, cls: str, rule: str = "given-name") -> Mention:
    return Mention(0, len(text), text, cls, text, rule)


def test_full_names_and_surnames_are_found_again(blank) -> None:
    names = known_names([m("Ama Mensahova", "Person")], {"Ama Mensahova": "Person"})
    assert [x.text for x in names.find(blank("Mensahova left Ama Mensahova alone"))] == [
        "Mensahova",
        "Ama Mensahova",
        "Mensahova",
    ]


def test_descriptions_and_parts_of_words_are_not(blank) -> None:
    names = known_names(
        [m("Delta", "Place", "city"), m("Delta court", "Court", "description")],
        {"Delta": "Place", "Delta court": "Court"},
    )
    assert [x.text for x in names.find(blank("the Niger-Delta, the Delta court"))] == ["Delta"]


def test_relatives_are_found_by_their_given_names(blank) -> None:
    kin = [m("Ama Mensahova", "Person"), m("Kofi Mensahova", "Person"), m("Lina Brandt", "Person")]
    names = known_names(kin, {x.text: "Person" for x in kin})
    assert [x.text for x in names.find(blank("Kofi left Lina"))] == ["Kofi"]
