"""Lines of pages, as a PDF gives them, to paragraphs (pure)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from kg.documents.formats import rendered

_NUMBER = re.compile(
    r"(?:page|p\.)?\s*[-–—]?\s*(?:\d{1,4}|[ivxlc]{1,6})\s*[-–—]?\s*(?:(?:of|/)\s*\d{1,4})?", re.IGNORECASE
)
_STOP = re.compile(r"[.!?:…][\"”’'»)\]]*(?:\[?\d{1,3}\]?)?$")
_BULLET = re.compile(r"[•●▪▫◦‣■□►➢–—*-]\s|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]\s")
_HYPHEN = re.compile(r"[^\W\d_]{2}-$")
EDGE = 2
"""How many lines at the top and bottom of a page may be a running head or foot."""


def reflow(pages: Sequence[Sequence[str]]) -> str:
    """One text: running heads, page numbers and hyphens at line ends dropped, empty lines between paragraphs."""
    cleaned = [[rendered.one_line(line) for line in page] for page in pages]
    running = _running(cleaned)
    lines = [line for page in cleaned for i, line in enumerate(page) if not _is_edge(page, i, running)]
    width = _width(lines)
    paragraphs: list[str] = []
    last = ""
    for line in lines:
        if not line:
            last = ""
            continue
        if last and _continues(last, line, width):
            paragraphs[-1] = _joined(paragraphs[-1], line)
        else:
            paragraphs.append(line)
        last = line
    return "\n\n".join(paragraphs) + "\n"


def _width(lines: Sequence[str]) -> int:
    """The length of a full line: nine in ten are no longer."""
    lengths = sorted(len(line) for line in lines if line)
    return lengths[int(0.9 * (len(lengths) - 1))] if lengths else 0


def _shape(line: str) -> str:
    return re.sub(r"\d+", "#", line)


def _running(pages: Sequence[Sequence[str]]) -> frozenset[str]:
    """Shapes of lines that stand at the edge of most pages (of two at least)."""
    seen: Counter[str] = Counter()
    for page in pages:
        held = [line for line in page if line]
        seen.update({_shape(line) for line in (*held[:EDGE], *held[-EDGE:])})
    least = max(2, (len(pages) + 1) // 2)
    return frozenset(shape for shape, count in seen.items() if count >= least and len(pages) > 1)


def _is_edge(page: Sequence[str], i: int, running: frozenset[str]) -> bool:
    held = [k for k, line in enumerate(page) if line]
    if i not in (*held[:EDGE], *held[-EDGE:]):
        return False
    return _shape(page[i]) in running or bool(_NUMBER.fullmatch(page[i]))


def _continues(last: str, line: str, width: int) -> bool:
    """Whether a line goes on with the paragraph of the line above."""
    if _BULLET.match(line):
        return False
    if line[0].islower():
        return True
    full = len(last) >= 0.75 * width
    return full and not (_STOP.search(last) and len(last) < 0.9 * width)


def _joined(paragraph: str, line: str) -> str:
    if _HYPHEN.search(paragraph) and line[0].islower():
        return paragraph[:-1] + line
    return f"{paragraph} {line}"
