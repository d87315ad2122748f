"""The whole graph as files."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, Response, render_template, send_file

from kg.graph.network import gexf, graphml, network
from kg.graph.terms import read_lines
from kg.graph.turtle import trig
from kg.store.base import MEDIA_TYPES, Question
from kg.store.snapshots import MANIFEST, read_manifest
from server.asking import respond
from server.negotiate import NAMES
from server.problems import RequestError
from server.site import site

blueprint = Blueprint("downloads", __name__)
WORLD = (("ttl", "Turtle"), ("nt", "N-Triples"), ("jsonld", "JSON-LD"), ("rdf", "RDF/XML"))
WHOLE = (("nq", "N-Quads"), ("trig", "TriG"))
NETWORKS = {"graphml": (graphml, "application/graphml+xml"), "gexf": (gexf, "application/gexf+xml")}
DRAWN = (("graphml", "GraphML"), ("gexf", "GEXF"))


@blueprint.route("/downloads")
def index() -> Response:
    """Which files there are."""
    parts = {"world": WORLD, "whole": WHOLE, "networks": DRAWN} if site().graph_file else {"world": WORLD}
    return Response(render_template("downloads.html", **{"whole": (), "networks": (), **parts, "known": _known()}))


def _known() -> dict[str, Any]:
    """Bytes and SHA-256 of the file with all graphs, as the build wrote them down; empty where it did not."""
    graph_file = site().graph_file
    folder = graph_file().parent if graph_file else None
    if folder is None or not (folder / MANIFEST).is_file():
        return {}
    known: dict[str, Any] = read_manifest(folder)["files"].get("graph.nq", {})
    return known


@blueprint.route("/download/graph.<suffix>")
def graph(suffix: str) -> Response:
    """The world in a format of one graph; all graphs in one that has names for graphs."""
    if suffix in dict(WHOLE) and site().graph_file:
        return _whole(suffix)
    if suffix in NETWORKS and site().graph_file:
        return _network(suffix)
    if suffix not in dict(WORLD):
        raise RequestError("there is no file %(name)s", 404, name=f"graph.{suffix}")
    text = site().bound("whole-world", world=site().graph("world"))
    return respond(site().view.answer(Question(text, graph=NAMES[suffix])))  # type: ignore[arg-type]


def _network(suffix: str) -> Response:
    """The world as nodes and edges, for programs that draw."""
    graph_file = site().graph_file
    assert graph_file is not None
    write, media_type = NETWORKS[suffix]
    with graph_file().open(encoding="utf8", newline="\n") as file:
        body = "".join(write(network(read_lines(file, "graph"), site().settings.base)))
    return Response(body, content_type=media_type)


def _whole(suffix: str) -> Response:
    graph_file = site().graph_file
    assert graph_file is not None
    path = graph_file()
    if suffix == "nq":
        return send_file(path, mimetype=MEDIA_TYPES["nquads"], conditional=True)
    with path.open(encoding="utf8", newline="\n") as file:
        body = "".join(trig(read_lines(file, str(path)), site().settings.base))
    return Response(body, content_type=MEDIA_TYPES["trig"])
