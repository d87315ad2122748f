"""Entities, relations and events as records: JSON Lines, one file per document, in the format of hand annotations.

A record belongs to the document of its evidence. Names are those the document itself uses: the canonical name where
it stands there, or where no document has it (a state's short name), else the fullest form of the document.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kg.documents.model import Document
from kg.entities.model import Entity, Place
from kg.facts.model import Event, Evidence, Fact, Sanction
from kg.graph.registry import parent_of, parents_by_name

Record = dict[str, object]
LETTERS = {"entity": "e", "relation": "r", "event": "v"}
ROLES = ("agent", "patient", "participant", "law")


@dataclass(frozen=True, slots=True)
class Names:
    """The names of one document: by entity key, what the document calls it."""

    document: Document
    entities: Mapping[str, Entity]
    wholes: Mapping[str, Entity]

    def of(self, key: str) -> str:
        """The name of an entity in this document; the key itself if there is no such entity."""
        entity = self.entities.get(key)
        return name_in(entity, self.document.id) if entity else key

    def section(self, article: int) -> str:
        """The section title of an article, "" where the document is one article."""
        return next((a.section for a in self.document.articles if a.number == article), "")


def write_records(
    documents: Sequence[Document], entities: Sequence[Entity], facts: Sequence[Fact], events: Sequence[Event]
) -> dict[str, str]:
    """The records of each document, by document id, as JSON Lines text; "" for a document without any."""
    by_key, wholes = {e.key: e for e in entities}, parents_by_name(entities)
    return {d.id: _document(Names(d, by_key, wholes), entities, facts, events) for d in documents}


def records_of_each(
    documents: Sequence[Document], entities: Sequence[Entity], facts: Iterable[Fact], events: Iterable[Event]
) -> Iterator[tuple[str, Fact | Event, Record]]:
    """Each relation and event with its record in each document that tells it; nothing is numbered or linked yet."""
    by_key, wholes = {e.key: e for e in entities}, parents_by_name(entities)
    places = {d.id: Names(d, by_key, wholes) for d in documents}
    for fact in facts:
        yield from ((d, fact, _relation(fact, names)) for d, names in places.items() if _told(fact, d))
    for event in (e for e in events if e.polarity):
        for document in sorted({one.document for one in event.evidence} & {*places}):
            yield document, event, _event(event, places[document])


def name_in(entity: Entity, document: str) -> str:
    """The fullest form of an entity's name in a document."""
    forms = entity.in_document(document)
    if entity.name in forms or entity.name not in entity.names or not forms:
        return entity.name
    latin = [form for form in forms if form.isascii()] or list(forms)
    return max(latin, key=lambda form: (len(form.split()), len(form)))


def _document(names: Names, entities: Iterable[Entity], facts: Iterable[Fact], events: Iterable[Event]) -> str:
    document = names.document.id
    here = [
        _numbered("entity", [r for e in entities for r in _entity(e, names)]),
        _numbered("relation", [_relation(f, names) for f in facts if _told(f, document)]),
    ]
    told = [e for e in events if e.polarity and any(one.document == document for one in e.evidence)]
    records = {e.id: _event(e, names) for e in told}
    happenings = _numbered("event", list(records.values()))
    for event in told:
        if event.outcome in records:
            records[event.id]["outcome"] = records[event.outcome]["id"]
    return "".join(json.dumps(r, ensure_ascii=False) + "\n" for part in (*here, happenings) for r in part)


def _told(fact: Fact, document: str) -> bool:
    """Whether the document says it; what is denied or only supposed is no record."""
    said = fact.polarity and fact.mode != "Hypothetical"
    return said and any(one.document == document for one in fact.evidence)


def _numbered(kind: str, records: list[Record]) -> list[Record]:
    """In order of their first proof, with ids that count from one. Changes the records."""
    records.sort(key=_position)
    for number, record in enumerate(records, 1):
        record["id"] = f"{LETTERS[kind]}{number}"
    return records


def _position(record: Record) -> tuple[int, int, str]:
    evidence = record["evidence"]
    assert isinstance(evidence, list)
    return evidence[0]["start"], evidence[0]["end"], json.dumps(record, ensure_ascii=False)


def _opening(kind: str, names: Names, article: int, **more: object) -> Record:
    return {"id": "", "kind": kind, **more, "section": names.section(article)}


def _kept(**values: object) -> Record:
    """The fields that say something: empty ones, None and False are left out."""
    return {field: value for field, value in values.items() if value not in ("", None, False, [], ())}


def _quoted(document: Document, places: Iterable[Place | Evidence]) -> list[Record]:
    spans = sorted({(p.start, p.end) for p in places if p.document == document.id})
    return [{"start": start, "end": end, "quote": document.text[start:end]} for start, end in spans]


def _entity(entity: Entity, names: Names) -> Iterator[Record]:
    """One record if the document names the entity. Proof is the first place of each form."""
    forms = entity.in_document(names.document.id)
    if not forms:
        return
    name, first = name_in(entity, names.document.id), [places[0] for places in forms.values()]
    whole = parent_of(entity, names.wholes)
    yield (
        _opening("entity", names, first[0].article, **{"class": entity.cls})
        | {"name": name, "aliases": [form for form in forms if form != name]}
        | _kept(
            iso=entity.iso if entity.cls == "Country" else "",
            country=entity.country if entity.cls != "Country" else "",
            partOf=names.of(whole.key) if whole else entity.part_of,
            signatures=entity.signatures,
            threshold=entity.threshold,
            protected=entity.protected,
        )
        | {"evidence": _quoted(names.document, first)}
    )


def _relation(fact: Fact, names: Names) -> Record:
    here = [e for e in fact.evidence if e.document == names.document.id]
    return (
        _opening("relation", names, here[0].article)
        | {"subject": names.of(fact.subject), "predicate": fact.predicate}
        | {"object": names.of(fact.object) if fact.object else fact.literal}
        | _kept(title=fact.title, former=fact.former)
        | {"evidence": _quoted(names.document, here)}
    )


def _event(event: Event, names: Names) -> Record:
    here = [e for e in event.evidence if e.document == names.document.id]
    roles = {role: [names.of(key) for key in getattr(event, role)] for role in ROLES}
    status = "" if event.status == "occurred" else event.status
    return (
        _opening("event", names, here[0].article, **{"class": event.kind})
        | _kept(date=event.date.edtf if event.date else "", dateStated=event.date_stated)
        | _kept(place=names.of(event.place) if event.place else "", country=event.country, **roles)
        | _kept(charge=event.charge, action=event.action, sanction=_sanctions(event.sanctions))
        | _kept(attendance=_range(event.attendance), count=event.count, status=status)
        | _kept(source=names.of(event.source) if event.source else "", uncertain=bool(event.guessed))
        | {"evidence": _quoted(names.document, here)}
    )


def _range(attendance: tuple[int, int] | None) -> int | list[int] | None:
    if not attendance:
        return None
    low, high = attendance
    return low if low == high else [low, high]


def _sanctions(sanctions: Sequence[Sanction]) -> Record | list[Record] | None:
    """One object, or a list of several; whole amounts are integers."""
    listed = [
        _kept(type=s.type, duration=s.duration, amount=_whole(s.amount), currency=s.currency, suspended=s.suspended)
        for s in sanctions
    ]
    return listed[0] if len(listed) == 1 else listed or None


def _whole(amount: float | None) -> float | int | None:
    return int(amount) if amount is not None and amount.is_integer() else amount
