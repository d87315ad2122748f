"""The page where people write a query themselves: a form, and the answer below it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass

from flask import Blueprint, Response, jsonify, render_template, request

from kg.errors import CivicgraphError
from kg.prefixes import shortened
from server.asking import asked_now, question
from server.drawing.network import Network
from server.paging import sheet_of
from server.problems import Problem, problem_of
from server.protocol import Asked
from server.results import FIELD, Viewed, address_of, checked, links, triples_drawn, viewed
from server.site import site
from server.tables import table_of

blueprint = Blueprint("console", __name__)
SHORT = ("cg", "cgid", "rdf", "rdfs", "skos", "dcterms", "xsd")
TABLES = (("CSV", "csv"), ("TSV", "tsv"), ("JSON", "json"))
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
    """The answer as the template shows it: rows in a view, yes or no, or a graph as Turtle or as a drawing."""

    viewed: Viewed | None = None
    boolean: bool | None = None
    graph: str | None = None
    drawing: Network | None = None

    @property
    def views(self) -> tuple[str, ...]:
        """The views that it can have."""
        if self.viewed is not None:
            return self.viewed.views
        return () if self.boolean is not None else ("table", "graph")

    @property
    def view(self) -> str:
        """The one that it has."""
        return self.viewed.view if self.viewed else "graph" if self.drawing else "table"


@blueprint.route("/query/terms")
def terms() -> Response:
    """Classes and properties that the graph uses, with prefixes, the most used first: what the editor completes."""
    prefixes = site().prefixes
    found = [
        {
            "term": shortened(row["term"].value, prefixes),
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
    result, problem = answered(asked)
    parts = {"text": asked.query, "result": result, "problem": problem, **addresses(asked, result)}
    view = request.args.get(FIELD, "")
    address = address_of("/query", {"query": asked.query} | ({FIELD: view} if view else {}))
    rows = len(result.viewed.table.rows) if result and result.viewed else 0
    parts["sheet"] = sheet_of(request.args.to_dict(), rows, address)
    return rendered("query.html", parts, problem)


def answered(asked: Asked) -> tuple[Result | None, Problem | None]:
    """The answer in the view that the address names, or what is wrong with the query."""
    try:
        return _result(asked, checked(request.args.get(FIELD, ""))), None
    except CivicgraphError as error:
        return None, problem_of(error)


def addresses(asked: Asked, result: Result | None) -> dict[str, object]:
    """The addresses of the query, of its views, of the part for other pages and of its files."""
    text = {"query": asked.query}
    link = address_of("/query", text)
    forms = (("Turtle", "turtle"), ("JSON-LD", "jsonld")) if result and result.graph is not None else TABLES
    return {
        "link": link,
        "links": links(link, result.views) if result else [],
        "embed": address_of("/embed/query", text | ({FIELD: result.view} if result else {})),
        "files": [(name, address_of("/sparql", text | {"format": form})) for name, form in forms],
    }


def rendered(template: str, parts: Mapping[str, object], problem: Problem | None) -> Response:
    """A page under the status that programs get."""
    status, fields = (problem.status, dict(problem.headers)) if problem else (200, None)
    response = Response(render_template(template, **parts), status=status, headers=fields)
    response.vary.add("Accept")
    return response


def _result(asked: Asked, view: str) -> Result:
    answer = site().view.answer(question(asked, "ntriples" if view == "graph" else "json", request.base_url))
    if answer.kind == "graph":
        return Result(graph=answer.body.decode(), drawing=triples_drawn(answer.body) if view == "graph" else None)
    if answer.kind == "boolean":
        return Result(boolean=json.loads(answer.body)["boolean"])
    table = table_of(answer, site().settings.rows, site().settings.base)
    return Result(viewed(table, view))


def _example() -> str:
    known = site().prefixes
    return "".join(f"PREFIX {label}: <{known[label]}>\n" for label in SHORT if label in known) + EXAMPLE
