"""A published graph in other formats. Output is sorted, so that it can be compared and kept under version control."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from kg.errors import StoreError, UsageError
from kg.graph.files import write_file, write_folder
from kg.graph.jsonld import jsonld
from kg.graph.network import gexf, graphml, network
from kg.graph.rdfxml import rdfxml
from kg.graph.tables import tables
from kg.graph.terms import Quad, Triple, cg, line, read_lines, text_of
from kg.graph.turtle import trig, turtle

QUOTE = cg("quote")
WITH_CLAIMS = ("world", "claims", "documents")


@dataclass(frozen=True, slots=True)
class Selection:
    """What of a graph to write."""

    quads: tuple[Quad, ...]
    base: str
    claims: bool

    def triples(self) -> set[Triple]:
        """The world with what authority lists say of its things, and with `claims` the claims and documents, as one
        graph."""
        things, lists = f"<{self.base}id/", f"<{self.base}graph/ontology>"
        known = {quad[:3] for quad in self.quads if quad[3] == lists and quad[0].startswith(things)}
        graphs = {f"<{self.base}graph/{name}>" for name in (WITH_CLAIMS if self.claims else WITH_CLAIMS[:1])}
        return known | {quad[:3] for quad in self.quads if quad[3] in graphs}


def _ntriples(chosen: Selection) -> Iterator[str]:
    return (f"{' '.join(triple)} .\n" for triple in sorted(chosen.triples()))


def _nquads(chosen: Selection) -> Iterator[str]:
    return iter(sorted(f"{line(quad)}\n" for quad in chosen.quads))


FILES: dict[str, Callable[[Selection], Iterator[str]]] = {
    "turtle": lambda chosen: turtle(chosen.triples(), chosen.base),
    "trig": lambda chosen: trig(chosen.quads, chosen.base),
    "nquads": _nquads,
    "ntriples": _ntriples,
    "jsonld": lambda chosen: jsonld(chosen.triples()),
    "rdfxml": lambda chosen: rdfxml(chosen.triples()),
    "graphml": lambda chosen: graphml(network(chosen.quads, chosen.base, claims=chosen.claims)),
    "gexf": lambda chosen: gexf(network(chosen.quads, chosen.base, claims=chosen.claims)),
}
FORMATS = (*FILES, "csv", "records")


def export(graph_nq: Path, records: Path, format: str, out: Path, *, claims: bool = False, quotes: bool = True) -> None:
    """Write a snapshot's graph (`graph_nq`, N-Quads) or its `records` folder in one of FORMATS.

    `out` is a file, for csv and records a folder. Formats of one graph hold the world, with `claims` the claims and
    documents too; trig and nquads always hold all graphs. Without `quotes` the words of sentences are left out, their
    places kept. Nothing is seen at `out` before it is whole. Raises UsageError for an unknown format or an `out` that
    cannot be written, StoreError for a snapshot that cannot be read.
    """
    if format not in FORMATS:
        raise UsageError(f"unknown format {format!r}; choose one of {', '.join(FORMATS)}")
    if format == "records":
        write_folder(out, _records(records, quotes))
        return
    chosen = _selection(graph_nq, claims, quotes)
    if format == "csv":
        write_folder(out, {name: [table] for name, table in tables(chosen.triples()).items()})
    else:
        write_file(out, FILES[format](chosen))


def _selection(graph_nq: Path, claims: bool, quotes: bool) -> Selection:
    try:
        with graph_nq.open(encoding="utf8", newline="\n") as file:
            quads = tuple(quad for quad in read_lines(file, str(graph_nq)) if quotes or quad[1] != QUOTE)
    except OSError as error:
        raise StoreError(f"{graph_nq} cannot be read ({error.strerror or error}); build the graph first") from error
    base = text_of(quads[0][3]).rsplit("graph/", 1)[0] if quads else ""
    return Selection(quads, base, claims)


def _records(folder: Path, quotes: bool) -> dict[str, list[str]]:
    if not folder.is_dir():
        raise StoreError(f"{folder} is missing; build the graph first")
    return {path.name: [_unquoted(path, quotes)] for path in sorted(folder.glob("*.jsonl"))}


def _unquoted(path: Path, quotes: bool) -> str:
    """The records of a file; without quotes if so wished."""
    text = path.read_text(encoding="utf8")
    if quotes:
        return text
    records = [json.loads(row) for row in text.split("\n") if row]
    for record in records:
        for evidence in record["evidence"]:
            evidence.pop("quote", None)
    return "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records)
