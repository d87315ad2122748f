"""The page where people write a query themselves: a form, and the answer below it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from urllib.parse import urlencode

from flask import Blueprint, Response, jsonify, render_template, request

from kg.errors import CivicgraphError
from server.asking import asked_now, question
from server.links import prefixed
from server.problems import problem_of
from server.protocol import Asked
from server.site import site
from server.tables import Table, table_of

blueprint = Blueprint("console", __name__)
SHORT = ("cg", "cgid", "rdf", "rdfs", "skos", "dcterms", "xsd")
EXAMPLE = """
SELECT ?event ?eventLabel ?date
WHERE {
  ?event a cg:Conviction ;
    rdfs:label ?eventLabel ;
    cg:dateEDTF ?date .
}
ORDER BY ?date
LIMIT 50
"""


@dataclass(frozen=True, slots=True)
class Result:
    """The answer as the template shows it; one of the three is not None."""

    table: Table | None = None
    boolean: bool | None = None
    graph: str | None = None


@blueprint.route("/query/terms")
def terms() -> Response:
    """Classes and properties that the graph uses, with prefixes, the most used first: what the editor completes."""
    prefixes = site().prefixes
    found = [
        {
            "term": prefixed(row["term"].value, prefixes),
            "type": row["type"].value,
            "label": row["label"].value if "label" in row else "",
            "uses": int(row["uses"].value),
        }
        for row in site().ask("terms")
    ]
    return jsonify(prefixes=dict(prefixes), terms=[one for one in found if one["term"]])


@blueprint.route("/query")
def form() -> Response:
    """The form, and the answer when the address has a query."""
    return page(asked_now())


def page(asked: Asked | None) -> Response:
    """The page; a query that fails shows why, under the status that programs get."""
    if asked is None:
        return Response(render_template("query.html", text=_example(), result=None, problem=None))
    link = "/query?" + urlencode({"query": asked.query})
    status, problem, result = 200, None, None
    try:
        result = _result(asked)
    except CivicgraphError as error:
        problem = problem_of(error)
        status = problem.status
    body = render_template("query.html", text=asked.query, result=result, problem=problem, link=link)
    response = Response(body, status=status, headers=dict(problem.headers) if problem else None)
    response.vary.add("Accept")
    return response


def _result(asked: Asked) -> Result:
    answer = site().view.answer(question(asked, "json", request.base_url))
    if answer.kind == "graph":
        return Result(graph=answer.body.decode())
    if answer.kind == "boolean":
        return Result(boolean=json.loads(answer.body)["boolean"])
    return Result(table=table_of(answer, site().settings.rows, site().settings.base))


def _example() -> str:
    known = site().prefixes
    return "".join(f"PREFIX {label}: <{known[label]}>\n" for label in SHORT if label in known) + EXAMPLE
