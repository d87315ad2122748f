"""Rows of treaty tables, also where the page has glued the cells together."""

from __future__ import annotations

import re

from kg.mentions.model import Mention, Sentence
from kg.mentions.spans import part

CELLS = re.compile(r"(?<=[a-z])(?=(?:Accession|Ratification|Signed|Signature|Acceded|Ratified))|\t| \| ")
TREATY = re.compile(r"Convention|Covenant|Protocol|Declaration|Charter|Treaty")


def first_cell(sentence: Sentence) -> Mention | None:
    """The treaty that a table row is about: its first cell."""
    if sentence.paragraph.kind != "row" or sentence.start != sentence.paragraph.start:
        return None
    name = CELLS.split(sentence.text)[0].strip()
    return part(sentence, 0, name, "Treaty", "row-treaty") if TREATY.search(name) else None
