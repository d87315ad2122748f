"""A build: files in, a published graph out. Wires the rooms; a failed build leaves the former graph serving."""

from __future__ import annotations

import gc
import json
import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Any, Protocol

from kg import __version__, resolutions, verdicts
from kg.corrections import corrected
from kg.coverage import coverage
from kg.documents.distinct import distinct
from kg.documents.find import Skipped, find
from kg.documents.model import Document
from kg.documents.read import read
from kg.documents.remarks import remarks
from kg.documents.works import assign_works
from kg.entities import judgements
from kg.entities.join import join
from kg.entities.uncertain import as_json, uncertain
from kg.errors import SourceError, StoreError, UsageError
from kg.examples import examples
from kg.facts.across.rekey import rekey_events, rekey_facts
from kg.facts.confidence import confidence
from kg.graph.annotations import read_records
from kg.graph.iris import DEFAULT_BASE, checked_base
from kg.graph.quads import BuiltGraph, Extras, Settings, build_quads
from kg.graph.records import write_records
from kg.graph.review import Judgement
from kg.graph.vocabulary import ontology_files
from kg.inputs import Made, inputs_hash, last_made, mark, remember, sources
from kg.keep import keep
from kg.names import plain
from kg.parses import forget, parsed, unfit
from kg.pipeline import Extraction, extract
from kg.prefixes import known_prefixes
from kg.review import UNCERTAIN
from kg.spread import meanwhile
from kg.store.beside import COVERAGE, TEXTS
from kg.store.deduce import Deducer
from kg.store.snapshots import open_snapshot
from kg.store.writer import Writer
from kg.texts import texts

ANNOTATOR = "annotations"
LITTER = 500_000
"""Things made, beyond those let go, after which Python looks for circles of them that nobody needs."""
COUNTED = ("documents", "entities", "facts", "events", "claims", "quads")


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
        with _nothing_thrown_away():
            extraction = _extract(request, documents, progress)
            progress.stage("Writing the graph", 1)
            extraction, graph, beside = _graph(request, base, extraction)
        _write(writer.folder, graph, extraction, beside, request.texts)
        counts = _counts(extraction, graph)
        # Before the graph is switched to: killed in between, the next build has to find the same slugs.
        keep(request.store / "registry.json", _sorted_json(dict(graph.registry)))
        build_id = writer.publish({"base": base, "version": __version__, "counts": counts})
        remember(request.store, Made(build_id, inputs, sources(found.files, documents), skipped))
        forget(request.store / "cache", documents)
        progress.step()
    return Report(build_id, len(documents), skipped=skipped, counts=counts, notes=remarks(found.all, documents))


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


def _graph(request: Request, base: str, extraction: Extraction) -> tuple[Extraction, BuiltGraph, dict[str, bytes]]:
    """The extraction without what people found wrong in it, the graph, and the files beside it, made meanwhile."""
    log, registry = _log(request.store), _registry(request.store)
    aside = partial(meanwhile, workers=request.workers)
    settings = Settings(base=base, confidence=confidence(), engine=Deducer, meanwhile=aside)
    found = verdicts.standing(verdicts.load(log))
    wrong = {claim for claim, stack in found.items() if stack[-1].verdict == "wrong"}
    extraction, knowledge = corrected(extraction, wrong, registry, settings)
    judged, resolved = list(_judged(request.store, extraction)), resolutions.standing(resolutions.load(log))
    latest = [stack[-1] for stack in found.values()]
    extras = Extras(ontology_files(), examples(), judged, known_prefixes(), resolved, latest)
    with aside(partial(_beside, extraction)) as beside:
        graph = build_quads(knowledge, registry, settings, extras)
        return extraction, graph, beside()


def _beside(extraction: Extraction) -> dict[str, bytes]:
    """The files that need no graph, by their names."""
    covered = {document: one.as_json() for document, one in coverage(extraction).items()}
    pairs = uncertain(extraction.entities, extraction.sentences)
    records = write_records(extraction.documents, extraction.entities, extraction.facts, extraction.events)
    return {
        COVERAGE: _sorted_json(covered),
        UNCERTAIN: _sorted_json([as_json(pair) for pair in pairs]),
        **{f"records/{document}.jsonl": text.encode("utf8") for document, text in records.items()},
    }


def _judged(store: Path, extraction: Extraction) -> Iterator[Judgement]:
    """The judgement log as the review graph wants it: entity keys where a name is an entity's, else the name. What was
    decided about protected people is not told there."""
    bearers = {(e.cls, plain(n)): e for e in extraction.entities for n in e.names}
    for one in judgements.load(_log(store)):
        found = [bearers.get((one.cls, plain(name))) for name in (one.left, one.right)]
        if any(e and e.protected for e in found):
            continue
        left, right = (e.key if e else name for e, name in zip(found, (one.left, one.right), strict=True))
        yield Judgement(left, right, one.verdict, one.who, one.when, one.reason)


def _registry(store: Path) -> dict[str, str]:
    """Which slugs were ever given out. Raises StoreError for a file that is not what was written."""
    path = store / "registry.json"
    if not path.is_file():
        return {}
    try:
        registry = json.loads(path.read_text(encoding="utf8"))
    except (OSError, ValueError) as error:
        raise StoreError(f"{path}: cannot be read ({error}); restore or remove it (addresses may change)") from error
    if not isinstance(registry, dict) or not all(isinstance(value, str) for value in registry.values()):
        raise StoreError(f"{path}: is not a registry of addresses; restore or remove it (addresses may change)")
    return registry


def _sorted_json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, indent=1, sort_keys=True).encode("utf8")


def _write(
    folder: Path, graph: BuiltGraph, extraction: Extraction, beside: Mapping[str, bytes], with_texts: bool
) -> None:
    keep(folder / "graph.nq", graph.nquads)
    for name, data in beside.items():
        keep(folder / name, data)
    if with_texts:
        for document, words in texts(extraction, graph.paths).items():
            keep(folder / TEXTS / f"{document}.json", json.dumps(words.as_json(), ensure_ascii=False).encode("utf8"))


def _counts(extraction: Extraction, graph: BuiltGraph) -> dict[str, int]:
    told = (extraction.documents, extraction.entities, extraction.facts, extraction.events)
    return dict(zip(COUNTED, (*map(len, told), graph.claims, sum(graph.sizes.values())), strict=True))
