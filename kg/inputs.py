"""What a graph was made from: a hash of everything that decides it, and the note of the last build beside the store.

The note is not in the build's own manifest, because a build that gives the same graph again leaves that as it is, and
the documents may have moved since.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from kg import __version__
from kg.documents.draft import MAX_BYTES
from kg.documents.find import Skipped
from kg.documents.model import Document
from kg.documents.read import fingerprint
from kg.errors import SourceError, StoreError
from kg.ids import digest
from kg.keep import keep
from kg.resources import HERE, data_folder
from kg.store.snapshots import open_snapshot

NOTE = "inputs.json"
CODE = frozenset({".py", ".yaml", ".json", ".csv", ".ttl", ".rq"})


@dataclass(frozen=True, slots=True)
class Source:
    """A file that was read: its absolute path, its `mark`, and its documents' ids with hashes of their texts."""

    path: str
    mark: str
    documents: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Made:
    """The note of the last build: which build of which inputs, from which files, and what was skipped."""

    build: str
    inputs: str
    sources: tuple[Source, ...]
    skipped: tuple[Skipped, ...]


def pipeline_version() -> str:
    """A hash of the code, patterns, word lists, ontology and queries: when any of it changes, so may the graph."""
    folders = (HERE, data_folder("ontology"), data_folder("queries"))
    files = sorted((str(p.relative_to(f)), p) for f in folders for p in f.rglob("*") if p.suffix in CODE)
    return digest(__version__, *(f"{name} {digest(p.read_text(encoding='utf8'))}" for name, p in files))


def inputs_hash(files: Iterable[Path], *others: str) -> str:
    """A hash of everything that decides the graph; `others` are settings and the marks of further files."""
    marks = sorted(f"{path.name} {mark(path)}" for path in files)
    return digest(pipeline_version(), str(len(others)), *others, *marks, length=40)


def mark(path: Path) -> str:
    """What changes when a file or its meta file does; "" for a file that is not there."""
    try:
        size = path.stat().st_size
        return fingerprint(path) if size <= MAX_BYTES else f"{size} bytes"
    except FileNotFoundError:
        return ""
    except (SourceError, OSError) as error:
        return str(error)


def sources(files: Iterable[Path], documents: Sequence[Document]) -> tuple[Source, ...]:
    """The files that gave documents, with what tells these apart."""
    held: dict[str, list[tuple[str, str]]] = {}
    for one in documents:
        held.setdefault(one.path, []).append((one.id, digest(one.text)))
    given = [path for path in files if str(path) in held]
    return tuple(Source(os.path.abspath(path), mark(path), tuple(held[str(path)])) for path in given)


def remember(store: Path, made: Made) -> None:
    """Write the note, whole or not at all."""
    skipped = [{"path": str(one.path), "reason": one.reason} for one in made.skipped]
    note = asdict(replace(made, skipped=())) | {"skipped": skipped}
    keep(store / NOTE, json.dumps(note, indent=1).encode())


def last_made(store: Path) -> Made | None:
    """The note of the published build; None if there is none, or it is of another build or cannot be read."""
    try:
        made = _read(json.loads((store / NOTE).read_text(encoding="utf8")))
        return made if made.build == open_snapshot(store).build_id else None
    except (OSError, StoreError, ValueError, KeyError, TypeError):
        return None  # no graph, or no note of it that can be used: as good as never built


def _read(note: dict[str, object]) -> Made:
    rows, skipped = note["sources"], note["skipped"]
    if not isinstance(rows, list) or not isinstance(skipped, list):
        raise TypeError("sources and skipped are lists")
    read_in = tuple(Source(r["path"], r["mark"], tuple((d, text) for d, text in r["documents"])) for r in rows)
    passed = tuple(Skipped(Path(row["path"]), row["reason"]) for row in skipped)
    return Made(str(note["build"]), str(note["inputs"]), read_in, passed)
