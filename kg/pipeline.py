"""From documents to knowledge: the way of one sentence through floors 2 to 4, with no logic of its own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from operator import attrgetter

from kg.documents.model import Document
from kg.entities.judgements import Judgement
from kg.entities.model import Entity, LinkedSentence
from kg.entities.resolve import Resolution, resolve
from kg.facts.dating.sisters import years_of_sisters
from kg.facts.events import read_events
from kg.facts.model import Event, Fact
from kg.facts.relations.read import read_relations
from kg.mentions.analysis import sentences
from kg.mentions.find import find_mentions
from kg.mentions.timex.article import ArticleDates, article_dates
from kg.spread import spread


@dataclass(frozen=True, slots=True)
class Extraction:
    """What the documents say. `sentences` holds every document's linked sentences, in order."""

    documents: Sequence[Document]
    entities: Sequence[Entity]
    facts: Sequence[Fact]
    events: Sequence[Event]
    sentences: Mapping[str, Sequence[LinkedSentence]]


def extract(
    documents: Sequence[Document], parses: Sequence[bytes], judgements: Sequence[Judgement] = (), workers: int = 1
) -> Extraction:
    """Read the parsed documents as one corpus; names are typed and entities resolved over all of them.

    Up to `workers` processes share what is read from each document by itself.
    """
    resolution = resolved(documents, parses, judgements, workers)
    facts: list[Fact] = []
    events: list[Event] = []
    for stated, told in spread(partial(_said, resolution), documents, workers, lambda d: len(d.text)):
        facts += stated
        events += told
    entities = referred(resolution.entities, facts, events)
    return Extraction(documents, entities, facts, events, resolution.sentences)


def resolved(
    documents: Sequence[Document], parses: Sequence[bytes], judgements: Sequence[Judgement] = (), workers: int = 1
) -> Resolution:
    """Who and what the documents name; arguments as for `extract`."""
    corpus = {d.id: sentences(d, data) for d, data in zip(documents, parses, strict=True)}
    return resolve(corpus, find_mentions(corpus, partial(spread, workers=workers, size=len)), judgements)


def _said(resolution: Resolution, document: Document) -> tuple[list[Fact], list[Event]]:
    """What one document says of the entities."""
    linked = resolution.sentences[document.id]
    facts = read_relations(linked, resolution.entities, resolution.contexts[document.id])
    told = (read_events(article, resolution.entities, dates) for article, dates in articles_of(linked))
    return facts, [event for events in told for event in events]


def articles_of(linked: Sequence[LinkedSentence]) -> list[tuple[list[LinkedSentence], ArticleDates]]:
    """A document's sentences by article, each with the dates in it."""
    articles = [list(one) for _, one in groupby(linked, key=attrgetter("sentence.article.id"))]
    dates = [_dates(one) for one in articles]
    for number, year in years_of_sisters(articles, dates).items():
        dates[number] = _dates(articles[number], year)
    return list(zip(articles, dates, strict=True))


def _dates(linked: Sequence[LinkedSentence], year: int = 0) -> ArticleDates:
    article = linked[0].sentence.article
    return article_dates(
        [(number, one.sentence.text) for number, one in enumerate(linked)],
        published=article.published or linked[0].sentence.document.published,
        published_by_page=article.published_by_page,
        title=article.title or linked[0].sentence.document.title,
        head=linked[0].sentence.document.text[article.start : linked[0].sentence.start],
        paragraphs={n: (one.sentence.paragraph.start, one.sentence.paragraph.heading) for n, one in enumerate(linked)},
        year=year,
    )


def referred(entities: Mapping[str, Entity], facts: Sequence[Fact], events: Sequence[Event]) -> list[Entity]:
    """The entities that a text names. A state that only qualifies ("Kenyan police") counts if some fact is about it."""
    used = {key for f in facts for key in (f.subject, f.object, f.source)}
    for e in events:
        used |= {*e.agent, *e.patient, *e.participant, *e.law, e.place, e.source}
    for entity in entities.values():
        if not entity.names and entity.key in used:
            entity.names |= entity.adjectives
    return [e for e in entities.values() if e.names]
