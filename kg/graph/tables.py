"""CSV tables after RFC 4180, one per class (pure).

Values are written as they are. A spreadsheet may take a cell that begins with =, +, - or @ for a formula: import such
a table as text, do not open it by double click. Changing the cells would falsify the data for every other reader.
"""

from __future__ import annotations

import csv
import io
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping

from kg.graph.terms import Term, Triple, cg, name, text_of

TYPE = name("rdf:type")
GENERAL = (cg("Event"), cg("ReportedEvent"))
LABELS = ("prefLabel", "label")
SEPARATOR = " | "


def tables(triples: Iterable[Triple]) -> dict[str, str]:
    """File name to table: a row per thing, a column per property, several values joined by " | "."""
    things: dict[Term, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    classes: dict[Term, list[Term]] = defaultdict(list)
    for subject, predicate, value in sorted(triples):
        if predicate == TYPE:
            classes[subject].append(value)
        else:
            things[subject][local_name(predicate)].append(text_of(value))
    rows: dict[str, list[Term]] = defaultdict(list)
    for subject, types in classes.items():
        rows[local_name(most_special(types))].append(subject)
    return {f"{cls}.csv": _table(sorted(members), things) for cls, members in sorted(rows.items())}


def local_name(term: Term) -> str:
    """What follows the namespace of an IRI."""
    return re.split(r"[#/]", text_of(term))[-1]


def most_special(types: Iterable[Term]) -> Term:
    """The class that says most: the kind of an event rather than cg:Event."""
    ordered = sorted(types)
    return next((cls for cls in ordered if cls not in GENERAL), ordered[0])


def _table(members: list[Term], things: Mapping[Term, Mapping[str, list[str]]]) -> str:
    found = {column for member in members for column in things[member]}
    columns = [label for label in LABELS if label in found] + sorted(found - set(LABELS))
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(["id", *columns])
    for member in members:
        writer.writerow([text_of(member), *(SEPARATOR.join(things[member].get(c, [])) for c in columns)])
    return out.getvalue()
