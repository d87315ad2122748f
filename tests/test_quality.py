"""How well the corpora are read: no main figure may fall by more than a point below the last one kept.

`UPDATE_GOLDEN=1 pytest tests/test_quality.py` measures again and writes tests/golden/quality.json and, where the real
documents are beside the checkout, kg/facts/precision.json. Look at what changes before committing it.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from kg.evaluate import read_folder, records_of, rule_counts
from kg.facts.confidence import FILE, RuleCount, confidence, read_counts
from kg.facts.learned.roles import PREFIX
from kg.mentions.analysis import parse
from kg.pipeline import Extraction, extract
from kg.scoring.figures import Tally
from kg.scoring.score import score
from tests.corpus.counts import write_counts
from tests.corpus.reading import documents_of

ROOT = Path(__file__).resolve().parent.parent
CORPUS, SHARED, GOLDEN = ROOT / "tests" / "corpus", ROOT.parent / "shared", ROOT / "tests" / "golden" / "quality.json"
UPDATE = os.environ.get("UPDATE_GOLDEN") == "1"
SETS = {name: (CORPUS / name, CORPUS / f"{name}-gold") for name in ("sample", "dev", "fresh", "blind")} | {
    "seeds": (SHARED / "seeds", SHARED / "gold")
}
PRESENT = [name for name, (_, gold) in SETS.items() if any(gold.glob("*.jsonl"))]
TUNED_ON = ("sample", "dev", "fresh", "seeds")  # a set that only measures is no ground for trusting a rule
MAIN = (
    "all facts", "entities, exact class", "relations", "events", "event arguments", "event dates",
    "evidence is verbatim",
)  # fmt: skip
SHARES = ("precision", "recall", "f1")
POINT = 0.01

pytestmark = [pytest.mark.model, pytest.mark.slow]


@dataclass(frozen=True)
class Measured:
    """What was read from a set, and its figures."""

    extraction: Extraction
    figures: dict[str, Tally]


@cache
def measured(name: str) -> Measured:
    folder, gold = SETS[name]
    documents = documents_of(folder)
    extraction = extract(documents, list(parse(documents)))
    figures = score(read_folder(gold), records_of(extraction), {d.id: d.text for d in documents}).figures
    return Measured(extraction, figures)


def shown(figures: dict[str, Tally]) -> dict[str, dict[str, float]]:
    return {name: {share: round(getattr(figures[name], share), 4) for share in SHARES} for name in MAIN}


@pytest.mark.parametrize("name", PRESENT)
def test_no_figure_falls(name: str) -> None:
    kept = json.loads(GOLDEN.read_text(encoding="utf8")) if GOLDEN.is_file() else {}
    now = shown(measured(name).figures)
    if UPDATE:
        GOLDEN.write_text(json.dumps(kept | {name: now}, indent=1, sort_keys=True) + "\n", encoding="utf8")
        return
    assert name in kept, f"{name} has no figures yet; run UPDATE_GOLDEN=1 pytest tests/test_quality.py"
    fallen = {f: (kept[name][f]["f1"], now[f]["f1"]) for f in MAIN if now[f]["f1"] < kept[name][f]["f1"] - POINT}
    assert fallen == {}, "figure: (kept F1, F1 now)"


@pytest.mark.parametrize("name", PRESENT)
def test_all_evidence_is_verbatim(name: str) -> None:
    assert measured(name).figures["evidence is verbatim"].precision == 1.0


def test_rules_are_measured(seeds: Path) -> None:
    assert seeds.is_dir()
    names = [name for name in TUNED_ON if name in PRESENT]
    right, wrong, families = Counter[str](), Counter[str](), dict[str, str]()
    for name in names:
        for rule, one in rule_counts(measured(name).extraction, read_folder(SETS[name][1])).items():
            if one.family == PREFIX:  # these documents taught the model: make train measures it on others
                continue
            families.setdefault(rule, one.family)
            right[rule] += one.right
            wrong[rule] += one.wrong
    counts = {rule: RuleCount(families[rule], right[rule], wrong[rule]) for rule in families}
    if UPDATE:
        write_counts(FILE, counts, " and ".join(names))
        confidence.cache_clear()
    told = sum(len(measured(name).extraction.events) for name in names)
    assert sum(one.right + one.wrong for one in counts.values()) > told
    assert len({*counts} & {*read_counts(FILE)}) > 0.8 * len(counts), "most rules are unmeasured; run UPDATE_GOLDEN=1"
