"""Records made by hand, read back as entities, facts and events by a named annotator.

The other direction of `kg.graph.records`. Every offset is checked against the document; what does not fit is one line
that names the file and the line.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, get_args

from kg.dates import parse_edtf
from kg.documents.model import Document
from kg.entities.model import Entity, Place
from kg.errors import SourceError
from kg.facts.model import Event, Evidence, Fact, Sanction, Status
from kg.graph.registry import LAWS
from kg.graph.vocabulary import is_subclass, kinds
from kg.graph.world import RELATIONS
from kg.ids import digest
from kg.names import plain

Record = dict[str, Any]
LITERAL_OBJECTS = frozenset({"concerns"})
PLACES = ("Place", "Country")
ROLES = ("agent", "patient", "participant", "law")


@dataclass(slots=True)
class Annotations:
    """What annotators wrote, over all documents: one entity per class and name."""

    entities: dict[str, Entity] = field(default_factory=dict)
    facts: list[Fact] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)


@dataclass(slots=True)
class Sheet:
    """One file of records: which of its names mean which entities, and which events its ids."""

    path: Path
    document: Document
    rule: str
    names: dict[str, list[Entity]] = field(default_factory=dict)
    events: dict[str, str] = field(default_factory=dict)

    def fault(self, line: int, what: str) -> SourceError:
        """The error for a line of this file."""
        return SourceError(f"{self.path}, line {line}: {what}; correct the record")

    def key(self, line: int, name: str, classes: Sequence[str] = ()) -> str:
        """The entity of a name, "" for "". Where several bear it, one of the wished classes wins."""
        if not name:
            return ""
        found = self.names.get(name)
        if not found:
            raise self.fault(line, f"{name!r} is the name of no entity in this file")
        return next((e.key for e in found if e.cls in classes), found[0].key)


def read_records(folder: Path, documents: Sequence[Document], annotator: str) -> Annotations:
    """The records of `<document id>.jsonl` files for the given documents, as claims by `annotation:<annotator>`.

    Raises SourceError naming file and line for broken JSON, offsets that do not hold the quote, unknown names, dates
    that are no EDTF, and files that belong to no document.
    """
    known, result = {d.id: d for d in documents}, Annotations()
    for path in sorted(folder.glob("*.jsonl")):
        if path.stem not in known:
            raise SourceError(f"{path}: there is no document {path.stem!r}; name the file after its document")
        _read_sheet(Sheet(path, known[path.stem], f"annotation:{annotator}"), result)
    return result


def entity_key(cls: str, name: str) -> str:
    """The key of an annotated entity: its class and folded name."""
    return f"{cls}:{plain(name) or name}"


def _read_sheet(sheet: Sheet, result: Annotations) -> None:
    lines = list(_lines(sheet))
    for line, record in lines:
        if record["kind"] == "entity":
            _entity(sheet, line, record, result)
        elif record["kind"] == "event":
            sheet.events[str(record.get("id"))] = digest(sheet.rule, sheet.document.id, str(record.get("id")))
    for line, record in lines:
        try:
            if record["kind"] == "relation":
                result.facts.append(_fact(sheet, line, record))
            elif record["kind"] == "event":
                result.events.append(_event(sheet, line, record))
        except (KeyError, TypeError, ValueError) as error:
            raise sheet.fault(line, f"{type(error).__name__} {error}") from error


def _lines(sheet: Sheet) -> Iterator[tuple[int, Record]]:
    try:
        text = sheet.path.read_text(encoding="utf8")
    except (OSError, UnicodeDecodeError) as error:
        raise SourceError(f"{sheet.path}: cannot be read ({error}); save it as UTF-8") from error
    for number, line in enumerate(text.splitlines(), 1):
        if line.strip():
            yield number, _record(sheet, number, line)


def _record(sheet: Sheet, number: int, line: str) -> Record:
    try:
        record = json.loads(line)
    except json.JSONDecodeError as error:
        raise sheet.fault(number, f"no JSON ({error.msg})") from error
    kinds = ("entity", "relation", "event")
    if not isinstance(record, dict) or record.get("kind") not in kinds:
        raise sheet.fault(number, f'no record: "kind" must be one of {", ".join(kinds)}')
    return record


def _proof(sheet: Sheet, line: int, record: Record) -> tuple[Evidence, ...]:
    """The record's evidence, each held against the document's text."""
    spans = record.get("evidence") or []
    if not spans:
        raise sheet.fault(line, "no evidence")
    return tuple(_checked(sheet, line, span) for span in spans)


def _checked(sheet: Sheet, line: int, span: Record) -> Evidence:
    start, end, quote = (span.get(part) for part in ("start", "end", "quote"))
    if not (isinstance(start, int) and isinstance(end, int) and isinstance(quote, str)):
        raise sheet.fault(line, "evidence needs start, end and quote")
    if not quote or sheet.document.text[start:end] != quote:
        raise sheet.fault(line, f"the text from {start} to {end} is not the quote {quote[:40]!r}")
    return Evidence(sheet.document.id, _article(sheet.document, start), start, end, quote)


def _article(document: Document, start: int) -> int:
    """The number of the article at an offset; of the last one before it if it lies between two."""
    before = [a.number for a in document.articles if a.start <= start]
    return before[-1] if before else next((a.number for a in document.articles), 1)


def _entity(sheet: Sheet, line: int, record: Record, result: Annotations) -> None:
    proof = _proof(sheet, line, record)
    cls, name = str(record.get("class", "")), str(record.get("name", ""))
    if not cls or not name:
        raise sheet.fault(line, "an entity needs class and name")
    _known(sheet, line, cls, is_entity_class(cls))
    whole = str(record.get("partOf", ""))
    key = entity_key(cls, f"{name} {whole}" if cls == "LawProvision" else name)
    entity = result.entities.setdefault(key, Entity(key, cls, name))
    for one in proof:
        place = Place(sheet.document.id, one.article, one.start, one.end, one.quote)
        entity.names.setdefault(one.quote, []).append(place)
    for form in (name, *record.get("aliases", [])):
        _spelling(sheet, entity, form)
    entity.country = entity.country or str(record.get("country", ""))
    entity.iso = entity.iso or str(record.get("iso", ""))
    entity.part_of = entity.part_of or whole
    entity.protected = entity.protected or bool(record.get("protected"))
    entity.signatures = record.get("signatures", entity.signatures)
    entity.threshold = record.get("threshold", entity.threshold)
    sheet.names.setdefault(name, []).append(entity)


def _known(sheet: Sheet, line: int, cls: str, known: bool) -> None:
    if not known:
        raise sheet.fault(line, f"{cls!r} is no class of this kind of record")


def is_entity_class(cls: str) -> bool:
    """Whether the ontology has such entities."""
    return any(is_subclass(cls, top) for top in ("Actor", "LegalResource", "Petition", "Place"))


def _spelling(sheet: Sheet, entity: Entity, form: str) -> None:
    """A form without evidence of its own counts where it first stands in the text; a form that does not is none."""
    if not any(p.document == sheet.document.id for p in entity.names.get(form, [])):
        start = sheet.document.text.find(form)
        if start >= 0:
            place = Place(sheet.document.id, _article(sheet.document, start), start, start + len(form), form)
            entity.names.setdefault(form, []).append(place)


def _fact(sheet: Sheet, line: int, record: Record) -> Fact:
    predicate, value = str(record["predicate"]), str(record["object"])
    if predicate != "position" and predicate not in RELATIONS:
        raise sheet.fault(line, f"{predicate!r} is no predicate of the guidelines")
    plainly = predicate in LITERAL_OBJECTS
    classes = LAWS if predicate in ("provisionOf", "legalBasis") else ()
    return Fact(
        subject=sheet.key(line, str(record["subject"])),
        predicate=predicate,
        object="" if plainly else sheet.key(line, value, classes),
        evidence=_proof(sheet, line, record),
        rule=sheet.rule,
        literal=value if plainly else "",
        title=str(record.get("title", "")),
        former=bool(record.get("former", False)),
    )


def _event(sheet: Sheet, line: int, record: Record) -> Event:
    agent, patient, participant, law = (tuple(_role(sheet, line, record, role)) for role in ROLES)
    _known(sheet, line, str(record["class"]), record["class"] in kinds())
    date = str(record.get("date", ""))
    attendance = record.get("attendance")
    sanctions = record.get("sanction") or []
    return Event(
        id=sheet.events[str(record.get("id"))],
        kind=str(record["class"]),
        evidence=_proof(sheet, line, record),
        rule=sheet.rule,
        status=_status(record),
        agent=agent,
        patient=patient,
        participant=participant,
        law=law,
        place=sheet.key(line, str(record.get("place", "")), PLACES),
        country=str(record.get("country", "")),
        date=parse_edtf(date) if date else None,
        date_stated=str(record.get("dateStated", "")),
        charge=str(record.get("charge", "")),
        sanctions=tuple(map(_sanction, [sanctions] if isinstance(sanctions, dict) else sanctions)),
        attendance=None if attendance is None else _range(attendance),
        count=record.get("count"),
        source=sheet.key(line, str(record.get("source", ""))),
        action=str(record.get("action", "")),
        outcome=sheet.events.get(str(record.get("outcome", "")), ""),
        guessed=float(record.get("uncertain") is True),
    )


def _role(sheet: Sheet, line: int, record: Record, role: str) -> Iterator[str]:
    value = record.get(role) or []
    for name in [value] if isinstance(value, str) else value:
        yield sheet.key(line, name, LAWS if role == "law" else ())


def _status(record: Record) -> Status:
    known: Mapping[str, Status] = {status: status for status in get_args(Status)}
    return known[str(record.get("status", "occurred"))]


def _range(attendance: int | Sequence[int]) -> tuple[int, int]:
    if isinstance(attendance, int):
        return attendance, attendance
    low, high = attendance
    return low, high


def _sanction(record: Record) -> Sanction:
    amount = record.get("amount")
    return Sanction(
        type=str(record["type"]),
        duration=str(record.get("duration", "")),
        amount=None if amount is None else float(amount),
        currency=str(record.get("currency", "")),
        suspended=bool(record.get("suspended", False)),
    )
