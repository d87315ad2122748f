"""What the graph says of states and cities from authority lists."""

from __future__ import annotations

import re

import pytest

from kg.authorities import countries
from kg.entities.model import Entity
from kg.graph.authority import country_triples, place_triples
from kg.graph.iris import Iris
from kg.graph.terms import cg, decimal, iri, literal, name
from kg.mentions.geonames import city

IRIS = Iris("https://example.org/", {"Place:tartu": "place/tartu", "Place:x": "place/x"})


def test_states_by_code() -> None:
    found = list(country_triples(["tr", "EE", "", "EE", "ZZ"], Iris("https://example.org/")))
    assert [s.rsplit("/", 1)[-1] for s, p, o in found if o == cg("Country")] == ["ee>", "tr>", "zz>"]
    assert [o for _, p, o in found if p == name("skos:prefLabel")] == [
        literal(text, "en") for text in ("Estonia", "Türkiye", "ZZ")
    ]
    assert [o for s, p, o in found if p == name("skos:exactMatch") and "/ee" in s] == [
        iri("http://www.wikidata.org/entity/Q191"),
        iri("https://sws.geonames.org/453733/"),
    ]


@pytest.mark.parametrize("state", countries(), ids=lambda state: state.iso)
def test_every_state_has_its_code_and_wikidata_id(state) -> None:
    found = {(p, o) for _, p, o in country_triples([state.iso], IRIS)}
    assert (name("skos:notation"), literal(state.iso)) in found
    assert re.fullmatch(r"Q\d+", state.wikidata)
    assert (name("skos:exactMatch"), iri(f"http://www.wikidata.org/entity/{state.wikidata}")) in found


def test_cities_have_their_geonames_id_and_coordinates() -> None:
    tartu = city("Tartu", "EE")
    assert tartu is not None
    known = Entity("Place:tartu", "Place", "Tartu", identity=f"geonames {tartu.id}")
    found = [(p, o) for _, p, o in place_triples([known], IRIS)]
    assert found == [
        (name("skos:exactMatch"), iri(f"https://sws.geonames.org/{tartu.id}/")),
        (name("geo:lat"), decimal(tartu.latitude)),
        (name("geo:long"), decimal(tartu.longitude)),
    ]


@pytest.mark.parametrize("identity", ["", "geonames 1", "listed UN Women"])
def test_what_geonames_does_not_know_has_no_coordinates(identity: str) -> None:
    assert list(place_triples([Entity("Place:x", "Place", "X", identity=identity)], IRIS)) == []
