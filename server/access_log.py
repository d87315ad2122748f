"""A line of JSON for each request, for those who run the server: when, who, what, how it ended, no query text."""

from __future__ import annotations

import hashlib
import json
import sys
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from kg.errors import UsageError
from server.bodies import Body

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

QUERY = "civicgraph.query"
"""Whoever reads a query from a request leaves its text here in the environment."""
Headers = list[tuple[str, str]]


class AccessLog:
    """Wraps a WSGI application; writes a line to `out` when a body has been sent, or was given up."""

    def __init__(self, app: WSGIApplication, out: IO[str]) -> None:
        """Write to `out`, from several threads."""
        self._app, self._out, self._lock = app, out, threading.Lock()

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Answer one request."""
        began = time.monotonic()
        line: dict[str, Any] = {
            "time": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime()),
            "client": environ.get("REMOTE_ADDR", ""),
            "method": environ["REQUEST_METHOD"],
            "path": environ["PATH_INFO"],
        }

        def start(status: str, headers: Headers, _error: Any = None, /) -> Callable[[bytes], object]:
            line["status"] = int(status[:3])
            return start_response(status, headers)

        pieces = self._app(environ, start)
        return Body(self._counted(pieces, line, environ, began), pieces)

    def _counted(
        self, pieces: Iterable[bytes], line: dict[str, Any], environ: WSGIEnvironment, began: float
    ) -> Iterator[bytes]:
        size, whole = 0, False
        try:
            for piece in pieces:
                size += len(piece)
                yield piece
            whole = True
        finally:
            query = environ.get(QUERY)
            line |= {"bytes": size, "seconds": round(time.monotonic() - began, 4), "whole": whole}
            line |= {"query": hashlib.sha256(query.encode("utf8", "surrogatepass")).hexdigest()[:16]} if query else {}
            with self._lock:
                self._out.write(json.dumps(line) + "\n")
                self._out.flush()


def opened(name: str) -> IO[str]:
    """Where the lines go: a file that is added to, or "-" for standard error. Raises UsageError."""
    if name == "-":
        return sys.stderr
    try:
        return Path(name).open("a", encoding="utf8")
    except OSError as error:
        raise UsageError(f"{name}: the access log cannot be written there ({error.strerror}); give another") from error
