"""The ontology does not contradict itself, and a copy that does is caught by both ways of looking."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pytest
from rdflib import OWL, RDF, RDFS, BNode, Graph, URIRef
from rdflib.collection import Collection

from kg.graph.reason import check_ontology, clashes, has_java, hermit_clashes, load
from kg.graph.vocabulary import CG, classes, properties, vocabulary

SOMEBODY = URIRef("https://example.org/id/somebody")
SOMETHING = URIRef("https://example.org/id/something")
# HermiT where it can run: it needs a Java runtime, which the product does not.
ENGINES = [clashes, *([hermit_clashes] if has_java() else [])]
Triples = list[tuple[URIRef, URIRef, URIRef]]

CONTRADICTIONS: dict[str, tuple[Triples, str]] = {
    "a kind is also an allegation": ([(CG.Killing, RDFS.subClassOf, CG.AllegedEvent)], "cg:Killing"),
    "a family's kinds inherit it": ([(CG.Speech, RDFS.subClassOf, CG.Place)], "cg:Statement"),
    "a person is an organisation": (
        [(SOMEBODY, RDF.type, CG.Person), (SOMEBODY, RDF.type, CG.Court)], str(SOMEBODY)
    ),
    "a domain makes it two things": (
        [(SOMEBODY, RDF.type, CG.Person), (SOMEBODY, CG.earliest, SOMETHING)], str(SOMEBODY)
    ),
    "a range makes it two things": (
        [(SOMETHING, CG.place, SOMEBODY), (SOMEBODY, RDF.type, CG.Person)], str(SOMEBODY)
    ),
    "equivalent to a disjoint class": ([(CG.Bill, OWL.equivalentClass, CG.Law)], "cg:Bill"),
}  # fmt: skip


def changed(triples: Triples) -> Graph:
    copy = Graph()
    copy += vocabulary()
    for triple in triples:
        copy.add(triple)
    return copy


def test_the_ontology_is_consistent() -> None:
    assert check_ontology() == []


def test_it_loads_in_owlready2() -> None:
    world = load(vocabulary())
    loaded = {cls.name for cls in world.classes()}
    assert classes() <= loaded
    assert properties() <= {prop.name for prop in world.properties()}


@pytest.mark.parametrize(("triples", "who"), CONTRADICTIONS.values(), ids=CONTRADICTIONS.keys())
def test_the_closure_names_a_contradiction(triples: Triples, who: str) -> None:
    assert any(line.startswith(who) for line in clashes(changed(triples)))


@pytest.mark.parametrize("case", ["a kind is also an allegation", "a person is an organisation"])
@pytest.mark.parametrize("engine", ENGINES)
def test_every_engine_finds_it(engine: Callable[[Graph], Iterable[str]], case: str) -> None:
    assert list(engine(changed(CONTRADICTIONS[case][0])))
    assert list(engine(changed([]))) == []


def test_what_is_only_new_is_no_contradiction() -> None:
    harmless = [(CG.Vigil, RDF.type, OWL.Class), (CG.Vigil, RDFS.subClassOf, CG.Assembly)]
    assert list(clashes(changed([*harmless, (SOMEBODY, RDF.type, CG.Person)]))) == []


def test_an_intersection_of_disjoint_classes_is_empty() -> None:
    graph = changed([(CG.Both, RDF.type, OWL.Class)])
    both = BNode()
    Collection(graph, both, [CG.Law, CG.Bill])
    graph.add((CG.Both, OWL.intersectionOf, both))
    assert list(clashes(graph)) == ["cg:Both can have no instance: it is below cg:Bill and cg:Law, which are disjoint"]


def test_nothing_has_no_instance() -> None:
    assert list(clashes(changed([(SOMEBODY, RDF.type, OWL.Nothing)])))
    assert check_ontology(changed([(SOMEBODY, RDF.type, OWL.Nothing)]))
