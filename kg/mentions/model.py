"""Sentences and mentions: what the language stage hands to the rooms above."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.documents.model import Article, Document, Paragraph
    from kg.mentions.tokens import Span, Token


BLANKS = dict.fromkeys([0xA0, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000], " ")


def plain_blanks(text: str) -> str:
    """The text with no-break spaces and other odd blanks as plain ones, of the same length."""
    return text if text.isprintable() else text.translate(BLANKS)


@dataclass(frozen=True, slots=True, eq=False)
class Sentence:
    """One sentence: `document.text[start:end]` is `span.text`, odd spaces aside (asserted where it is made).

    `span` is the parsed sentence; `span[k].idx + offset` is the document offset of its token k.
    """

    document: Document
    article: Article
    paragraph: Paragraph
    span: Span
    start: int
    end: int
    tokens: tuple[Token, ...] = field(init=False, repr=False)
    _starts: list[int] = field(init=False, repr=False)
    _ends: list[int] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Keep the tokens and where each begins and ends."""
        tokens = tuple(self.span)
        object.__setattr__(self, "tokens", tokens)
        object.__setattr__(self, "_starts", [t.idx for t in tokens])
        object.__setattr__(self, "_ends", [t.idx + len(t) for t in tokens])

    def token_range(self, start: int, end: int) -> tuple[int, int]:
        """Which tokens (indexes within the span, end excluded) touch a stretch of the document."""
        return bisect_right(self._ends, start - self.offset), bisect_left(self._starts, end - self.offset)

    @property
    def text(self) -> str:
        """The sentence's words, character for character as in the document, every kind of blank a plain one."""
        return plain_blanks(self.document.text[self.start : self.end])

    @property
    def offset(self) -> int:
        """What to add to a token's `idx` to get a document offset."""
        return self.paragraph.start


@dataclass(frozen=True, slots=True)
class Mention:
    """A span that names something. `document.text[start:end] == text`.

    `cls` is a class of the ontology (local name). `name` is the form to call it by ("Kazakhstan" for the adjective
    "Kazakh"; the words themselves otherwise). `rule` tells who found it. `facts` carries what the rule read besides:
    `iso`, `country`, `part_of`, `protected`, `signatures`, `adjective`, `former`, `held` (the mentions inside a long
    description) …
    """

    start: int
    end: int
    text: str
    cls: str
    name: str
    rule: str
    facts: Mapping[str, object] = field(default_factory=dict, hash=False)
