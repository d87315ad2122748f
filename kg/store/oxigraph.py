"""The Oxigraph backend: the only file that asks pyoxigraph questions. Results never leave the thread that made them."""

from __future__ import annotations

import io
import re
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import pyoxigraph as ox

from kg.errors import QueryError, QueryLimit, StoreError
from kg.prefixes import known_prefixes
from kg.sparql import edited
from kg.store.base import Answer, Question
from kg.store.complaints import malformed
from kg.store.questions import Prepared, check_xml, prepare

if TYPE_CHECKING:
    from typing_extensions import Buffer

MOST_BODY = 64 << 20
"""Bytes of an answer at most."""
BINDINGS = {
    "json": ox.QueryResultsFormat.JSON,
    "xml": ox.QueryResultsFormat.XML,
    "csv": ox.QueryResultsFormat.CSV,
    "tsv": ox.QueryResultsFormat.TSV,
}
GRAPHS = {
    "turtle": ox.RdfFormat.TURTLE,
    "ntriples": ox.RdfFormat.N_TRIPLES,
    "rdfxml": ox.RdfFormat.RDF_XML,
    "jsonld": ox.RdfFormat.JSON_LD,
    "trig": ox.RdfFormat.TRIG,
    "nquads": ox.RdfFormat.N_QUADS,
}
_FAULTS = re.compile(r"Corruption|checksum|No such file|IO error")
Results = ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples


class TooLargeError(OSError):
    """The answer went past the cap; an OSError, because the serialiser passes those on as they are."""


class Sink(io.BytesIO):
    """Bytes in memory, at most `most` of them; a write past that raises TooLargeError."""

    def __init__(self, most: int) -> None:
        """Begin empty."""
        super().__init__()
        self._left = most

    def write(self, data: Buffer, /) -> int:
        """Keep a piece."""
        written = super().write(data)
        self._left -= written
        if self._left < 0:
            raise TooLargeError
        return written


class OxigraphView:
    """Answers from one pyoxigraph store, on disk or in memory, in the calling thread and without a time limit."""

    def __init__(self, store: ox.Store, most: int = MOST_BODY) -> None:
        """Answer from `store`; bodies have at most `most` bytes."""
        self._store, self._most = store, most

    @classmethod
    def open(cls, folder: Path, most: int = MOST_BODY) -> OxigraphView:
        """Open a RocksDB folder read-only. Raises StoreError when it is missing or damaged."""
        try:
            return cls(ox.Store.read_only(str(folder)), most)
        except (OSError, RuntimeError) as error:
            raise StoreError(f"{folder}: the store cannot be opened ({error}); run `civicgraph build` again") from error

    @classmethod
    def load(cls, quads: Path, most: int = MOST_BODY) -> OxigraphView:
        """Load an N-Quads file into memory."""
        store = ox.Store()
        store.bulk_load(path=str(quads), format=ox.RdfFormat.N_QUADS)
        return cls(store, most)

    def answer(self, question: Question) -> Answer:
        """Answer a query; `timeout` is for the pool, which can end a process."""
        prepared = prepare(question)
        try:
            return self._serialised(self._results(prepared), question)
        except TooLargeError as error:
            raise QueryLimit(f"the answer is larger than {self._most:,} bytes; add a LIMIT", "size") from error
        except SyntaxError as error:
            raise malformed(prepared, str(error)) from error
        except (ValueError, RuntimeError) as error:
            raise _sorted_out(error) from error
        except OSError as error:
            raise StoreError(f"the store cannot be read ({error}); run `civicgraph build` again") from error

    def close(self) -> None:
        """Let the store go."""
        del self._store

    def _results(self, prepared: Prepared) -> Results:
        """Run the query, with `SELECT *` spelled out so that columns come in the order of their first appearance."""
        edits = list(prepared.edits)
        if prepared.star is not None:
            probe = _run(ox.Store(), edited(prepared.question.text, edits), prepared)
            assert isinstance(probe, ox.QuerySolutions)
            names = _ordered([variable.value for variable in probe.variables], prepared.first_seen)
            star = prepared.star
            edits += [(star.start, star.end, " " + " ".join(f"?{name}" for name in names) + " ")] if names else []
        return _run(self._store, edited(prepared.question.text, edits), prepared)

    def _serialised(self, results: Results, question: Question) -> Answer:
        sink = Sink(self._most)
        if isinstance(results, ox.QueryTriples):
            _write_graph(results, question, sink)
            return _finished("graph", question.graph, sink)
        results.serialize(sink, BINDINGS[question.bindings])
        kind: Literal["boolean", "bindings"] = "boolean" if isinstance(results, ox.QueryBoolean) else "bindings"
        return _finished(kind, question.bindings, sink)


def _run(store: ox.Store, text: str, prepared: Prepared) -> Results:
    """Query over the right dataset: the protocol's graphs, else FROM, else the union of all."""
    question = prepared.question
    default, named = question.default_graphs, question.named_graphs
    if default is None and named is None:
        union = not prepared.own_dataset  # the union flag would silently win over FROM
        return store.query(text, base_iri=question.base_iri, use_default_graph_as_union=union)
    return store.query(
        text,
        base_iri=question.base_iri,
        default_graph=[ox.NamedNode(iri) for iri in default or ()],
        named_graphs=[ox.NamedNode(iri) for iri in named or ()],
    )


def _ordered(names: list[str], first_seen: list[str]) -> list[str]:
    rank = {name: at for at, name in enumerate(first_seen)}
    return sorted(names, key=lambda name: (rank.get(name, len(rank)), name))


def _write_graph(results: ox.QueryTriples, question: Question, sink: Sink) -> None:
    """Each triple once, in a fixed order, so that Turtle groups by subject and equal graphs are equal bytes."""
    triples = sorted(set(results), key=str)
    heads = "\n".join(map(str, triples)) if question.graph not in ("ntriples", "nquads", "jsonld") else ""
    prefixes = {label: space for label, space in known_prefixes().items() if f"<{space}" in heads}
    ox.serialize(triples, sink, GRAPHS[question.graph], prefixes=prefixes)


def _finished(kind: Literal["bindings", "boolean", "graph"], form: str, sink: Sink) -> Answer:
    body = sink.getvalue()
    return Answer(kind, form, check_xml(body) if form in ("xml", "rdfxml") else body)


def _sorted_out(error: Exception) -> StoreError | QueryError:
    """Is the store damaged, or does the query ask for what does not exist (a function, say)?"""
    if _FAULTS.search(str(error)):
        return StoreError(f"the store is damaged ({error}); run `civicgraph build` again")
    return QueryError(str(error))
