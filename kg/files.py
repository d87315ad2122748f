"""The files of a build: the graph, what stands beside it, and the store loaded with it, each made while another is."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from kg import resolutions, verdicts
from kg.corrections import corrected
from kg.coverage import coverage
from kg.entities import judgements
from kg.entities.uncertain import as_json, uncertain
from kg.errors import StoreError
from kg.examples import examples
from kg.facts.confidence import confidence
from kg.graph.quads import BuiltGraph, Extras, Settings, underway
from kg.graph.records import write_records
from kg.graph.review import Judgement
from kg.graph.vocabulary import ontology_files
from kg.keep import keep
from kg.names import plain
from kg.pipeline import Extraction
from kg.prefixes import known_prefixes
from kg.review import UNCERTAIN
from kg.spread import meanwhile
from kg.store.beside import COVERAGE, TEXTS
from kg.store.deduce import Deducer
from kg.store.snapshots import GRAPH
from kg.store.writer import Writer
from kg.texts import texts

COUNTED = ("documents", "entities", "facts", "events", "claims", "quads")


@dataclass(frozen=True, slots=True)
class Written:
    """What was written: `counts` by what is counted, `quads` as the engine holds them; `registry` is to be kept for the
    next build."""

    counts: dict[str, int]
    quads: int
    registry: Mapping[str, str]


def write(extraction: Extraction, writer: Writer, store: Path, base: str, workers: int, *, with_texts: bool) -> Written:
    """Write what a build knows to the writer's folder, without what people found wrong, and load the graph there.

    Raises GateError if the graph breaks one of its promises, StoreError if it cannot be written.
    """
    log, registry = store / judgements.LOG, _registry(store)
    aside = partial(meanwhile, workers=workers)
    settings = Settings(base=base, confidence=confidence(), engine=Deducer, meanwhile=aside)
    found = verdicts.standing(verdicts.load(log))
    wrong = {claim for claim, stack in found.items() if stack[-1].verdict == "wrong"}
    extraction, knowledge = corrected(extraction, wrong, registry, settings)
    judged, resolved = list(_judged(log, extraction)), resolutions.standing(resolutions.load(log))
    latest = [stack[-1] for stack in found.values()]
    extras = Extras(ontology_files(), examples(), judged, known_prefixes(), resolved, latest)
    with (
        aside(partial(_beside, extraction)) as beside,
        underway(knowledge, registry, settings, extras) as (graph, tested),
    ):
        keep(writer.folder / GRAPH, graph.nquads)
        with aside(writer.load) as loaded:
            for name, data in (beside() | (_texts(extraction, graph) if with_texts else {})).items():
                keep(writer.folder / name, data)
            tested()
            return Written(_counts(extraction, graph), loaded(), graph.registry)


def _beside(extraction: Extraction) -> dict[str, bytes]:
    """The files that need no graph, by their names."""
    covered = {document: one.as_json() for document, one in coverage(extraction).items()}
    pairs = uncertain(extraction.entities, extraction.sentences)
    records = write_records(extraction.documents, extraction.entities, extraction.facts, extraction.events)
    return {
        COVERAGE: sorted_json(covered),
        UNCERTAIN: sorted_json([as_json(pair) for pair in pairs]),
        **{f"records/{document}.jsonl": text.encode("utf8") for document, text in records.items()},
    }


def _texts(extraction: Extraction, graph: BuiltGraph) -> dict[str, bytes]:
    return {
        f"{TEXTS}/{document}.json": json.dumps(words.as_json(), ensure_ascii=False).encode("utf8")
        for document, words in texts(extraction, graph.paths).items()
    }


def _judged(log: Path, extraction: Extraction) -> Iterator[Judgement]:
    """The judgement log as the review graph wants it: entity keys where a name is an entity's, else the name. What was
    decided about protected people is not told there."""
    bearers = {(e.cls, plain(n)): e for e in extraction.entities for n in e.names}
    for one in judgements.load(log):
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


def sorted_json(value: object) -> bytes:
    """A value as the text of a file, keys in order."""
    return json.dumps(value, ensure_ascii=False, indent=1, sort_keys=True).encode("utf8")


def _counts(extraction: Extraction, graph: BuiltGraph) -> dict[str, int]:
    told = (extraction.documents, extraction.entities, extraction.facts, extraction.events)
    return dict(zip(COUNTED, (*map(len, told), graph.claims, sum(graph.sizes.values())), strict=True))
