from __future__ import annotations

import io
import zipfile
from pathlib import Path

import docx
import pytest

from kg.documents.formats.docx import read_docx
from kg.errors import SourceError

HERE = Path("a.docx")


def packed(word: object) -> bytes:
    stream = io.BytesIO()
    word.save(stream)  # type: ignore[attr-defined]
    return stream.getvalue()


def test_styles_become_marks() -> None:
    word = docx.Document()
    word.add_heading("Miners Go Home", 0)
    word.add_paragraph("The miners\nwent home.")
    word.add_heading("Why They Left", 1)
    word.add_paragraph("It was cold.", style="List Bullet")
    word.add_paragraph("It was dark.", style="List Number")
    table = word.add_table(rows=2, cols=2)
    for cell, text in zip([c for row in table.rows for c in row.cells], ("Year", "Held", "2021", ""), strict=True):
        cell.text = text
    (draft,) = read_docx(packed(word), HERE)
    assert draft.title == "Miners Go Home"
    assert draft.text == (
        "# Miners Go Home\n\nThe miners went home.\n\n## Why They Left\n\n"
        "- It was cold.\n- It was dark.\n\nYear\tHeld\n2021\t\n"
    )


def test_merged_cells_count_once() -> None:
    word = docx.Document()
    table = word.add_table(rows=1, cols=3)
    table.cell(0, 0).merge(table.cell(0, 1)).text = "Both"
    table.cell(0, 2).text = "Third"
    assert read_docx(packed(word), HERE)[0].text == "Both\tThird\n"


def zipped(name: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        package.writestr(name, "x")
    return stream.getvalue()


def damaged() -> bytes:
    data = packed(docx.Document())
    at = data.index(b"word/document.xml") + 40
    return data[:at] + bytes(60) + data[at + 60 :]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"text", "not a readable Word document"),
        (b"\xd0\xcf\x11\xe0 old", "protected by a password or an old .doc"),
        (damaged(), "not a readable Word document"),
        (zipped("x.xml"), "not a readable Word document"),
        (zipped("[Content_Types].xml"), "not a readable Word document"),
    ],
)
def test_faults(data: bytes, message: str) -> None:
    with pytest.raises(SourceError, match=message):
        read_docx(data, HERE)
