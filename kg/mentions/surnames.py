"""Surnames that are also towns: "Ana Valencia … Valencia denies it" tells of her, "in Valencia" of the town."""

from __future__ import annotations

import re
from collections.abc import Container

from kg.mentions.model import Mention, Sentence
from kg.mentions.shapes import CAP
from kg.mentions.sited import GOVERNED, LED

GUESSED = frozenset({"city", "city-weak", "ner-place", "led", "led-weakly", "led-in", "lexicon"})
IN = "|".join(sorted(LED))
# Right before a town: a preposition, a list that one opens, "the city of".
LEADING = re.compile(
    rf"(?<!ccording )\b(?:{IN}|[Ii]n|[Nn]ear|[Ff]rom|[Aa]t) (?:the )?(?:(?:north|south|east|west|central|downtown|"
    rf"nearby)\w* )?"
    rf"(?:{CAP}(?:, {CAP})*,? and )?$|\b(?:{'|'.join(sorted(GOVERNED))}) of $"
)
# Right behind a town: the state that it is in, or what of it is told.
BEHIND = re.compile(
    rf", {CAP}[,.;]|[-–](?:based|born)\b| (?:police|court|residents|airport|prison|municipality|province)\b"
)


def surname_of_somebody(sentence: Sentence, m: Mention, surnames: Container[str]) -> bool:
    """Whether a lone word that was taken for a town is the surname of somebody whom the document names."""
    if m.cls != "Place" or m.rule not in GUESSED or m.text not in surnames:
        return False
    before = sentence.document.text[max(sentence.start, m.start - 60) : m.start]
    after = sentence.document.text[m.end : m.end + 30]
    return not LEADING.search(before) and not BEHIND.match(after)
