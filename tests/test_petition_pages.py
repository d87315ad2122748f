"""A page of petitions read from end to end: who wrote them, how many signed, and what became of them."""

from __future__ import annotations

import pytest

from kg.documents.model import Document
from kg.documents.segment import segment
from kg.mentions.analysis import parse
from kg.pipeline import Extraction, extract

pytestmark = pytest.mark.model

PAGE = """Citizens' petitions to the Senate

Petition No. 31/2024

Give the Lamplighters of Old Riga Their Square Back
Petitioner: Ilgvars Dzintarnieks
Submitted on: 4 March 2024
Signatures: 12,480
Signatures required: 10,000
Status: Answered

The petition asks the Riga City Council to close the square to cars. The Senate declined it on 9 May 2024.

Petition No. 32/2024

Stop the Killing of Storks on Power Lines
Petitioner: League of Quiet Wings
Submitted on: 6 March 2024
Signatures: 213
Debated on 3 June 2024
"""


@pytest.fixture(scope="module")
def read() -> Extraction:
    """What the page says."""
    document = Document("page", "", "page.txt", PAGE, segment(PAGE, "page"), published="2024-07-01")
    return extract([document], list(parse([document])))


def _facts(read: Extraction) -> set[tuple[str, str, str]]:
    names = {e.key: e.name for e in read.entities}
    return {(names[f.subject], f.predicate, names.get(f.object, f.literal)) for f in read.facts}


def test_each_title_is_one_petition_with_its_number_and_signatures(read: Extraction) -> None:
    found = {e.name: e for e in read.entities if e.cls == "Petition"}
    assert set(found) == {
        "Give the Lamplighters of Old Riga Their Square Back",
        "Stop the Killing of Storks on Power Lines",
    }
    lamps = found["Give the Lamplighters of Old Riga Their Square Back"]
    assert (lamps.signatures, lamps.threshold) == (12480, 10000)
    assert "Petition No. 31/2024" in lamps.names


def test_lines_name_authors(read: Extraction) -> None:
    authors = {(s, o) for s, p, o in _facts(read) if p == "author"}
    assert authors == {
        ("Give the Lamplighters of Old Riga Their Square Back", "Ilgvars Dzintarnieks"),
        ("Stop the Killing of Storks on Power Lines", "League of Quiet Wings"),
    }


def test_lines_and_sentences_tell_the_steps_and_titles_tell_none(read: Extraction) -> None:
    names = {e.key: e.name for e in read.entities}
    steps = {(e.kind, e.date.edtf if e.date else "", names[e.patient[0]][:4]) for e in read.events if e.patient}
    assert steps == {
        ("PetitionLaunch", "2024-03-04", "Give"),
        ("PetitionThreshold", "", "Give"),
        ("PetitionDecision", "2024-05-09", "Give"),
        ("PetitionLaunch", "2024-03-06", "Stop"),
        ("PetitionReview", "2024-06-03", "Stop"),
    }
