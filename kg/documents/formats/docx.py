"""Word documents: paragraphs, headings by style, list items, and table rows with tabs between cells."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path

import docx
from docx.document import Document as Word
from docx.opc.exceptions import PackageNotFoundError
from docx.table import Table
from docx.text.paragraph import Paragraph

from kg.documents.draft import MAX_BYTES, Draft
from kg.documents.formats import rendered
from kg.errors import SourceError

_LEVEL = re.compile(r"heading (\d)", re.IGNORECASE)
DAMAGE: tuple[type[Exception], ...] = (zlib.error, EOFError, RuntimeError)
DAMAGE += (zipfile.BadZipFile, PackageNotFoundError, LookupError, ValueError, SyntaxError, AttributeError)
"""What zipfile, lxml and python-docx raise over a package that is no Word document, or a damaged one."""
MOST_UNPACKED = 20 * MAX_BYTES
"""A package that unpacks to more bytes than this is taken for a trap."""


def read_docx(data: bytes, path: Path) -> list[Draft]:
    """One draft. Raises SourceError for a file that is no Word package, is protected or holds no text."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            if sum(part.file_size for part in package.infolist()) > MOST_UNPACKED:
                raise SourceError(
                    f"{path}: unpacks to more than {MOST_UNPACKED // 1_000_000} MB; remove it or save it as .txt"
                )
        word = docx.Document(io.BytesIO(data))
    except DAMAGE as error:
        reason = (
            "protected by a password or an old .doc"
            if data.startswith(b"\xd0\xcf\x11\xe0")
            else "not a readable Word document"
        )
        raise SourceError(f"{path}: {reason}; open it in a word processor and save it again as .docx") from error
    return [Draft(rendered.join(_blocks(word)), title=rendered.one_line(_title(word)))]


def _title(word: Word) -> str:
    """The title style's words; the properties' title is left aside, as templates fill it."""
    return next((p.text for p in word.paragraphs if _style(p) == "title" and p.text.strip()), "")


def _blocks(word: Word) -> Iterator[tuple[str, str]]:
    for block in word.iter_inner_content():
        if isinstance(block, Table):
            yield from (("row", rendered.row(_cells(line.cells))) for line in block.rows)
        else:
            yield _block(block)


def _cells(cells: tuple[object, ...]) -> Iterator[str]:
    """The text of a row's cells, one that spans several columns once."""
    before = None
    for cell in cells:
        if before is None or cell._tc is not before:  # type: ignore[attr-defined]
            yield str(cell.text)  # type: ignore[attr-defined]
        before = cell._tc  # type: ignore[attr-defined]


def _block(paragraph: Paragraph) -> tuple[str, str]:
    style, text = _style(paragraph), rendered.one_line(paragraph.text)
    level = _LEVEL.match(style)
    if style == "title" or level:
        return "heading", rendered.heading(text, int(level[1]) + 1 if level else 1)
    properties = paragraph._p.pPr
    if style.startswith("list") or (properties is not None and properties.numPr is not None):
        return "item", rendered.item(text)
    return "text", text


def _style(paragraph: Paragraph) -> str:
    style = paragraph.style
    return (style.name or "").lower() if style is not None else ""
