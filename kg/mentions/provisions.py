"""Articles and sections of laws: "Article 125", "Articles 12 and 14 of the Press Act"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from kg.mentions.citation_forms import NUMBER
from kg.mentions.model import Mention, Sentence
from kg.mentions.shapes import CAP, JOIN, WORD
from kg.mentions.spans import part

PROVISION = re.compile(
    rf"\b(?P<kind>[Aa]rticles?|[Ss]ections?|Art\.) (?P<numbers>{NUMBER}(?:(?:,| and| or|, and) {NUMBER})*)"
    r"(?! (?:percent|per cent|people|protesters|members))"
)
OF_LAW = re.compile(
    rf"(?: \([^)]{{1,80}}\))?,? (?:of|under|in) (?:the |its |(?:the )?country[’']s |{CAP}[’']s )*"
    rf"(?P<law>(?:{WORD} )*"
    r"(?:Code|Act|Law|Constitution|Ordinance|Decree-Law \d+|Statute|constitution|law|act|code|bill)\b"
    rf"(?: (?:on|of|for) {WORD}(?:{JOIN} {WORD})*)?)"
)


def find(sentence: Sentence) -> Iterator[Mention]:
    """A mention for each article number; `part_of` in its facts is the law as the sentence names it."""
    for m in PROVISION.finditer(sentence.text):
        law = OF_LAW.match(sentence.text, m.end())
        facts: dict[str, object] = {"part_of": law["law"]} if law else {}
        kind = "Article" if m["kind"].lower().startswith("art") else "Section"
        for k, number in enumerate(re.finditer(NUMBER, m["numbers"])):
            start = m.start() if k == 0 else m.start("numbers") + number.start()
            text = sentence.text[start : m.start("numbers") + number.end()]
            yield replace(part(sentence, start, text, "LawProvision", "provision", facts), name=f"{kind} {number[0]}")
