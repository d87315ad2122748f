"""A graph measured: figures in order, documents that cannot be compared, broken gold, and each rule's count."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kg.build import Request, build
from kg.documents.read import read
from kg.errors import SourceError, StoreError, UsageError
from kg.evaluate import MENTION, evaluate, read_folder, records_of, rule_counts
from kg.mentions.analysis import parse
from kg.pipeline import extract

CORPUS = Path(__file__).resolve().parent / "corpus"

pytestmark = pytest.mark.model


class Quiet:
    """Progress that is not shown."""

    def stage(self, name: str, total: int) -> None:
        """Nothing."""

    def step(self) -> None:
        """Nothing."""


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("evaluate") / "store"
    build(Request([CORPUS / "tiny", CORPUS / "sample" / "kenya-editor-killing.txt"], folder), Quiet())
    return folder


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    """The gold of one document that the graph has, and of one that it lacks."""
    for document in ("kenya-editor-killing", "georgia-single-pickets"):
        text = (CORPUS / "sample-gold" / f"{document}.jsonl").read_text(encoding="utf8")
        (tmp_path / f"{document}.jsonl").write_text(text, encoding="utf8")
    (tmp_path / "README.md").write_text("Not a record.", encoding="utf8")
    return tmp_path


def test_figures_and_notes(store: Path, gold: Path) -> None:
    result = evaluate(store, gold)
    assert result.notes == [
        "georgia-single-pickets is in the gold and not in the graph: missed whole",
        "harbour-march is in the graph and not in the gold: not measured",
        "harbour-petition is in the graph and not in the gold: not measured",
    ]
    names = list(result.figures)
    assert names[:3] == ["all facts", "entities", "entities, exact class"]
    groups = [name.split(" ", 1)[0] for name in names if name.split(" ", 1)[0] in {"class", "predicate", "kind"}]
    assert groups == sorted(groups, key=["class", "predicate", "kind"].index)
    assert result.figures["all facts"].right > 20
    assert {miss.document for miss in result.misses} == {"kenya-editor-killing", "georgia-single-pickets"}


def test_as_json_and_as_text(store: Path, gold: Path) -> None:
    result = evaluate(store, gold)
    plain = json.loads(json.dumps(result.as_json(misses=True)))
    assert "misses" not in result.as_json()
    assert len(plain["misses"]) == len(result.misses)
    events = result.figures["events"]
    assert plain["figures"]["events"] == {
        "precision": round(events.precision, 4), "recall": round(events.recall, 4), "f1": round(events.f1, 4),
        "right": events.right, "wrong": events.wrong, "missed": events.missed,
    }  # fmt: skip
    lines = result.as_text().splitlines()
    assert lines[0].split() == ["precision", "recall", "F1", "right", "wrong", "missed"]
    assert len(lines) == 1 + len(result.figures) + len(result.notes)
    assert len(result.as_text(misses=True).splitlines()) == len(lines) + len(result.misses)


def test_a_graph_against_itself_is_perfect(store: Path) -> None:
    own = next((store / "builds").iterdir()) / "records"
    result = evaluate(store, own)
    assert result.notes == []
    for figure in ("entities, exact class", "relations", "events", "event dates"):
        assert (result.figures[figure].precision, result.figures[figure].recall) == (1.0, 1.0), figure


def test_what_cannot_be_measured(store: Path, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"holds no <document id>\.jsonl"):
        evaluate(store, tmp_path)
    with pytest.raises(UsageError, match=r"is of other documents \(azerbaijan\S+ and \d+ more\) than the graph"):
        evaluate(store, CORPUS / "dev-gold")
    with pytest.raises(StoreError, match="no store at"):
        evaluate(tmp_path / "nowhere", CORPUS / "sample-gold")
    for text, fault in (("{", "line 2: not JSON"), ("5", "line 2: not an object")):
        (tmp_path / "page.jsonl").write_text(f"\n{text}\n", encoding="utf8")
        with pytest.raises(SourceError, match=rf"page.jsonl, {fault}"):
            read_folder(tmp_path)
    (tmp_path / "page.jsonl").write_bytes(b"\xff\xfe\xff")
    with pytest.raises(SourceError, match=r"page.jsonl: cannot be read"):
        read_folder(tmp_path)


def test_rules_are_counted_against_the_gold() -> None:
    documents = read(CORPUS / "sample" / "kenya-editor-killing.txt")
    extraction = extract(documents, list(parse(documents)))
    perfect = rule_counts(extraction, records_of(extraction))
    assert {one.wrong for one in perfect.values()} == {0}
    told = sum(1 for e in extraction.events if e.polarity) + sum(1 for f in extraction.facts if f.polarity)
    assert sum(one.right for rule, one in perfect.items() if rule != MENTION) <= told
    assert {e.rule for e in extraction.events if e.polarity} <= set(perfect)
    assert all(perfect[e.rule].family == e.rule.split("/")[0] for e in extraction.events if e.rule in perfect)
    only_names = {d: [r for r in records if r["kind"] == "entity"] for d, records in records_of(extraction).items()}
    wrong = rule_counts(extraction, only_names)
    assert {one.right for rule, one in wrong.items() if rule != MENTION} == {0}
    assert wrong[MENTION] == perfect[MENTION]
    assert rule_counts(extraction, {})[MENTION].right == 0
