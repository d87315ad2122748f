"""Looking a published graph over: are its files whole, its promises kept, its shapes met, and what did it pass over?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kg.errors import GateError, StoreError
from kg.evaluate import read_folder
from kg.graph.gates import check_gates
from kg.graph.terms import Quad, read_lines
from kg.graph.validate import graph_violations
from kg.inputs import last_made
from kg.originals import Originals, false_quotes, originals
from kg.store.beside import Coverage, read_coverage
from kg.store.snapshots import Snapshot, check_files, open_snapshot

SHOWN = 20
"""How many faults of one sort are listed; the rest are counted."""
COLUMNS = ("sentences", "with_names", "with_facts")


@dataclass(frozen=True, slots=True)
class MissedWords:
    """A sentence that was missed, with what it says. `words` is "" if the document could not be read."""

    document: str
    start: int
    end: int
    triggers: tuple[str, ...]
    words: str


@dataclass(slots=True)
class Checked:
    """What a check found. `passed` and `faults` are lines to read, `notes` are no faults, `coverage` is by document."""

    build: str
    passed: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    coverage: Mapping[str, Coverage] = field(default_factory=dict)
    missed: list[MissedWords] = field(default_factory=list)

    @property
    def sound(self) -> bool:
        """Whether no fault was found."""
        return not self.faults

    def as_json(self, missed: bool = False) -> dict[str, Any]:
        """Everything as plain values; the missed sentences if wanted."""
        whole = {"build": self.build, "sound": self.sound, "passed": self.passed, "faults": self.faults}
        whole |= {"notes": self.notes, "coverage": {d: _counts(row) for d, row in self.coverage.items()}}
        listed = [{f: getattr(one, f) for f in MissedWords.__slots__} for one in self.missed]
        return whole | ({"missed": listed} if missed else {})

    def as_text(self, missed: bool = False) -> str:
        """Lines to read: faults, what passed, notes, a table of the coverage; the missed sentences if wanted."""
        lines = [*(f"FAULT {one}" for one in self.faults), *(f"ok    {one}" for one in self.passed)]
        lines += [f"note  {one}" for one in self.notes]
        lines += ["", f"{'document':44}{'sentences':>10}{'with names':>12}{'with facts':>12}{'missed':>8}  "]
        rows = {document: _counts(row) for document, row in self.coverage.items()}
        for document, row in (rows | {"all": _sum(list(rows.values()))}).items():
            cells = "".join(f"{row[column]:{width}}" for column, width in zip(COLUMNS, (10, 12, 12), strict=True))
            lines.append(f"{document:44}{cells}{row['missed']:8}  {'truncated' if row['truncated'] else ''}".rstrip())
        listed = [f"{m.document} {m.start}-{m.end} [{', '.join(m.triggers)}] {m.words}".rstrip() for m in self.missed]
        return "\n".join(lines + (["", *listed] if missed else []))


def check(store: Path) -> Checked:
    """Check the published graph of a store. Raises StoreError if there is none, or if it cannot be opened."""
    snapshot = open_snapshot(store)
    result = Checked(snapshot.build_id)
    made = last_made(store)
    source = originals(made.sources if made else ())
    if not made:
        result.notes.append("which files the graph was built from is not known: its quotes were not compared")
    result.notes += source.notes
    damaged = check_files(snapshot)
    _settle(result, f"{len(snapshot.manifest['files'])} files are as published", _damaged(snapshot, damaged))
    if not damaged:
        _graph(result, snapshot, source)
        result.coverage = read_coverage(snapshot.folder)
        result.missed = list(_missed(result.coverage, source.texts))
    return result


def _damaged(snapshot: Snapshot, names: Sequence[str]) -> list[str]:
    return [f"{snapshot.folder / name}: its bytes are not those that were published; build again" for name in names]


def _graph(result: Checked, snapshot: Snapshot, source: Originals) -> None:
    """The gates, the quotes and the shapes."""
    try:
        with snapshot.graph.open(encoding="utf8", newline="\n") as file:
            quads = list(read_lines(file, str(snapshot.graph)))
        claims = check_gates(quads, None, _hidden(snapshot))
        result.passed.append(f"{claims} claims keep the gates' promises")
    except (GateError, StoreError) as error:
        result.faults.append(str(error))
        return
    wrong = [f"{node}: the quote is not what the document says there" for node in false_quotes(quads, source.texts)]
    _settle(result, f"quotes are verbatim in {_of(source, quads)} documents", wrong)
    _settle(result, "the graph conforms to its SHACL shapes", graph_violations(snapshot.graph))


def _of(source: Originals, quads: Sequence[Quad]) -> str:
    whole = sum(1 for _, predicate, _, _ in quads if predicate.endswith("#sha256>"))
    return f"{len(source.texts)} of {whole}"


def _settle(result: Checked, passed: str, faults: Sequence[str]) -> None:
    if not faults:
        result.passed.append(passed)
    result.faults += faults[:SHOWN]
    if len(faults) > SHOWN:
        result.faults.append(f"and {len(faults) - SHOWN} more of this sort")


def _hidden(snapshot: Snapshot) -> set[str]:
    """Spellings of protected persons that nobody else bears, as the records list them."""
    spellings: dict[bool, set[str]] = {True: set(), False: set()}
    for records in read_folder(snapshot.folder / "records").values():
        for one in records:
            if one["kind"] == "entity":
                spellings[bool(one.get("protected"))] |= {one["name"], *one["aliases"]}
    return spellings[True] - spellings[False]


def _counts(row: Coverage) -> dict[str, Any]:
    return {c: getattr(row, c) for c in COLUMNS} | {"missed": len(row.missed), "truncated": row.truncated}


def _sum(rows: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    return {c: sum(row[c] for row in rows) for c in (*COLUMNS, "missed")} | {"truncated": False}


def _missed(coverage: Mapping[str, Coverage], texts: Mapping[str, str]) -> Iterator[MissedWords]:
    for document, row in coverage.items():
        for one in row.missed:
            words = " ".join(texts.get(document, "")[one.start : one.end].split())
            yield MissedWords(document, one.start, one.end, one.triggers, words)
