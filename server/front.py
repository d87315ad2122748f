"""What stands before Flask (WSGI): answers that are already known, 304, and compression.

The graph does not change between builds, so build and request together name an answer: from both comes the ETag, and
the key under which the bytes are kept. Only what the application calls stable (`STABLE`) is named or kept.
"""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Iterable
from contextvars import ContextVar
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from server.bodies import Body, coding_of, copied, is_packable, packed
from server.cache import Cache, Entry
from server.headers import CROSS_ORIGIN
from server.language import SPOKEN, choose_language
from server.metrics import Metrics

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

STABLE = "civicgraph.stable"
"""The application sets this in the environment when the same request has the same answer until the next build."""
CLIENT: ContextVar[str] = ContextVar("CLIENT", default="")
"""Who asks, as far as the network tells."""
DECIDES = ("wsgi.url_scheme", "HTTP_HOST", "SCRIPT_NAME", "PATH_INFO", "QUERY_STRING", "HTTP_ACCEPT", SPOKEN)
"""What of a request decides its answer; the address counts because relative IRIs resolve against it."""
Headers = list[tuple[str, str]]


@dataclass(slots=True)
class Response:
    """What the application answered; its body may still have to be read."""

    status: str
    headers: Headers
    pieces: Iterable[bytes]


class Front:
    """Wraps a WSGI application. `build` tells which build is served, "" when that is not known."""

    def __init__(self, app: WSGIApplication, build: Callable[[], str], cache: Cache, metrics: Metrics) -> None:
        """Answer from `cache` where that is possible, otherwise from `app`."""
        self.app, self.build, self.cache, self.metrics = app, build, cache, metrics

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Answer one request, and count it."""
        CLIENT.set(environ.get("REMOTE_ADDR", ""))
        began = time.monotonic()
        choice = choose_language(environ)
        environ[SPOKEN], environ["QUERY_STRING"] = choice.language, choice.query
        remember = [("Set-Cookie", choice.cookie)] if choice.named else []  # never kept with an answer's bytes

        def start(status: str, headers: Headers, _error: Any = None, /) -> Callable[[bytes], object]:
            self.metrics.count(status[:3], time.monotonic() - began)
            return start_response(status, [*headers, *remember])

        return self._answered(environ, start)

    def _answered(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        build = self.build() if environ["REQUEST_METHOD"] in ("GET", "HEAD") else ""
        if not build:
            return _passed(_asked(self.app, environ), environ, start_response)
        key = (build, *(str(environ.get(name, "")) for name in DECIDES))
        tag = etag_of(key)
        if _matches(environ.get("HTTP_IF_NONE_MATCH", ""), tag):
            start_response("304 Not Modified", [*CROSS_ORIGIN.items(), *_names(tag)])
            return []
        entry = self.cache.get(key)
        if entry is not None:
            return _sent_entry(entry, environ, start_response)
        response = _asked(self.app, environ)
        if environ.get(STABLE) and response.status.startswith("200") and self.build() == build:
            return self._keep(key, tag, response, environ, start_response)
        return _passed(response, environ, start_response)

    def _keep(
        self, key: tuple[str, ...], tag: str, response: Response, environ: WSGIEnvironment, start: StartResponse
    ) -> Iterable[bytes]:
        """Send a stable answer under its name, and keep a copy of its bytes when they have all been sent."""
        packable = is_packable(response.headers)
        response.headers += _names(tag)
        if environ["REQUEST_METHOD"] == "GET":
            headers = tuple(field for field in response.headers if field[0] != "Content-Length")
            source = response.pieces
            response.pieces = Body(
                copied(source, self.cache.largest, lambda body: self.cache.put(key, Entry(headers, body, packable))),
                source,
            )
        return _sent(response, packable, environ, start)


def etag_of(key: tuple[str, ...]) -> str:
    """A weak ETag: equal as an answer, though the order of unsorted rows, or the compression, may differ."""
    return f'W/"{hashlib.sha256(chr(0).join(key).encode("utf8", "surrogateescape")).hexdigest()[:24]}"'


def _matches(given: str, tag: str) -> bool:
    """Does If-None-Match name the tag? `*` does not count: it would also fit what was never answered."""
    return bool(given) and any(one.strip().removeprefix("W/") == tag.removeprefix("W/") for one in given.split(","))


def _names(tag: str) -> Headers:
    """A client may keep the answer, and has to ask each time whether it still holds."""
    return [("ETag", tag), ("Cache-Control", "no-cache")]


def _asked(app: WSGIApplication, environ: WSGIEnvironment) -> Response:
    response = Response("", [], [])

    def start(status: str, headers: Headers, _error: Any = None, /) -> Callable[[bytes], object]:
        response.status, response.headers = status, list(headers)
        return _refuse_write

    response.pieces = app(environ, start)
    return response


def _refuse_write(data: bytes) -> object:
    raise AssertionError(f"the application wrote {len(data)} bytes outside of its body")


def _passed(response: Response, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
    return _sent(response, is_packable(response.headers), environ, start_response)


def _sent_entry(entry: Entry, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
    """What is kept, packed beforehand for whoever takes that."""
    coding = coding_of(environ.get("HTTP_ACCEPT_ENCODING", "")) if entry.packable else ""
    headers, body = _encoded(list(entry.headers), entry.packable, coding), entry.forms.under(coding)
    start_response("200 OK", [*headers, ("Content-Length", str(len(body)))])
    return [body] if environ["REQUEST_METHOD"] == "GET" else []


def _sent(
    response: Response, packable: bool, environ: WSGIEnvironment, start_response: StartResponse
) -> Iterable[bytes]:
    """The application's own answer, packed on the way for whoever takes that."""
    coding = coding_of(environ.get("HTTP_ACCEPT_ENCODING", "")) if packable else ""
    start_response(response.status, _encoded(response.headers, packable, coding))
    if not coding or environ["REQUEST_METHOD"] == "HEAD":
        return response.pieces
    return Body(packed(response.pieces, coding), response.pieces)


def _encoded(headers: Headers, packable: bool, coding: str) -> Headers:
    """The headers of a body that is packed, or could have been; packing changes the length."""
    if not packable:
        return headers
    vary = [value for name, value in headers if name == "Vary"]
    kept = [(name, value) for name, value in headers if name != "Vary" and not (coding and name == "Content-Length")]
    encoding = [("Content-Encoding", coding)] if coding else []
    return [*kept, *encoding, ("Vary", ", ".join([*vary, "Accept-Encoding"]))]
