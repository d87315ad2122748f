"""The document as every later room sees it. Offsets are Unicode code points into `Document.text`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

ParagraphKind = Literal["text", "item", "row", "title", "field"]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A run of running text: `document.text[start:end]`. Captions, page furniture and headings are never inside one.

    `kind` is "text", "item" (a list item, bullet and label sign left out) or "row" (a table row, or a line of a
    table whose cells the page has glued together). `heading` is the nearest heading above, "" if there is none.
    `lead` is, for items and rows, the sentence that introduces the list (its start and end), else None.

    The titles of petitions are paragraphs of the kind "title", the lines below them that name their author, signatures
    and dates of the kind "field". `titled` is where the title of the petition begins in whose part of the page the
    paragraph stands, -1 outside such parts.
    """

    start: int
    end: int
    kind: ParagraphKind = "text"
    heading: str = ""
    lead: tuple[int, int] | None = None
    titled: int = -1


@dataclass(frozen=True, slots=True)
class Article:
    """One article of a page. A document with one article has `section == ""`, as the records want it.

    `id` is `<document id>#<n>`. `published` is EDTF or "", `published_by_page` tells that it is only the page's date
    and so an upper bound. `work` is one value for all copies of the same article, in this document or in others.
    """

    id: str
    number: int
    title: str
    section: str
    start: int
    end: int
    paragraphs: tuple[Paragraph, ...]
    published: str = ""
    published_by_page: bool = False
    truncated: bool = False
    work: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """A file that was read. `id` is the file's stem; `text` is what all offsets count in."""

    id: str
    sha256: str
    path: str
    text: str
    articles: tuple[Article, ...]
    title: str = ""
    published: str = ""
    url: str = ""
    publisher: str = ""
    language: str = "en"
