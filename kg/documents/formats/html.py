"""HTML: trafilatura finds the article, its title, date and site; headings, lists and tables stay recognisable."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import trafilatura
from trafilatura.settings import Document as Extracted

from kg.documents.draft import Draft
from kg.documents.formats import rendered
from kg.errors import SourceError

_LANGUAGE = re.compile(rb"<html[^>]*?\slang\s*=\s*[\"']?([A-Za-z]{2,3})", re.IGNORECASE)


def read_html(data: bytes, path: Path) -> list[Draft]:
    """One draft of the page's main text. Raises SourceError if no text is found or the file is no HTML."""
    if b"\0" in data and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise SourceError(f"{path}: is a binary file, not HTML; give it the extension of its real format or remove it")
    page = trafilatura.bare_extraction(
        data, with_metadata=True, include_comments=False, include_tables=True, favor_recall=True,
        date_extraction_params={"extensive_search": False, "original_date": True, "outputformat": "%Y-%m-%d"},
    )  # fmt: skip
    if not isinstance(page, Extracted) or page.body is None:
        raise SourceError(f"{path}: no article text found in the page; save the page with its text, or as .txt")
    text = rendered.join(_blocks(page.body))
    language = _LANGUAGE.search(data)
    return [
        Draft(
            text=text,
            title=page.title or "",
            published=page.date or "",
            url=page.url or "",
            publisher=page.sitename or "",
            language=language[1].decode("ascii").lower() if language else "",
        )
    ]


def _blocks(element: Any) -> Iterator[tuple[str, str]]:
    """(kind, text) of each block of trafilatura's tree, in order."""
    for child in element:
        if child.tag == "head":
            yield "heading", rendered.heading(_text(child), int(re.sub(r"\D", "", child.get("rend") or "") or 2))
        elif child.tag == "list":
            yield from (("item", rendered.item(_own_text(entry))) for entry in child.iter("item"))
        elif child.tag == "table":
            yield from (("row", rendered.row(_text(cell) for cell in line.iter("cell"))) for line in child.iter("row"))
        elif child.tag in ("quote", "div") and len(child):
            yield from _blocks(child)
        else:
            yield from (("text", rendered.one_line(line)) for line in _text(child).split("\n"))


def _text(element: Any) -> str:
    """An element's words; line breaks inside it stay line breaks."""
    for line in element.iter("lb"):
        line.tail = "\n" + (line.tail or "")
    return "".join(element.itertext())


def _own_text(entry: Any) -> str:
    """A list item's words without those of a list inside it, whose items stand for themselves."""
    return (entry.text or "") + "".join(map(_with_tail, entry))


def _with_tail(child: Any) -> str:
    return ("" if child.tag == "list" else _text(child)) + (child.tail or "")
