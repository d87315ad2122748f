"""An answer in the view that fits it: table, chart, map, timeline or graph."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from kg.graph.authority import seat_of
from kg.saved import VIEWS
from kg.store.rows import Term
from kg.store.triples import triples
from server import views
from server.catalogue import mark
from server.drawing.bars import Bars
from server.drawing.lanes import Lanes
from server.drawing.network import Network, network_of
from server.drawing.world import WorldMap
from server.labels import labels_of
from server.links import href, path_of
from server.problems import RequestError
from server.site import site
from server.tables import Table
from server.ties import kinds_of

Drawing = Bars | Lanes | WorldMap | Network
VIEW_NAMES = {
    "table": mark("Table"), "chart": mark("Chart"), "map": mark("Map"), "timeline": mark("Timeline"),
    "graph": mark("Graph"),
}  # fmt: skip
STATE = "country/"
FIELD = "view"
"""The parameter of an address that names the view."""


@dataclass(frozen=True, slots=True)
class Viewed:
    """A table, the views that it can have, the one that is shown, and the drawing of that (a table has none)."""

    table: Table
    views: tuple[str, ...]
    view: str
    drawing: Drawing | None


def viewed(table: Table, wished: str, usual: str = "table") -> Viewed:
    """The table in the view that is wished for, else in the usual one, as far as its columns allow. Raises RequestError
    for a view that there is not."""
    checked(wished)
    drawings = _drawings(table) if table.rows else {}
    view = next((name for name in (wished, usual) if name == "table" or name in drawings), "table")
    drawing = drawings.get(view)
    if isinstance(drawing, Network):
        drawing = coloured(drawing)
    offered = tuple(name for name in VIEWS if name == "table" or name in drawings)
    return Viewed(table, offered, view, drawing)


def checked(wished: str) -> str:
    """The view that a request names, "" for none. Raises RequestError for one that there is not."""
    if wished and wished not in VIEWS:
        raise RequestError("the view %(name)s is not one of %(names)s", name=wished[:50], names=", ".join(VIEWS))
    return wished


def _drawings(table: Table) -> Mapping[str, Drawing]:
    base = site().settings.base
    found = {
        "chart": views.chart(table),
        "map": views.world(table, coordinates(views.places_in(table, base))),
        "timeline": views.timeline(table),
        "graph": views.graph(table, base),
    }
    return {name: drawing for name, drawing in found.items() if drawing is not None}


def coordinates(places: Iterable[str]) -> views.Coordinates:
    """Latitude and longitude of those places whose coordinates the graph holds; where only states are told of, each is
    at its capital."""
    nodes = list(places)
    found = site().ask("coordinates", nodes="\n".join(nodes)) if nodes else []
    known = {row["node"].value: (float(row["latitude"].value), float(row["longitude"].value)) for row in found}
    codes = {node: (path_of(node, site().settings.base) or "").removeprefix(STATE) for node in nodes}
    if known or any("/" in code for code in codes.values()):
        return known
    return {node: at for node, code in codes.items() if (at := seat_of(code))}


def triples_drawn(ntriples: bytes) -> Network:
    """The triples between IRIs of a graph that was asked for."""
    terms = [triple for triple in triples(ntriples) if triple[0].kind == triple[2].kind == "iri"]
    labels, base = labels_of(term for triple in terms for term in triple), site().settings.base

    def thing(term: Term) -> tuple[str, str, str | None]:
        return term.value, labels.name(term.value), href(term, base)

    return coloured(network_of((thing(s), labels.name(p.value), thing(o)) for s, p, o in terms))


def coloured(drawing: Network) -> Network:
    """The network with the family of each thing that has one."""
    kinds = kinds_of(iri for iri, _, _ in drawing.nodes)
    return replace(drawing, families={iri: kind.family for iri, kind in kinds.items()})


def links(address: str, offered: Iterable[str]) -> list[tuple[str, str]]:
    """Each view with the address that shows it."""
    mark = "&" if "?" in address else "?"
    return [(name, f"{address}{mark}{FIELD}={name}") for name in offered]


def address_of(path: str, values: Mapping[str, str]) -> str:
    """An address of this site with some parameters."""
    return f"{path}?{urlencode(values)}" if values else path
