"""What a petition asks, told by a verb beside it: "a petition signed by nurses had asked the city to open a ward"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.mentions.extent import trimmed

if TYPE_CHECKING:
    from kg.mentions.model import Sentence
    from kg.mentions.tokens import Token

_ASK = r"(?:asks?|asked|urges?|urged|calls? (?:up)?on|called (?:up)?on|wants?|wanted|requests?|requested|begs?|begged)"
_BODY = r"(?:[\w’'.-]+ ){1,7}?"
_AIM = r"(?:not )?to (?P<aim>[a-z]+ [^,;.:()]{4,110})"
# As its subject: "a petition … had asked the council to …"; behind a comma: "…, asking the council to …".
SUBJECT = re.compile(rf"\b{_ASK} {_BODY}{_AIM}")
PARTICIPLE = re.compile(rf"[,”\"] (?:asking|urging|calling (?:up)?on|requesting|begging) {_BODY}{_AIM}")
# As the subject of a sentence that follows.
NEXT = re.compile(
    rf"(?:^\s*|[.!?;:]\s+)(?:It|it|The petition|(?:Her|His|Their|Its) petition) (?:also )?{_ASK} {_BODY}{_AIM}"
)
ASKING = frozenset({"ask", "urge", "call", "want", "request", "beg"})
FARTHEST = 700
SHORTEST = 2


def aim_of(token: Token, sentence: Sentence) -> str:
    """The words behind "to" that tell what the petition at the noun `token` asks for, "" where none do."""
    text, at = sentence.text, token.idx + sentence.offset - sentence.start
    head = token.head
    if token.dep_ == "nsubj" and head.lemma_ in ASKING:
        m = SUBJECT.match(text, head.idx + sentence.offset - sentence.start)
        if m:
            return _aim(m)
    m = PARTICIPLE.search(text, at)
    if m and not text[at : m.start()].count("petition") > 1:
        return _aim(m)
    end = min(sentence.article.end, sentence.end + FARTHEST)
    m = NEXT.search(text, at) or NEXT.search(sentence.document.text[sentence.end : end])
    return _aim(m) if m else ""


def _aim(m: re.Match[str]) -> str:
    aim = re.split(
        r"\s(?:and (?:to|said|has|had|is|was|asks?|wants?)|because|since|as|after|while|before|when|unless|by \d)\b",
        m["aim"],
    )[0]
    aim = trimmed(re.sub(r"\b(?:its|their) (?=\w)", "the ", aim).replace("\n", " ").strip(), sent=False)
    return aim if len(aim.split()) >= SHORTEST else ""
