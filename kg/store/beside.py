"""What a build lays beside its graph for people to check it: how much of each document was read, and its words."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

COVERAGE = "coverage.json"
TEXTS = "texts"


@dataclass(frozen=True, slots=True)
class Missed:
    """A sentence with words that tell of events, and no event. `start` and `end` are code points of its document."""

    start: int
    end: int
    triggers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Coverage:
    """Counts of a document's sentences: all, those with a name, those that gave a fact; and those that were missed."""

    sentences: int
    with_names: int
    with_facts: int
    truncated: bool
    missed: tuple[Missed, ...]

    def as_json(self) -> dict[str, Any]:
        """The coverage as plain values."""
        return asdict(self)


@dataclass(frozen=True, slots=True)
class Marked:
    """Where a text speaks of a thing. `path` is the last part of its IRI, `how` is "name", "pronoun", "description" or
    "adjective"."""

    start: int
    end: int
    path: str
    how: str


@dataclass(frozen=True, slots=True)
class Text:
    """A document's words, the start and end of its sentences in order, and where it speaks of things."""

    text: str
    sentences: tuple[tuple[int, int], ...]
    marks: tuple[Marked, ...]

    def as_json(self) -> dict[str, Any]:
        """The text as plain values."""
        marks = [[one.start, one.end, one.path, one.how] for one in self.marks]
        return {"text": self.text, "sentences": list(map(list, self.sentences)), "marks": marks}


def read_coverage(folder: Path) -> Mapping[str, Coverage]:
    """The coverage by document id that a build wrote; nothing where there is none (a graph from elsewhere)."""
    path = folder / COVERAGE
    if not path.is_file():
        return {}
    return {document: _coverage(row) for document, row in json.loads(path.read_text("utf8")).items()}


def _coverage(row: Mapping[str, Any]) -> Coverage:
    missed = tuple(Missed(one["start"], one["end"], tuple(one["triggers"])) for one in row["missed"])
    return Coverage(row["sentences"], row["with_names"], row["with_facts"], row["truncated"], missed)


def text_file(folder: Path, document: str) -> Path | None:
    """Where a document's words are; None for an id that names no file of ours."""
    name = f"{document}.json"
    return folder / TEXTS / name if name == Path(name).name and "\0" not in name else None


def read_text(folder: Path, document: str) -> Text | None:
    """A document's words; None where they are not kept."""
    path = text_file(folder, document)
    if path is None or not path.is_file():
        return None
    kept = json.loads(path.read_text("utf8"))
    sentences = tuple((start, end) for start, end in kept["sentences"])
    return Text(kept["text"], sentences, tuple(Marked(*one) for one in kept["marks"]))
