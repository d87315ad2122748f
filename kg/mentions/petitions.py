"""Petitions, by their quoted titles or by what they ask: “Hands off the Bay”, "a petition against the dam"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from kg.mentions.described import described
from kg.mentions.extent import left_end, right_end
from kg.mentions.model import Mention, Sentence
from kg.mentions.shapes import UPPER
from kg.mentions.spans import part

if TYPE_CHECKING:
    from kg.mentions.tokens import Token

NOUNS = frozenset({"petition", "petitions", "e-petition", "-petition", "counterpetition"})
LINKS = frozenset(
    {"by", "against", "for", "on", "about", "to", "demanding", "calling", "urging", "seeking", "asking", "opposing"}
)
QUOTED = r"[“\"‘](?P<title>[^”\"’]*(?:[’'](?:s|t)\b[^”\"’]*)*)[”\"’]"
# "a petition launched by nurses": who made it tells which one it is.
MADE = frozenset({"launched", "started", "created", "initiated", "organised", "organized", "filed", "begun"})
# "a petition with 9,000 signatures to the mayor"
NUMBERED = frozenset({"with"})
NAMED = r"(?:,? (?:titled|entitled|called|named|dubbed|headlined|headed|under the title|with the title))?"
SERIAL = re.compile(r"\b(?P<name>[Pp]etition (?:No\.?|Nr\.?|number|№) ?[\w/-]*\d[\w/-]*)")
TITLED = re.compile(rf"petitions?{NAMED},? ?{QUOTED}", re.IGNORECASE)
# The title in apposition to the whole description: "a petition against the fees, “Open the Gates”, had …"
APPOSED = re.compile(rf"petitions?\b(?: [a-z’'-]+){{1,8}}, {QUOTED}")
# The title as the subject of what petitions go through; the word itself stands in a sentence near by.
LAUNCHED = re.compile(
    rf"{QUOTED} (?:was|has been|had been|has|had) "
    r"(?:launched|opened|started|created|submitted|lodged|filed|handed|signed|collected|gathered|received|attracted|registered)\b"
)
CAPITAL = re.compile(rf"[{UPPER}]")
NEAR = 600
SHORTEST = 3
# What stands before a petition that asks a court, not the public.
LAWSUITS = frozenset({"corpus", "writ", "bail", "constitutional", "election", "divorce", "clemency", "winding-up"})


def find(sentence: Sentence) -> Iterator[Mention]:
    """Titled and described petitions of a sentence."""
    yield from _titled(sentence)
    for m in SERIAL.finditer(sentence.text):
        yield part(sentence, m.start("name"), m["name"], "Petition", "petition-title")
    for token in sentence.span:
        if token.lower_ in NOUNS and not _to_a_court(token):
            links = LINKS if _generic(token) else LINKS | NUMBERED | _maker(token)
            end = right_end(token, links, sentence.span.end)
            if end > token.i + 1:
                yield described(sentence, left_end(token, sentence.span.start), end, "Petition", "petition")


def _titled(sentence: Sentence) -> Iterator[Mention]:
    if not any(mark in sentence.text for mark in '“"‘'):
        return
    forms = [TITLED, APPOSED, *([LAUNCHED] if _near_petition(sentence) else [])]
    for m in (m for form in forms for m in form.finditer(sentence.text)):
        title = m["title"].strip(" ,.")
        if len(title.split()) >= SHORTEST and CAPITAL.match(title):
            yield part(sentence, m.start("title"), title, "Petition", "petition-title")


def _maker(token: Token) -> frozenset[str]:
    """The word after the noun, if it leads to whoever made the petition."""
    after = token.doc[token.i + 1 : token.i + 3]
    return MADE if len(after) == 2 and after[0].lower_ in MADE and after[1].lower_ in ("by", "with") else frozenset()


def _to_a_court(token: Token) -> bool:
    """ "a habeas corpus petition", "a writ petition": papers of a lawsuit."""
    return token.i > token.sent.start and token.nbor(-1).lower_ in LAWSUITS


def _generic(token: Token) -> bool:
    """ "must consider a petition with 9,000 signatures": any petition."""
    return any(t.tag_ == "MD" for t in token.head.lefts)


def _near_petition(sentence: Sentence) -> bool:
    """Whether the word stands in the text around the sentence, in the same article."""
    article = sentence.article
    around = sentence.document.text[max(article.start, sentence.start - NEAR) : min(article.end, sentence.end + NEAR)]
    return "petition" in around.lower()
