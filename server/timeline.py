"""/timeline: what happened when, drawn by family and listed by year; narrowed by state, kind, actor and days."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from flask import Blueprint, Response, render_template, request

from kg.store.rows import Term
from server.labels import labels_of
from server.links import ONTOLOGY, path_of
from server.problems import RequestError
from server.protocol import read_fields
from server.site import Row, site

blueprint = Blueprint("timeline", __name__)
ANY = f"{ONTOLOGY}Claim"
MOST = 500
WIDTH, LEFT, LANE, TOP = 1000, 120, 26, 24


@dataclass(frozen=True, slots=True)
class Dot:
    """An event in the drawing: where it begins and how long it may have lasted, in units of the drawing."""

    event: str
    x: float
    width: float
    y: float


@dataclass(frozen=True, slots=True)
class Drawing:
    """Dots in a lane for each family, and a mark for each year that begins."""

    lanes: Sequence[tuple[str, float]]
    years: Sequence[tuple[int, float]]
    dots: Sequence[Dot]
    height: float


@blueprint.route("/timeline")
def timeline() -> Response:
    """The events of a choice, each once."""
    fields = dict(read_fields(request.query_string))
    country, actor, kind = (_thing(fields, "country"), _thing(fields, "actor"), fields.get("kind", ""))
    chosen = {
        "country": country, "actor": actor, "kind_asked": ONTOLOGY + kind if kind else ANY,
        "since": _day(fields, "since", "0001-01-01"), "until": _day(fields, "until", "9999-12-31"),
    }  # fmt: skip
    if kind and not kind.isalpha():
        raise RequestError("kind is the name of a class of events, such as Conviction")
    found = site().ask("timeline", **chosen, most=MOST + 1)
    events = {row["event"].value: row for row in reversed(found[:MOST])}
    rows = sorted(events.values(), key=lambda row: (_span(row), row["event"].value))
    countries, kinds = site().ask("timeline-states"), site().ask("kinds")
    choices = [row["country"] for row in countries], [row["kind"] for row in kinds]
    families = [row["family"] for row in rows]
    labels = labels_of([*choices[0], *choices[1], *families, *(row["kind"] for row in rows), Term("iri", actor)])
    years = [(year, list(group)) for year, group in groupby(rows, key=_year)]
    parts = {
        "fields": fields, "countries": choices[0], "kinds": choices[1], "years": years, "total": len(rows),
        "actor": actor if actor != ANY else "", "cut": len(found) > MOST, "drawing": draw(rows),
    }  # fmt: skip
    return Response(render_template("timeline.html", labels=labels, **parts))


def draw(rows: Sequence[Row]) -> Drawing:
    """The drawing of events in the order of their first days."""
    families = sorted({row["family"].value for row in rows})
    lanes = {family: TOP + LANE * (number + 0.5) for number, family in enumerate(families)}
    spans = [_span(row) for row in rows]
    first = min((start for start, _ in spans), default=0)
    # An open interval ends at the last day that there is; it does not stretch the drawing.
    days = [day for span in spans for day in span if day < _number("9999-01-01")]
    last = max(days, default=first)
    scale = (WIDTH - LEFT - 20) / max(1, last - first)

    def place(day: int) -> float:
        return round(LEFT + (min(day, last) - first) * scale, 1)

    dots = [
        Dot(row["event"].value, place(start), max(0.0, round(place(end) - place(start), 1)), lanes[row["family"].value])
        for row, (start, end) in zip(rows, spans, strict=True)
    ]
    years = range(date.fromordinal(max(1, first)).year + 1, date.fromordinal(max(1, last)).year + 1) if rows else ()
    step = max(1, len(years) // 12)
    marks = [(year, place(_number(f"{year:04}-01-01"))) for year in years if year % step == 0]
    return Drawing(sorted(lanes.items()), marks, dots, TOP + LANE * len(lanes) + 6)


def _span(row: Row) -> tuple[int, int]:
    """The first and last day of an event as numbers; one that has no first day ("before May") stands at its last."""
    start, end = _number(row["earliest"].value), _number(row["latest"].value)
    return (start, end) if start > 1 else (end, end)


def _year(row: Row) -> int:
    return date.fromordinal(_span(row)[0]).year


def _number(day: str) -> int:
    return date.fromisoformat(day).toordinal()


def _thing(fields: Mapping[str, str], name: str) -> str:
    """The IRI of a thing that a field names by its path ("country/ke"), or what stands for any. Raises RequestError."""
    path = fields.get(name, "")
    if not path:
        return ANY
    iri = site().iris.of(path)[1:-1]
    if path_of(iri, site().settings.base) is None:
        raise RequestError("%(name)s is the path of a thing, such as country/ke", name=name)
    return iri


def _day(fields: Mapping[str, str], name: str, default: str) -> str:
    try:
        return date.fromisoformat(fields.get(name) or default).isoformat()
    except ValueError as error:
        raise RequestError("%(name)s is a day such as 2025-03-08", name=name) from error
