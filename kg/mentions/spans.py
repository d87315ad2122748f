"""Mentions from tokens of a sentence, and the state that stands before them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from kg import authorities
from kg.mentions.model import Mention, Sentence

if TYPE_CHECKING:
    from kg.mentions.tokens import Span, Token


def mention(
    sentence: Sentence, start: int, end: int, cls: str, rule: str, facts: Mapping[str, object] | None = None
) -> Mention:
    """A mention over tokens `start:end` of the sentence's span."""
    found = sentence.span[start:end]
    return part(sentence, found.start_char + sentence.offset - sentence.start, found.text, cls, rule, facts)


def part(
    sentence: Sentence, start: int, text: str, cls: str, rule: str, facts: Mapping[str, object] | None = None
) -> Mention:
    """A mention of `text`, which stands `start` characters into the sentence, called `text`."""
    a = sentence.start + start
    return Mention(a, a + len(text), sentence.document.text[a : a + len(text)], cls, text, rule, facts or {})


def state(text: str) -> authorities.Country | None:
    """The state that a name, an adjective or a demonym means."""
    return authorities.country_by_name(text) or authorities.country_by_adjective(text)


def owner_facts(found: authorities.Country | None) -> dict[str, object]:
    """The facts of what belongs to a state, none without one."""
    return {"country": found.iso, "owner": found.name} if found else {}


def possessed(span: Span, start: int) -> dict[str, object]:
    """The state that owns or qualifies what begins at `start`: "Kenya’s …", "Kenyan …"."""
    i = start - 1
    if i >= 1 and span[i].tag_ == "POS":
        i -= 1
    for width in (3, 2, 1):
        if i - width + 1 >= 0:
            text = span[i - width + 1 : i + 1].text
            country = authorities.country_by_name(text) or (
                authorities.country_by_adjective(text) if width == 1 else None
            )
            if country and text[:1].isupper():
                return owner_facts(country)
    return {}


def last_token(sentence: Sentence, end: int) -> Token | None:
    """The token that ends `end` characters into the sentence, None if the end is inside one."""
    base = sentence.span.start_char
    return next((t for t in sentence.span if t.idx + len(t.text) - base == end), None)


def is_modifier(token: Token | None) -> bool:
    """Whether a noun only qualifies the next one: "police" in "police station"."""
    return token is not None and token.dep_ in {"compound", "nmod", "amod", "poss"} and token.head.i > token.i \
        and token.head.text[:1].islower() and not _possessive(token)  # fmt: skip


def _possessive(token: Token) -> bool:
    return token.i + 1 < len(token.doc) and token.nbor(1).tag_ == "POS"
