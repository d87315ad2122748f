"""Sentences and mentions: what the language stage hands to the rooms above."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Span

    from kg.documents.model import Article, Document, Paragraph


@dataclass(frozen=True, slots=True, eq=False)
class Sentence:
    """One sentence: `document.text[start:end] == span.text` (asserted where it is made).

    `span` is the parsed sentence; `span[k].idx + offset` is the document offset of its token k.
    """

    document: Document
    article: Article
    paragraph: Paragraph
    span: Span
    start: int
    end: int

    @property
    def text(self) -> str:
        """The sentence's words as they stand in the document."""
        return self.document.text[self.start : self.end]

    @property
    def offset(self) -> int:
        """What to add to a token's `idx` to get a document offset."""
        return self.paragraph.start


@dataclass(frozen=True, slots=True)
class Mention:
    """A span that names something. `document.text[start:end] == text`.

    `cls` is a class of the ontology (local name). `name` is the form to call it by ("Kazakhstan" for the adjective
    "Kazakh"; the words themselves otherwise). `rule` tells who found it. `facts` carries what the rule read besides:
    `iso`, `country`, `part_of`, `protected`, `signatures`, `adjective`, `former` … `rejected` is a reason, or "".
    """

    start: int
    end: int
    text: str
    cls: str
    name: str
    rule: str
    facts: Mapping[str, object] = field(default_factory=dict, hash=False)
    rejected: str = ""
