"""The SPARQL endpoint: /sparql."""

from __future__ import annotations

from flask import Blueprint, Response, request

from kg.graph.iris import GRAPHS
from kg.sparql import form_of
from kg.store.base import MEDIA_TYPES, Question
from server import console
from server.asking import asked_now, is_stable, question, respond, streamed
from server.description import description_query
from server.negotiate import BINDINGS, FORMS, GRAPH, GRAPH_LIKE, HTML, choose, prefers_html
from server.problems import RequestError
from server.protocol import Asked
from server.site import site

blueprint = Blueprint("sparql", __name__)


@blueprint.route("/sparql", methods=["GET", "POST"])
def endpoint() -> Response:
    """Answer a query, or say what the endpoint is when there is none. People with a browser get a page."""
    asked = asked_now()
    accept = request.headers.get("Accept")
    if asked is None:
        return console.page(None) if prefers_html(accept, GRAPH) else describe(accept)
    if asked.format is None and prefers_html(accept, (*BINDINGS, *GRAPH)):
        return console.page(asked)
    return answer(asked, accept)


def answer(asked: Asked, accept: str | None) -> Response:
    """The answer in the format that was asked for."""
    form, media_type = chosen_format(asked, accept)
    asked_here = question(asked, form, request.base_url)
    return streamed(asked_here, media_type, stable=is_stable(asked.query))


def chosen_format(asked: Asked, accept: str | None) -> tuple[str, str]:
    """The format and media type: what the request names, or else what it accepts. Raises RequestError for 406."""
    formats = FORMS.get(form_of(asked.query), BINDINGS)
    if asked.format is not None:
        named = GRAPH_LIKE.get(asked.format, asked.format) if formats == GRAPH else asked.format
        chosen = (named, MEDIA_TYPES[named]) if named in formats else None
    else:
        chosen = choose(accept, formats)
    if chosen is None:
        types = ", ".join(MEDIA_TYPES[name] for name in formats)
        raise RequestError("this query is answered as %(types)s", 406, types=types)
    return chosen


def describe(accept: str | None) -> Response:
    """What the endpoint can do, as RDF."""
    chosen = choose(accept, GRAPH)
    if chosen is None:
        offered = ", ".join([*(MEDIA_TYPES[name] for name in GRAPH), HTML])
        raise RequestError(f"the description of this endpoint is there as {offered}", 406)
    form, media_type = chosen
    text = description_query(request.base_url, [(name, site().graph(name)) for name in GRAPHS])
    return respond(site().view.answer(Question(text, graph=form)), media_type)  # type: ignore[arg-type]
