"""Measuring a graph: its records against hand-made ones, and how often each rule was right."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from kg.errors import SourceError, UsageError
from kg.facts.confidence import RuleCount
from kg.facts.model import Event, Fact
from kg.graph.records import records_of_each, write_records
from kg.pipeline import Extraction
from kg.scoring.figures import Miss, Record, Score, Tally
from kg.scoring.score import score
from kg.store.snapshots import open_snapshot

GROUPS = ("entity", "class", "predicate", "event", "kind")
"""First words of the figures that are parts of others; they stand below the whole ones."""
MENTION = "mention"
"""The rule of the claim that an entity is of its class."""
Records = dict[str, list[Record]]

UNPAIRED = "event arguments, all events"
"""The arguments of events that one side has alone, as the figures call them."""


@dataclass(frozen=True, slots=True)
class Evaluation:
    """A measurement. `figures` are in the order to show them, `notes` say which documents could not be compared."""

    figures: Mapping[str, Tally]
    misses: Sequence[Miss]
    notes: Sequence[str]

    def as_json(self, misses: bool = False) -> dict[str, Any]:
        """The figures as plain values (shares from 0 to 1, and counts), the single misses if wanted."""
        figures = {name: _row(one) for name, one in self.figures.items()}
        whole = {"figures": figures, "notes": list(self.notes)}
        return whole | ({"misses": [asdict(one) for one in self.misses]} if misses else {})

    def as_text(self, misses: bool = False) -> str:
        """A table, a line per figure, and the single misses below it if wanted."""
        lines = [f"{'':34}{'precision':>10}{'recall':>8}{'F1':>8}{'right':>8}{'wrong':>8}{'missed':>8}"]
        for name, one in self.figures.items():
            counted = name != UNPAIRED  # nothing in it can be right: it only adds to what is wrong and missed in all
            shares = f"{one.precision:10.3f}{one.recall:8.3f}{one.f1:8.3f}" if counted else " " * 26
            said = name if counted else "arguments of unpaired events"
            lines.append(f"{said:34}{shares}{one.right:8}{one.wrong:8}{one.missed:8}")
        lines += [f"Note: {note}" for note in self.notes]
        listed = ["\t".join((one.document, one.fault, one.about, one.words)) for one in self.misses]
        return "\n".join(lines + (listed if misses else []))


def evaluate(store: Path, gold: Path) -> Evaluation:
    """Measure the published graph of a store against the records of a folder (`<document id>.jsonl`).

    Raises StoreError if there is no graph, UsageError for a folder without records or of other
    documents alone, SourceError for a broken one.
    """
    snapshot = open_snapshot(store)
    wished, found = read_folder(gold), read_folder(snapshot.folder / "records")
    if not wished.keys() & found.keys():
        named = f"{sorted(wished)[0]} and {len(wished) - 1} more" if len(wished) > 1 else next(iter(wished))
        raise UsageError(f"{gold}: is of other documents ({named}) than the graph, which has none of them; build those")
    result = score(wished, found)
    order = sorted(result.figures, key=lambda name: (_group(name), name))
    notes = [f"{one} is in the gold and not in the graph: missed whole" for one in sorted({*wished} - {*found})]
    notes += [f"{one} is in the graph and not in the gold: not measured" for one in sorted({*found} - {*wished})]
    return Evaluation({name: result.figures[name] for name in order}, result.misses, notes)


def read_folder(folder: Path) -> Records:
    """The records of each `<document id>.jsonl` of a folder. Raises UsageError if there is none, SourceError."""
    paths = sorted(folder.glob("*.jsonl"))
    if not paths:
        raise UsageError(f"{folder}: holds no <document id>.jsonl; give the folder of the records")
    return {path.stem: list(_read(path)) for path in paths}


def records_of(extraction: Extraction) -> Records:
    """The records of each document of an extraction."""
    return _parsed(write_records(extraction.documents, extraction.entities, extraction.facts, extraction.events))


def rule_counts(extraction: Extraction, gold: Mapping[str, Sequence[Record]]) -> dict[str, RuleCount]:
    """How many of each rule's relations and events are right by the gold; for the rule of entities' classes, entities.

    Only documents that the gold has are counted; a fact that two documents tell counts in both.
    """
    result = score(gold, records_of(extraction))
    right, wrong = Counter[str](), Counter[str]()
    for told, is_right in _verdicts(result, extraction):
        (right if is_right else wrong)[told.rule] += 1
    classes = result.figures["entities, exact class"]
    right[MENTION], wrong[MENTION] = classes.right, classes.wrong
    families = _families(extraction)
    return {rule: RuleCount(families[rule], right[rule], wrong[rule]) for rule in sorted({*right, *wrong})}


def verdicts(extraction: Extraction, gold: Mapping[str, Sequence[Record]]) -> list[tuple[Fact | Event, bool]]:
    """Each relation and event with whether it is right by the gold; one that two documents tell comes twice."""
    return list(_verdicts(score(gold, records_of(extraction)), extraction))


def _verdicts(result: Score, extraction: Extraction) -> Iterator[tuple[Fact | Event, bool]]:
    told = _told(extraction)
    for document, record, is_right in result.verdicts:
        yield told[_identity(document, record)], is_right


def _row(one: Tally) -> dict[str, float | int]:
    shares = {"precision": one.precision, "recall": one.recall, "f1": one.f1}
    return {name: round(value, 4) for name, value in shares.items()} | asdict(one)


def _group(figure: str) -> int:
    """Whole figures first, then the parts by group."""
    first, _, rest = figure.partition(" ")
    return GROUPS.index(first) + 1 if first in GROUPS and (rest[:1].isupper() or first == "predicate") else 0


def _read(path: Path) -> Iterable[Record]:
    try:
        lines = path.read_text(encoding="utf8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise SourceError(f"{path}: cannot be read ({error}); save it as UTF-8") from error
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield _record(line, f"{path}, line {number}")


def _record(line: str, place: str) -> Record:
    try:
        record = json.loads(line)
    except ValueError as error:
        raise SourceError(f"{place}: not JSON ({error}); correct the record") from error
    if not isinstance(record, dict):
        raise SourceError(f"{place}: not an object; correct the record")
    return record


def _parsed(texts: Mapping[str, str]) -> Records:
    return {document: [json.loads(line) for line in text.split("\n") if line] for document, text in texts.items()}


def _identity(document: str, record: Record) -> tuple[str, str]:
    """What a record says, whatever its number in the document and the number of what follows from it."""
    said = {field: value for field, value in record.items() if field not in {"id", "outcome"}}
    return document, json.dumps(said, sort_keys=True)


def _told(extraction: Extraction) -> dict[tuple[str, str], Fact | Event]:
    """What each record was made from; the first by the name of its rule where several say the same."""
    made: dict[tuple[str, str], Fact | Event] = {}
    for document, told, record in records_of_each(
        extraction.documents, extraction.entities, extraction.facts, extraction.events
    ):
        one = _identity(document, record)
        made[one] = min(made.get(one, told), told, key=lambda known: known.rule)
    return made


def _families(extraction: Extraction) -> dict[str, str]:
    """Each rule's family: an event rule's pattern file, a relation rule's most frequent predicate."""
    predicates: dict[str, Counter[str]] = defaultdict(Counter)
    for fact in extraction.facts:
        predicates[fact.rule][fact.predicate] += 1
    families = {rule: max(sorted(seen), key=seen.__getitem__) for rule, seen in predicates.items()}
    return families | {e.rule: e.rule.split("/", 1)[0] for e in extraction.events} | {MENTION: MENTION}
