"""What was read is counted, and a sentence with the words of an event and no event is named."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.coverage import coverage
from kg.documents.read import read
from kg.mentions.analysis import parse
from kg.pipeline import Extraction, extract

TEXT = (
    "On 3 May 2021, a Lima court fined lawyer Maria Petrova 900 soles. It rained all day in the mountains. "
    "If convicted of anything, people may appeal.\n"
)

pytestmark = pytest.mark.model


@pytest.fixture
def extraction(tmp_path: Path) -> Extraction:
    (tmp_path / "page.txt").write_text(TEXT, encoding="utf8")
    documents = read(tmp_path / "page.txt")
    return extract(documents, list(parse(documents)))


def test_sentences_are_counted(extraction: Extraction) -> None:
    row = coverage(extraction)["page"]
    assert (row.sentences, row.with_names, row.with_facts, row.truncated) == (3, 1, 1, False)
    assert [TEXT[one.start : one.end] for one in row.missed] == ["If convicted of anything, people may appeal."]
    assert "convicted" in row.missed[0].triggers


@pytest.mark.parametrize(
    ("text", "missed"),
    [
        ("BRATISLAVA, March 9 - It rained all day.", 0),
        ("It has rained since March in the mountains.", 0),
        ("Nothing like 14 March will come again.", 0),
        ("The long march was a dream.", 1),
        ("The March for Rivers has a page of its own.", 1),
    ],
)
def test_a_month_is_no_march(tmp_path: Path, text: str, missed: int) -> None:
    (tmp_path / "page.txt").write_text(f"{text}\n", encoding="utf8")
    documents = read(tmp_path / "page.txt")
    whole = extract(documents, list(parse(documents)))
    silent = Extraction(whole.documents, whole.entities, [], [], whole.sentences)
    assert sum("march" in one.triggers for one in coverage(silent)["page"].missed) == missed


def test_an_auxiliary_by_itself_tells_of_nothing(tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text(
        "So far they have been many. Let me be fair. She was sentenced.\n", encoding="utf8"
    )
    documents = read(tmp_path / "page.txt")
    whole = extract(documents, list(parse(documents)))
    silent = Extraction(whole.documents, whole.entities, [], [], whole.sentences)
    assert [one.triggers for one in coverage(silent)["page"].missed] == [("sentenced",)]


def test_without_events_every_trigger_is_missed(extraction: Extraction) -> None:
    silent = Extraction(extraction.documents, extraction.entities, [], [], extraction.sentences)
    row = coverage(silent)["page"]
    assert row.with_facts == 0
    assert [one.start for one in row.missed] == [0, TEXT.index("If")]
    assert "fined" in row.missed[0].triggers
