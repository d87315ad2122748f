"""A build: files in, a published graph out. Wires the rooms; a failed build leaves the former graph serving."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Protocol

from kg import __version__
from kg.documents.distinct import distinct
from kg.documents.find import Skipped, find
from kg.documents.model import Document
from kg.documents.read import read
from kg.documents.remarks import remarks
from kg.documents.works import assign_works
from kg.entities import judgements
from kg.entities.join import join
from kg.errors import SourceError, UsageError
from kg.facts.across.rekey import rekey_events, rekey_facts
from kg.files import COUNTED, sorted_json, write
from kg.graph.annotations import read_records
from kg.graph.iris import DEFAULT_BASE, checked_base
from kg.inputs import Made, inputs_hash, last_made, mark, remember, sources
from kg.keep import keep
from kg.parses import forget, parsed, unfit
from kg.pipeline import Extraction, extract
from kg.store.snapshots import open_snapshot
from kg.store.writer import Writer

ANNOTATOR = "annotations"
LITTER = 500_000
"""Things made, beyond those let go, after which Python looks for circles of them that nobody needs."""


class Progress(Protocol):
    """What a build tells its caller while it works."""

    def stage(self, name: str, total: int) -> None:
        """A stage of `total` steps begins."""
        ...

    def step(self) -> None:
        """One step of the stage is done."""
        ...


@dataclass(frozen=True, slots=True)
class Request:
    """What to build. `base_iri` begins every data IRI, `annotations` is a folder of hand-made records, or None; `texts`
    keeps the documents' words beside the graph, for their pages."""

    paths: Sequence[Path]
    store: Path
    base_iri: str = DEFAULT_BASE
    workers: int = 1
    annotations: Path | None = None
    texts: bool = True


@dataclass(frozen=True, slots=True)
class Report:
    """What a build did. `unchanged` means that the published graph already was this one."""

    build_id: str
    documents: int
    unchanged: bool = False
    skipped: Sequence[Skipped] = ()
    counts: dict[str, int] = field(default_factory=dict)
    notes: Sequence[str] = ()

    def as_json(self) -> dict[str, Any]:
        """The report as plain values."""
        skipped = [{"path": str(one.path), "reason": one.reason} for one in self.skipped]
        return {"build": self.build_id, "unchanged": self.unchanged, "counts": self.counts, "skipped": skipped,
                "notes": list(self.notes)}  # fmt: skip


@contextmanager
def _nothing_thrown_away() -> Iterator[None]:
    """Look for litter seldom: what is read stays until the graph is written, and to go through all of it again and
    again takes a tenth of a build."""
    usual = gc.get_threshold()
    gc.set_threshold(LITTER, *usual[1:])
    try:
        yield
    finally:
        gc.set_threshold(*usual)


@_nothing_thrown_away()
def build(request: Request, progress: Progress) -> Report:
    """Build and publish. Raises UsageError for unusable paths, StoreError, GateError; unreadable files are skipped."""
    base = checked_base(request.base_iri)
    found = find(request.paths)
    inputs = _inputs(request, base, found.files)
    made = last_made(request.store)
    if made and made.inputs == inputs and not _moved(made, found.files):
        return replace(_unchanged(request.store, made), notes=remarks(found.all))
    documents, unread = _read(found.files, progress)
    skipped = (*found.skipped, *unread)
    if not documents:
        given = ", ".join(map(str, request.paths))
        raise UsageError(f"{given}: no document could be read; {_first(skipped)}")
    with Writer(request.store) as writer:
        extraction = _extract(request, documents, progress)
        progress.stage("Writing the graph", 1)
        written = write(extraction, writer, request.store, base, request.workers, with_texts=request.texts)
        # Before the graph is switched to: killed in between, the next build has to find the same slugs.
        keep(request.store / "registry.json", sorted_json(dict(written.registry)))
        build_id = writer.publish({"base": base, "version": __version__, "counts": written.counts}, written.quads)
        remember(request.store, Made(build_id, inputs, sources(found.files, documents), skipped))
        forget(request.store / "cache", documents)
        progress.step()
    return Report(build_id, len(documents), skipped=skipped, counts=written.counts, notes=remarks(found.all, documents))


def _inputs(request: Request, base: str, files: Sequence[Path]) -> str:
    """A hash of everything that decides the graph."""
    sheets = sorted(request.annotations.glob("*.jsonl")) if request.annotations else []
    log = mark(_log(request.store))
    return inputs_hash(
        files,
        base,
        log,
        str(request.annotations is not None),
        str(request.texts),
        *(f"{p.name} {mark(p)}" for p in sheets),
    )


def _log(store: Path) -> Path:
    return store / judgements.LOG


def _moved(made: Made, files: Sequence[Path]) -> bool:
    """Whether some document was read from another place than those given now."""
    here = {os.path.abspath(path) for path in files}
    return any(source.path not in here for source in made.sources)


def _unchanged(store: Path, made: Made) -> Report:
    published = open_snapshot(store).manifest["counts"]
    counts = {what: published[what] for what in COUNTED}
    return Report(made.build, counts["documents"], unchanged=True, skipped=made.skipped, counts=counts)


def _read(files: Sequence[Path], progress: Progress) -> tuple[list[Document], list[Skipped]]:
    """The documents in order of their ids, whatever the order of the files, and the files that gave none."""
    progress.stage("Reading", len(files))
    documents: list[Document] = []
    skipped: list[Skipped] = []
    for path in files:
        try:
            for document in read(path):
                reason = unfit(document)
                if reason:
                    skipped.append(Skipped(path, reason))
                else:
                    documents.append(document)
        except SourceError as error:
            skipped.append(Skipped(path, str(error).removeprefix(f"{path}: ")))
        progress.step()
    return assign_works(sorted(distinct(documents), key=lambda d: d.id)), skipped


def _first(skipped: Sequence[Skipped]) -> str:
    return f"{skipped[0].path}: {skipped[0].reason}" if skipped else "it holds no files"


def _extract(request: Request, documents: Sequence[Document], progress: Progress) -> Extraction:
    progress.stage("Parsing", len(documents))
    parses = parsed(documents, request.store / "cache", workers=request.workers, tick=progress.step)
    progress.stage("Extracting", 1)
    extraction = extract(documents, parses, judgements.load(_log(request.store)), request.workers)
    progress.step()
    return _annotated(extraction, request.annotations) if request.annotations else extraction


def _annotated(extraction: Extraction, folder: Path) -> Extraction:
    """The extraction with the hand-made records of a folder added, as claims of their own."""
    by_hand = read_records(folder, extraction.documents, ANNOTATOR)
    entities, keys = join(extraction.entities, by_hand.entities.values())
    facts = [*extraction.facts, *rekey_facts(by_hand.facts, keys)]
    events = [*extraction.events, *rekey_events(by_hand.events, keys)]
    return replace(extraction, entities=entities, facts=facts, events=events)
