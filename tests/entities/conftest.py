"""Corpora of made-up texts, parsed, searched and resolved by the real rooms below."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

import pytest
import spacy

from kg.documents.model import Article, Document, Paragraph
from kg.entities.judgements import Judgement
from kg.entities.model import Entity
from kg.entities.resolve import Resolution, resolve
from kg.mentions import analysis
from kg.mentions.find import find_mentions
from kg.mentions.model import Mention, Sentence


def document(text: str, name: str) -> Document:
    """A document whose articles are divided by a line of dashes; each line is a paragraph."""
    articles: list[Article] = []
    paragraphs: list[Paragraph] = []
    start = opened = 0
    for line in [*text.split("\n"), "---"]:
        if line == "---":
            number = len(articles)
            articles.append(Article(f"{name}#{number}", number, "", "", opened, start, tuple(paragraphs)))
            paragraphs, opened = [], start + 4
        elif line.strip():
            paragraphs.append(Paragraph(start, start + len(line)))
        start += len(line) + 1
    return Document(name, "", f"{name}.txt", text, tuple(articles))


@pytest.fixture(scope="session")
def corpus() -> Callable[[Mapping[str, str]], dict[str, list[Sentence]]]:
    """The parsed sentences of texts, by document."""

    def make(texts: Mapping[str, str]) -> dict[str, list[Sentence]]:
        documents = [document(text, name) for name, text in texts.items()]
        return {d.id: analysis.sentences(d, data) for d, data in zip(documents, analysis.parse(documents), strict=True)}

    return make


@pytest.fixture(scope="session")
def resolved(corpus) -> Callable[..., Resolution]:
    """The resolution of one text, or of several by document name."""

    def make(texts: str | Mapping[str, str], judgements: Iterable[Judgement] = ()) -> Resolution:
        sentences = corpus({"doc": texts} if isinstance(texts, str) else texts)
        return resolve(sentences, find_mentions(sentences), judgements)

    return make


@pytest.fixture(scope="session")
def named() -> Callable[..., Entity]:
    """The one entity with a given spelling."""

    def find(resolution: Resolution, spelling: str, cls: str = "") -> Entity:
        fitting = [e for e in resolution.entities.values() if spelling in (e.name, *e.names) and cls in {e.cls, ""}]
        assert len(fitting) == 1, [e.key for e in fitting] or sorted(e.name for e in resolution.entities.values())
        return fitting[0]

    return find


@pytest.fixture(scope="session")
def seen_of() -> Callable[..., tuple[Sentence, Mention]]:
    """A sentence that is only cut into words, and the mention of a name in it."""
    nlp = spacy.blank("en")

    def make(text: str, name: str, cls: str, rule: str = "head", **facts: object) -> tuple[Sentence, Mention]:
        made = document(text, "doc")
        article = made.articles[0]
        sentence = Sentence(made, article, article.paragraphs[0], analysis.plain_values(nlp(text))[:], 0, len(text))
        start = text.index(name)
        return sentence, Mention(start, start + len(name), name, cls, name, rule, facts)

    return make
