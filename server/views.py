"""From a table to a drawing, by what its columns hold; None where they do not hold what the drawing needs (pure)."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping
from datetime import date

from kg.store.rows import Term
from server.days import day
from server.drawing.bars import Bars, bars_of
from server.drawing.lanes import Happening, Lanes, lanes_of, span
from server.drawing.network import Network, Thing, network_of
from server.drawing.world import Spot, WorldMap, map_of
from server.labels import Shown
from server.links import path_of
from server.tables import Table, heading
from server.values import XSD, grouped

Coordinates = Mapping[str, tuple[float, float]]
Row = Mapping[str, Term]
Cells = Mapping[str, Shown | None]
NUMBERS = {XSD + name for name in ("integer", "decimal", "double", "float", "int", "long", "nonNegativeInteger")}
PAIRS = (("latitude", "longitude"), ("lat", "long"), ("lat", "lon"))
FIRST, LAST = ("earliest", "from", "since"), ("latest", "until", "to")
LANES = ("kind", "step", "certainty", "family", "status")
TITLES = ("event", "label", "person", "name")
NO_MEASURE = {"year", "order", *(name for pair in PAIRS for name in pair)}
"""Columns whose numbers are no amounts."""
UNKNOWN = "0001-01-01"
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def chart(table: Table) -> Bars | None:
    """Bars for the last column of amounts, each named by the row's other words."""
    measure = _measure(table)
    if measure is None:
        return None
    numbers = []
    for row, cells in _rows(table):
        number = _number(row.get(measure))
        if number is not None:
            named = [cell for name, cell in cells.items() if cell and _names(row.get(name), name)]
            named = [cell for cell in named if not cell.outside] or named
            href = next((cell.href for cell in named if cell.href and not cell.outside), None)
            shown = grouped(row[measure].value)
            numbers.append((", ".join(cell.text for cell in named), number, shown, href))
    return bars_of(heading(measure), numbers)


def timeline(table: Table) -> Lanes | None:
    """Days from the columns of dates, in lanes by kind or step."""
    named = [name for name in dict.fromkeys((*FIRST, *table.columns)) if name not in LAST]
    first = next((name for name in named if any(_day(row, name) for row in table.terms)), None)
    if first is None:
        return None
    lane = next((name for name in LANES if name in table.columns), "")
    found = []
    for row, cells in _rows(table):
        start = _day(row, first)
        end = next((last for name in LAST if (last := _day(row, name))), start)
        if start == end == UNKNOWN:  # "by May" has no first day; it stands at its last, if the rows tell that
            start = end = _last_of(row.get("date"))
        if start:
            name, href = _title(cells)
            when = day(_when(row, start))
            called = name if name.endswith(when) else f"{name}, {when}"
            found.append(Happening(_text(cells.get(lane)), *span(start, end), called, href))
    return lanes_of(found)


def world(table: Table, known: Coordinates) -> WorldMap | None:
    """Spots from columns of coordinates, or from what is known of the places in the rows."""
    pair = next((pair for pair in PAIRS if set(pair) <= set(table.columns)), None)
    measure = _measure(table)
    spots: dict[tuple[float, float], Spot] = {}
    for row, cells in _rows(table):
        at, place = _at(row, pair, known)
        if at is not None:
            number = (_number(row.get(measure)) or 0.0) if measure else 1.0
            weight = number + (spots[at].weight if at in spots else 0.0)
            cell = cells.get(place) if place else next(iter(cells.values()))
            spots[at] = Spot(*at, _text(cell), weight, cell.href if cell else None, grouped(f"{weight:g}"))
    return map_of(list(spots.values())) if spots else None


def graph(table: Table, base: str) -> Network | None:
    """The first column of things tied to each of the others."""
    ties: list[tuple[Thing, str, Thing]] = []
    for row, cells in _rows(table):
        things = [
            (heading(name), (row[name].value, cell.text, cell.href))
            for name, cell in cells.items()
            if cell and _is_thing(row.get(name), base)
        ]
        ties += [(things[0][1], name, other) for name, other in things[1:]]
    return network_of(ties) if ties else None


def places_in(table: Table, base: str) -> list[str]:
    """The things of a table that may lie somewhere."""
    found = (term.value for row in table.terms for term in row.values() if _is_thing(term, base))
    return sorted({iri for iri in found if (path_of(iri, base) or "").startswith(("place/", "country/"))})


def _rows(table: Table) -> Iterator[tuple[Row, Cells]]:
    return (
        (row, dict(zip(table.columns, cells, strict=True))) for row, cells in zip(table.terms, table.rows, strict=True)
    )


def _measure(table: Table) -> str | None:
    """The last column that holds amounts and nothing else."""
    for name in reversed(table.columns):
        held = [row[name] for row in table.terms if name in row]
        if name not in NO_MEASURE and held and all(_number(term) is not None for term in held):
            return name
    return None


def _names(term: Term | None, column: str) -> bool:
    """Do a column's words tell what an amount is an amount of? Years do; other numbers, days and addresses do not."""
    if term is None or column in (*FIRST, *LAST, "first", "last"):
        return False
    is_word = term.datatype not in NUMBERS and not term.value.startswith("http")
    return column == "year" or term.kind == "iri" or is_word


def _number(term: Term | None) -> float | None:
    """The number that a term is; what is ill-typed or endless is none."""
    if term is None or term.datatype not in NUMBERS:
        return None
    try:
        number = float(term.value)
    except ValueError:
        return None
    return number if math.isfinite(number) else None


def _day(row: Row, name: str) -> str:
    """The day in a column, "" if there is none."""
    term = row.get(name)
    if term is None or term.datatype not in (XSD + "date", XSD + "dateTime") or not _DAY.match(term.value):
        return ""
    return term.value[:10] if _exists(term.value[:10]) else ""


def _exists(day: str) -> bool:
    try:
        date.fromisoformat(day)
    except ValueError:
        return False
    return True


def _last_of(date: Term | None) -> str:
    """The last day that a date names, as far as it is a whole day, a month or a year; "" if it names none."""
    found = re.search(r"(\d{4})(-\d\d)?(-\d\d)?$", date.value) if date else None
    day = f"{found[1]}{found[2] or '-01'}{found[3] or '-01'}" if found else ""
    return day if _exists(day) else ""


def _when(row: Row, start: str) -> str:
    return row["date"].value if "date" in row else start


def _title(cells: Cells) -> tuple[str, str | None]:
    """What a happening is called, and where it leads: the event, else the first thing that has a page."""
    linked = [cell for cell in cells.values() if cell and cell.href and not cell.outside]
    chosen = next((cell for name in TITLES if (cell := cells.get(name)) and cell.text), None)
    chosen = chosen or next(iter(linked), None) or next((cell for cell in cells.values() if cell), None)
    return (_text(chosen), chosen.href if chosen and not chosen.outside else None)


def _at(row: Row, pair: tuple[str, str] | None, known: Coordinates) -> tuple[tuple[float, float] | None, str]:
    """Where a row lies, and the column that says so."""
    if pair is not None:
        latitude, longitude = (_number(row.get(name)) for name in pair)
        if latitude is None or longitude is None or abs(latitude) > 90 or abs(longitude) > 180:
            return None, ""
        return (latitude, longitude), ""
    return next(((known[term.value], name) for name, term in row.items() if term.value in known), (None, ""))


def _is_thing(term: Term | None, base: str) -> bool:
    return term is not None and term.kind == "iri" and path_of(term.value, base) is not None


def _text(cell: Shown | None) -> str:
    return cell.text if cell else ""
