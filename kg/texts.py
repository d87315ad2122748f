"""The documents' words, to be shown with what was read from them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from kg.entities.model import LinkedSentence, Reference
from kg.pipeline import Extraction
from kg.store.beside import Marked, Text

SHOWN = ("name", "pronoun", "description", "adjective")


def texts(extraction: Extraction, paths: Mapping[str, str]) -> dict[str, Text]:
    """Per document id its words and where they speak of things. `paths` maps entity keys to the last part of their
    IRIs; whoever has none (a protected person) is not marked."""
    return {d.id: _text(d.text, extraction.sentences[d.id], paths) for d in extraction.documents}


def _text(text: str, linked: Sequence[LinkedSentence], paths: Mapping[str, str]) -> Text:
    sentences = sorted({(one.sentence.start, one.sentence.end) for one in linked})
    marks = {mark for one in linked for mark in _marks(one, paths)}
    return Text(text, tuple(sentences), tuple(sorted(marks, key=lambda one: (one.start, -one.end, one.path))))


def _marks(linked: LinkedSentence, paths: Mapping[str, str]) -> Iterator[Marked]:
    references: list[Reference] = [*linked.references, *linked.inside]
    for one in references:
        if one.how in SHOWN and one.entity in paths:
            yield Marked(one.start, one.end, paths[one.entity], one.how)
