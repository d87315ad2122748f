"""From the current request to a question for the view, and from its answer to a response."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from typing import TYPE_CHECKING

from flask import Response, request
from waitress.channel import ClientDisconnected

from kg.errors import CivicgraphError
from kg.sparql import has_any, significant
from kg.store.base import Answer, Pieces, Question, Stream, never
from server.access_log import QUERY
from server.bodies import Body
from server.front import STABLE
from server.negotiate import BINDINGS, GRAPH
from server.problems import RequestError
from server.protocol import Asked, read_request
from server.site import site

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIEnvironment

LOG = logging.getLogger("civicgraph")
GONE = "waitress.client_disconnected"
CHANGING = ("NOW", "RAND", "UUID", "STRUUID", "BNODE")


def asked_now() -> Asked | None:
    """The parameters of the current request; None when it has none. Raises RequestError, QueryRefused."""
    if request.headers.get("Content-Encoding", "identity") != "identity":
        raise RequestError("send the body without Content-Encoding", 415)
    method = "GET" if request.method == "HEAD" else request.method
    body = request.get_data(cache=False) if method == "POST" else b""
    most = site().settings.query_bytes
    asked = read_request(method, request.headers.get("Content-Type"), request.query_string, body, most)
    request.environ[QUERY] = asked.query if asked else ""
    return asked


def question(asked: Asked, form: str, base: str) -> Question:
    """The question for the view. `form` is for whichever kind of answer it fits, `base` the request's address."""
    return Question(
        asked.query,
        bindings=form if form in BINDINGS else "json",  # type: ignore[arg-type]
        graph=form if form in GRAPH else "turtle",  # type: ignore[arg-type]
        default_graphs=asked.default_graphs,
        named_graphs=asked.named_graphs,
        base_iri=base,
        timeout=asked.timeout,
    )


def is_stable(text: str) -> bool:
    """Has the query the same answer as long as the graph is the same? Raises QueryError like `kg.sparql.tokens`."""
    return not has_any(text, CHANGING) or not any(token.is_word(*CHANGING) for token in significant(text))


def streamed(asked: Question, media_type: str | None = None, *, stable: bool = True) -> Response:
    """The answer to a question, sent as it is made; its status is decided when its first piece is there."""
    stream = site().view.stream(asked, request.environ.get(GONE, never))
    body = body_of(stream, request.environ)
    if isinstance(body, bytes):
        return respond(Answer(stream.kind, stream.format, body), media_type, stable=stable)
    response = respond(Answer(stream.kind, stream.format, b""), media_type, stable=stable)
    del response.headers["Content-Length"]
    response.response = body
    return response


def body_of(stream: Stream, environ: WSGIEnvironment) -> bytes | Body:
    """The body of an answer for a request: whole, or piece by piece as it is made.

    A client of HTTP/1.0 could take a stream that breaks off for a whole one, and gets it in one piece.
    """
    if stream.whole or environ.get("SERVER_PROTOCOL") == "HTTP/1.0":
        return b"".join(stream.pieces)
    if environ["REQUEST_METHOD"] == "HEAD":  # nobody will read, or close, what a HEAD does not show
        stream.pieces.close()
        return Body(iter(()), ())
    return Body(_until_cut(stream.pieces), stream.pieces)


def content_type(media_type: str) -> str:
    """The header for a media type; text formats say that they are UTF-8."""
    return f"{media_type}; charset=utf-8" if media_type.startswith("text/") else media_type


def _until_cut(pieces: Pieces) -> Iterator[bytes]:
    """The pieces; when the rest cannot be had, the connection is cut, so that no client takes this for the whole."""
    try:
        yield from pieces
    except CivicgraphError as error:
        LOG.warning("an answer was cut off: %s", error)
        raise ClientDisconnected from error


def respond(answer: Answer, media_type: str | None = None, *, stable: bool = True) -> Response:
    """The bytes of an answer, by default under its own media type.

    `stable` tells whether the same request will have the same answer until the next build.
    """
    request.environ[STABLE] = stable
    response = Response(answer.body, content_type=content_type(media_type or answer.media_type))
    response.vary.add("Accept")
    return response
