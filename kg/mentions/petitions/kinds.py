"""What is put up for signing under other names than "petition": drives, initiatives, open letters, addresses."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.mentions.model import Sentence
    from kg.mentions.tokens import Token

# What is put up for signing under other names; each needs the words before it, or signatures beside it.
DRIVES = frozenset({"campaign", "drive", "collection"})
INITIATIVES = frozenset({"citizen", "citizens", "popular", "people", "public", "voters"})
APPEALS = frozenset({"appeal", "letter", "call"})
PUBLIC = frozenset({"online", "public", "collective", "open", "joint", "electronic"})
# Estonia's name for them, and whatever its texts call "address" beside it.
ADDRESSES = frozenset({"address", "-address"})
COLLECTIVE = re.compile(r"\b[Cc]ollective address(?:es)?\b")
SIGNATURES = re.compile(r"\b(?:signatures|signatories)\b")
# A letter that so many sign is no statement of a few.
THOUSANDS = re.compile(
    r"\b(?:\d{1,3}(?:,\d{3})+|tens of thousands|hundreds of thousands|thousands)(?: of)?(?: [a-z]+){1,3} "
    r"(?:have |had |has )?signed\b|\bsigned by (?:[a-z]+ ){0,3}\d{1,3}(?:,\d{3})+ (?!lawyers|academics|scholars)[a-z]+"
)
_POST = r"\bappeal (?:asking|urging|demanding|calling|for|against|to)\b"
_SITES = r"\b(?:Change\.org|Avaaz|MoveOn|petition (?:site|portal|platform|website))\b"
POSTED = re.compile(rf"{_SITES}.*{_POST}|{_POST}.*\b(?:on|via) {_SITES}")
SIGNED = re.compile(r"\b(?:signatures?|signatories|signed|signing|sign)\b")


def signed_by_other_names(token: Token, sentence: Sentence) -> bool:
    """ "a signature drive against …", "a citizens' initiative to …", "an online appeal with 900 signatures"."""
    if token.i == sentence.span.start:
        return False
    before = token.nbor(-1).lower_
    if token.lower_ in DRIVES:
        return before in ("signature", "signatures", "signing")
    if token.lower_ in ADDRESSES:
        article = sentence.article
        return bool(COLLECTIVE.search(sentence.document.text, article.start, article.end))
    if token.lower_ == "initiative":
        return owner(token).lower_ in INITIATIVES
    signed = SIGNED if token.lower_ != "letter" else SIGNATURES
    told = before in PUBLIC and (signed.search(sentence.text) or THOUSANDS.search(sentence.text))
    return token.lower_ in APPEALS and bool(told or (token.lower_ == "appeal" and POSTED.search(sentence.text)))


def is_of_a_kind(token: Token) -> bool:
    """Whether the word before the noun makes it one of its kind: "open letter", "signature drive"."""
    return token.nbor(-1).lower_ in PUBLIC | {"signature", "signatures", "signing"}


def owner(token: Token) -> Token:
    """Whose an initiative is: the word before it, over an apostrophe."""
    before = token.nbor(-1)
    return before.nbor(-1) if before.lower_ in ("'", "’", "'s", "’s") and before.i > token.sent.start else before
