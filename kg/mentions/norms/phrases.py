"""Norms that a phrase singles out: "a motion by Ann Lee to cut fees", "the statute of 1994", "an earlier version"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.mentions.extent import STOPS
from kg.mentions.model import Mention, Sentence
from kg.mentions.spans import part

# A motion is moved in a house; one "to dismiss" in a court asks for no norm.
MOTION = re.compile(
    r"\b(?<!in )(?P<noun>[Mm]otion)(?: (?:by|from|of) (?!no\b|cens|confid|thanks|condol)[^,;.]{3,60}?)? "
    r"(?P<aim>to (?!impeach|censure|remove|oust|dismiss|expel|condemn|thank)[a-z]+ [^,;.]{5,90})"
)
HOUSE = re.compile(
    r"\b(?:voted?|votes|voting|[Cc]ommittee|[Pp]arliament|[Dd]eput(?:y|ies)|[Ll]awmakers?|MPs?|[Ss]enat(?:e|ors?)|[Cc]ouncil(?:lors?)?|"
    r"[Cc]hamber|[Aa]ssembly|legislat\w+|[Cc]ongress|opposition|independent member|tabled|seconded)\b"
)
COURT = re.compile(
    r"\b(?:courts?|judges?|attorneys?|lawyers?|prosecut\w+|bail|trial|hearing|defen[cs]e)\b", re.IGNORECASE
)
OF_YEAR = re.compile(r"\b(?P<name>(?:statute|law|act|ordinance|charter) of (?:18|19|20)\d\d)\b")
VERSION = re.compile(
    r"\b(?P<name>(?:earlier|previous|first|original|initial|milder|softer|harsher|watered-down) (?:version|draft) "
    r"of the (?:(?:[a-z]+ ){0,2}(?:law|bill|act|amendment|ordinance)"
    r"|(?:[A-Z][\w’'-]+ (?:(?:on|of|and|for) )?){1,6}(?:Act|Law|Bill|Code)))\b"
)
LONGEST = 11


def find(sentence: Sentence) -> Iterator[Mention]:
    """The motions, acts of a year and former versions of a sentence."""
    text = sentence.text
    for m in OF_YEAR.finditer(text):
        yield part(sentence, m.start("name"), m["name"], "Law", "described-norm")
    for m in VERSION.finditer(text):
        yield part(sentence, m.start("name"), m["name"], "Bill", "described-norm")
    if "otion" in text and HOUSE.search(text) and not COURT.search(text):
        for m in MOTION.finditer(text):
            aim = _aim(m["aim"])
            if aim:
                called = {"called": f"motion {aim}"}
                yield part(sentence, m.start("noun"), m["noun"], "Bill", "described-norm", called)


def _aim(words: str) -> str:
    """The words of the purpose up to the verb of the sentence."""
    kept: list[str] = []
    for word in words.split()[:LONGEST]:
        if word in STOPS:
            break
        kept.append(word)
    return " ".join(kept) if len(kept) > 1 else ""
