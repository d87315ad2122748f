"""Text to articles and paragraphs with exact offsets: pure string work, the same for every format."""

from __future__ import annotations

from collections.abc import Sequence

from kg.documents.articles import Part, divide, plain
from kg.documents.blocks import BODY, Block, classify
from kg.documents.model import Article, Paragraph
from kg.documents.paragraphs import paragraphs
from kg.documents.petitions import petition_parts
from kg.documents.settle import settle
from kg.documents.wording import is_truncated


def segment(
    text: str, document_id: str, *, title: str = "", published: str = "", begin: int = 0
) -> tuple[Article, ...]:
    """The articles of a text, at least one; the last paragraph's end is the article's.

    `title` and `published` (EDTF) are what is known of the whole file. Nothing before the offset `begin` is read.
    """
    blocks = petition_parts(settle(classify(text, begin)), title)
    if not any(block.role in BODY for block in blocks):
        blocks = _all_short(blocks, title)
    read = [(part, paragraphs(part.blocks)) for part in divide(blocks, title, published)]
    kept = [pair for pair in read if pair[1]] or read[:1]
    return tuple(_article(text, document_id, n, part, found, len(kept)) for n, (part, found) in enumerate(kept, 1))


def _all_short(blocks: Sequence[Block], title: str) -> list[Block]:
    """A page without running text: the first line stays its title if more follows and no title is known."""
    found = plain(blocks)
    heads = [i for i, b in enumerate(blocks) if b.role in ("short", "heading")]
    if len(heads) > 1 and not title:
        found[heads[0]] = blocks[heads[0]]
    return found


def _article(text: str, document_id: str, number: int, part: Part, found: Sequence[Paragraph], count: int) -> Article:
    start = min([part.start, *(p.start for p in found[:1])])
    end = max((p.end for p in found), default=start)
    return Article(
        id=f"{document_id}#{number}",
        number=number,
        title=part.title,
        section=part.title if count > 1 else "",
        start=start,
        end=end,
        paragraphs=tuple(found),
        published=part.published,
        published_by_page=part.by_page,
        truncated=bool(found) and is_truncated(text[found[-1].start : found[-1].end]),
    )
