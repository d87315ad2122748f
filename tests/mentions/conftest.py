"""Sentences for the finders' tests: by hand, without a model, or read by the real one."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
import spacy
from spacy.tokens import Doc

from kg.documents.model import Article, Document, Paragraph
from kg.mentions import analysis
from kg.mentions.model import Sentence

BLANK = spacy.blank("en")


def document(text: str, *, kind: str = "text", name: str = "doc") -> Document:
    """A document of one article, a paragraph for each line."""
    paragraphs, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            paragraphs.append(Paragraph(start, start + len(line), kind))  # type: ignore[arg-type]
        start += len(line) + 1
    article = Article(f"{name}#0", 0, "", "", 0, len(text), tuple(paragraphs))
    return Document(name, "", f"{name}.txt", text, (article,))


def sentence_of(doc: Doc, text: str, *, kind: str = "text") -> Sentence:
    """One sentence over the whole text."""
    made = document(text, kind=kind)
    article = made.articles[0]
    return Sentence(made, article, article.paragraphs[0], analysis.plain_values(doc)[:], 0, len(text))


@pytest.fixture(scope="session")
def blank() -> Callable[..., Sentence]:
    """A sentence that is only cut into words: for what reads words and letters alone."""
    return lambda text, kind="text": sentence_of(BLANK(text), text, kind=kind)


@pytest.fixture(scope="session")
def tagged() -> Callable[[Sequence[tuple[str, str, str, int]]], Sentence]:
    """A sentence whose words carry the tags, relations and heads that the test gives, a blank between all words."""

    def make(words: Sequence[tuple[str, str, str, int]]) -> Sentence:
        texts = [w for w, _, _, _ in words]
        pos = [
            {"NNP": "PROPN", "NNPS": "PROPN", "NN": "NOUN", "NNS": "NOUN", "JJ": "ADJ", "POS": "PART"}.get(t, t)
            for _, t, _, _ in words
        ]
        tags = [t if t.isupper() else "XX" for _, t, _, _ in words]
        doc = Doc(
            BLANK.vocab,
            texts,
            [True] * (len(texts) - 1) + [False],
            pos=pos,
            tags=tags,
            deps=[d for _, _, d, _ in words],
            heads=[h for _, _, _, h in words],
        )
        return sentence_of(doc, doc.text)

    return make


@pytest.fixture(scope="session")
def read() -> Callable[..., list[Sentence]]:
    """The sentences of a text, parsed by the trained model; each line is a paragraph."""

    def make(text: str, name: str = "doc", kind: str = "text") -> list[Sentence]:
        made = document(text, name=name, kind=kind)
        return analysis.sentences(made, next(iter(analysis.parse([made]))))

    return make
