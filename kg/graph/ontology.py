"""The packaged ontology as triples with stable blank nodes, for the ontology graph."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from rdflib import BNode, Literal, URIRef
from rdflib.compare import to_canonical_graph
from rdflib.term import Node

from kg.graph.terms import NAMESPACES, Term, Triple, iri, literal
from kg.graph.vocabulary import read_turtle


def ontology_triples(paths: Iterable[Path]) -> Iterator[Triple]:
    """The triples of Turtle files. Blank nodes are named after their content, so that two runs agree.

    Raises StoreError that names a file which does not parse.
    """
    for path in sorted(paths):
        yield from _read(path)


@cache
def _read(path: Path) -> tuple[Triple, ...]:
    graph = read_turtle(path)
    stable = to_canonical_graph(graph) if any(isinstance(s, BNode) for s in graph.subjects()) else graph
    return tuple(sorted((_term(s), _term(p), _term(o)) for s, p, o in stable))


def _term(node: Node) -> Term:
    if isinstance(node, URIRef):
        return iri(str(node))
    if isinstance(node, Literal):
        return _literal(node)
    return f"_:{node}"


def _literal(node: Literal) -> Term:
    prefix = NAMESPACES["xsd"]
    datatype = str(node.datatype or "")
    if node.language or not datatype:
        return literal(str(node), str(node.language or ""))
    if datatype.startswith(prefix):
        return literal(str(node), datatype=f"xsd:{datatype.removeprefix(prefix)}")
    return f"{literal(str(node))}^^{iri(datatype)}"
