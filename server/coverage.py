"""What was read of a document and what was not: the coverage that the build wrote beside the graph."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

SHOWN = 12
"""Trigger words that a page lists at most."""


@dataclass(frozen=True, slots=True)
class Coverage:
    """Counts of sentences: all, those with a name, those that gave a fact, those that hold words of events and gave
    none; the words of these, the most frequent first."""

    sentences: int
    with_names: int
    with_facts: int
    missed: int
    words: tuple[str, ...]


def coverage_of(graph_file: Callable[[], Path] | None, document: str) -> Coverage | None:
    """The coverage of a document by its id; None where it is not known (a graph from elsewhere)."""
    path = graph_file().with_name("coverage.json") if graph_file else None
    if path is None or not path.is_file():
        return None
    row = json.loads(path.read_text(encoding="utf8")).get(document)
    if row is None:
        return None
    words = Counter(word for one in row["missed"] for word in one["triggers"])
    listed = tuple(word for word, _ in sorted(words.items(), key=lambda item: (-item[1], item[0]))[:SHOWN])
    return Coverage(row["sentences"], row["with_names"], row["with_facts"], len(row["missed"]), listed)
