"""What went wrong, as HTTP: one map from exception to status, one shape of error in three media types."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from http import HTTPStatus

from flask import Flask, Response, render_template, request
from werkzeug.exceptions import HTTPException

from kg.errors import CivicgraphError, QueryError, QueryLimit, QueryRefused, StoreError, UsageError
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
    400: "Check the query, or begin with one of the saved queries.",
    404: "It may have another name now. Look for it by its label.",
    504: "Ask for less: name a class or property, add a LIMIT, or count first.",
    429: "Wait until your other queries have been answered.",
    503: "Ask for less, or ask again in a moment.",
}


class RequestError(UsageError):
    """The request itself is wrong; `status` says how."""

    def __init__(self, message: str, status: int = 400) -> None:
        """Keep the status beside the message."""
        super().__init__(message)
        self.status = status


@dataclass(frozen=True, slots=True)
class Problem:
    """An error as the client sees it. `line` and `column` count from 1 and are of a query's text."""

    status: int
    detail: str
    line: int | None = None
    column: int | None = None
    limit: str | None = None
    headers: Mapping[str, str] = field(default_factory=dict)

    @property
    def title(self) -> str:
        """The status in words."""
        return HTTPStatus(self.status).phrase

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
        return Problem(error.status, str(error))
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
    return Problem(error.code or 500, error.description or "", headers=headers)


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
