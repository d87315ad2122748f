"""The documents that were read, and what was read from each of their sentences."""

from __future__ import annotations

from collections import Counter

from flask import Blueprint, Response, render_template

from kg.store.beside import Coverage, Text, read_coverage, read_text
from kg.store.rows import Term
from server import pages, signposts
from server.facts import local, manner
from server.labels import labels_of, terms_of
from server.problems import RequestError
from server.reading import ArticleRead, Reading, SentenceRead, blocks
from server.site import Row, site

blueprint = Blueprint("documents", __name__)
SHOWN = 12
"""Words of events in missed sentences that a page lists at most."""


@blueprint.route("/documents")
def index() -> Response:
    """All documents."""
    return Response(render_template("documents.html", documents=site().ask("documents")))


@blueprint.route("/documents/<path:name>")
def document(name: str) -> Response:
    """One document: its text with what was read from each sentence, or where it is not kept the sentences that prove
    something."""
    iri = site().iris.document(name)[1:-1]
    stated = site().ask("stated-of", thing=iri)
    if not stated:
        raise RequestError("there is no document %(name)s", 404, name=name)
    rows = site().ask("read-from", document=iri)
    found = site().ask("articles-of", document=iri)
    articles = articles_read(found, rows, site().settings.base)
    about = {pages.local(row["predicate"].value): row["object"] for row in stated}
    text, coverage = _beside(about["identifier"].value if "identifier" in about else name)
    if text is not None:
        for article in articles:
            read = {sentence.span: sentence for sentence in article.sentences.values()}
            article.blocks = blocks(text, article.span, read, coverage)
    things = {mark.path: Term("iri", site().iris.of(mark.path)[1:-1]) for mark in (text.marks if text else ())}
    labels = labels_of([*terms_of([*rows, *stated]), Term("iri", iri), *things.values()])
    parts: dict[str, object] = {
        "iri": iri, "title": labels.name(iri), "about": about, "articles": articles, "labels": labels,
        "coverage": coverage, "words": trigger_words(coverage), "kept": text is not None, "things": things,
        "called": lambda one: pages.outgoing_name(one, labels.name),
    }  # fmt: skip
    response = Response(render_template("document.html", path=f"document/{name}", **parts))
    return signposts.put(response, f"document/{name}", stated, dict.fromkeys(row["article"] for row in found))


def _beside(document: str) -> tuple[Text | None, Coverage | None]:
    """What the build laid beside the graph about a document, as far as it is there."""
    graph_file = site().graph_file
    if graph_file is None:
        return None, None
    folder = graph_file().parent
    return read_text(folder, document), read_coverage(folder).get(document)


def trigger_words(coverage: Coverage | None) -> list[str]:
    """The words of events in what was missed, the most frequent first, as many as a page lists."""
    words = Counter(word for one in (coverage.missed if coverage else ()) for word in one.triggers)
    return [word for word, _ in sorted(words.items(), key=lambda item: (-item[1], item[0]))[:SHOWN]]


def articles_read(articles: list[Row], rows: list[Row], base: str) -> list[ArticleRead]:
    """The articles in their order, each with its sentences in theirs. Punishments are named where they are imposed."""
    found: dict[str, ArticleRead] = {}
    for row in articles:
        article = found.setdefault(row["article"].value, _article(row))
        if "copy" in row and row["copy"] not in article.copies:
            article.copies.append(row["copy"])
    for row in rows:
        sentences = found[row["article"].value].sentences
        quote = row["quote"].value if "quote" in row else None
        read = SentenceRead(_anchor(row["sentence"]), quote, _span(row))
        sentence = sentences.setdefault(row["sentence"].value, read)
        if "subject" in row and not row["subject"].value.startswith(f"{base}id/sanction/"):
            _add_reading(sentence, row)
    return list(found.values())


def _article(row: Row) -> ArticleRead:
    truncated = "truncated" in row and row["truncated"].value == "true"
    published = row["published"].value if "published" in row else ""
    return ArticleRead(_anchor(row["article"]), row["title"].value, truncated, published, _span(row))


def _span(row: Row) -> tuple[int, int]:
    return int(row["start"].value), int(row["end"].value)


def _add_reading(sentence: SentenceRead, row: Row) -> None:
    how = manner(local(row["mode"]), row["polarity"].value == "true")
    key = (row["subject"], how, row.get("speaker"))
    sentence.readings.setdefault(key, Reading(*key)).pairs.append((row["predicate"].value, row["object"]))


def _anchor(term: Term) -> str:
    return term.value.rsplit("/", 1)[-1]
