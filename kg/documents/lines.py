"""Text to lines with offsets; hard-wrapped lines are put together again (pure)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

_BREAK = re.compile(r"\r\n|[\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029]")
_INVISIBLE = "\ufeff\u200b\u200c\u200d\u200e\u200f\u2060\u00ad"
_LABEL = re.compile(r"[•●▪▫◦‣⁃∙·■□►▶➢➤✓✔–—*+#>|-]\s*\S|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]\s")
WRAP_LEAST, WRAP_MOST = 45, 130
"""Between these lengths, in code points, lies the longest line of a file that breaks lines by width."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank: `text == whole[start:end]`, white space at both ends left out.

    `gap` tells that a blank line, or the beginning of the text, is above it.
    """

    start: int
    end: int
    text: str
    gap: bool


def split_lines(text: str, begin: int = 0) -> list[Line]:
    """The lines of `text[begin:]` that hold anything, in order; wrapped ones joined."""
    found: list[Line] = []
    gap, position = True, begin
    for stop, after in [*((m.start(), m.end()) for m in _BREAK.finditer(text, begin)), (len(text), len(text))]:
        start, end = trim(text, position, stop)
        if start < end:
            found.append(Line(start, end, text[start:end], gap))
        gap, position = start >= end, after
    return _unwrap(text, found)


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """The same span without white space and invisible characters at its ends; empty spans come out as (end, end)."""
    while start < end and (text[start].isspace() or text[start] in _INVISIBLE):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in _INVISIBLE):
        end -= 1
    return start, end


def _unwrap(text: str, lines: list[Line]) -> list[Line]:
    """Join the lines of a file that breaks them by width: no line is long, and many go on in lower case."""
    width = max((len(line.text) for line in lines), default=0)
    inner = [(one, other) for one, other in pairwise(lines) if not other.gap]
    flowing = sum(other.text[0].islower() and not _LABEL.match(other.text) for _, other in inner)
    if not WRAP_LEAST <= width <= WRAP_MOST or len(inner) < 2 or flowing < 0.3 * len(inner):
        return lines
    joined = lines[:1]
    for line in lines[1:]:
        if line.gap or not _goes_on(joined[-1], line, width):
            joined.append(line)
        else:
            start = joined[-1].start
            joined[-1] = Line(start, line.end, text[start : line.end], joined[-1].gap)
    return joined


def _goes_on(one: Line, other: Line, width: int) -> bool:
    if _LABEL.match(other.text):
        return False
    full = len(re.split(_BREAK, one.text)[-1]) >= 0.7 * width
    return full or (other.text[0].islower() and one.text[-1] not in ":;")
