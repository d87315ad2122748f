"""The endpoint's shortest way (WSGI): a query whose answer is for a program does not pass through Flask.

Flask costs several times what a small query does. What is out of the ordinary (no query, a page for people, a method or
a body to be refused) goes on to it, and errors are written by it, so that all look alike.
"""

from __future__ import annotations

import io
from collections.abc import Iterable
from functools import lru_cache
from typing import TYPE_CHECKING

from flask import Flask
from werkzeug.wsgi import get_current_url

from kg.errors import CivicgraphError
from kg.store.base import never
from server import problems
from server.access_log import QUERY
from server.asking import GONE, body_of, content_type, is_stable, question
from server.front import STABLE
from server.headers import ALWAYS, CROSS_ORIGIN
from server.protocol import Asked, read_request
from server.site import Site
from server.sparql import chosen_format

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

PATHS = ("/sparql", "/sparql/")
HEADERS = [*ALWAYS.items(), *CROSS_ORIGIN.items(), ("Vary", "Accept")]


class Direct:
    """Before `inner`, the application that `app` makes; answers what it can itself."""

    def __init__(self, inner: WSGIApplication, app: Flask, site: Site) -> None:
        """Answer from the view of `site`."""
        self.inner, self.app, self.site = inner, app, site

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Answer one request."""
        if not _is_plain(environ, self.site.settings.body_bytes):
            return self.inner(environ, start_response)
        body = environ["wsgi.input"].read(int(environ.get("CONTENT_LENGTH") or 0))
        environ["wsgi.input"] = io.BytesIO(body)  # whoever reads on begins at its beginning
        try:
            asked = self._asked(environ, body)
            if asked is not None:
                environ[QUERY] = asked.query
                return self._answered(asked, environ, start_response)
        except CivicgraphError as error:
            return self._problem(error, environ, start_response)
        return self.inner(environ, start_response)

    def _asked(self, environ: WSGIEnvironment, body: bytes) -> Asked | None:
        method = "POST" if environ["REQUEST_METHOD"] == "POST" else "GET"
        address = environ.get("QUERY_STRING", "").encode("latin-1")
        return read_request(method, environ.get("CONTENT_TYPE"), address, body, self.site.settings.query_bytes)

    def _answered(self, asked: Asked, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """The answer, whole or as it is made (`server.asking.streamed` does the same for the other addresses)."""
        form, media_type = chosen_format(asked, environ.get("HTTP_ACCEPT"))
        stream = self.site.view.stream(question(asked, form, _base(environ)), environ.get(GONE, never))
        headers = [("Content-Type", content_type(media_type)), *HEADERS]
        body = body_of(stream, environ)
        if isinstance(body, bytes):
            headers.append(("Content-Length", str(len(body))))
        # What is posted is never kept.
        environ[STABLE] = environ["REQUEST_METHOD"] != "POST" and is_stable(asked.query)
        start_response("200 OK", headers)
        if isinstance(body, bytes):
            return [] if environ["REQUEST_METHOD"] == "HEAD" else [body]
        return body

    def _problem(
        self, error: CivicgraphError, environ: WSGIEnvironment, start_response: StartResponse
    ) -> Iterable[bytes]:
        with self.app.request_context(environ):
            response = self.app.process_response(problems.respond(problems.problem_of(error)))
            return response(environ, start_response)


def _is_plain(environ: WSGIEnvironment, most: int) -> bool:
    """Is it a request for the endpoint by a program, with a body of a known and allowed size?"""
    if environ["PATH_INFO"] not in PATHS or "html" in environ.get("HTTP_ACCEPT", ""):
        return False
    if environ["REQUEST_METHOD"] not in ("GET", "HEAD", "POST") or "HTTP_CONTENT_ENCODING" in environ:
        return False
    length = environ.get("CONTENT_LENGTH") or "0"
    return "HTTP_TRANSFER_ENCODING" not in environ and length.isdecimal() and int(length) <= most


def _base(environ: WSGIEnvironment) -> str:
    """The address of the request, against which relative IRIs resolve."""
    names = ("wsgi.url_scheme", "HTTP_HOST", "SERVER_NAME", "SERVER_PORT", "SCRIPT_NAME", "PATH_INFO")
    return _address(tuple((name, environ.get(name, "")) for name in names))


@lru_cache(64)
def _address(parts: tuple[tuple[str, str], ...]) -> str:
    known = dict(parts)
    if not known["HTTP_HOST"]:
        del known["HTTP_HOST"]
    return get_current_url(known, strip_querystring=True)
