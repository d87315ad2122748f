"""Relations and names of plain made-up texts, read by the whole way from parse to facts.

A case of `test_relations_read.yaml` gives a text, the `facts` it must yield ("subject|predicate|object|title"), those
it must `not` yield, the `entities` ("class name") that must be found and the `not-entities` that must not.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from kg.documents.model import Article, Document, Paragraph
from kg.facts.model import Fact
from kg.mentions import analysis
from kg.pipeline import Extraction, extract

CASES: dict[str, list[dict[str, Any]]] = yaml.safe_load(Path(__file__).with_suffix(".yaml").read_text(encoding="utf8"))


def read(text: str) -> Extraction:
    """What a text of one paragraph per line says."""
    paragraphs, at = [], 0
    for line in text.split("\n"):
        paragraphs.append(Paragraph(at, at + len(line)))
        at += len(line) + 1
    article = Article("t#1", 1, "", "", 0, len(text), tuple(paragraphs), work="t")
    document = Document("t", "", "t.txt", text, (article,))
    return extract([document], list(analysis.parse([document])))


def told(fact: Fact, names: dict[str, str]) -> str:
    """A fact as the cases write it."""
    title = [fact.title] if fact.title else []
    written = "|".join([names[fact.subject], fact.predicate, names.get(fact.object, fact.literal), *title])
    return written + " former" * fact.former + " denied" * (not fact.polarity)


@pytest.mark.model
@pytest.mark.parametrize(
    "case", [pytest.param(c, id=f"{topic}-{n}") for topic, cases in CASES.items() for n, c in enumerate(cases)]
)
def test_a_text_yields_its_relations(case: dict[str, Any]) -> None:
    found = read(case["text"].strip())
    names = {e.key: e.name for e in found.entities}
    facts = {told(f, names) for f in found.facts}
    assert set(case.get("facts", ())) <= facts, facts
    assert not set(case.get("not", ())) & facts, facts
    kinds = {f"{e.cls} {e.name}" for e in found.entities}
    assert set(case.get("entities", ())) <= kinds
    assert not set(case.get("not-entities", ())) & kinds
