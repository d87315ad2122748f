"""The explorer: /explore draws things and their ties; its data are JSON, each tie with the sentences that say it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from flask import Blueprint, Response, jsonify, render_template, request

from kg.graph.network import gexf, graphml, network
from kg.graph.terms import Quad, iri, read_lines
from kg.store.base import Question
from kg.store.rows import Term
from server.asking import respond
from server.facts import statements
from server.labels import Labels, labels_of
from server.links import href, path_of
from server.pages import incoming_name, outgoing_name, tie_name
from server.problems import RequestError
from server.protocol import read_fields
from server.site import site
from server.ties import Kind, Tie, kinds_of, shortest, ties_of

blueprint = Blueprint("explore", __name__)
MOST_DRAWN = 60
MOST_HOPS = 6
MOST_IN_A_FILE = 1000
FILES = {"ttl": "Turtle", "graphml": "GraphML", "gexf": "GEXF"}
VIEWERS = {"graphml": (graphml, "application/graphml+xml"), "gexf": (gexf, "application/gexf+xml")}


@blueprint.route("/explore")
def page() -> Response:
    """The drawing, and the same as a list for those who do not see or draw it."""
    fields = dict(read_fields(request.query_string))
    nodes = [node for node in fields.get("nodes", "").split(",") if node]
    known = [_checked(site().iris.of(node)[1:-1]) for node in nodes[:MOST_DRAWN]]
    drawn = _drawn(known, _among(ties_of(known), known) if known else [])
    begin = [] if known else _drawn([row["thing"].value for row in site().ask("busiest")], [])["nodes"]
    return Response(render_template("explore.html", drawn=drawn, files=FILES, begin=begin))


@blueprint.route("/explore/relations")
def relations() -> Response:
    """Which ties a thing has: property, direction, its name, and how many."""
    thing = _node("thing")
    counts = Counter((tie.predicate, "out" if tie.subject == thing else "in") for tie in ties_of([thing]))
    labels = labels_of(Term("iri", predicate) for predicate, _ in counts)
    found = [
        {"predicate": predicate, "direction": direction, "count": count, "name": _name(predicate, direction, labels)}
        for (predicate, direction), count in counts.items()
    ]
    return jsonify(sorted(found, key=lambda one: (-int(str(one["count"])), str(one["name"]))))


@blueprint.route("/explore/neighbours")
def neighbours() -> Response:
    """The things that one is tied to, all or by one property and direction ("in", "out"), and the ties."""
    thing, fields = _node("thing"), dict(read_fields(request.query_string))
    predicate, direction = fields.get("predicate", ""), fields.get("direction", "")
    ties = [
        tie
        for tie in ties_of([thing])
        if predicate in ("", tie.predicate) and direction in ("", "out" if tie.subject == thing else "in")
    ]
    return jsonify({**_drawn([thing], ties[:MOST_DRAWN]), "more": max(0, len(ties) - MOST_DRAWN)})


@blueprint.route("/explore/path")
def path() -> Response:
    """A shortest way between two things, at most `hops` ties long, that leads through no state."""
    hops = dict(read_fields(request.query_string)).get("hops", "4")
    if hops not in map(str, range(1, MOST_HOPS + 1)):
        raise RequestError("hops is a number from 1 to %(most)s", most=MOST_HOPS)
    start, end = _node("from"), _node("to")
    country = f"{site().settings.base}id/country/"
    way = shortest(start, end, int(hops), ties_of, lambda node: node.startswith(country))
    return jsonify({**_drawn([start, end] if way or start == end else [], way), "found": bool(way) or start == end})


@blueprint.route("/explore/proof")
def proof() -> Response:
    """The sentences that say a tie: quote, article, confidence and a link to the place in its document."""
    tie = Tie(_node("subject"), dict(read_fields(request.query_string)).get("predicate", ""), _node("object"))
    said = [
        one
        for one in statements(site().ask("said-of", thing=tie.subject), "object")
        if one.asserted and one.predicate == tie.predicate and one.other.value == tie.object
    ]
    proofs = {(one.quote, one.article_title): one for statement in said for one in statement.proofs}
    return jsonify([
        {
            "quote": one.quote, "article": one.article_title, "confidence": one.confidence,
            "href": href(Term("iri", one.sentence), site().settings.base),
        }
        for one in proofs.values()
    ])  # fmt: skip


@blueprint.route("/explore/file", methods=["POST"])
def file() -> Response:
    """The things of a drawing and the ties between them, in a format for other programs."""
    form = request.form.get("format", "")
    nodes = [_checked(node) for node in request.form.getlist("node")]
    if form not in FILES or not 0 < len(nodes) <= MOST_IN_A_FILE:
        raise RequestError(f"give a format ({', '.join(FILES)}) and 1 to {MOST_IN_A_FILE} nodes")
    listed = " ".join(iri(node) for node in nodes)
    text = (
        f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ VALUES ?s {{ {listed} }} GRAPH <{site().graph('world')}> {{ ?s ?p ?o }} }}"
    )
    answer = site().view.answer(Question(text, graph="turtle" if form == "ttl" else "ntriples"))
    response = respond(answer) if form == "ttl" else _viewed(form, answer.body.decode(), set(nodes))
    response.headers["Content-Disposition"] = f'attachment; filename="civicgraph.{form}"'
    return response


def _viewed(form: str, ntriples: str, nodes: set[str]) -> Response:
    world = f"<{site().graph('world')}>"
    lines = (line.removesuffix(".").rstrip() + f" {world} ." for line in ntriples.splitlines() if line)
    wanted = {iri(node) for node in nodes}
    quads: Iterable[Quad] = (q for q in read_lines(lines, "drawing") if not _leaves(q, wanted))
    write, media_type = VIEWERS[form]
    return Response("".join(write(network(quads, site().settings.base))), content_type=media_type)


def _leaves(quad: Quad, wanted: set[str]) -> bool:
    """Does a triple lead to a thing that is not in the drawing?"""
    return quad[2].startswith(f"<{site().settings.base}id/") and quad[2] not in wanted


def _drawn(nodes: Sequence[str], ties: Sequence[Tie]) -> dict[str, Any]:
    """Nodes and edges as the drawing wants them."""
    every = list(dict.fromkeys([*nodes, *(node for tie in ties for node in (tie.subject, tie.object))]))
    kinds = kinds_of(every) if every else {}
    terms = [*every, *(tie.predicate for tie in ties), *(kind.cls for kind in kinds.values())]
    labels = labels_of(Term("iri", one) for one in terms)
    return {
        "nodes": [_drawn_node(node, kinds.get(node), labels) for node in every],
        "edges": [
            {
                "subject": tie.subject, "predicate": tie.predicate, "object": tie.object,
                "name": tie_name(tie.predicate, labels.name),
            }
            for tie in ties
        ],
    }  # fmt: skip


def _drawn_node(node: str, kind: Kind | None, labels: Labels) -> dict[str, Any]:
    return {
        "iri": node,
        "path": path_of(node, site().settings.base),
        "name": labels.name(node),
        "href": href(Term("iri", node), site().settings.base),
        "class": labels.name(kind.cls) if kind else "",
        "family": kind.family if kind else "",
        "date": kind.date if kind else "",
    }


def _name(predicate: str, direction: str, labels: Labels) -> str:
    return (outgoing_name if direction == "out" else incoming_name)(predicate, labels.name)


def _among(ties: Iterable[Tie], nodes: Sequence[str]) -> list[Tie]:
    there = set(nodes)
    return [tie for tie in ties if tie.subject in there and tie.object in there]


def _node(field: str) -> str:
    """The thing that a field of the request names. Raises RequestError."""
    return _checked(dict(read_fields(request.query_string)).get(field, ""))


def _checked(node: str) -> str:
    """The IRI of a thing of this graph. Raises RequestError for any other."""
    if path_of(node, site().settings.base) is None:
        raise RequestError(
            f"{node[:200] or 'nothing'} is no thing of this graph; give an IRI that begins with its base"
        )
    return node
