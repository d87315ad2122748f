"""A graph that was answered as Python values, like `kg.store.rows` for tables."""

from __future__ import annotations

from collections.abc import Iterator

import pyoxigraph as ox

from kg.store.rows import Term


def triples(ntriples: bytes) -> Iterator[tuple[Term, Term, Term]]:
    """The triples of an answer in N-Triples; what is stated of triples themselves (RDF-star) is left out."""
    for one in ox.parse(ntriples, format=ox.RdfFormat.N_TRIPLES):
        if not isinstance(one.object, ox.Triple):
            yield _term(one.subject), Term("iri", one.predicate.value), _term(one.object)


def _term(node: ox.NamedNode | ox.BlankNode | ox.Literal) -> Term:
    if isinstance(node, ox.NamedNode):
        return Term("iri", node.value)
    if isinstance(node, ox.BlankNode):
        return Term("blank", node.value)
    return Term("literal", node.value, node.datatype.value, node.language)
