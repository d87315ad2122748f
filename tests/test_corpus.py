"""The corpora are sound: their gold is valid and exact, and every file is made the way their README says."""

from __future__ import annotations

import importlib.util
import io
import json
import re
import sys
import zipfile
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
import yaml
from edtf import parse_edtf

CORPUS = Path(__file__).resolve().parent / "corpus"
KNOWN = {
    name: frozenset(words.split())
    for name, words in yaml.safe_load((CORPUS / "vocabulary.yaml").read_text(encoding="utf8")).items()
}
EVENT_ROLES = ("agent", "patient", "participant", "law", "place", "source")
RUN = 9  # words in a row that would count as copied

Record = dict[str, Any]


def script(name: str) -> ModuleType:
    """A script of the corpus folder, loaded as a module."""
    spec = importlib.util.spec_from_file_location(f"corpus_{name}", CORPUS / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = sys.modules[spec.name] = importlib.util.module_from_spec(spec)  # dataclasses look their module up
    spec.loader.exec_module(module)
    return module


def records(path: Path) -> list[Record]:
    return [json.loads(line) for line in path.read_text(encoding="utf8").splitlines()]


@cache
def parsed(date: str) -> Any:
    """The date, read once however many records carry it: the reader is slow."""
    return parse_edtf(date)


def as_list(value: str | list[str] | None) -> list[str]:
    return [value] if isinstance(value, str) else value or []


def quotes(record: Record) -> str:
    return " ".join(evidence["quote"] for evidence in record["evidence"])


SETS = script("make_gold").SETS
GOLD = [path for corpus in SETS.values() for path in sorted(corpus.gold.glob("*.jsonl"))]


@pytest.fixture(scope="module")
def texts() -> dict[str, str]:
    """The documents of every set, by id."""
    return {name: document.text for corpus in SETS.values() for name, document in corpus.read().items()}


every_set = pytest.mark.parametrize("corpus", SETS.values(), ids=SETS)
gold_files = pytest.mark.parametrize("path", GOLD, ids=lambda path: f"{path.parent.name}/{path.stem}")


@every_set
def test_every_document_has_gold(corpus: Any) -> None:
    assert {path.stem for path in corpus.gold.glob("*.jsonl")} == set(corpus.read())


def test_no_document_is_in_two_sets(texts: dict[str, str]) -> None:
    assert sum(len(corpus.read()) for corpus in SETS.values()) == len(texts)


def test_the_sample_covers_every_format() -> None:
    suffixes = [path.suffix for path in SETS["sample"].files()]
    assert suffixes.count(".txt") >= 5
    assert {".txt", ".md", ".html", ".pdf", ".docx", ".jsonl"} == set(suffixes)


def test_the_development_set_has_every_class_and_predicate() -> None:
    said = [record for path in SETS["dev"].gold.glob("*.jsonl") for record in records(path)]
    assert {record["class"] for record in said if record["kind"] == "entity"} == KNOWN["entities"]
    assert {record["class"] for record in said if record["kind"] == "event"} == KNOWN["events"]
    assert {record["predicate"] for record in said if record["kind"] == "relation"} == KNOWN["predicates"]


@every_set
def test_the_gold_is_what_the_annotations_give(corpus: Any) -> None:
    committed = {path.name: path.read_text(encoding="utf8") for path in corpus.gold.glob("*.jsonl")}
    assert corpus.generated() == committed


@gold_files
def test_evidence_is_verbatim(path: Path, texts: dict[str, str]) -> None:
    for record in records(path):
        assert record["evidence"], record["id"]
        for evidence in record["evidence"]:
            assert texts[path.stem][evidence["start"] : evidence["end"]] == evidence["quote"]
            assert evidence["quote"].strip()


@gold_files
def test_ids_are_unique_and_names_too(path: Path) -> None:
    ids = [record["id"] for record in records(path)]
    names = [record["name"] for record in records(path) if record["kind"] == "entity"]
    assert len(ids) == len(set(ids))
    assert len(names) == len(set(names))


@gold_files
def test_entities_have_a_known_class(path: Path) -> None:
    for record in records(path):
        if record["kind"] == "entity":
            assert record["class"] in KNOWN["entities"]
            assert re.fullmatch("[A-Z]{2}", record.get("country", record.get("iso", "XX"))), record["name"]


@gold_files
def test_relations_join_entities_of_the_document(path: Path) -> None:
    names = {record["name"] for record in records(path) if record["kind"] == "entity"}
    for record in records(path):
        if record["kind"] != "relation":
            continue
        assert record["predicate"] in KNOWN["predicates"]
        assert record["subject"] in names
        if record["predicate"] == "concerns":
            assert len(record["object"].split()) <= 8
            assert record["object"] in quotes(record)
        elif record["object"] or record["predicate"] != "position":
            assert record["object"] in names


@gold_files
def test_events_are_valid(path: Path) -> None:
    names = {record["name"] for record in records(path) if record["kind"] == "entity"}
    events = {record["id"]: record for record in records(path) if record["kind"] == "event"}
    for event in events.values():
        assert event["class"] in KNOWN["events"]
        assert event.get("status", "occurred") in KNOWN["statuses"]
        assert event.get("outcome", event["id"]) in events
        for role in EVENT_ROLES:
            assert set(as_list(event.get(role))) <= names, (event["id"], role)
        for words in ("dateStated", "charge"):
            assert " ".join(event.get(words, "").split()) in " ".join(quotes(event).split()), event["id"]


@gold_files
def test_dates_are_edtf(path: Path) -> None:
    for record in records(path):
        if record.get("date"):
            assert parsed(record["date"]) is not None
        assert record["kind"] == "event" or "date" not in record


@gold_files
def test_sanctions_are_known(path: Path) -> None:
    for record in records(path):
        found = record.get("sanction", [])
        for sanction in [found] if isinstance(found, dict) else found:
            assert sanction["type"] in KNOWN["sanctions"]
            assert re.fullmatch(r"P(\d+[YMD])+", sanction.get("duration", "P1D"))
            assert ("amount" in sanction) == ("currency" in sanction)


def members(package: bytes) -> dict[str, bytes]:
    """What a zip holds: two machines may compress the same bytes differently."""
    with zipfile.ZipFile(io.BytesIO(package)) as opened:
        return {name: opened.read(name) for name in opened.namelist()}


def test_generated_documents_are_what_the_script_makes() -> None:
    for name, content in script("make_sample").generated().items():
        committed = (SETS["sample"].documents / name).read_bytes()
        assert members(committed) == members(content) if name.endswith(".docx") else committed == content


def runs(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", text.lower())
    return {tuple(words[i : i + RUN]) for i in range(len(words) - RUN + 1)}


def test_nothing_is_copied_from_the_real_documents(seeds: Path, texts: dict[str, str]) -> None:
    real = set().union(*(runs(path.read_text(encoding="utf8")) for path in seeds.glob("*.txt")))
    for name, text in texts.items():
        assert not runs(text) & real, name
