"""A published graph held against its SHACL shapes: the file in, a line per violation out."""

from __future__ import annotations

from pathlib import Path

from rdflib import Dataset, Graph
from rdflib.exceptions import ParserError

from kg.errors import StoreError
from kg.graph.shapes import violations


def graph_violations(graph_nq: Path) -> list[str]:
    """What breaks a shape in the union of all graphs of an N-Quads file, sorted. Raises StoreError if it is none."""
    dataset, union = Dataset(), Graph()
    try:
        dataset.parse(graph_nq, format="nquads")
    except (OSError, SyntaxError, ValueError, ParserError) as error:
        reason = str(error).splitlines()[0] if str(error) else type(error).__name__
        raise StoreError(f"{graph_nq}: cannot be read as N-Quads ({reason}); build the graph again") from error
    for subject, predicate, value, _ in dataset.quads((None, None, None, None)):
        union.add((subject, predicate, value))
    return violations(union)
