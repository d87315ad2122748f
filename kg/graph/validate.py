"""A published graph held against its SHACL shapes: the file in, a line per violation out."""

from __future__ import annotations

from pathlib import Path

from rdflib import Graph
from rdflib.exceptions import ParserError

from kg.errors import StoreError
from kg.graph.shapes import violations
from kg.graph.terms import read_lines


def graph_violations(graph_nq: Path) -> list[str]:
    """What breaks a shape in the union of all graphs of an N-Quads file, sorted. Raises StoreError if it is none."""
    union = Graph()
    try:
        with graph_nq.open(encoding="utf8", newline="\n") as file:
            triples = sorted({f"{s} {p} {o} .\n" for s, p, o, _ in read_lines(file, str(graph_nq))})
        union.parse(data="".join(triples), format="nt")  # twice as fast as a dataset of all graphs
    except (OSError, SyntaxError, ValueError, ParserError) as error:
        reason = str(error).splitlines()[0] if str(error) else type(error).__name__
        raise StoreError(f"{graph_nq}: cannot be read as N-Quads ({reason}); build the graph again") from error
    return violations(union)
