"""Made-up sentences in which the names are marked, for tests and for the training of the model.

"[Grace Otieno|Person]" is a name with its class; "[her|Person=Grace Otieno]" is somebody named before.
"""

from __future__ import annotations

import re

from kg.documents.model import Article, Document, Paragraph
from kg.entities.model import Entity, LinkedSentence, Reference
from kg.facts.events import read_events
from kg.facts.model import Event
from kg.mentions import analysis
from kg.mentions.timex.article import ArticleDates, article_dates

MARKUP = re.compile(r"\[([^\]|]+)\|(\w+)(?:=([^\]]+))?\]")
PUBLISHED = "2024-09-01"


def plain(marked: str) -> str:
    """The text without its marks."""
    return MARKUP.sub(r"\1", marked)


def document(text: str) -> Document:
    """A text as a document of one paragraph, from the day `PUBLISHED`."""
    article = Article("t#1", 1, "", "", 0, len(text), (Paragraph(0, len(text)),), PUBLISHED, work="t")
    return Document("t", "", "t.txt", text, (article,))


def read(marked: str, parsed: bytes | None = None) -> tuple[list[Event], dict[str, str]]:
    """The events of a marked text, and the names by entity key; arguments as for `laid_out`."""
    linked, entities, dates, names = laid_out(marked, parsed)
    return read_events(linked, entities, dates), names


def laid_out(
    marked: str, parsed: bytes | None = None
) -> tuple[list[LinkedSentence], dict[str, Entity], ArticleDates, dict[str, str]]:
    """A marked text as the readers of facts get it, and the names by entity key; `parsed` saves parsing it again."""
    text, references, names = "", [], {}
    rest = 0
    for match in MARKUP.finditer(marked):
        text += marked[rest : match.start()]
        key = f"{match[2]}:{match[3] or match[1]}"
        references.append(Reference(len(text), len(text) + len(match[1]), key, match[2]))
        text += match[1]
        names[key] = match[3] or match[1]
        rest = match.end()
    text += marked[rest:]
    page = document(text)
    sentences = analysis.sentences(page, parsed or next(analysis.parse([page])))
    linked = [LinkedSentence(s, tuple(r for r in references if s.start <= r.start < s.end)) for s in sentences]
    entities = {key: Entity(key, key.split(":")[0], name) for key, name in names.items()}
    dates = article_dates([(i, s.text) for i, s in enumerate(sentences)], published=PUBLISHED)
    return linked, entities, dates, names
