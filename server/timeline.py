"""/timeline: what happened when, drawn by family and listed by year; narrowed by state, kind, actor and days."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import groupby

from flask import Blueprint, Response, render_template, request

from kg.store.rows import Term
from server.drawing.lanes import Happening, Lanes, lanes_of, span
from server.happenings import happening
from server.labels import Labels, labels_of
from server.links import ONTOLOGY, href, path_of
from server.paging import sheet_of
from server.problems import RequestError
from server.protocol import read_fields
from server.results import address_of
from server.site import Row, site

blueprint = Blueprint("timeline", __name__)
ANY = f"{ONTOLOGY}Claim"
MOST = 500
UNKNOWN = "0001-01-01"
"""Where what is only known to have been before a day would begin."""
CHOICES = ("country", "kind", "actor", "since", "until")


@blueprint.route("/timeline")
def timeline() -> Response:
    """The events of a choice, each once."""
    fields = dict(read_fields(request.query_string))
    country, actor, kind = (_thing(fields, "country"), _thing(fields, "actor"), fields.get("kind", ""))
    chosen = {
        "country": country, "actor": actor, "kind_asked": ONTOLOGY + kind if kind else ANY,
        "since": day_of(fields, "since", "0001-01-01"), "until": day_of(fields, "until", "9999-12-31"),
    }  # fmt: skip
    if kind and not kind.isalpha():
        raise RequestError("kind is the name of a class of events, such as Conviction")
    rows, cut = events_of(chosen, MOST)
    countries, kinds = site().ask("timeline-states"), site().ask("kinds")
    choices = [row["country"] for row in countries], [row["kind"] for row in kinds]
    families = [row["family"] for row in rows]
    labels = labels_of([*choices[0], *choices[1], *families, *(row["kind"] for row in rows), Term("iri", actor)])
    chosen_by = {name: value for name, value in fields.items() if name in CHOICES and value}
    sheet = sheet_of(fields, len(rows), address_of("/timeline", chosen_by))
    years = [(year, list(group)) for year, group in groupby(rows[sheet.start : sheet.end], key=_year)]
    parts = {
        "fields": fields, "countries": choices[0], "kinds": choices[1], "years": years, "total": len(rows),
        "actor": actor if actor != ANY else "", "cut": cut, "sheet": sheet, "drawing": draw(rows, labels),
    }  # fmt: skip
    return Response(render_template("timeline.html", labels=labels, **parts))


def events_of(chosen: Mapping[str, str], most: int) -> tuple[list[Row], bool]:
    """The events of a choice in the order of time, each once, and whether there are more."""
    found = site().ask("timeline", **chosen, most=most + 1)
    events = {row["event"].value: row for row in reversed(found[:most])}
    return sorted(events.values(), key=lambda row: (_span(row), row["event"].value)), len(found) > most


def newest(most: int) -> list[Row]:
    """The events that began last, about as many as `most`, in the order of time."""
    begun = [row["earliest"].value for row in site().ask("newest-events", most=most)]
    known = [day for day in begun if day > UNKNOWN]
    if not known:
        return []
    rows, _cut = events_of({"since": known[-1]}, 2 * most)
    return [row for row in rows if row["earliest"].value >= known[-1]]


def draw(rows: Sequence[Row], labels: Labels) -> Lanes:
    """The drawing of events in the order of their first days."""
    base = site().settings.base
    return lanes_of([
        Happening(labels.name(row["family"].value), *_span(row), happening(row["label"].value),
                  href(row["event"], base))
        for row in rows
    ])  # fmt: skip


def _span(row: Row) -> tuple[int, int]:
    return span(row["earliest"].value, row["latest"].value)


def _year(row: Row) -> int:
    return date.fromordinal(_span(row)[0]).year


def _thing(fields: Mapping[str, str], name: str) -> str:
    """The IRI of a thing that a field names by its path ("country/ke"), or what stands for any. Raises RequestError."""
    path = fields.get(name, "")
    if not path:
        return ANY
    iri = site().iris.of(path)[1:-1]
    if path_of(iri, site().settings.base) is None:
        raise RequestError("%(name)s is the path of a thing, such as country/ke", name=name)
    return iri


def day_of(fields: Mapping[str, str], name: str, default: str) -> str:
    """The day that a field names. Raises RequestError for what is none."""
    try:
        return date.fromisoformat(fields.get(name) or default).isoformat()
    except ValueError as error:
        raise RequestError("%(name)s is a day such as 2025-03-08", name=name) from error
