"""The Oxigraph backend: the only file that asks pyoxigraph questions. Results never leave the thread that made them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import IO, TYPE_CHECKING

import pyoxigraph as ox

from kg.errors import QueryError, QueryLimit, StoreError
from kg.prefixes import known_prefixes
from kg.sparql import edited
from kg.store.base import Answer, Kind, Question, Stream, never, whole
from kg.store.complaints import malformed
from kg.store.questions import Prepared, check_properties, check_xml, prepare

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
PIECE = 64 << 10
"""Bytes that are held back until they are handed on; until then an error can still be a status."""
Emit = Callable[[Kind, bytes, bool], None]
"""Takes the kind of the answer, a piece of it, and whether it is the last."""
Results = ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples


class TooLargeError(OSError):
    """The answer went past the cap; an OSError, because the serialiser passes those on as they are."""


class Sink:
    """A file for the serialiser that hands on pieces of `PIECE` bytes, at most `most` bytes in all.

    `check` looks at each piece before it is handed on.
    """

    def __init__(self, emit: Emit, kind: Kind, most: int, check: Callable[[bytes], bytes]) -> None:
        """Begin empty."""
        self._emit, self._kind, self._left, self._check = emit, kind, most, check
        self._parts: list[bytes] = []
        self._held = 0

    def write(self, data: Buffer, /) -> int:
        """Keep a piece. Raises TooLargeError past the cap."""
        part = bytes(data)  # which it is already, so that nothing is copied
        written = len(part)
        self._parts.append(part)
        self._held += written
        self._left -= written
        if self._left < 0:
            raise TooLargeError
        if self._held >= PIECE:
            self._hand_on(last=False)
        return written

    def flush(self) -> None:
        """For the serialiser, which does not know whether it is the last to write."""

    def finish(self) -> None:
        """Hand on what is held, as the last piece."""
        self._hand_on(last=True)

    def _hand_on(self, *, last: bool) -> None:
        piece = self._check(b"".join(self._parts))
        self._parts, self._held = [], 0
        self._emit(self._kind, piece, last)


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
        """Load an N-Quads file into memory; that its terms are sound was seen when it was published."""
        store = ox.Store()
        store.bulk_load(path=str(quads), format=ox.RdfFormat.N_QUADS, lenient=True)
        return cls(store, most)

    def answer(self, question: Question) -> Answer:
        """Answer a query; `timeout` is for the pool, which can end a process."""
        kinds: list[Kind] = []
        pieces: list[bytes] = []

        def keep(kind: Kind, piece: bytes, _last: bool) -> None:
            kinds.append(kind)
            pieces.append(piece)

        self.write(question, keep)
        kind = kinds[0]
        return Answer(kind, question.graph if kind == "graph" else question.bindings, b"".join(pieces))

    def stream(self, question: Question, left: Callable[[], bool] = never) -> Stream:  # noqa: ARG002
        """The answer in one piece: nothing here could end a query that runs."""
        return whole(self.answer(question))

    def write(self, question: Question, emit: Emit) -> None:
        """Hand the answer to `emit` in pieces of at least `PIECE` bytes; only the last may be smaller, or empty."""
        prepared = prepare(question)
        try:
            self._serialise(self._results(prepared), question, emit)
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

    def _serialise(self, results: Results, question: Question, emit: Emit) -> None:
        if isinstance(results, ox.QueryTriples):
            check = check_xml if question.graph == "rdfxml" else bytes
            sink = Sink(emit, "graph", self._most, check)
            write_graph(results, question, sink)
        else:
            check = check_xml if question.bindings == "xml" else bytes
            kind: Kind = "boolean" if isinstance(results, ox.QueryBoolean) else "bindings"
            sink = Sink(emit, kind, self._most, check)
            results.serialize(sink, BINDINGS[question.bindings])  # type: ignore[arg-type]
        sink.finish()


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


def write_graph(results: Iterable[ox.Triple], question: Question, sink: Sink | IO[bytes]) -> None:
    """Each triple once, in a fixed order, so that Turtle groups by subject and equal graphs are equal bytes."""
    triples = sorted(set(results), key=str)
    if question.graph == "rdfxml":
        check_properties(triple.predicate.value for triple in triples)
    heads = "\n".join(map(str, triples)) if question.graph not in ("ntriples", "nquads", "jsonld") else ""
    prefixes = {label: space for label, space in known_prefixes().items() if f"<{space}" in heads}
    ox.serialize(triples, sink, GRAPHS[question.graph], prefixes=prefixes)  # type: ignore[arg-type]


def _sorted_out(error: Exception) -> StoreError | QueryError:
    """Is the store damaged, or does the query ask for what does not exist (a function, say)?"""
    if _FAULTS.search(str(error)):
        return StoreError(f"the store is damaged ({error}); run `civicgraph build` again")
    return QueryError(str(error))
