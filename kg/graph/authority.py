"""What authority lists say about the states in the graph: it needs no claim, so it stands with the ontology (pure)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kg.authorities import country_by_iso
from kg.graph.iris import Iris
from kg.graph.terms import Triple, cg, iri, literal, name, words

WIKIDATA = "http://www.wikidata.org/entity/"


def country_triples(codes: Iterable[str], iris: Iris) -> Iterator[Triple]:
    """Class, label, ISO 3166-1 notation and Wikidata match of each state, for codes in any order."""
    for code in sorted({code.upper() for code in codes if code}):
        node, state = iris.country(code), country_by_iso(code)
        yield node, name("rdf:type"), cg("Country")
        yield node, name("skos:notation"), literal(code)
        yield node, name("skos:prefLabel"), words(state.name if state else code)
        if state and state.wikidata:
            yield node, name("skos:exactMatch"), iri(WIKIDATA + state.wikidata)
