"""Write fixture.trig: the graph of story.yaml, in the shape that the graph room gives every graph.

Run it after a change of the story or of the graph's shape: `python tests/golden/queries/make_fixture.py`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from kg.dates import parse_edtf
from kg.documents.model import Article, Document, Paragraph
from kg.entities.model import Entity, Place
from kg.facts.across.identity import identify
from kg.facts.across.rivals import rivals
from kg.facts.model import Event, Evidence, Fact, Sanction
from kg.graph.iris import DEFAULT_BASE
from kg.graph.ontology import ontology_triples
from kg.graph.quads import Extras, Knowledge, Settings, build_quads
from kg.graph.review import Resolution
from kg.graph.terms import cg, literal, read_lines, text_of
from kg.graph.turtle import trig
from kg.graph.vocabulary import ontology_files
from kg.store.deduce import Deducer

HERE = Path(__file__).resolve().parent
VERSION = "0.0.0"  # so that a release does not change the fixture
CONFIDENCE = {"annotation:tests": 0.9}
Spans = dict[tuple[str, int], Evidence]


def main() -> None:
    story = yaml.load((HERE / "story.yaml").read_text("utf8"), Loader=yaml.SafeLoader)
    spans: Spans = {}
    documents = [_document(name, told, spans) for name, told in story["documents"].items()]
    found = [(cls, *item) for cls, every in story["entities"].items() for item in every.items()]
    entities = [_entity(cls, name, told, spans) for cls, name, told in found]
    keys = {entity.name: entity.key for entity in entities}
    facts = [_fact(row, keys, spans) for row in story["facts"]]
    events = [_event(name, told, keys, spans) for name, told in story["events"].items()]
    known = {d.id: [(e.start, e.end) for (name, _), e in spans.items() if name == d.id] for d in documents}
    identity = identify(events, documents)
    disagreeing = rivals(events, facts, entities, documents, identity)
    knowledge = Knowledge(documents, entities, facts, events, known, identity, disagreeing)
    settings = Settings(version=VERSION, confidence=CONFIDENCE, engine=Deducer)
    resolved = [_resolution(one, knowledge, settings) for one in story["resolutions"]]
    built = build_quads(knowledge, settings=settings, extras=Extras(ontology_files(), resolutions=resolved))
    theirs = set(ontology_triples(ontology_files()))  # the tests add them
    quads = (q for q in read_lines(built.nquads.decode("utf8").splitlines(), "the fixture") if q[:3] not in theirs)
    (HERE / "fixture.trig").write_text("".join(trig(quads, DEFAULT_BASE)), "utf8")


def _resolution(told: dict[str, str], knowledge: Knowledge, settings: Settings) -> Resolution:
    """A curator's decision on the one disagreement of a kind; the claim with the least IRI is found right."""
    built = build_quads(knowledge, settings=settings)
    quads = list(read_lines(built.nquads.decode("utf8").splitlines(), "the fixture"))
    (node,) = [s for s, p, o, _ in quads if (p, o) == (cg("differsIn"), literal(told["differsIn"]))]
    claim = min(o for s, p, o, _ in quads if (s, p) == (node, cg("between")))
    names = (text_of(term).rsplit("/", 1)[-1] for term in (node, claim))
    return Resolution(*names, told["who"], told["when"], told["reason"])


def _document(name: str, told: dict[str, Any], spans: Spans) -> Document:
    text, articles = "", []
    for number, part in enumerate(told["articles"], 1):
        start = len(text)
        for place, sentence in part["sentences"].items():
            at = len(text)
            spans[name, place] = Evidence(name, number, at, at + len(sentence), sentence)
            text += f"{sentence}\n"
        paragraphs = (Paragraph(start, len(text)),)
        cut = part.get("truncated", False)
        about = {"published": part.get("published", ""), "truncated": cut, "work": f"{name}-{number}"}
        where = (start, len(text), paragraphs)
        articles.append(Article(f"{name}#{number}", number, part["title"], "", *where, **about))
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    more = {key: told[key] for key in ("title", "published", "publisher", "url") if key in told}
    return Document(name, sha256, f"{name}.txt", text, tuple(articles), **more)


def _entity(cls: str, name: str, told: dict[str, Any], spans: Spans) -> Entity:
    extras = {key: value for key, value in told.items() if key != "forms"}
    entity = Entity(f"{cls}:{name.lower()}", cls, name, **extras)
    for document, forms in told["forms"].items():
        for form in forms:
            entity.names.setdefault(form, []).extend(_places(document, form, spans))
    return entity


def _places(document: str, form: str, spans: Spans) -> Iterator[Place]:
    for (name, _), sentence in spans.items():
        at = sentence.quote.find(form)
        if name == document and at >= 0:
            start = sentence.start + at
            yield Place(document, sentence.article, start, start + len(form), form)


def _fact(row: list[Any], keys: dict[str, str], spans: Spans) -> Fact:
    document, sentence, subject, predicate, value, *more = row
    extras = more[0] if more else {}
    object_ = keys[value] if value else ""
    return Fact(keys[subject], predicate, object_, (spans[document, sentence],), "annotation:tests", **extras)


def _event(name: str, told: dict[str, Any], keys: dict[str, str], spans: Spans) -> Event:
    roles = {role: tuple(keys[one] for one in told.get(role, ())) for role in ("agent", "patient", "law")}
    plain = ("kind", "status", "country", "charge", "count", "action", "outcome", "polarity")
    extras = {key: told[key] for key in plain if key in told}
    links = {key: keys[told[key]] for key in ("place", "source") if key in told}
    attendance = tuple(told["attendance"]) if "attendance" in told else None
    return Event(
        id=name,
        evidence=tuple(spans[told["doc"], sentence] for sentence in told["in"]),
        rule="annotation:tests",
        date=parse_edtf(str(told["date"])) if "date" in told else None,
        date_stated=told.get("said", ""),
        sanctions=tuple(Sanction(**one) for one in told.get("sanctions", ())),
        attendance=attendance,  # type: ignore[arg-type]
        **roles,
        **extras,
        **links,
    )


if __name__ == "__main__":
    main()
