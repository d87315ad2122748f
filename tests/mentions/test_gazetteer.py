"""Names that every reader knows."""

from __future__ import annotations

import pytest

from kg.mentions import gazetteer


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ghana and Togo agreed.", [("Ghana", "Country"), ("Togo", "Country")]),
        ("Ghanaian nurses", [("Ghana", "Country")]),
        ("the Republic of Togo is", [("Togo", "Country")]),
        ("the Chad-Niger-Mali pipeline", []),
        ("the Universal declaration of human rights says", [("Universal Declaration of Human Rights", "Treaty")]),
        ("Reuters reported", [("Reuters", "MediaOutlet")]),
        ("in The Hague", [("The Hague", "Place")]),
        ("in West Africa", [("West Africa", "Place")]),
        ("turkey for dinner", []),
        ("polish the floor", []),
    ],
)
def test_listed_names(blank, text: str, found: list[tuple[str, str]]) -> None:
    assert [(m.name, m.cls) for m in gazetteer.find(blank(text))] == found


def test_an_adjective_is_marked(blank) -> None:
    assert [m.facts.get("adjective") for m in gazetteer.find(blank("Ghanaian nurses left Togo"))] == [True, None]


def test_letters_tell_that_it_is_a_party_but_not_whose(blank) -> None:
    found = list(gazetteer.find(blank("The NPP and the New Patriotic Party met.")))
    assert [(m.name, m.cls, m.facts.get("country")) for m in found] == [
        ("NPP", "PoliticalParty", None),
        ("New Patriotic Party", "PoliticalParty", "GH"),
    ]
