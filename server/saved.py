"""The saved queries: /queries lists them, /queries/<name> is a form for people and an address for programs."""

from __future__ import annotations

import json

from flask import Blueprint, Response, render_template, request

from kg import __version__
from kg.errors import CivicgraphError
from kg.saved import SavedQuery
from kg.saved_pages import count_of, page_of
from kg.saved_values import of_states
from kg.sparql import form_of
from kg.store.base import MEDIA_TYPES, Question
from kg.store.rows import rows
from server.asking import streamed
from server.forms import inputs, is_ready
from server.negotiate import FORMS, GRAPH, HTML, best, choose, prefers_html
from server.openapi import as_listed, openapi
from server.paging import PER_PAGE, Page, Sheet, read_page
from server.problems import Problem, RequestError, problem_of
from server.protocol import read_fields, read_format
from server.results import FIELD, Viewed, address_of, checked, links, viewed
from server.site import site
from server.snippets import Snippet, snippets
from server.tables import Table, table_of

blueprint = Blueprint("saved", __name__)
Values = dict[str, str]
JSON = "application/json"


@blueprint.route("/queries")
def index() -> Response:
    """All saved queries: by topic for people, as a list for programs."""
    wished = best(request.headers.get("Accept"), (HTML, JSON))
    if wished is None:
        raise RequestError(f"the saved queries are there as {HTML} or {JSON}", 406)
    if wished == JSON:
        response = Response(
            json.dumps(list(map(as_listed, site().queries.values())), ensure_ascii=False), mimetype=JSON
        )
    else:
        response = Response(render_template("queries.html", topics=topics()))
    response.vary.add("Accept")
    return response


@blueprint.route("/openapi.json")
def description() -> Response:
    """All addresses for programs, as OpenAPI."""
    found = openapi(site().queries, request.root_url, __version__)
    return Response(json.dumps(found, ensure_ascii=False, indent=1) + "\n", mimetype=JSON)


@blueprint.route("/queries/<name>")
def saved(name: str) -> Response:
    """One saved query with its answer: a page for people, otherwise in the format that was asked for."""
    query = site().queries.get(name)
    if query is None:
        raise RequestError("there is no saved query %(name)s", 404, name=name)
    values, wished = given()
    view = values.pop(FIELD, "")
    values = of_states(query.params, values, site().settings.base)
    page = read_page(values)
    form, media_type = _representation(query, wished)
    if form == "html":
        return _page(query, values, view, page)
    text = site().asking(query, values)
    if page is None:
        return streamed(_question(text, form), media_type)
    return _some_rows(text, page, values | ({"format": wished} if wished else {}), form, media_type)


def _some_rows(text: str, page: Page, values: Values, form: str, media_type: str) -> Response:
    """One page of the rows, with links to the others and the number of all."""
    if form in GRAPH:
        raise RequestError("a graph has no pages; leave out page and per_page")
    total = int(rows(site().view, count_of(text))[0]["rows"].value)
    response = streamed(_question(page_of(text, page.size, page.offset), form), media_type)
    response.headers["Link"] = page.links(request.base_url, values, total)
    response.headers["X-Total-Count"] = str(total)
    return response


def topics() -> dict[str, list[SavedQuery]]:
    """The queries by their first tag."""
    found: dict[str, list[SavedQuery]] = {}
    for query in sorted(site().queries.values(), key=lambda one: (one.tags[:1], one.title)):
        found.setdefault(next(iter(query.tags), "more"), []).append(query)
    return found


def given() -> tuple[Values, str | None]:
    """The parameters of the address, and `format=`. Raises RequestError for one that is given twice."""
    fields = read_fields(request.query_string)
    names = [name for name, _ in fields]
    twice = sorted({name for name in names if names.count(name) > 1})
    if twice:
        raise RequestError("%(name)s is given more than once", name=twice[0])
    values = dict(fields)
    wished = values.pop("format", "")
    return values, wished if wished == "html" else read_format([wished])


def _representation(query: SavedQuery, wished: str | None) -> tuple[str, str]:
    """The format, "html" for the page, and its media type. Raises RequestError for 406."""
    formats = FORMS[form_of(query.text)]
    accept = request.headers.get("Accept")
    if wished == "html" or (wished is None and prefers_html(accept, formats)):
        return "html", HTML
    chosen = (wished, MEDIA_TYPES[wished]) if wished else choose(accept, formats)
    if chosen is None or chosen[0] not in formats:
        offered = ", ".join([HTML, *(MEDIA_TYPES[one] for one in formats)])
        raise RequestError("this query is answered as %(types)s", 406, types=offered)
    return chosen


def _question(text: str, form: str) -> Question:
    if form in GRAPH:
        return Question(text, graph=form)  # type: ignore[arg-type]
    return Question(text, bindings=form)  # type: ignore[arg-type]


def _page(query: SavedQuery, values: Values, view: str, page: Page | None) -> Response:
    """The form, and the answer once every parameter that must be given is."""
    result, problem = tried(query, values, view)
    given = {name: value for name, value in values.items() if value}
    address = address_of(f"/queries/{query.name}", given)
    parts: dict[str, object] = {
        "query": query, "inputs": inputs(query, values), "given": given, "snippets": _snippets(query, given),
        "links": links(address, result.views) if result else (), "address": address,
        "embed": address_of(f"/embed/queries/{query.name}", given | ({FIELD: result.view} if result else {})),
        "feed": address_of(f"/feed/queries/{query.name}", given),
    }  # fmt: skip
    shown = address_of(f"/queries/{query.name}", given | ({FIELD: view} if view else {}))
    parts["sheet"] = Sheet(page or Page(1, PER_PAGE), len(result.table.rows), shown) if result else None
    return _rendered(parts, result, problem)


def tried(query: SavedQuery, values: Values, view: str) -> tuple[Viewed | None, Problem | None]:
    """The answer in the view that is wished for, else in the query's own, or what is wrong with the request; neither
    while a value is lacking."""
    try:
        checked(view)
        table = _table(query, values)
        return (viewed(table, view, query.view) if table else None), None
    except CivicgraphError as error:
        return None, problem_of(error)


def _snippets(query: SavedQuery, given: Values) -> list[Snippet]:
    """How to ask the same from elsewhere, once all values are there and right."""
    try:
        text = site().asking(query, given)
    except CivicgraphError:
        return []
    return snippets(request.root_url, query.name, given, text)


def _table(query: SavedQuery, values: Values) -> Table | None:
    if not is_ready(query, values):
        return None
    settings = site().settings
    answer = site().view.answer(Question(site().asking(query, values)))
    return table_of(answer, settings.rows, settings.base)


def _rendered(parts: dict[str, object], result: Viewed | None, problem: Problem | None) -> Response:
    body = render_template("saved.html", **parts, result=result, problem=problem)
    response = Response(body, status=problem.status if problem else 200)
    response.headers.update(problem.headers if problem else {})
    response.vary.add("Accept")
    return response
