"""The whole graph as files."""

from __future__ import annotations

from flask import Blueprint, Response, render_template, send_file

from kg.graph.terms import read_lines
from kg.graph.turtle import trig
from kg.store.base import MEDIA_TYPES, Question
from server.asking import respond
from server.negotiate import NAMES
from server.problems import RequestError
from server.site import site

blueprint = Blueprint("downloads", __name__)
WORLD = (("ttl", "Turtle"), ("nt", "N-Triples"), ("jsonld", "JSON-LD"), ("rdf", "RDF/XML"))
WHOLE = (("nq", "N-Quads"), ("trig", "TriG"))


@blueprint.route("/downloads")
def index() -> Response:
    """Which files there are."""
    whole = WHOLE if site().graph_file else ()
    return Response(render_template("downloads.html", world=WORLD, whole=whole))


@blueprint.route("/download/graph.<suffix>")
def graph(suffix: str) -> Response:
    """The world in a format of one graph; all graphs in one that has names for graphs."""
    if suffix in dict(WHOLE) and site().graph_file:
        return _whole(suffix)
    if suffix not in dict(WORLD):
        raise RequestError("there is no file %(name)s", 404, name=f"graph.{suffix}")
    text = site().bound("whole-world", world=site().graph("world"))
    return respond(site().view.answer(Question(text, graph=NAMES[suffix])))  # type: ignore[arg-type]


def _whole(suffix: str) -> Response:
    graph_file = site().graph_file
    assert graph_file is not None
    path = graph_file()
    if suffix == "nq":
        return send_file(path, mimetype=MEDIA_TYPES["nquads"], conditional=True)
    with path.open(encoding="utf8", newline="\n") as file:
        body = "".join(trig(read_lines(file, str(path)), site().settings.base))
    return Response(body, content_type=MEDIA_TYPES["trig"])
