"""/map: where things happened, one spot for each place whose coordinates are known; narrowed by kind and days."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from flask import Blueprint, Response, render_template, request

from kg.store.rows import Term
from server.drawing.world import Spot, WorldMap, map_of
from server.labels import Labels, labels_of
from server.links import ONTOLOGY, href
from server.problems import RequestError
from server.protocol import read_fields
from server.site import Row, site
from server.timeline import ANY, day_of
from server.values import grouped

blueprint = Blueprint("worldmap", __name__)
MOST = 500
BEGINNING, END = "0001-01-01", "9999-12-31"


@dataclass(frozen=True, slots=True)
class Places:
    """The places of some events, those with most first, as rows and as a map."""

    rows: list[Row]
    labels: Labels
    drawing: WorldMap


@blueprint.route("/map")
def page() -> Response:
    """The map, and the same as a list."""
    fields = dict(read_fields(request.query_string))
    kind = fields.get("kind", "")
    if kind and not kind.isalpha():
        raise RequestError("kind is the name of a class of events, such as Conviction")
    since, until = day_of(fields, "since", BEGINNING), day_of(fields, "until", END)
    kinds = [row["kind"] for row in site().ask("kinds")]
    found = places(ONTOLOGY + kind if kind else ANY, since, until, kinds)
    parts = {"fields": fields, "kinds": kinds, "places": found, "labels": found.labels}
    return Response(render_template("map.html", **parts))


def places(kind: str = ANY, since: str = BEGINNING, until: str = END, terms: Sequence[Term] = ()) -> Places:
    """The places of the events of a kind between two days; `terms` are to be named with them."""
    rows = site().ask("events-by-place", kind_asked=kind, since=since, until=until, most=MOST)
    named: list[Term] = [row["place"] for row in rows]
    labels = labels_of([*named, *terms])
    return Places(rows, labels, map_of([_spot(row, labels) for row in rows]))


def _spot(row: Row, labels: Labels) -> Spot:
    place, events = row["place"], row["events"].value
    latitude, longitude = float(row["latitude"].value), float(row["longitude"].value)
    link = href(place, site().settings.base)
    return Spot(latitude, longitude, labels.name(place.value), float(events), link, grouped(events))
