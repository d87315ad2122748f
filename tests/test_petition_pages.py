"""Pages of petitions read from end to end: who wrote them, how many signed, and what became of them."""

from __future__ import annotations

import pytest

from kg.documents.model import Document
from kg.documents.segment import segment
from kg.mentions.analysis import parse
from kg.pipeline import Extraction, extract

pytestmark = pytest.mark.model

PORTAL = """Citizens' petitions to the Senate

Petition No. 31/2024

Give the Lamplighters of Old Riga Their Square Back
Petitioner: Ilgvars Dzintarnieks
Petition to: Mayor of Sigulda, Latvia
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
REPORT = """Collective addresses: report for spring 2025

Between 1 March and 31 May 2025, residents opened 41 collective addresses. Seven addresses were rejected. The Senate may
consider twelve collective addresses in autumn.

1. "Keep the Ferries to Ruhnu Running"
Status: IN COMMITTEE
Launched by the Union of Island Nurses on 3 March 2025, the address stands at 4,902 signatures. The Harbour Committee,
led by Aino Rebane, began its review on 11 April 2025. In its reply of 27 May 2025 the Ministry of Transport undertook
to keep two ferries. The initiative's neighbours may have decided to move. A public hearing is scheduled for 22 June
2025.

2. Address against the sale of the old weighhouse
Status: RETURNED
An address that the trade union Rannaliit lodged in April 2025 with 3,410 signatures was returned by the Senate on 5 May
2025. President Oja gave her address on the radio.

About this page
It decided nothing.
"""
PANEL = """Committee on Petitions: summary

The committee met in June.

Petition No 0412/2023 by Maris Braemt (Belgian) on the closure of rural post offices
The committee heard the petitioner on 4 June 2024.
"""
NEWS = """The address that moved a town

In her address on Monday Mayor Ida Kask thanked nine submissions of poets. The Board decided on 3 May 2024 to
paint the hall. The lawyers filed two petitions with the Supreme Court.
"""


@pytest.fixture(scope="module")
def read() -> Extraction:
    """What the pages say."""
    texts = {"portal": PORTAL, "report": REPORT, "panel": PANEL, "news": NEWS}
    pages = [
        Document(name, "", f"{name}.txt", text, segment(text, name), published="2025-06-10")
        for name, text in texts.items()
    ]
    return extract(pages, list(parse(pages)))


def _facts(read: Extraction, page: str, predicate: str) -> set[tuple[str, str]]:
    names = {e.key: e.name for e in read.entities}
    found = (f for f in read.facts if f.predicate == predicate and f.evidence[0].document == page)
    return {(names[f.subject], names.get(f.object, f.literal)) for f in found}


def _steps(read: Extraction, page: str) -> set[tuple[str, str, str]]:
    """The steps of petitions: kind, date, and the first words of the petition, or how many there were."""
    names = {e.key: e.name for e in read.entities}
    told = [e for e in read.events if e.kind.startswith("Petition") and e.evidence[0].document == page]
    which = [names[e.patient[0]][:4] if e.patient else str(e.count) for e in told]
    dates = [e.date.edtf if e.date else "" for e in told]
    return {(e.kind.removeprefix("Petition"), d, w) for e, d, w in zip(told, dates, which, strict=True)}


def test_each_title_is_one_petition_with_its_number_and_signatures(read: Extraction) -> None:
    found = {e.name: e for e in read.entities if e.cls == "Petition"}
    assert set(found) == {
        "Give the Lamplighters of Old Riga Their Square Back",
        "Stop the Killing of Storks on Power Lines",
        "Keep the Ferries to Ruhnu Running",
        "Address against the sale of the old weighhouse",
        "Petition No 0412/2023",
    }
    lamps = found["Give the Lamplighters of Old Riga Their Square Back"]
    assert (lamps.signatures, lamps.threshold) == (12480, 10000)
    assert "Petition No. 31/2024" in lamps.names
    assert found["Keep the Ferries to Ruhnu Running"].signatures == 4902


def test_lines_titles_and_sentences_name_authors_and_whom_they_ask(read: Extraction) -> None:
    lamps, storks = "Give the Lamplighters of Old Riga Their Square Back", "Stop the Killing of Storks on Power Lines"
    assert _facts(read, "portal", "author") == {(lamps, "Ilgvars Dzintarnieks"), (storks, "League of Quiet Wings")}
    assert (lamps, "Riga City Council") in _facts(read, "portal", "addressee")
    assert (lamps, "Latvia") not in _facts(read, "portal", "addressee")
    assert _facts(read, "panel", "author") == {("Petition No 0412/2023", "Maris Braemt")}
    assert _facts(read, "panel", "concerns") == {("Petition No 0412/2023", "closure of rural post offices")}


def test_lines_and_sentences_tell_the_steps_and_titles_tell_none(read: Extraction) -> None:
    assert _steps(read, "portal") == {
        ("Launch", "2024-03-04", "Give"),
        ("Threshold", "", "Give"),
        ("Decision", "2024-05-09", "Give"),
        ("Launch", "2024-03-06", "Stop"),
        ("Review", "2024-06-03", "Stop"),
    }
    assert not [e for e in read.events if e.kind == "Killing"]


def test_steps_of_a_part_need_not_name_its_petition(read: Extraction) -> None:
    assert _steps(read, "report") == {
        ("Launch", "2025-03-01/2025-05-31", "41"),
        ("Decision", "2025-03-01/2025-05-31", "7"),
        ("Launch", "2025-03-03", "Keep"),
        ("Threshold", "2025-03-03", "Keep"),
        ("Review", "2025-04-11", "Keep"),
        ("Decision", "2025-05-27", "Keep"),
        ("Review", "2025-06-22", "Keep"),
        ("Threshold", "2025-04", "Addr"),
        ("Decision", "2025-05-05", "Addr"),
    }
    assert _steps(read, "panel") == {("Review", "2024-06-04", "Peti")}


def test_an_address_that_is_a_speech_and_papers_for_a_court_are_no_petitions(read: Extraction) -> None:
    assert _steps(read, "news") == set()
