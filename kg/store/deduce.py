"""Rules run over quads in memory: what `kg.graph.inference` needs an engine for."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import pyoxigraph as ox

from kg.dates import after
from kg.graph.terms import Term, Triple, iri, literal, value_of

AFTER = ox.NamedNode("https://w3id.org/civicgraph/function#after")
"""fn:after(day, duration). Oxigraph's own sum of a date and a duration is unbound for most days."""
DATE = ox.NamedNode("http://www.w3.org/2001/XMLSchema#date")


class Deducer:
    """A graph in memory that rules add to, one after the other."""

    def __init__(self, triples: Iterable[Triple]) -> None:
        """Begin with these triples."""
        self._store = ox.Store()
        self.add(triples)

    def add(self, triples: Iterable[Triple]) -> None:
        """Add triples, so that later rules see them."""
        lines = "".join(f"{subject} {predicate} {value} .\n" for subject, predicate, value in triples)
        if lines:
            # The terms are this project's own; whether they are sound is seen when the whole graph is loaded.
            self._store.bulk_load(lines.encode("utf8"), ox.RdfFormat.N_TRIPLES, lenient=True)

    def construct(self, rule: str) -> list[Triple]:
        """The triples that a CONSTRUCT query makes, in no order."""
        found = self._store.query(rule, custom_functions={AFTER: _after})
        assert isinstance(found, ox.QueryTriples)
        # Text is quicker to take apart than Oxigraph's terms are to look at one by one.
        lines = found.serialize(format=ox.RdfFormat.N_TRIPLES) or b""
        return [_triple(line) for line in lines.decode("utf8").split("\n") if line]


def _after(*given: object) -> ox.Literal | None:
    """None, which leaves the variable unbound, for what are no day and duration."""
    start, duration = given
    if not isinstance(start, ox.Literal) or not isinstance(duration, ox.Literal):
        return None
    try:
        return ox.Literal(after(date.fromisoformat(start.value), duration.value).isoformat(), datatype=DATE)
    except ValueError:
        return None  # a sentence beyond the calendar, or words for one


def _triple(line: str) -> Triple:
    """A line of N-Triples as our quads write its terms."""
    subject, predicate, value = line.removesuffix(" .").split(" ", 2)
    return subject, predicate, _literal(value) if value.startswith('"') else value


def _literal(term: Term) -> Term:
    text, language, datatype = value_of(term)
    return f"{literal(text)}^^{iri(datatype)}" if datatype else literal(text, language)
