"""Write the sample documents that are not plain text: Word and PDF, from `source/*.md`, the same bytes each time.

Run as `python tests/corpus/make_sample.py`. The sources know three kinds of block, parted by empty lines: `# title`,
`## heading`, and paragraphs.
"""

from __future__ import annotations

import io
import textwrap
import zipfile
from pathlib import Path
from typing import NamedTuple

import docx

HERE = Path(__file__).resolve().parent
SOURCE, SAMPLE = HERE / "source", HERE / "sample"
WORD, PDF = "georgia-country-report-2025", "tunisia-lawyers-briefing"
THE_PAST = (2024, 1, 1, 0, 0, 0)  # a zip member needs a time; this one never changes


class Block(NamedTuple):
    """One block of a source: `kind` is "title", "heading" or "text"."""

    kind: str
    text: str


class Line(NamedTuple):
    """One printed line: font resource name, size in points, space above in points, text."""

    font: str
    size: int
    above: int
    text: str


SHAPES = {"title": ("F2", 18, 60, 0), "heading": ("F2", 13, 70, 12), "text": ("F1", 11, 88, 8)}
PAGE_HEIGHT, MARGIN, FOOT = 842, 56, 40
FOOTER = "Maghreb Defence Watch"


def blocks(source: Path) -> list[Block]:
    """The blocks of a source file, in order."""
    parts = (part.strip() for part in source.read_text(encoding="utf8").split("\n\n"))
    return [as_block(part) for part in parts if part]


def as_block(part: str) -> Block:
    if part.startswith("## "):
        return Block("heading", part[3:])
    return Block("title", part[2:]) if part.startswith("# ") else Block("text", part)


def word_document(content: list[Block]) -> bytes:
    """A .docx with heading styles; the package is zipped again without the time of writing."""
    document = docx.Document()
    for block in content:
        if block.kind == "text":
            document.add_paragraph(block.text)
        else:
            document.add_heading(block.text, level=0 if block.kind == "title" else 1)
    written = io.BytesIO()
    document.save(written)
    return frozen_zip(written)


def frozen_zip(package: io.BytesIO) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(package) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            member = zipfile.ZipInfo(name, date_time=THE_PAST)
            member.create_system, member.compress_type = 3, zipfile.ZIP_DEFLATED
            new.writestr(member, old.read(name))
    return out.getvalue()


def lines(block: Block) -> list[Line]:
    """The block broken into printed lines."""
    font, size, width, above = SHAPES[block.kind]
    wrapped = textwrap.wrap(block.text, width, break_long_words=False, break_on_hyphens=False)
    return [Line(font, size, above if number == 0 else 0, text) for number, text in enumerate(wrapped)]


def pages(content: list[Block]) -> list[list[Line]]:
    """Lines by page; a block is never cut in two."""
    room, result = 0.0, [[]]  # type: float, list[list[Line]]
    for block in content:
        printed = lines(block)
        height = sum(line.size * 1.35 + line.above for line in printed)
        if result[-1] and height > room:
            result.append([])
        if not result[-1]:
            room = PAGE_HEIGHT - 2 * MARGIN - FOOT
        result[-1].extend(printed)
        room -= height
    return result


def page_stream(printed: list[Line], number: int) -> bytes:
    """The drawing instructions of one page, its footer last."""
    out, height = [], float(PAGE_HEIGHT - MARGIN)
    for line in printed:
        height -= line.size * 1.35 + line.above
        out.append(show(line.font, line.size, height, line.text))
    out.append(show("F1", 9, FOOT, f"{FOOTER} | {number}"))
    return "\n".join(out).encode("cp1252")


def show(font: str, size: int, height: float, text: str) -> str:
    escaped = text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    return f"BT /{font} {size} Tf {MARGIN} {height:.1f} Td ({escaped}) Tj ET"


def pdf_document(content: list[Block]) -> bytes:
    """A minimal PDF 1.4: catalogue, page tree, two standard fonts, one uncompressed content stream a page."""
    streams = [page_stream(page, number) for number, page in enumerate(pages(content), start=1)]
    kids = " ".join(f"{5 + 2 * n} 0 R" for n in range(len(streams)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(streams)} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>",
    ]
    for number, stream in enumerate(streams):
        objects.append(page_object(6 + 2 * number))
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
    return pdf_file(objects)


def page_object(contents: int) -> bytes:
    fonts = "/Font << /F1 3 0 R /F2 4 0 R >>"
    return (
        f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 {PAGE_HEIGHT}] "
        f"/Resources << {fonts} >> /Contents {contents} 0 R >>"
    ).encode()


def pdf_file(objects: list[bytes]) -> bytes:
    """Header, numbered objects, cross-reference table, trailer."""
    out, places = bytearray(b"%PDF-1.4\n"), []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n%s" % (size, table)
    out += b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (size, start)
    return bytes(out)


def generated() -> dict[str, bytes]:
    """Every generated file of the sample: its name and its bytes."""
    return {
        f"{WORD}.docx": word_document(blocks(SOURCE / f"{WORD}.md")),
        f"{PDF}.pdf": pdf_document(blocks(SOURCE / f"{PDF}.md")),
    }


def main() -> None:
    """Write the generated files into the sample folder."""
    for name, content in generated().items():
        (SAMPLE / name).write_bytes(content)


if __name__ == "__main__":
    main()
