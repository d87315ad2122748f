"""The documents that were read, and what was read from each of their sentences."""

from __future__ import annotations

from dataclasses import dataclass, field

from flask import Blueprint, Response, render_template

from kg.store.rows import Term
from server import pages
from server.coverage import coverage_of
from server.facts import local, manner
from server.labels import labels_of_rows
from server.problems import RequestError
from server.site import Row, site

blueprint = Blueprint("documents", __name__)
KNOTS = ("kind", "holder")


@dataclass(slots=True)
class Reading:
    """What a sentence says of one thing, in one manner: pairs of property and value."""

    subject: Term
    manner: str
    speaker: Term | None
    pairs: list[tuple[str, Term]] = field(default_factory=list)

    @property
    def telling(self) -> list[tuple[str, Term]]:
        """Without the class of what has a kind, or of what is only a knot (a position); the important first."""
        knots = any(pages.local(predicate) in KNOTS for predicate, _ in self.pairs)
        kept = [pair for pair in self.pairs if not knots or pages.local(pair[0]) != "type"]
        return sorted(kept, key=lambda pair: pages.rank(pair[0]))


@dataclass(slots=True)
class SentenceRead:
    """A sentence with what was read from it."""

    anchor: str
    quote: str | None
    readings: dict[tuple[Term, str, Term | None], Reading] = field(default_factory=dict)


@dataclass(slots=True)
class ArticleRead:
    """An article with its sentences that say something. `copies` are the other places where it was printed."""

    anchor: str
    title: str
    truncated: bool
    published: str
    copies: list[Term] = field(default_factory=list)
    sentences: dict[str, SentenceRead] = field(default_factory=dict)


@blueprint.route("/documents")
def index() -> Response:
    """All documents."""
    return Response(render_template("documents.html", documents=site().ask("documents")))


@blueprint.route("/documents/<path:name>")
def document(name: str) -> Response:
    """One document: its articles, the sentences that prove something, and what each of them says."""
    iri = site().iris.document(name)[1:-1]
    stated = site().ask("stated-of", thing=iri)
    if not stated:
        raise RequestError("there is no document %(name)s", 404, name=name)
    rows = site().ask("read-from", document=iri)
    articles = articles_read(site().ask("articles-of", document=iri), rows, site().settings.base)
    labels = labels_of_rows([*rows, *stated, {"document": Term("iri", iri)}])
    about = {local(row["predicate"]).rsplit("/", 1)[-1]: row["object"] for row in stated}
    parts: dict[str, object] = {
        "iri": iri,
        "title": labels.name(iri),
        "about": about,
        "articles": articles,
        "labels": labels,
        "coverage": coverage_of(site().graph_file, about["identifier"].value if "identifier" in about else name),
    }
    parts["called"] = lambda one: pages.outgoing_name(one, labels.name)
    return Response(render_template("document.html", path=f"document/{name}", **parts))


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
        sentence = sentences.setdefault(row["sentence"].value, SentenceRead(_anchor(row["sentence"]), quote))
        if "subject" in row and not row["subject"].value.startswith(f"{base}id/sanction/"):
            _add_reading(sentence, row)
    return list(found.values())


def _article(row: Row) -> ArticleRead:
    truncated = "truncated" in row and row["truncated"].value == "true"
    published = row["published"].value if "published" in row else ""
    return ArticleRead(_anchor(row["article"]), row["title"].value, truncated, published)


def _add_reading(sentence: SentenceRead, row: Row) -> None:
    how = manner(local(row["mode"]), row["polarity"].value == "true")
    key = (row["subject"], how, row.get("speaker"))
    sentence.readings.setdefault(key, Reading(*key)).pairs.append((row["predicate"].value, row["object"]))


def _anchor(term: Term) -> str:
    return term.value.rsplit("/", 1)[-1]
