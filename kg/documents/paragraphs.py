"""The blocks of one article to its paragraphs: headings, leads, shortcodes and glued headings cut out (pure)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.documents.blocks import BODY, Block
from kg.documents.datelines import prefix_end
from kg.documents.glued import glued_headings
from kg.documents.lines import trim
from kg.documents.model import Paragraph, ParagraphKind
from kg.documents.petitions import heads_inside
from kg.documents.settle import introduces
from kg.documents.wording import clean_heading, last_sentence, more_link, title_case, words

_SHORTCODE = re.compile(
    r"\[(?P<name>caption|gallery|embed|video|audio|playlist|vc_\w+|et_pb_\w+|su_\w+)\b[^\]]*\](?:(?:(?!\[(?P=name)\b).)*?\[/(?P=name)\])?",
    re.DOTALL,
)
ORPHAN_WORDS = 8
"""From so many words on a short line without text below it may be a sentence that lacks its stop."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a block; `heading` is the glued heading above it, None if there is none."""

    start: int
    end: int
    heading: str | None = None


def paragraphs(blocks: Sequence[Block]) -> list[Paragraph]:
    """The paragraphs of an article in order. Short lines with text below become headings, the others are left out."""
    found: list[Paragraph] = []
    heading, lead, titled = "", None, -1
    for i, block in enumerate(blocks):
        if block.role == "title":
            # the number of a petition and its title, one below the other, head one part
            titled = titled if found and i and blocks[i - 1].role == "title" else block.start
            heading, lead = clean_heading(block.text), None
            found.append(Paragraph(block.start, block.end, "title", heading, titled=titled))
        elif block.role == "field":
            found.append(Paragraph(block.start, block.end, "field", heading, titled=titled))
        elif _heads(blocks, i, bool(found)):
            heading = clean_heading(block.text)
            titled = titled if block.role == "date" or heads_inside(block.text) else -1
            lead = (block.start, block.end) if block.text.endswith(":") else None
        elif block.role in ("item", "row"):
            lead = None if found and found[-1].kind not in ("text", block.role) else lead
            kind: ParagraphKind = "item" if block.role == "item" else "row"
            found.append(Paragraph(block.start, block.end, kind, heading, lead, titled))
        elif block.role == "text" or _is_orphan_sentence(blocks, i, bool(found)):
            for piece in _pieces(block, first=not found):
                heading = heading if piece.heading is None else piece.heading
                found.append(Paragraph(piece.start, piece.end, "text", heading, titled=titled))
            lead = _lead(block)
    return found


def _heads(blocks: Sequence[Block], i: int, body: bool) -> bool:
    """Whether a block is a heading: marked as one, or a short line (in the body: a date too) with text right below."""
    block = blocks[i]
    if block.role == "heading":
        return True
    below = next((b.role for b in blocks[i + 1 :] if b.role not in ("caption", "frame")), "")
    return block.role in (("short", "date") if body else ("short",)) and below in BODY


def _is_orphan_sentence(blocks: Sequence[Block], i: int, body: bool) -> bool:
    block = blocks[i]
    beside = [blocks[k].role for k in (i - 1, i + 1) if 0 <= k < len(blocks)]
    return (
        block.role == "short"
        and body
        and "short" not in beside
        and len(words(block.text)) >= ORPHAN_WORDS
        and not title_case(block.text)
    )


def _lead(block: Block) -> tuple[int, int] | None:
    """The last sentence of a block that introduces a list."""
    return (block.start + last_sentence(block.text), block.end) if introduces(block.text) else None


def _pieces(block: Block, *, first: bool) -> Iterator[Piece]:
    skip = prefix_end(block.text)[0] if first else 0
    position = skip
    end = more_link(block.text)
    for match in [*_SHORTCODE.finditer(block.text, skip, end), None]:
        stop = match.start() if match else end
        yield from _unglued(block, position, stop)
        position = match.end() if match else stop


def _unglued(block: Block, start: int, stop: int) -> Iterator[Piece]:
    """The stretch without its glued headings, in pieces that hold at least one letter or digit."""
    position, heading = start, None
    for cut in glued_headings(block.text[start:stop]):
        end = start + (cut.end if cut.signature else cut.start)
        yield from _kept(block, position, end, heading)
        heading = (
            None if cut.signature else clean_heading(block.text[start + cut.start : start + cut.end].strip('“”"«»'))
        )
        position = start + cut.resume
    yield from _kept(block, position, stop, heading)


def _kept(block: Block, start: int, stop: int, heading: str | None) -> Iterator[Piece]:
    start, stop = trim(block.text, start, stop)
    if any(c.isalnum() for c in block.text[start:stop]):
        yield Piece(block.start + start, block.start + stop, heading)
