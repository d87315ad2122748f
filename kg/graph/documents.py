"""Documents, articles, works and the sentences that prove something, as triples (pure)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from kg.documents.model import Article, Document
from kg.graph.iris import Iris
from kg.graph.terms import Term, Triple, boolean, cg, integer, iri, literal, name, words

WEB = re.compile(r"https?://[\w.-]+(?::\d+)?(?:[/?#].*)?", re.DOTALL)  # an address that can be an IRI
Span = tuple[str, int, int, int]  # document id, article number, start, end


def document_triples(documents: Iterable[Document], iris: Iris) -> Iterator[Triple]:
    """What is known of each document and its articles. Offsets are code points into the document's text."""
    for document in documents:
        yield from _document(document, iris)
        for article in document.articles:
            yield from _article(document, article, iris)


def _document(document: Document, iris: Iris) -> Iterator[Triple]:
    node = iris.document(document.id)
    yield node, name("rdf:type"), cg("Document")
    yield node, name("rdfs:label"), words(document.title or document.id, document.language)
    yield node, name("dcterms:identifier"), literal(document.id)
    yield node, name("dcterms:language"), literal(document.language)
    yield node, cg("sha256"), literal(document.sha256)
    if document.title:
        yield node, name("dcterms:title"), words(document.title, document.language)
    yield from _publication(node, document.published)
    if document.publisher:
        yield node, name("dc:publisher"), words(document.publisher, document.language)
    if document.url:
        yield node, name("dcterms:source"), iri(document.url) if WEB.fullmatch(document.url) else literal(document.url)


def _publication(node: Term, published: str) -> Iterator[Triple]:
    if published:
        yield node, name("dcterms:issued"), literal(published, datatype="edtf:EDTF")


def _article(document: Document, article: Article, iris: Iris) -> Iterator[Triple]:
    node = iris.article(document.id, article.number)
    title = article.title or document.title or document.id
    yield node, name("rdf:type"), cg("Article")
    yield node, name("rdfs:label"), words(title, document.language)
    yield node, name("dcterms:title"), words(title, document.language)
    yield node, cg("inDocument"), iris.document(document.id)
    yield node, cg("start"), integer(article.start)
    yield node, cg("end"), integer(article.end)
    yield node, cg("truncated"), boolean(article.truncated)
    if article.published_by_page:
        yield node, cg("pageDate"), boolean(True)
    yield from _publication(node, article.published)
    if article.work:
        work = iris.node("work", article.work)
        yield node, name("dcterms:isVersionOf"), work
        yield work, name("rdf:type"), name("schema:CreativeWork")


def sentence_triples(
    spans: Iterable[Span], texts: dict[str, str], iris: Iris, *, quotes: bool = True
) -> Iterator[Triple]:
    """The sentences that claims point to. Without `quotes` their place is kept, and their words are not."""
    for document, article, start, end in spans:
        node = iris.sentence(document, start, end)
        yield node, name("rdf:type"), cg("Sentence")
        yield node, cg("inArticle"), iris.article(document, article)
        yield node, cg("start"), integer(start)
        yield node, cg("end"), integer(end)
        if quotes:
            yield node, cg("quote"), literal(texts[document][start:end])
