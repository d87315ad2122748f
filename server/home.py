"""The first page, the search, and what is known about the whole: /, /search, /about."""

from __future__ import annotations

from flask import Blueprint, Response, render_template, request

from kg.store.rows import Term
from server.facts import local
from server.labels import labels_of
from server.protocol import read_fields
from server.saved import topics
from server.site import Row, site

blueprint = Blueprint("home", __name__)
CG = "https://w3id.org/civicgraph/ontology#"
# What the first page counts, under which name, and the class that a click lists.
TILES = (
    ("Event", "Events"),
    ("Person", "People"),
    ("Organization", "Organisations"),
    ("LegalResource", "Laws, bills and treaties"),
    ("Petition", "Petitions"),
    ("Place", "Places"),
)
SEARCHED = ("Person", "Organization", "LegalResource", "Petition", "Place", "ReportedEvent", "Document")
MOST = 200


@blueprint.route("/")
def index() -> Response:
    """What there is, what is new, and where to begin."""
    totals = totals_by_class()
    tiles = [(name, title, totals.get(name, 0)) for name, title in TILES]
    kinds = [(row["kind"], int(row["number"].value)) for row in site().ask("kinds")]
    events = _first_of_each(site().ask("newest-events"), "event")
    labels = labels_of([*(kind for kind, _ in kinds), *(row.get("country") for row in events)])
    parts = {"tiles": tiles, "kinds": kinds, "events": events, "labels": labels, "totals": totals}
    return Response(render_template("home.html", topics=topics(), **parts))


@blueprint.route("/search")
def search() -> Response:
    """Things whose name or spelling holds the words, the shortest name first."""
    fields = dict(read_fields(request.query_string))
    words, kind = " ".join(fields.get("q", "").split()), fields.get("class", "")
    kind = kind if kind in SEARCHED or kind in dict(TILES) else ""
    found: list[Row] = []
    if words or kind:
        found = site().ask("search", words=words, kind=f"{CG}{kind or 'Claim'}", most=MOST * 4)
    results = results_of(found)
    labels = labels_of([*(thing for thing, _, _ in results), *(kind for _, kind, _ in results)])
    choices = [(name, labels_of([Term("iri", CG + name)]).name(CG + name)) for name in SEARCHED]
    parts = {"words": words, "kind": kind, "choices": choices, "results": results[:MOST], "total": len(results)}
    return Response(render_template("search.html", labels=labels, cut=len(found) >= MOST * 4, **parts))


@blueprint.route("/about")
def about() -> Response:
    """What the graph is, how it was made, and how large it is."""
    sizes = [(row["graph"].value, int(row["triples"].value)) for row in site().ask("sizes")]
    return Response(render_template("about.html", sizes=sizes, totals=totals_by_class()))


def totals_by_class() -> dict[str, int]:
    """How many things of each large class there are."""
    return {local(row["top"]): int(row["number"].value) for row in site().ask("totals") if "top" in row}


def results_of(rows: list[Row]) -> list[tuple[Term, Term, str]]:
    """Each thing once, with its most telling class and the spelling that was found."""
    found: dict[str, tuple[Term, Term, str]] = {}
    for row in rows:
        thing = row["thing"].value
        known = found.get(thing)
        if known is None or local(known[1]).endswith("Event"):
            found[thing] = (row["thing"], row["class"], known[2] if known else row["name"].value)
    return list(found.values())


def _first_of_each(rows: list[Row], column: str) -> list[Row]:
    seen: dict[Term, Row] = {}
    for row in rows:
        seen.setdefault(row[column], row)
    return list(seen.values())
