"""The SPARQL 1.1 Graph Store Protocol, its reading half: /store?default, /store?graph=IRI and /graph/NAME."""

from __future__ import annotations

from flask import Blueprint, Response, request

from kg.store.base import MEDIA_TYPES, Question
from kg.store.rows import ask
from server.asking import streamed
from server.negotiate import GRAPH, choose
from server.problems import RequestError
from server.protocol import check_absolute, read_fields, read_format
from server.site import site

blueprint = Blueprint("graphs", __name__)
WHOLE = "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }"


@blueprint.route("/store")
def store() -> Response:
    """The default graph (all graphs together) or a named one."""
    fields = read_fields(request.query_string)
    graphs = [value for name, value in fields if name == "graph"]
    default = [name for name, _ in fields if name == "default"]
    if len(graphs) + len(default) != 1:
        raise RequestError("say either ?default or ?graph=IRI, and that once")
    wished = read_format([value for name, value in fields if name == "format"])
    return _graph(graphs[0] if graphs else None, wished)


@blueprint.route("/graph/<path:name>")
def direct(name: str) -> Response:
    """A named graph at its own address, where the server is at the graph's base."""
    return _graph(f"{site().settings.base}graph/{name}", None)


@blueprint.route("/.well-known/void")
def void() -> Response:
    """The graph about the graph: VoID, DCAT, prefixes and the saved queries as RDF."""
    return _graph(site().graph("dataset"), None)


def _graph(iri: str | None, wished: str | None) -> Response:
    """The triples of a graph; None is all of them. Raises RequestError: 400, 404 or 406."""
    if iri is not None:
        check_absolute("graph", iri)
    chosen = (wished, MEDIA_TYPES[wished]) if wished in GRAPH else choose(request.headers.get("Accept"), GRAPH)
    if chosen is None or (wished and wished not in GRAPH):
        raise RequestError("a graph is there as %(types)s", 406, types=", ".join(MEDIA_TYPES[one] for one in GRAPH))
    if iri is not None and not ask(site().view, f"ASK {{ GRAPH <{iri}> {{ ?s ?p ?o }} }}"):
        raise RequestError(f"there is no graph {iri}", 404)
    form, media_type = chosen
    default = None if iri is None else (iri,)
    return streamed(Question(WHOLE, graph=form, default_graphs=default), media_type)  # type: ignore[arg-type]
