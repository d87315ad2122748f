"""The store's small interface: a `View` answers one question with bytes and never changes anything.

Bytes, not rows: results of pyoxigraph belong to the thread that made them, and worker processes can only hand over
bytes. `rows` in `kg.store.rows` reads the JSON form back for code that wants Python values.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal, Protocol

Kind = Literal["bindings", "boolean", "graph"]
BindingsFormat = Literal["json", "xml", "csv", "tsv"]
GraphFormat = Literal["turtle", "ntriples", "rdfxml", "jsonld", "trig", "nquads"]
MEDIA_TYPES: dict[str, str] = {
    "json": "application/sparql-results+json",
    "xml": "application/sparql-results+xml",
    "csv": "text/csv",
    "tsv": "text/tab-separated-values",
    "turtle": "text/turtle",
    "ntriples": "application/n-triples",
    "rdfxml": "application/rdf+xml",
    "jsonld": "application/ld+json",
    "trig": "application/trig",
    "nquads": "application/n-quads",
}


@dataclass(frozen=True, slots=True)
class Question:
    """A SPARQL query and how to answer it.

    `bindings` is the format for SELECT and ASK, `graph` the one for CONSTRUCT and DESCRIBE. `default_graphs` and
    `named_graphs` are the protocol's dataset parameters (IRIs) and win over FROM; None means that they were not given,
    and then the default graph is the union of all graphs unless the query says FROM. `timeout` is in seconds.
    """

    text: str
    bindings: BindingsFormat = "json"
    graph: GraphFormat = "turtle"
    default_graphs: tuple[str, ...] | None = None
    named_graphs: tuple[str, ...] | None = None
    base_iri: str | None = None
    timeout: float | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """The whole serialised result. `kind` is "bindings" (SELECT), "boolean" (ASK) or "graph"."""

    kind: Kind
    format: str
    body: bytes

    @property
    def media_type(self) -> str:
        """The media type of `body`."""
        return MEDIA_TYPES[self.format]


class Pieces(Protocol):
    """The body of an answer, piece by piece; it has to be closed when it is not read to its end."""

    def __iter__(self) -> Iterator[bytes]:
        """The pieces, once. Raises what `View.answer` raises when the answer cannot be finished."""
        ...

    def close(self) -> None:
        """Stop the answer, or do nothing when it has been read."""
        ...


@dataclass(frozen=True, slots=True)
class Stream:
    """A result of which only the first piece has to be known. What can go wrong before that raises no stream at all."""

    kind: Kind
    format: str
    pieces: Pieces
    whole: bool
    """Is there one piece only?"""

    @property
    def media_type(self) -> str:
        """The media type of the pieces together."""
        return MEDIA_TYPES[self.format]


class WholePieces:
    """The pieces of an answer that is known already."""

    def __init__(self, body: bytes) -> None:
        """One piece."""
        self.body = body

    def __iter__(self) -> Iterator[bytes]:
        """That piece."""
        return iter([self.body])

    def close(self) -> None:
        """Nothing runs."""


def whole(answer: Answer) -> Stream:
    """An answer as a stream."""
    return Stream(answer.kind, answer.format, WholePieces(answer.body), whole=True)


def never() -> bool:
    """Nobody leaves."""
    return False


class View(Protocol):
    """Read-only access to one published graph."""

    def answer(self, question: Question) -> Answer:
        """Answer a query. Raises QueryError (malformed), QueryRefused (update, SERVICE) or QueryLimit."""
        ...

    def stream(self, question: Question, left: Callable[[], bool] = never) -> Stream:
        """Like `answer`, without waiting for more than the first piece. `left` tells that nobody waits any longer."""
        ...

    def close(self) -> None:
        """Let go of files and processes; the view is of no use afterwards."""
        ...
