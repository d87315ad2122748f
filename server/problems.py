"""What went wrong, as HTTP: one map from exception to status, one shape of error in three media types."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from http import HTTPStatus

from flask import Flask, Response, render_template, request
from werkzeug.exceptions import HTTPException

from kg.errors import CivicgraphError, QueryError, QueryLimit, QueryRefused, StoreError, UsageError
from server.catalogue import language, mark, say
from server.complaints import complaint
from server.language import DEFAULT
from server.negotiate import HTML, TYPES, best

PROBLEM = "application/problem+json"
TEXT = "text/plain"
OFFERS = (TEXT, HTML, PROBLEM, *sorted({media_type for types in TYPES.values() for media_type in types}))
# The first class that fits decides.
STATUSES: tuple[tuple[type[CivicgraphError], int], ...] = (
    (QueryRefused, 403),
    (QueryError, 400),
    (QueryLimit, 503),
    (StoreError, 503),
    (UsageError, 400),
)
LIMITS = {"time": 504, "memory": 503, "busy": 503, "size": 503, "share": 429, "left": 503}
RETRY = {"memory": "5", "busy": "2", "share": "5"}
HINTS = {
    400: mark("Check the query, or begin with one of the saved queries."),
    404: mark("It may have another name now. Look for it by its label."),
    504: mark("Ask for less: name a class or property, add a LIMIT, or count first."),
    429: mark("Wait until your other queries have been answered."),
    503: mark("Ask for less, or ask again in a moment."),
}
# What a page says of an error whose own words are only there in English.
SUMMARIES = {
    400: mark("The query, or a value in it, cannot be understood."),
    403: mark("This server only reads, and asks no other server."),
    404: mark("There is nothing at this address."),
    405: mark("This address does not take such a request."),
    406: mark("There is no such format here."),
    413: mark("The request is too long."),
    415: mark("The request came in a format that is not read here."),
    429: mark("You are asking too much at once."),
    500: mark("The server made a mistake."),
    503: mark("The server cannot answer this now."),
    504: mark("The query took longer than a query may."),
}
TITLES = {
    400: mark("Bad Request"), 403: mark("Forbidden"), 404: mark("Not Found"), 405: mark("Method Not Allowed"),
    406: mark("Not Acceptable"), 413: mark("Request Entity Too Large"), 415: mark("Unsupported Media Type"),
    429: mark("Too Many Requests"), 500: mark("Internal Server Error"), 503: mark("Service Unavailable"),
    504: mark("Gateway Timeout"),
}  # fmt: skip


class RequestError(UsageError):
    """The request itself is wrong; `status` says how. A page says the text in its language, with the values."""

    def __init__(self, text: str, status: int = 400, **values: object) -> None:
        """Keep the status, and the text as the catalogues know it, beside the message."""
        super().__init__(text % values if values else text)
        self.status, self.text, self.values = status, text, values


@dataclass(frozen=True, slots=True)
class Problem:
    """An error as the client sees it. `line` and `column` count from 1 and are of a query's text."""

    status: int
    detail: str
    line: int | None = None
    column: int | None = None
    limit: str | None = None
    headers: Mapping[str, str] = field(default_factory=dict)
    text: str = ""
    values: Mapping[str, object] = field(default_factory=dict)

    @property
    def title(self) -> str:
        """The status in words."""
        return TITLES.get(self.status) or HTTPStatus(self.status).phrase

    @property
    def said(self) -> str:
        """The detail in the language of the page, "" where it is only there in English."""
        text = say(self.text)
        if not self.text and language() != DEFAULT:
            return complaint(self.detail)
        if language() != DEFAULT and text == self.text:
            return ""
        return text % self.values if self.values else text or self.detail

    @property
    def summary(self) -> str:
        """The error in general."""
        return SUMMARIES.get(self.status, "")

    @property
    def hint(self) -> str:
        """What to do about it, for a page."""
        return HINTS.get(self.status, "")

    def as_json(self) -> dict[str, object]:
        """The members of RFC 9457, and ours."""
        always: dict[str, object] = {"type": "about:blank", "title": self.title, "status": self.status}
        ours = {"detail": self.detail, "line": self.line, "column": self.column, "limit": self.limit, "hint": self.hint}
        return always | {name: value for name, value in ours.items() if value not in (None, "")}


def problem_of(error: CivicgraphError) -> Problem:
    """The problem that an error of ours is for the client."""
    if isinstance(error, RequestError):
        return Problem(error.status, str(error), text=error.text, values=error.values)
    if isinstance(error, QueryLimit):
        wait = RETRY.get(error.limit)
        headers = {"Retry-After": wait} if wait else {}
        return Problem(LIMITS.get(error.limit, 503), str(error), limit=error.limit, headers=headers)
    status = next((status for kind, status in STATUSES if isinstance(error, kind)), 500)
    if isinstance(error, QueryError):
        return Problem(status, str(error), error.line, error.column)
    return Problem(status, str(error))


def http_problem(error: HTTPException) -> Problem:
    """The problem that an error of the framework is."""
    headers = {name: value for name, value in error.get_headers() if name in ("Allow", "Retry-After")}
    status, detail = error.code or 500, error.description or ""
    usual = SUMMARIES.get(status, "") if detail == type(error).description else ""  # pages say it in our own words
    return Problem(status, detail, headers=headers, text=usual)


def respond(problem: Problem) -> Response:
    """The problem in what the client accepts: a page, JSON for whoever takes some JSON or RDF, otherwise one line."""
    wished = best(request.headers.get("Accept"), OFFERS) or TEXT
    if wished == HTML:
        response = Response(render_template("problem.html", problem=problem), mimetype=HTML)
    elif wished == TEXT:
        response = Response(f"{problem.detail}\n", mimetype=TEXT)
    else:
        response = Response(json.dumps(problem.as_json(), ensure_ascii=False) + "\n", content_type=PROBLEM)
    response.status_code = problem.status
    response.headers.update(problem.headers)
    response.vary.add("Accept")
    return response


def register(app: Flask) -> None:
    """Answer every error of ours and of the framework in the one shape."""
    app.register_error_handler(CivicgraphError, lambda error: respond(problem_of(error)))
    app.register_error_handler(HTTPException, _framework)


def _framework(error: HTTPException) -> Response:
    if error.response is not None and isinstance(error.response, Response):
        return error.response
    return respond(http_problem(error))
