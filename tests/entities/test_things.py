"""Which names of bodies, laws, places and petitions are one thing."""

from __future__ import annotations

import pytest

from kg.entities.handles import Handle
from kg.entities.judgements import Judgement, Verdicts
from kg.entities.things import group


def one(
    cls: str, a: str, b: str, *, apart: bool = False, countries: tuple[str, str] = ("GH", "GH"), judgements=(), pairs=()
) -> bool:
    x, y = Handle(cls, a.lower(), a, countries[0]), Handle(cls, b.lower(), b, countries[1])
    documents = {x: frozenset({"a"}), y: frozenset({"b" if apart else "a"})}
    groups = group([x, y], documents, [(x, y)] if pairs else [], Verdicts(judgements))
    return groups.top(x) == groups.top(y)


MUST = [
    ("GovernmentBody", "Ministry of Water and Forests", "Ministry of Water"),
    ("GovernmentBody", "Accra City Hall", "City Hall"),
    ("GovernmentBody", "local authorities in northern regions", "local authorities"),
    ("Court", "High Court in Kumasi", "High Court"),
    ("Court", "Kumasi District Court", "District Court"),
    ("CivilSocietyOrganization", "Northern Lake Fishers Union", "Lake Fishers Union"),
    ("Company", "Baraka Holdings", "Baraka"),
    ("MediaOutlet", "Accra Evening Post", "Evening Post"),
    ("Petition", "Hands Off Our Old Harbour", "petition against selling the old harbour"),
    ("Place", "Baraka Airport", "Baraka"),
]
MUST_NOT = [
    ("GovernmentBody", "Ministry of Water", "Ministry of Roads"),
    ("GovernmentBody", "Water Ministry", "Water Department"),
    ("Court", "Kumasi administrative court", "Kumasi court"),
    ("Court", "Kumasi District Court", "Accra District Court"),
    ("CivilSocietyOrganization", "Lake Fishers Union", "Fishers"),
    ("Company", "Baraka Holdings", "Bahari"),
    ("Petition", "petition against the dam", "petition for school lunches"),
    ("Place", "Loreto region", "Loreto"),
    ("Law", "Press Act", "Press Council Act"),
]


@pytest.mark.parametrize(("cls", "long", "short"), MUST)
def test_must_merge(cls: str, long: str, short: str) -> None:
    assert one(cls, long, short)
    assert one(cls, short, long)


@pytest.mark.parametrize(("cls", "a", "b"), MUST_NOT)
def test_must_not_merge(cls: str, a: str, b: str) -> None:
    assert not one(cls, a, b)


FAR = [
    ("Save the Mangrove Lagoon from the Coal Port", "petition against the coal port in the mangrove lagoon", True),
    ("We Want No Shops in the Botanical Garden", "petition against malls in the Botanical Garden", False),
    ("Free School Bus Rides in Kumasi", "petition for free school bus rides in Tamale", False),
]


@pytest.mark.parametrize(("title", "described", "same"), FAR)
def test_a_petition_is_known_again_in_another_document_by_three_words(title: str, described: str, same: bool) -> None:
    assert one("Petition", title, described, apart=True) is same
    assert not one("Petition", title, described, apart=True, countries=("GH", "TG"))


def test_likeness_counts_only_in_one_document_and_state() -> None:
    assert not one("Court", "High Court in Kumasi", "High Court", apart=True)
    assert not one("Court", "High Court in Kumasi", "High Court", countries=("GH", "TG"))


def test_a_form_that_fits_two_is_neither() -> None:
    handles = [
        Handle("Court", n.lower(), n, "GH") for n in ("Accra District Court", "Kumasi District Court", "District Court")
    ]
    groups = group(handles, {h: frozenset({"a"}) for h in handles}, [], Verdicts())
    assert len(groups.all()) == 3


@pytest.mark.parametrize("verdict", ["different", "unsure"])
def test_a_judgement_keeps_apart_what_every_rule_would_unite(verdict: str) -> None:
    said = [Judgement("Court", "High Court", "High Court in Kumasi", verdict, "Esi", "2025")]  # type: ignore[arg-type]
    assert not one("Court", "High Court in Kumasi", "High Court", judgements=said, pairs=True)


def test_a_judgement_unites_what_no_rule_would() -> None:
    said = [Judgement("Law", "Press Act", "Media Act", "same", "Esi", "2025")]
    assert one("Law", "Press Act", "Media Act", judgements=said, apart=True)
