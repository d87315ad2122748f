"""The documents a graph was read from, read again, and its quotes held against them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from kg.documents.read import read
from kg.errors import SourceError
from kg.graph.terms import Quad, Term, cg, name, text_of
from kg.ids import digest
from kg.inputs import Source, mark

WANTED = {cg("inArticle"), cg("inDocument"), cg("start"), cg("end"), cg("quote"), name("dcterms:identifier")}


@dataclass(slots=True)
class Originals:
    """The texts that are as they were when the graph was built, by document id; and why others are not here."""

    texts: dict[str, str] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)


def originals(sources: Sequence[Source]) -> Originals:
    """Read the files of a build again. One that is gone, changed or broken is a note, not a fault of the graph."""
    found = Originals()
    for source in sources:
        path = Path(source.path)
        now = mark(path)
        if now != source.mark:
            what = "has changed since the build" if now else "is no longer there"
            found.notes.append(f"{path} {what}: its quotes were not compared")
            continue
        try:
            texts = [document.text for document in read(path)]
        except SourceError as error:
            found.notes.append(f"{error}: its quotes were not compared")
            continue
        by_hash = {digest(text): text for text in texts}
        found.texts |= {document: by_hash[text] for document, text in source.documents if text in by_hash}
    return found


def false_quotes(quads: Iterable[Quad], texts: Mapping[str, str]) -> Iterator[str]:
    """The IRIs of sentences whose words are not what their document says at their place; others' are passed over."""
    nodes: dict[Term, dict[Term, Term]] = defaultdict(dict)
    for subject, predicate, value, _ in quads:
        if predicate in WANTED:
            nodes[subject][predicate] = value
    for node, values in sorted(nodes.items()):
        if cg("quote") in values and cg("inArticle") in values:
            article = nodes.get(values[cg("inArticle")], {})
            document = nodes.get(article.get(cg("inDocument"), ""), {})
            text = texts.get(text_of(document.get(name("dcterms:identifier"), '""')))
            start, end = int(text_of(values[cg("start")])), int(text_of(values[cg("end")]))
            if text is not None and text[start:end] != text_of(values[cg("quote")]):
                yield text_of(node)
