"""What authority lists say about the states and cities in the graph: it needs no claim, so it stands with the
ontology (pure)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kg.authorities import country_by_iso
from kg.entities.handles import GEONAMES
from kg.entities.model import Entity
from kg.graph.iris import Iris
from kg.graph.terms import Triple, cg, decimal, iri, literal, name, words
from kg.mentions.geonames import capital_of, city_by_id, state_id

WIKIDATA = "http://www.wikidata.org/entity/"
GEONAMES_IRI = "https://sws.geonames.org/"


def country_triples(codes: Iterable[str], iris: Iris) -> Iterator[Triple]:
    """Class, label, ISO 3166-1 notation, Wikidata and GeoNames match of each state, for codes in any order."""
    for code in sorted({code.upper() for code in codes if code}):
        node, state = iris.country(code), country_by_iso(code)
        identity = None if state and state.former else state_id(code)  # codes are given out anew
        yield node, name("rdf:type"), cg("Country")
        yield node, name("skos:notation"), literal(code)
        yield node, name("skos:prefLabel"), words(state.name if state else code)
        if state and state.wikidata:
            yield node, name("skos:exactMatch"), iri(WIKIDATA + state.wikidata)
        if identity:
            yield node, name("skos:exactMatch"), _geonames(identity)


def seat_of(iso: str) -> tuple[float, float] | None:
    """Where a map shows a state: latitude and longitude of its capital. No fact about the state, so in no graph."""
    capital = capital_of(iso.upper())
    return (capital.latitude, capital.longitude) if capital else None


def place_triples(entities: Iterable[Entity], iris: Iris) -> Iterator[Triple]:
    """GeoNames match and WGS 84 coordinates (degrees) of each city that GeoNames knows."""
    for entity in entities:
        known = entity.identity.startswith(GEONAMES)
        city = city_by_id(int(entity.identity.removeprefix(GEONAMES))) if known else None
        if city:
            node = iris.entity(entity.key)
            yield node, name("skos:exactMatch"), _geonames(city.id)
            yield node, name("geo:lat"), decimal(city.latitude)
            yield node, name("geo:long"), decimal(city.longitude)


def _geonames(identity: int) -> str:
    return iri(f"{GEONAMES_IRI}{identity}/")
