"""One thing's quads out of a file of sorted N-Quads, such as a published graph, without reading the whole of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from kg.graph.terms import Quad, Term, read_lines


def quads_of(path: Path, subject: Term) -> Iterator[Quad]:
    """The quads about one thing in a file of sorted N-Quads, found by halving: a few lines are read, not the file."""
    start = f"{subject} ".encode()
    with path.open("rb") as file:
        low, high = 0, path.stat().st_size
        while low < high:
            middle = (low + high) // 2
            line = _line_from(file, middle)
            low, high = (middle + 1, high) if line and line < start else (low, middle)
        line = _line_from(file, low)
        while line.startswith(start):
            yield from read_lines([line.decode()], str(path))
            line = file.readline()


def _line_from(file: BinaryIO, place: int) -> bytes:
    """The first line that begins at a place or after it."""
    file.seek(max(0, place - 1))
    if place:
        file.readline()
    return file.readline()
