from __future__ import annotations

import io
from pathlib import Path

import pytest
from pypdf import PdfReader, PdfWriter

from kg.documents.formats.pdf import read_pdf
from kg.errors import SourceError

HERE = Path("a.pdf")


def pdf(pages: list[list[str]]) -> bytes:
    """A minimal PDF by hand: a page per list, a line of 11 point type per string."""
    objects: list[bytes] = [b"", b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"]
    kids = []
    for lines in pages:
        shown = "".join(f"BT /F1 11 Tf 56 {780 - 14 * n} Td ({line}) Tj ET\n" for n, line in enumerate(lines)).encode(
            "cp1252"
        )
        objects.append(b"<< /Length %d >>\nstream\n%sendstream" % (len(shown), shown))
        page = b"<< /Type /Page /Parent %d 0 R /MediaBox [0 0 595 842] /Contents %d 0 R "
        page += b"/Resources << /Font << /F1 2 0 R >> >> >>"
        objects.append(page % (2 * len(pages) + 3, len(objects)))
        kids.append(b"%d 0 R" % len(objects))
    objects.append(b"<< /Type /Pages /Kids [%s] /Count %d >>" % (b" ".join(kids), len(kids)))
    objects[0] = b"<< /Type /Catalog /Pages %d 0 R >>" % len(objects)
    data, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n"
    return data + end % (len(objects) + 1, table, len(objects) + 1, len(data))


def encrypted(user: str) -> bytes:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf([["A court sat."]]))))
    writer.encrypt(user, "owner", algorithm="RC4-128")
    stream = io.BytesIO()
    writer.write(stream)
    return stream.getvalue()


def test_words_of_all_pages() -> None:
    first = ["Miners Go Home", "The court in Lima freed all of them on Tuesday, it was", "said."]
    (draft,) = read_pdf(pdf([first, ["The union was glad."]]), HERE)
    assert draft.text.split("\n\n") == [
        "Miners Go Home",
        "The court in Lima freed all of them on Tuesday, it was said.",
        "The union was glad.\n",
    ]


def test_a_file_with_an_empty_password_is_read() -> None:
    assert read_pdf(encrypted(""), HERE)[0].text == "A court sat.\n"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"no pdf", "broken PDF"),
        (pdf([["A court sat."]])[:180], "broken PDF"),
        (pdf([[]]), "holds no text"),
        (encrypted("secret"), "protected by a password"),
    ],
)
def test_faults(data: bytes, message: str) -> None:
    with pytest.raises(SourceError, match=message):
        read_pdf(data, HERE)
