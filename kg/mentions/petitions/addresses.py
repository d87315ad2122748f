"""Petitions that a text calls addresses or submissions: only where it speaks of collective or citizens' ones."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from kg.mentions.extent import left_end, right_end
from kg.mentions.model import Mention, Sentence
from kg.mentions.norms.described import described
from kg.mentions.shapes import SERIAL_NUMBER
from kg.mentions.spans import part

if TYPE_CHECKING:
    from kg.mentions.tokens import Token

NOUN = r"(?:address|submission)"
PUBLIC = re.compile(rf"\b(?:collective|citizens[’']|citizen|popular) {NOUN}(?:es|s)?\b", re.IGNORECASE)
WORD = re.compile(rf"\b(?:counter-)?{NOUN}\b", re.IGNORECASE)
SERIAL = re.compile(rf"\b(?P<name>{NOUN.capitalize()} {SERIAL_NUMBER})", re.IGNORECASE)
TITLED = re.compile(
    rf"\b(?:counter-)?{NOUN}(?:,? (?:titled|entitled|called|named|headed))?,? "
    r"[“\"](?P<title>[A-Z][^”\"]{5,}?),?[”\"]",
    re.IGNORECASE,
)
LINKS = frozenset({"against", "for", "on", "about", "demanding", "calling", "asking", "opposing"})
# What somebody says or where somebody lives: "in her address", "the address book".
OF_SOMEBODY = frozenset({"her", "his", "their", "my", "e-mail", "email", "ip", "home", "web", "inaugural", "opening"})


def find(sentence: Sentence) -> Iterator[Mention]:
    """Numbered, titled and described addresses of a sentence."""
    if WORD.search(sentence.text) is None or PUBLIC.search(sentence.document.text) is None:
        return
    for m in SERIAL.finditer(sentence.text):
        yield part(sentence, m.start("name"), m["name"], "Petition", "petition-title")
    for m in TITLED.finditer(sentence.text):
        if len(m["title"].split()) > 1:
            yield part(sentence, m.start("title"), m["title"], "Petition", "petition-title")
    for token in sentence.span:
        if token.lower_ in ("address", "submission") and token.pos_ in ("NOUN", "PROPN") and not _of_somebody(token):
            end = right_end(token, LINKS, sentence.span.end)
            if end > token.i + 2:  # more than the noun and a preposition
                found = described(sentence, left_end(token, sentence.span.start), end, "Petition", "petition")
                if found.text.split()[-1].lower() not in LINKS:  # "pass an address on to a committee"
                    yield found


def _of_somebody(token: Token) -> bool:
    return any(t.lower_ in OF_SOMEBODY or t.dep_ == "poss" for t in token.lefts)
