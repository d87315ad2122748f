"""Petitions named by the titles of a page that tells of one after the other: "PE2087: Light the towpaths"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.documents.petitions import PAPER_NUMBER
from kg.mentions.model import Mention, Sentence
from kg.mentions.spans import part

# "Citizens' initiative “Water Is Not for Sale” (KAA 3/2025)": what stands in quotation marks.
QUOTED = re.compile(r"[“\"«](?P<name>[^”\"»]{4,})[”\"»]")
# "Petition No 412/2023 by Ann Lee (Irish) on post offices", "Petition 164207"
NUMBERED = re.compile(rf"(?P<name>{PAPER_NUMBER})(?P<rest>.*)")
# "Petition 2024/007: Keep the Ferries"
CODED = re.compile(rf"(?:{PAPER_NUMBER}|[A-Z]{{1,4}}-?\d{{2,6}})(?:[:.]| [-–—]) ?(?P<name>\S.{{6,}})")


def find(sentence: Sentence) -> Iterator[Mention]:
    """The petition that a title names."""
    if sentence.paragraph.kind != "title" or sentence.start != sentence.paragraph.start:
        return
    text = sentence.text
    m = QUOTED.search(text) or CODED.fullmatch(text) or NUMBERED.fullmatch(text)
    start, name = (m.start("name"), m["name"]) if m else (0, text)
    yield part(sentence, start, name.strip(" .,"), "Petition", "petition-title")


def is_plain(sentence: Sentence) -> bool:
    """Whether a title is nothing but a name, so that no other name is looked for in it."""
    numbered = NUMBERED.fullmatch(sentence.text)
    return sentence.paragraph.kind == "title" and not (numbered and numbered["rest"].startswith(" by "))
