"""A build: files in, a published graph out. Wires the rooms; a failed build leaves the former graph serving."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Protocol

from kg import __version__
from kg.coverage import coverage
from kg.documents.distinct import distinct
from kg.documents.find import Skipped, find
from kg.documents.model import Document
from kg.documents.read import fingerprint, read
from kg.documents.works import assign_works
from kg.entities import judgements
from kg.entities.join import join
from kg.errors import SourceError, StoreError, UsageError
from kg.facts.rekey import rekey_events, rekey_facts
from kg.graph.annotations import read_records
from kg.graph.dataset import QueryExample
from kg.graph.iris import DEFAULT_BASE, checked_base
from kg.graph.quads import BuiltGraph, Extras, Knowledge, Settings, build_quads
from kg.graph.records import write_records
from kg.graph.review import Judgement
from kg.graph.vocabulary import ontology_files
from kg.ids import digest
from kg.names import plain
from kg.parses import forget, parsed
from kg.pipeline import Extraction, extract
from kg.resources import HERE, data_folder
from kg.saved import load as load_queries
from kg.sparql import first_word, significant
from kg.store.snapshots import open_snapshot
from kg.store.writer import Writer

ANNOTATOR = "annotations"


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
    """What to build. `base_iri` begins every data IRI, `annotations` is a folder of hand-made records, or None."""

    paths: Sequence[Path]
    store: Path
    base_iri: str = DEFAULT_BASE
    workers: int = 1
    annotations: Path | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """What a build did. `unchanged` means that the published graph already was this one."""

    build_id: str
    documents: int
    unchanged: bool = False
    skipped: Sequence[Skipped] = ()
    counts: dict[str, int] = field(default_factory=dict)


def build(request: Request, progress: Progress) -> Report:
    """Build and publish. Raises UsageError for unusable paths, StoreError, GateError; unreadable files are skipped."""
    base = checked_base(request.base_iri)
    found = find(request.paths)
    inputs = _inputs(request, found.files)
    known = _published(request.store, inputs)
    if known:
        return known
    documents, unread = _read(found.files, progress)
    skipped = (*found.skipped, *unread)
    if not documents:
        raise UsageError(f"{', '.join(map(str, request.paths))}: no document could be read; {_first(skipped)}")
    with Writer(request.store) as writer:
        extraction = _extract(request, documents, progress)
        progress.stage("Writing the graph", 1)
        graph = _graph(request, base, extraction)
        _write(writer.folder, graph, extraction)
        counts = _counts(extraction, graph)
        report = [{"path": str(s.path), "reason": s.reason} for s in skipped]
        build_id = writer.publish({"inputs": inputs, "base": base, "version": __version__, "counts": counts, "skipped": report})
        _remember(request.store, graph)
        forget(request.store / "cache", documents)
        progress.step()
    return Report(build_id, len(documents), skipped=skipped, counts=counts)


def pipeline_version() -> str:
    """A hash of the code, patterns, word lists, ontology and queries: when any of it changes, so may the graph."""
    folders = (HERE, data_folder("ontology"), data_folder("queries"))
    files = sorted({p for f in folders for p in f.rglob("*") if p.suffix in {".py", ".yaml", ".csv", ".ttl", ".rq"}})
    return digest(__version__, *(f"{p.name}{p.stat().st_size}{digest(p.read_text(encoding='utf8'))}" for p in files))


def _inputs(request: Request, files: Iterable[Path]) -> str:
    """A hash of everything that decides the graph."""
    marks = [f"{path.name} {_mark(path)}" for path in files]
    sheets = sorted(request.annotations.glob("*.jsonl")) if request.annotations else []
    return digest(pipeline_version(), request.base_iri, *marks, *(_mark(p) for p in (*sheets, _log(request.store))), length=40)


def _mark(path: Path) -> str:
    try:
        return fingerprint(path) if path.exists() else ""
    except SourceError as error:
        return str(error)


def _log(store: Path) -> Path:
    return store / "judgements.jsonl"


def _published(store: Path, inputs: str) -> Report | None:
    """The report of the published build if it was made from the same inputs."""
    try:
        snapshot = open_snapshot(store)
    except StoreError:
        return None  # no graph yet, or a damaged one: build it anew
    if snapshot.manifest.get("inputs") != inputs:
        return None
    counts = snapshot.manifest["counts"]
    skipped = tuple(Skipped(Path(s["path"]), s["reason"]) for s in snapshot.manifest["skipped"])
    return Report(snapshot.build_id, counts["documents"], unchanged=True, skipped=skipped, counts=counts)


def _read(files: Sequence[Path], progress: Progress) -> tuple[list[Document], list[Skipped]]:
    progress.stage("Reading", len(files))
    read_in: list[tuple[Path, list[Document]]] = []
    skipped: list[Skipped] = []
    for path in files:
        try:
            read_in.append((path, read(path)))
        except SourceError as error:
            skipped.append(Skipped(path, str(error).removeprefix(f"{path}: ")))
        progress.step()
    return assign_works(distinct([d for _, documents in read_in for d in documents])), skipped


def _first(skipped: Sequence[Skipped]) -> str:
    return f"{skipped[0].path}: {skipped[0].reason}" if skipped else "the folder holds none"


def _extract(request: Request, documents: Sequence[Document], progress: Progress) -> Extraction:
    progress.stage("Parsing", len(documents))
    parses = parsed(documents, request.store / "cache", workers=request.workers, tick=progress.step)
    progress.stage("Extracting", 1)
    extraction = extract(documents, parses, judgements.load(_log(request.store)))
    progress.step()
    return _annotated(extraction, request.annotations) if request.annotations else extraction


def _graph(request: Request, base: str, extraction: Extraction) -> BuiltGraph:
    spans = {d: [(s.sentence.start, s.sentence.end) for s in linked] for d, linked in extraction.sentences.items()}
    knowledge = Knowledge(extraction.documents, extraction.entities, extraction.facts, extraction.events, spans)
    extras = Extras(ontology_files(), _examples(), _judged(request.store, extraction))
    return build_quads(knowledge, _registry(request.store), Settings(base=base), extras)


def _annotated(extraction: Extraction, folder: Path) -> Extraction:
    """The extraction with the hand-made records of a folder added, as claims of their own."""
    by_hand = read_records(folder, extraction.documents, ANNOTATOR)
    entities, keys = join(extraction.entities, by_hand.entities.values())
    facts = [*extraction.facts, *rekey_facts(by_hand.facts, keys)]
    events = [*extraction.events, *rekey_events(by_hand.events, keys)]
    return replace(extraction, entities=entities, facts=facts, events=events)


def _judged(store: Path, extraction: Extraction) -> list[Judgement]:
    """The judgement log as the review graph wants it: entity keys where a name is an entity's, else the name."""
    keys = {(e.cls, plain(n)): e.key for e in extraction.entities for n in e.names}
    return [
        Judgement(keys.get((j.cls, plain(j.left)), j.left), keys.get((j.cls, plain(j.right)), j.right), j.verdict, j.who, j.when, j.reason)
        for j in judgements.load(_log(store))
    ]


def _examples() -> list[QueryExample]:
    saved = load_queries(data_folder("queries")).values()
    return [QueryExample(q.name, q.title, q.question, q.text, first_word(significant(q.text)).lower(), q.tags) for q in saved]


def _registry(store: Path) -> dict[str, str]:
    path = store / "registry.json"
    return dict(json.loads(path.read_text(encoding="utf8"))) if path.is_file() else {}


def _remember(store: Path, graph: BuiltGraph) -> None:
    fresh = store / ".registry.json"
    fresh.write_text(json.dumps(dict(graph.registry), ensure_ascii=False, indent=0, sort_keys=True), encoding="utf8")
    fresh.replace(store / "registry.json")


def _write(folder: Path, graph: BuiltGraph, extraction: Extraction) -> None:
    (folder / "graph.nq").write_bytes(graph.nquads)
    records = folder / "records"
    records.mkdir()
    for document, text in write_records(extraction.documents, extraction.entities, extraction.facts, extraction.events).items():
        (records / f"{document}.jsonl").write_text(text, encoding="utf8")
    found = coverage(extraction)
    (folder / "coverage.json").write_text(json.dumps(found, ensure_ascii=False, indent=1, sort_keys=True), encoding="utf8")


def _counts(extraction: Extraction, graph: BuiltGraph) -> dict[str, int]:
    return {
        "documents": len(extraction.documents),
        "entities": len(extraction.entities),
        "facts": len(extraction.facts),
        "events": len(extraction.events),
        "claims": graph.claims,
        "quads": sum(graph.sizes.values()),
    }
