"""Lines to blocks: what each line is by itself and by its neighbours' shape (pure)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.documents.datelines import read_dateline
from kg.documents.furniture import furniture_role
from kg.documents.lines import Line, split_lines
from kg.documents.tables import RULE, table_lines
from kg.documents.wording import clean_heading, ends_sentence, is_truncated, title_case, vocabulary, words

HEADING_MOST = 200
"""The longest heading or title, in code points."""
TITLE_WORDS = 26
_HEADING = re.compile(r"#{1,6}\s+|\*\*(?=[^*]+\*\*:?$)|__(?=[^_]+__:?$)")
_QUOTED = re.compile(r">\s?")
_BULLET = re.compile(r"(?:[•●▪▫◦‣⁃∙■□►▶➢➤✓✔]\s*|[·–—*+-]\s+)+(?=\S)(?:\[[ xX]\]\s+)?")
_LABEL = re.compile(r"(?:\(?(?:\d{1,3}|[a-z]|[ivx]{1,4})\)|\d{1,3}\.|[a-z]\.)\s+(?=\S)")
_OUTLINE = re.compile(
    r"(?:(?:\d{1,2}(?:\.\d{1,2})*\.?|[IVXL]{1,5}[.):]?|[A-Z][.)]|(?:Part|Chapter|Section|Annex)\s+[\dIVXA-Z]{1,4}[.:]?)\s+)(?=[A-Z“\"])"
)
_FOOTNOTE = re.compile(r"\[\^?\d{1,3}\]:?\s*\S|[¹²³⁴⁵⁶⁷⁸⁹]\S*\s*\S|\d{1,3}\s+(?:[Ii]bid|[Ss]ee\s|Id\.)")


@dataclass(frozen=True, slots=True)
class Block:
    """A line with a role: text, item, row, short (a title or heading, if anything), heading (marked as one), date,
    footnote, fence, title or field (of petitions.py), or one of furniture.py.

    `start` and `end` leave bullets and heading marks out; `text` is the words between. `label` is the bullet or number,
    `date` the EDTF of a dateline, `level` the depth of a marked heading (1 is a title).
    """

    start: int
    end: int
    role: str
    text: str
    gap: bool = True
    label: str = ""
    date: str = ""
    sure: bool = False
    level: int = 0


def classify(text: str, begin: int = 0) -> list[Block]:
    """All lines of a text as blocks, furniture left out."""
    lines = split_lines(text, begin)
    rows = table_lines(["" if _is_furniture(line.text) else line.text for line in lines])
    found: list[Block] = []
    fenced = False
    for index, line in enumerate(lines):
        if line.text.startswith(("```", "~~~")):
            fenced = not fenced
        elif not fenced:
            found.append(_part(line, "row") if index in rows and not RULE.fullmatch(line.text) else _block(line))
    return [block for block in found if block.role != "furniture"]


def _is_furniture(line: str) -> bool:
    return furniture_role(line) != "" and any(c.isalnum() for c in line)


def _block(line: Line) -> Block:
    if _FOOTNOTE.match(line.text):
        return _part(line, "footnote")
    role = furniture_role(line.text)
    if role:
        return _part(line, role)
    dateline = read_dateline(line.text.strip("*_# "))
    if dateline:
        return Block(line.start, line.end, "date", line.text, line.gap, date=dateline.published, sure=dateline.sure)
    return _marked(line) or _part(line, "short" if is_short(line.text) else "text")


def _marked(line: Line) -> Block | None:
    """A line whose first signs say what it is: heading, quotation, bullet, number."""
    mark = _HEADING.match(line.text)
    if mark and len(line.text) <= HEADING_MOST:
        level = mark.group().count("#") or 3
        return _part(line, "heading", skip=mark.end(), level=level)
    quoted = _QUOTED.match(line.text)
    if quoted and quoted.end() < len(line.text):
        return _part(line, "text", skip=quoted.end())
    bullet = _BULLET.match(line.text) or _LABEL.match(line.text)
    if bullet is None:
        return None
    inner = _LABEL.match(line.text, bullet.end())
    stop = inner.end() if inner else bullet.end()
    return _part(line, "item", skip=stop, label=line.text[:stop].strip())


def _part(line: Line, role: str, *, skip: int = 0, label: str = "", level: int = 0) -> Block:
    return Block(line.start + skip, line.end, role, line.text[skip:], line.gap, label=label, level=level)


def is_short(text: str) -> bool:
    """Whether a line can be a title or a heading: short, no sentence's end, or a question, or Title Case throughout."""
    count = len(words(text))
    if not count or len(text) > HEADING_MOST or count > TITLE_WORDS or is_truncated(text) or text[-1] in ",;":
        return False
    if text.endswith(":"):
        return is_outline(text) or title_case(text) or count == 1
    if not ends_sentence(text):
        return True
    if re.search(r"[.!?]\s+[A-Z]", text.rstrip()[:-1]) and not title_case(text):
        return False
    return title_case(text) if text.rstrip('"”’)').endswith(".") else count <= 14


def is_outline(text: str) -> bool:
    """Whether a line is a numbered heading: "IV Findings:", "2.1 Legal framework", "Part II. The Law"."""
    mark = _OUTLINE.match(text)
    if mark is None or len(words(text)) > 14 or len(text) > 110:
        return False
    return not ends_sentence(text) or title_case(text[mark.end() :])


def is_single(text: str) -> bool:
    """Whether a line is one of the words that head a section everywhere ("Background")."""
    return clean_heading(text).lower() in vocabulary("singles")


BODY = ("text", "item", "row", "title", "field")
"""The roles that become paragraphs."""
