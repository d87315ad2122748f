"""Under which key equal mentions meet."""

from __future__ import annotations

import pytest

from kg.entities.handles import handle, place_handle
from kg.mentions.model import Mention


def m(text: str, cls: str, rule: str = "description", name: str = "", **facts: object) -> Mention:
    return Mention(0, len(text), text, cls, name or text, rule, facts)


GOVERNMENTS = [
    m("Ghanaian authorities", "GovernmentBody", body="authorities", owner="Ghana", country="GH"),
    m("the government", "GovernmentBody", body="the government"),
    m("our government", "GovernmentBody", body="government"),
    m("the cabinet", "GovernmentBody", body="cabinet"),
    m("Accra", "GovernmentBody", "capital", body="government", owner="Ghana", country="GH"),
]


@pytest.mark.parametrize("mention", GOVERNMENTS, ids=lambda m: m.text)
def test_a_government_is_its_states(mention: Mention) -> None:
    made = handle(mention, "GH")
    assert (made.key, made.name) == ("government GH", "Government of Ghana")


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        (
            m("Kumasi police", "GovernmentBody", body="police", owner="Kumasi"),
            m("police in Kumasi", "GovernmentBody", body="police", owner="Kumasi"),
            True,
        ),
        (
            m("Kumasi police", "GovernmentBody", body="police", owner="Kumasi"),
            m("police", "GovernmentBody", body="police"),
            False,
        ),
        (m("city authorities", "GovernmentBody", body="city authorities", owner="Kumasi"), GOVERNMENTS[0], False),
        (m("Supreme Court of Ghana", "Court", "head"), m("Ghana’s Supreme Court", "Court", "head"), True),
        (m("Supreme Court", "Court", "head"), m("High Court", "Court", "head"), False),
        (m("Criminal Code of Ghana", "Law", "code"), m("Criminal Code", "Law", "code"), True),
        (m("Administrative Procedural Code", "Law", "code"), m("Administrative Procedure Code", "Law", "code"), True),
        (m("constitution", "Law", "constitution"), m("Constitution of Ghana", "Law", "constitution"), True),
        (
            m("northern Ghana", "Place", "place-tail", country="GH"),
            m("northern regions", "Place", "place-tail", country="GH"),
            True,
        ),
        (
            m("northern Ghana", "Place", "place-tail", country="GH"),
            m("southern Ghana", "Place", "place-tail", country="GH"),
            False,
        ),
        (
            m("Convention on Wetlands", "Treaty", "titled-treaty"),
            m("UN Convention on Wetlands", "Treaty", "titled-treaty"),
            True,
        ),
        (m("Ministry of Water", "GovernmentBody", "head"), m("Water Ministry", "GovernmentBody", "head"), True),
    ],
)
def test_equal_keys(a: Mention, b: Mention, same: bool) -> None:
    x, y = handle(a, "GH"), handle(b, "GH")
    assert ((x.key, x.country) == (y.key, y.country)) is same


def test_a_city_is_the_one_of_the_texts_state() -> None:
    assert handle(m("Lagos", "Place", "city"), "PT").country == "PT"
    assert handle(m("Lagos", "Place", "city"), "").country == "NG"


def test_a_listed_region_goes_by_its_full_name() -> None:
    assert handle(m("Loreto", "Place", "region-list", "Loreto region"), "PE").name == "Loreto region"


def test_the_other_name_of_a_city_gives_its_id_and_joins_nothing() -> None:
    old, new = place_handle("Grodno", "BY"), place_handle("Hrodna", "BY")
    assert old.identity == new.identity == new.key == "geonames 627904"
    assert old.key == "grodno BY"


def test_an_unknown_place_has_no_id() -> None:
    assert place_handle("Nowhereville", "BY").identity == ""
