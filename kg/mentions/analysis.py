"""The language stage: paragraphs in, parsed sentences out. Only this file and `trained` import spaCy.

Each paragraph is parsed once; the parse of a document can be kept as bytes and read back without the model, which is
what makes a second build fast. What leaves this file is no longer spaCy's.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING

from kg.documents.model import Article, Document, Paragraph
from kg.mentions.model import Sentence, plain_blanks
from kg.mentions.tokens import Doc, Token, Word
from kg.mentions.trained import model

if TYPE_CHECKING:
    from spacy.tokens import Doc as Parse
    from spacy.tokens import DocBin
    from spacy.vocab import Vocab

KEPT = ["LEMMA", "TAG", "POS", "DEP", "HEAD", "ENT_IOB", "ENT_TYPE", "SENT_START"]
READ: list[int | str] = ["ORTH", "SPACY", "SENT_START", "LEMMA", "TAG", "POS", "DEP", "ENT_TYPE"]


def _doc_bin() -> type[DocBin]:
    from spacy.tokens import DocBin

    return DocBin


def parse(documents: Iterable[Document]) -> Iterator[bytes]:
    """Parse each document's paragraphs; yields one value of bytes per document, in order, for `sentences`."""
    for document in documents:
        texts = (plain_blanks(document.text[p.start : p.end]) for _, p in _pairs(document))
        yield _doc_bin()(attrs=KEPT, docs=model().pipe(texts, batch_size=64)).to_bytes()


def sentences(document: Document, parsed: bytes) -> list[Sentence]:
    """The sentences of a document in order; what `parse` gave for it is read back."""
    docs = _doc_bin()().from_bytes(parsed).get_docs(model().vocab)
    return [
        s
        for (article, p), doc in zip(_pairs(document), docs, strict=True)
        for s in _split(document, article, p, plain_values(doc))
    ]


def parse_text(text: str) -> Doc:
    """Parse one text: for the pattern files' examples and for tests."""
    return plain_values(model()(plain_blanks(text)))


def plain_values(doc: Parse) -> Doc:
    """What spaCy read, as values of our own that are quick to look at."""
    strings = doc.vocab.strings
    tokens, place = [], 0
    rows: list[list[int]] = doc.to_array(READ).tolist()
    for i, (orth, blank, starts, *labels) in enumerate(rows):
        token = Token(_word(doc.vocab, orth), i, place, blank=bool(blank), starts=starts == 1)
        token.lemma_, token.tag_, token.pos_, token.dep_, token.ent_type_ = (strings[label] for label in labels)
        tokens.append(token)
        place += len(token.text) + blank
    heads = doc.to_array("HEAD").astype("int64").tolist()
    return Doc(doc.text, tokens, [i + head for i, head in enumerate(heads)])


@cache
def _word(vocab: Vocab, orth: int) -> Word:
    lexeme = vocab[orth]
    return Word(
        lexeme.text,
        lexeme.lower_,
        title=lexeme.is_title,
        punct=lexeme.is_punct,
        currency=lexeme.is_currency,
        number=lexeme.like_num,
    )


def _pairs(document: Document) -> Iterable[tuple[Article, Paragraph]]:
    return ((article, p) for article in document.articles for p in article.paragraphs)


def _split(document: Document, article: Article, paragraph: Paragraph, doc: Doc) -> Iterator[Sentence]:
    for span in doc.sents:
        start, end = paragraph.start + span.start_char, paragraph.start + span.end_char
        text = plain_blanks(document.text[start:end])
        if text != span.text:
            raise AssertionError(f"{document.id}: sentence at {start} is not the document's text")
        if text.strip():
            yield Sentence(document, article, paragraph, span, start, end)
