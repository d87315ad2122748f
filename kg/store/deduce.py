"""Rules run over quads in memory: what `kg.graph.inference` needs an engine for."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import pyoxigraph as ox

from kg.dates import after
from kg.graph.terms import Quad, Term, Triple, iri, line, literal

AFTER = ox.NamedNode("https://w3id.org/civicgraph/function#after")
"""fn:after(day, duration). Oxigraph's own sum of a date and a duration is unbound for most days."""
DATE = ox.NamedNode("http://www.w3.org/2001/XMLSchema#date")


class Deducer:
    """A graph in memory that rules add to, one after the other."""

    def __init__(self, quads: Iterable[Quad]) -> None:
        """Begin with these quads."""
        self._store = ox.Store()
        self.add(quads)

    def add(self, quads: Iterable[Quad]) -> None:
        """Add quads, so that later rules see them."""
        self._store.bulk_load("".join(f"{line(quad)}\n" for quad in quads).encode("utf8"), ox.RdfFormat.N_QUADS)

    def construct(self, rule: str) -> list[Triple]:
        """The triples that a CONSTRUCT query makes of the union of all graphs, in no order."""
        found = self._store.query(rule, use_default_graph_as_union=True, custom_functions={AFTER: _after})
        assert isinstance(found, ox.QueryTriples)
        return [(_term(t.subject), _term(t.predicate), _term(t.object)) for t in found]


def _after(*given: object) -> ox.Literal | None:
    """None, which leaves the variable unbound, for what are no day and duration."""
    start, duration = given
    if not isinstance(start, ox.Literal) or not isinstance(duration, ox.Literal):
        return None
    try:
        return ox.Literal(after(date.fromisoformat(start.value), duration.value).isoformat(), datatype=DATE)
    except ValueError:
        return None  # a sentence beyond the calendar, or words for one


def _term(node: object) -> Term:
    """A term as our quads write it."""
    if isinstance(node, ox.NamedNode):
        return iri(node.value)
    if isinstance(node, ox.Literal):
        plain = literal(node.value, node.language or "")
        datatype = "" if node.language or node.datatype.value.endswith("#string") else node.datatype.value
        return f"{plain}^^{iri(datatype)}" if datatype else plain
    return str(node)
