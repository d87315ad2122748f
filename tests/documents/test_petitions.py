"""Pages that tell of petitions one after the other: their titles and lines, and pages that only look like them."""

from __future__ import annotations

import re

import pytest

from kg.documents.model import Paragraph
from kg.documents.petitions import PAPER_NUMBER, field_of, heads_inside, role_of_label
from kg.documents.segment import segment
from kg.entities.handles import petition_number

REPORT = """Collective addresses: spring report

Seven addresses reached the committee.

1. "Leave the Heron Island to the Herons"
Status: IN COMMITTEE
The address was opened on 3 May 2024.

2. Shade for the tram stops of Ostrava
Author: Bedřich Zlatník
Signatures: 2,310
It was closed in June.

About the desk
The desk has four clerks.
"""
SINGLE = """Petition

Let the ferrymen of Lake Mwenda keep their boats

We ask the council to leave the ferrymen alone.

Created by: Chanda Mwila-Roth
9,204 signatures
Debated on 3 May 2024
"""
COURT = """High Court: petitions listed this week

Zubrin v. Marsh Board
Petitioner: Ada Zubrin
Respondent: Marsh Board
The petition will be heard on Monday.
"""
BILLS = """Bills to watch

The Canal Tolls Bill
Status: In committee
A petition against it has been signed by few.

The Pedlars Bill
Status: Withdrawn
The bill was withdrawn.
"""
NEWS = """Herons return to the lake

Author: Ilse Korn
Published: 3 May 2024
A petition for the herons was signed by many.
"""
JOB = """Ranger wanted for Heron Island

Status: open
Deadline: 3 May 2024
The ranger counts herons.
"""


def _paragraphs(text: str) -> list[tuple[str, str, int]]:
    found: list[Paragraph] = [p for a in segment(text, "doc") for p in a.paragraphs]
    return [(p.kind, text[p.start : p.end], p.titled) for p in found]


def test_a_title_stands_above_lines_of_a_petition_and_heads_its_part() -> None:
    found = _paragraphs(REPORT)
    titles = {text: at for kind, text, at in found if kind == "title"}
    assert list(titles) == ["Leave the Heron Island to the Herons", "Shade for the tram stops of Ostrava"]
    assert [text for kind, text, _ in found if kind == "field"] == [
        "Status: IN COMMITTEE",
        "Author: Bedřich Zlatník",
        "Signatures: 2,310",
    ]
    below = {text: at for kind, text, at in found if kind == "text"}
    assert below["The address was opened on 3 May 2024."] == titles["Leave the Heron Island to the Herons"]
    assert below["It was closed in June."] == titles["Shade for the tram stops of Ostrava"]
    assert below["The desk has four clerks."] == -1


def test_a_line_with_a_label_of_its_own_is_no_title() -> None:
    title = "Petition 2025/041: Keep the swimming hall open"
    lines = [
        "Petitions",
        "",
        title,
        "Ward: North Bank",
        "Initiated by Ann Lee on Monday",
        "Signatories: 90",
        "It was heard.",
    ]
    assert [text for kind, text, _ in _paragraphs("\n".join(lines)) if kind == "title"] == [title]


def test_a_page_of_one_petition_has_its_title_below_the_word() -> None:
    kinds = [kind for kind, _, _ in _paragraphs(SINGLE)]
    assert kinds == ["title", "text", "field", "field", "field"]


@pytest.mark.parametrize("text", [COURT, BILLS, NEWS, JOB], ids=["court", "bills", "news", "job"])
def test_pages_that_tell_of_no_petition_to_sign_keep_their_headings(text: str) -> None:
    assert {kind for kind, _, _ in _paragraphs(text)} == {"text"}


def test_labels_are_read_without_brackets_and_headings_inside_a_part_are_known() -> None:
    assert field_of("Author (initiator): Ann Lee") == ("author", "Ann Lee")
    assert field_of("no label here") == ("", "")
    assert role_of_label("co-signatories") == "signatures"
    assert role_of_label("colour") == ""
    assert heads_inside("Answer to the petition")
    assert not heads_inside("Actionaries meet")


@pytest.mark.parametrize(
    "text",
    [
        "Petition 164207", "E-petition 2024/007", "Petition No. 412/2023", "Petition, No. 412/2023",
        "Petition: No 412/2023", "Petition: 164207", "petition №88", "Initiative number 12-B/3",
    ],
)  # fmt: skip
def test_a_paper_is_known_by_its_number(text: str) -> None:
    assert re.fullmatch(PAPER_NUMBER, text)
    assert petition_number(text) == re.sub(r"^\D+", "", text)


@pytest.mark.parametrize("text", ["Petitions 12", "Petition of 412 people", "Address the 3 wells", "Petitioner 9"])
def test_other_numbers_are_no_paper(text: str) -> None:
    assert re.match(PAPER_NUMBER, text) is None
