"""Finding things by name: /search for people, /suggest for what is typed so far."""

from __future__ import annotations

from collections import defaultdict

from flask import Blueprint, Response, jsonify, render_template, request

from kg.store.labels import Found, find_labels
from kg.store.narrowest import narrowest
from kg.store.rows import Term
from server.labels import labels_of
from server.links import ONTOLOGY, href
from server.protocol import read_fields
from server.site import Row, site

blueprint = Blueprint("search", __name__)
SEARCHED = ("Person", "Organization", "LegalResource", "Petition", "Place", "ReportedEvent", "Document")
KNOWN = {*SEARCHED, "Event"}
MOST = 200
SUGGESTED = 8


@blueprint.route("/search")
def search() -> Response:
    """Things whose names or spellings are like the words, the likest first."""
    words, kind = _asked()
    results = find(words, kind, MOST + 1) if words or kind else []
    cut, results = len(results) > MOST, results[:MOST]
    terms = [Term("iri", ONTOLOGY + name) for name in SEARCHED]
    labels = labels_of([*(Term("iri", iri) for one in results for iri in (one.thing, one.cls)), *terms])
    choices = [(name, labels.name(ONTOLOGY + name)) for name in SEARCHED]
    shown = [(Term("iri", one.thing), one) for one in results]
    parts = {"words": words, "kind": kind, "choices": choices, "results": shown, "cut": cut}
    return Response(render_template("search.html", labels=labels, **parts))


@blueprint.route("/suggest")
def suggest() -> Response:
    """A few things for what is typed so far, as JSON: iri, name, what was matched, class and page of each."""
    words, kind = _asked()
    found = find(words, kind, SUGGESTED) if words else []
    labels = labels_of(Term("iri", iri) for one in found for iri in (one.thing, one.cls))
    return jsonify([
        {
            "iri": one.thing, "name": labels.name(one.thing), "matched": one.name, "class": labels.name(one.cls),
            "href": href(Term("iri", one.thing), site().settings.base),
        }
        for one in found
    ])  # fmt: skip


def find(words: str, kind: str, most: int) -> list[Found]:
    """Things by name and class: from the index of names, or by a scan where the graph has none."""
    index = site().labels
    if index is not None:
        return find_labels(index(), words, kind, most)
    rows = site().ask("search", words=words, kind=f"{ONTOLOGY}{kind or 'Claim'}", most=most * 4)
    return results_of(rows)[:most]


def results_of(rows: list[Row]) -> list[Found]:
    """Each thing once, with the first spelling that was found and its narrowest class."""
    names: dict[str, str] = {}
    depths: dict[str, dict[str, int]] = defaultdict(dict)
    for row in rows:
        names.setdefault(row["thing"].value, row["name"].value)
        depths[row["thing"].value][row["class"].value] = int(row["depth"].value)
    return [Found(thing, name, narrowest(depths[thing]), 100.0) for thing, name in names.items()]


def _asked() -> tuple[str, str]:
    """The words and the class of the request; a class that nothing can be searched by counts as none."""
    fields = dict(read_fields(request.query_string))
    kind = fields.get("class", "")
    return " ".join(fields.get("q", "").split())[:200], kind if kind in KNOWN else ""
