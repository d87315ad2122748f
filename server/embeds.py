"""Answers for other sites to show inside their own pages: /embed/… is the drawing or the table, and a link back."""

from __future__ import annotations

from flask import Blueprint, Response, request

from server import console
from server import saved as questions
from server.asking import asked_now
from server.problems import RequestError
from server.results import FIELD, address_of
from server.site import site

blueprint = Blueprint("embeds", __name__, url_prefix="/embed")


@blueprint.route("/queries/<name>")
def saved(name: str) -> Response:
    """The answer of a saved query."""
    query = site().queries.get(name)
    if query is None:
        raise RequestError("there is no saved query %(name)s", 404, name=name)
    values, _ = questions.given()
    view = values.pop(FIELD, "")
    answer, problem = questions.tried(query, values, view)
    result = console.Result(answer) if answer else None
    given = {key: value for key, value in values.items() if value}
    whole = address_of(f"/queries/{name}", given | _view(view))
    parts = {"title": query.title, "result": result, "problem": problem, "whole": whole}
    return console.rendered("embed.html", parts, problem)


@blueprint.route("/query")
def query() -> Response:
    """The answer of any query that the address holds."""
    asked = asked_now()
    if asked is None:
        raise RequestError("give a query")
    result, problem = console.answered(asked)
    whole = address_of("/query", {"query": asked.query} | _view(request.args.get(FIELD, "")))
    parts = {"title": "", "result": result, "problem": problem, "whole": whole}
    return console.rendered("embed.html", parts, problem)


def _view(view: str) -> dict[str, str]:
    return {FIELD: view} if view else {}
