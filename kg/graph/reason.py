"""Does the ontology contradict itself? The only file that imports owlready2.

Two ways, both run where they can: an OWL RL style closure in Python, which names what clashes with what, and HermiT,
which is complete for OWL 2 DL but needs a Java runtime.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from io import BytesIO
from itertools import combinations

import owlready2
from rdflib import OWL, RDF, RDFS, SKOS, Graph
from rdflib.collection import Collection
from rdflib.term import Node, URIRef

from kg.graph.vocabulary import ONTOLOGY, local, vocabulary

Pair = tuple[Node, Node]


def check_ontology(graph: Graph | None = None) -> list[str]:
    """The contradictions of an ontology, one line each, sorted; empty if there are none.

    `graph` is the ontology to check, the packaged one if it is left out. HermiT is asked only where `java` is found.
    """
    ontology = vocabulary() if graph is None else graph
    found = set(clashes(ontology))
    if not found and has_java():
        found.update(hermit_clashes(ontology))
    return sorted(found)


def has_java() -> bool:
    """Whether HermiT can run here."""
    return shutil.which(owlready2.JAVA_EXE) is not None


def load(graph: Graph) -> owlready2.World:
    """The graph in a world of its own.

    owlready2 reads no Turtle, so it is handed N-Triples. It also takes a class that is a concept besides (every kind
    is) for one thing instead of two, and then loses what HermiT says of the class: the concepts are left out.
    """
    world = owlready2.World()
    triples = _without_concepts(graph).serialize(format="nt").encode("utf8")
    world.get_ontology(str(ONTOLOGY)).load(fileobj=BytesIO(triples))
    return world


def _without_concepts(graph: Graph) -> Graph:
    kept = Graph()
    for subject, predicate, value in graph:
        if (predicate, value) != (RDF.type, SKOS.Concept) or (subject, RDF.type, OWL.Class) not in graph:
            kept.add((subject, predicate, value))
    return kept


def hermit_clashes(graph: Graph) -> list[str]:
    """What HermiT finds: an inconsistent ontology, or classes that nothing can belong to. Needs Java."""
    world = load(graph)
    try:
        owlready2.sync_reasoner_hermit(world, debug=0, ignore_unsupported_datatypes=True)
    except owlready2.OwlReadyInconsistentOntologyError:
        return ["the ontology is inconsistent (HermiT)"]
    empty = {cls.iri for cls in world.inconsistent_classes()} - {str(OWL.Nothing)}
    return sorted(f"{_shown(URIRef(iri))} can have no instance (HermiT)" for iri in empty)


def clashes(graph: Graph) -> Iterator[str]:
    """What the closure finds: a class below two disjoint ones, or a thing in both of them or in owl:Nothing."""
    disjoint = list(_disjoint_pairs(graph))
    for cls in sorted(set(graph.subjects(RDF.type, OWL.Class)), key=str):
        for one, other in _both(_above(graph, [cls]), disjoint):
            yield f"{_shown(cls)} can have no instance: it is below {one} and {other}, which are disjoint"
    for thing, types in sorted(_types(graph).items(), key=lambda item: str(item[0])):
        for one, other in _both(types, disjoint):
            yield f"{_shown(thing)} is in {one} and in {other}, which are disjoint"


def _both(types: set[Node], disjoint: Iterable[Pair]) -> list[tuple[str, str]]:
    """The disjoint pairs of which both are among the types; owl:Nothing is disjoint with itself."""
    return sorted({(_shown(a), _shown(b)) for a, b in disjoint if a in types and b in types})


def _disjoint_pairs(graph: Graph) -> Iterator[Pair]:
    yield OWL.Nothing, OWL.Nothing
    for pair in (*graph.subject_objects(OWL.disjointWith), *graph.subject_objects(OWL.complementOf)):
        yield _pair(*pair)
    for group in graph.subjects(RDF.type, OWL.AllDisjointClasses):
        for members in graph.objects(group, OWL.members):
            yield from (_pair(*pair) for pair in combinations(Collection(graph, members), 2))


def _pair(one: Node, other: Node) -> Pair:
    return (one, other) if str(one) <= str(other) else (other, one)


def _above(graph: Graph, classes: Iterable[Node]) -> set[Node]:
    """The classes with all above them; an intersection is below each of its members."""
    found: set[Node] = set()
    waiting = list(classes)
    while waiting:
        cls = waiting.pop()
        if cls not in found:
            found.add(cls)
            waiting += [*graph.objects(cls, RDFS.subClassOf), *graph.objects(cls, OWL.equivalentClass)]
            waiting += graph.subjects(OWL.equivalentClass, cls)
            waiting += (m for head in graph.objects(cls, OWL.intersectionOf) for m in Collection(graph, head))
    return found


def _types(graph: Graph) -> dict[Node, set[Node]]:
    """Everything's classes: stated, or following from the domain or range of a property that it has."""
    stated: dict[Node, set[Node]] = {}
    for thing, cls in graph.subject_objects(RDF.type):
        stated.setdefault(thing, set()).add(cls)
    for predicate in set(graph.predicates()):
        above = set(graph.transitive_objects(predicate, RDFS.subPropertyOf))
        domains = {cls for p in above for cls in graph.objects(p, RDFS.domain)}
        ranges = {cls for p in above for cls in graph.objects(p, RDFS.range)}
        for subject, value in graph.subject_objects(predicate) if domains or ranges else ():
            stated.setdefault(subject, set()).update(domains)
            stated.setdefault(value, set()).update(ranges)
    return {thing: _above(graph, types) for thing, types in stated.items()}


def _shown(term: Node) -> str:
    return f"cg:{local(term)}" if local(term) else str(term)
