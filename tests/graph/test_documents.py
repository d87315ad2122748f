from kg.documents.model import Article, Document
from kg.graph.documents import document_triples, sentence_triples
from kg.graph.iris import Iris
from kg.graph.terms import cg, literal, name

IRIS = Iris("https://example.org/")
DOCUMENT = Document(
    "a b", "ff", "a b.txt", "Some words.", (Article("a b#2", 2, "", "", 0, 11, (), truncated=True, work="w"),),
    published="2024-05", url="https://example.org/x y", publisher="Uus Leht",
)  # fmt: skip


def test_documents_and_articles() -> None:
    found = set(document_triples([DOCUMENT], IRIS))
    document, article = "<https://example.org/id/document/a%20b>", "<https://example.org/id/article/a%20b-2>"
    for triple in [
        (document, name("dcterms:source"), "<https://example.org/x%20y>"),
        (document, name("dcterms:issued"), literal("2024-05", datatype="edtf:EDTF")),
        (document, name("dc:publisher"), literal("Uus Leht", "en")),
        (document, name("rdfs:label"), literal("a b", "en")),
        (article, cg("inDocument"), document),
        (article, cg("truncated"), literal("true", datatype="xsd:boolean")),
        (article, name("dcterms:title"), literal("a b", "en")),
    ]:
        assert triple in found
    assert not [t for t in found if t[:2] == (document, name("dcterms:title"))]


def test_sentences_with_and_without_their_words() -> None:
    spans, texts = [("a b", 2, 0, 4)], {"a b": DOCUMENT.text}
    quoted = set(sentence_triples(spans, texts, IRIS))
    silent = set(sentence_triples(spans, texts, IRIS, quotes=False))
    assert {t[2] for t in quoted - silent} == {literal("Some")}
    assert len(silent) == 4
