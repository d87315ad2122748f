"""The first page and what is known about the whole: /, /about."""

from __future__ import annotations

from flask import Blueprint, Response, render_template

from kg.graph.iris import GRAPHS
from kg.store.rows import Term
from server.catalogue import mark
from server.facts import local
from server.labels import labels_of
from server.measured import coverage, quality
from server.saved import topics
from server.site import Row, site
from server.timeline import draw, newest
from server.worldmap import places

blueprint = Blueprint("home", __name__)
MOST_DRAWN = 250
# What the first page counts, under which name, and the class that a click lists.
TILES = (
    ("Event", mark("Events")),
    ("Person", mark("People")),
    ("Organization", mark("Organisations")),
    ("LegalResource", mark("Laws, bills and treaties")),
    ("Petition", mark("Petitions")),
    ("Place", mark("Places")),
)


@blueprint.route("/")
def index() -> Response:
    """What there is, what is new, and where to begin."""
    totals = totals_by_class()
    tiles = [(name, title, totals.get(name, 0)) for name, title in TILES]
    kinds = [(row["kind"], int(row["number"].value)) for row in site().ask("kinds")]
    events = _first_of_each(site().ask("newest-events"), "event")
    drawn = newest(MOST_DRAWN)
    busiest = site().ask("busiest")
    named = [kind for kind, _ in kinds] + [row["thing"] for row in busiest] + [row["family"] for row in drawn]
    labels = labels_of([*named, *(row.get("country") for row in events)])
    parts: dict[str, object] = {
        "tiles": tiles,
        "kinds": kinds,
        "events": events,
        "labels": labels,
        "totals": totals,
        "busiest": busiest,
    }
    parts["drawing"] = draw(drawn, labels) if drawn else None
    return Response(render_template("home.html", topics=topics(), places=places(), **parts))


@blueprint.route("/about")
def about() -> Response:
    """What the graph is, how it was made, and how large it is."""
    held = {row["graph"].value: int(row["triples"].value) for row in site().ask("sizes")}
    sizes = sorted(({site().graph(name): 0 for name in GRAPHS} | held).items())
    return Response(render_template("about.html", sizes=sizes, quality=quality(), coverage=coverage()))


def totals_by_class() -> dict[str, int]:
    """How many things of each large class there are."""
    return {local(row["top"]): int(row["number"].value) for row in site().ask("totals") if "top" in row}


def _first_of_each(rows: list[Row], column: str) -> list[Row]:
    seen: dict[Term, Row] = {}
    for row in rows:
        seen.setdefault(row[column], row)
    return list(seen.values())
