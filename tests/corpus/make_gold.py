"""Turn the hand-made annotations into gold records with exact offsets (format: README.md beside this file).

Run as `python tests/corpus/make_gold.py [set ...]` after a document, an annotation or a document reader has changed.
An annotation quotes the sentences of its document once, by number; its records name sentences by number and entities by
the forms the text uses. Every quote is looked up in the text that the reader gives; one that is not there is an error.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.documents.model import Document
from kg.documents.read import read
from kg.resources import read_yaml

HERE = Path(__file__).resolve().parent
NUMBERS = ("signatures", "threshold", "count", "amount")
FLAGS = ("former", "protected")
WITHOUT_COUNTRY = ("Country", "InternationalOrganization", "Treaty", "LawProvision")
Record = dict[str, Any]


@dataclass(frozen=True)
class CorpusSet:
    """One set of documents with their annotations and gold, each in a folder of its own beside this file."""

    documents: Path
    annotations: Path
    gold: Path

    def files(self) -> list[Path]:
        """The set's document files; none while the set is not there."""
        found = sorted(self.documents.iterdir()) if self.documents.is_dir() else []
        return [path for path in found if not path.name.endswith(".meta.json")]

    def read(self) -> dict[str, Document]:
        """The documents, by id, as the project reads them."""
        return {document.id: document for path in self.files() for document in read(path)}

    def generated(self) -> dict[str, str]:
        """Every gold file of the set: its name and its text."""
        documents = self.read()
        sheets = (open_sheet(path, documents) for path in sorted(self.annotations.glob("*.yaml")))
        return {f"{sheet.name}.jsonl": as_lines(gold(sheet)) for sheet in sheets}

    def write(self) -> None:
        """Write the gold files."""
        for name, text in self.generated().items():
            self.gold.mkdir(exist_ok=True)
            (self.gold / name).write_text(text, encoding="utf8")


SETS = {
    "sample": CorpusSet(HERE / "sample", HERE / "annotations", HERE / "sample-gold"),
    "dev": CorpusSet(HERE / "dev", HERE / "dev-annotations", HERE / "dev-gold"),
    "blind": CorpusSet(HERE / "blind", HERE / "blind-annotations", HERE / "blind-gold"),
    "fresh": CorpusSet(HERE / "fresh", HERE / "fresh-annotations", HERE / "fresh-gold"),
}


class QuoteError(ValueError):
    """A quote or form of an annotation that is not in its document."""


@dataclass(frozen=True)
class Sheet:
    """One annotation file read against its document: its text, sentences and articles."""

    name: str
    text: str
    sentences: dict[int, tuple[int, int]]
    sections: dict[int, dict[str, str]]
    records: Record

    def section(self, number: int) -> dict[str, str]:
        """Title and country of the article that holds sentence `number`."""
        return self.sections[max(first for first in self.sections if first <= number)]

    def evidence(self, start: int, end: int) -> Record:
        return {"start": start, "end": end, "quote": self.text[start:end]}


def loose(quote: str) -> str:
    """A pattern for the quote: any white space stands for a space, as readers break lines differently."""
    return r"\s+".join(re.escape(word) for word in quote.split())


def places(name: str, text: str, sentences: dict[int, str]) -> dict[int, tuple[int, int]]:
    """Where each sentence is; they must stand in the text in the order of their numbers."""
    found, position = {}, 0
    for number in sorted(sentences):
        match = re.compile(loose(sentences[number])).search(text, position)
        if match is None:
            raise QuoteError(f"{name}: sentence {number} is not in the text: {sentences[number][:60]}")
        found[number], position = match.span(), match.end()
    return found


def open_sheet(path: Path, documents: dict[str, Document]) -> Sheet:
    """Read an annotation file; `documents` are those of its set, by id."""
    records = read_yaml(path)
    name = records["document"]
    if name not in documents:
        raise QuoteError(f"{path.name}: its set has no document {name}")
    text = documents[name].text
    sentences = {int(number): quote for number, quote in records["sentences"].items()}
    sections = {int(number): section for number, section in records["sections"].items()}
    return Sheet(name, text, places(name, text, sentences), sections, records)


def occurrences(sheet: Sheet, form: str) -> Iterator[tuple[int, int, int]]:
    """Sentence number, start and end of each place where the form stands as whole words; `form@5` looks in 5 only."""
    words, _, only = form.partition("@")
    pattern = re.compile(rf"(?<!\w){loose(words)}(?!\w)")
    for number, (start, end) in sheet.sentences.items():
        if only in ("", str(number)):
            for match in pattern.finditer(sheet.text, start, end):
                yield number, *match.span()


def forms(entity: Record) -> list[str]:
    return [entity["name"], *entity.get("aliases", [])]


def first_mention(sheet: Sheet, form: str, taken: set[tuple[int, int]]) -> tuple[int, int, int] | None:
    """The first place of the form, outside the longer forms that are `taken` if there is one."""
    everywhere = list(occurrences(sheet, form))
    free = [m for m in everywhere if not any(a <= m[1] and m[2] <= b and (a, b) != m[1:] for a, b in taken)]
    return next(iter(free or everywhere), None)


def mentions(sheet: Sheet, entity: Record, taken: set[tuple[int, int]]) -> list[tuple[int, int, int]]:
    found = [first_mention(sheet, form, taken) for form in forms(entity)]
    missing = [form for form, mention in zip(forms(entity)[1:], found[1:], strict=True) if mention is None]
    if missing or not any(found):
        raise QuoteError(f"{sheet.name}: {missing or entity['name']} is not in the sentences")
    return sorted({mention for mention in found if mention})


def entity_records(sheet: Sheet) -> list[Record]:
    entities = [(kind, entity) for kind, group in sheet.records["entities"].items() for entity in group]
    taken = {m[1:] for _, entity in entities for form in forms(entity) for m in occurrences(sheet, form)}
    return [entity_record(sheet, kind, entity, taken) for kind, entity in entities]


def entity_record(sheet: Sheet, kind: str, entity: Record, taken: set[tuple[int, int]]) -> Record:
    found = mentions(sheet, entity, taken)
    section = sheet.section(found[0][0])
    fields = typed(entity)
    if kind not in WITHOUT_COUNTRY and fields.setdefault("country", section["country"]) == "":
        del fields["country"]
    aliases = [alias for form in fields.pop("aliases", []) if (alias := form.partition("@")[0]) != fields["name"]]
    head = {"class": kind, "section": section["title"], "name": fields.pop("name"), "aliases": aliases}
    evidence = [sheet.evidence(start, end) for _, start, end in found]
    return {"kind": "entity", **head, **fields, "evidence": evidence}


def typed(fields: Record) -> Record:
    """YAML's strings as the numbers and flags that the record format wants."""
    result = {}
    for key, value in fields.items():
        if key in FLAGS:
            result[key] = value == "true"
        elif key in NUMBERS:
            result[key] = int(value)
        elif key == "attendance":
            result[key] = int(value) if isinstance(value, str) else [int(bound) for bound in value]
        else:
            result[key] = nested(value)
    return result


def nested(value: Any) -> Any:
    """A record inside a record, or several of them ("sanction"), typed alike; words stay words."""
    if isinstance(value, list):
        return [nested(part) for part in value]
    return typed(value) if isinstance(value, dict) else value


def numbers(value: str | list[str]) -> list[int]:
    return [int(value)] if isinstance(value, str) else [int(number) for number in value]


def sentence_evidence(sheet: Sheet, cited: list[int]) -> list[Record]:
    return [sheet.evidence(*sheet.sentences[number]) for number in cited]


def relation_records(sheet: Sheet) -> list[Record]:
    result = []
    for cited, subject, predicate, target, *extras in sheet.records["relations"]:
        where = numbers(cited)
        head = {"section": sheet.section(where[0])["title"], "subject": subject, "predicate": predicate}
        fields = typed(extras[0]) if extras else {}
        evidence = sentence_evidence(sheet, where)
        result.append({"kind": "relation", **head, "object": target, **fields, "evidence": evidence})
    return result


def event_records(sheet: Sheet) -> list[Record]:
    events = sheet.records["events"]
    keys = {event["key"]: f"v{number}" for number, event in enumerate(events, start=1) if "key" in event}
    return [event_record(sheet, event, keys) for event in events]


def event_record(sheet: Sheet, event: Record, keys: dict[str, str]) -> Record:
    where = numbers(event["in"])
    section = sheet.section(where[0])
    fields = {"dateStated" if key == "said" else key: value for key, value in typed(event).items()}
    for key in ("key", "in"):
        fields.pop(key, None)
    if fields.setdefault("country", section["country"]) == "":
        del fields["country"]
    if "outcome" in fields:
        fields["outcome"] = keys[fields["outcome"]]
    head = {"kind": "event", "class": fields.pop("class"), "section": section["title"]}
    return {**head, **fields, "evidence": sentence_evidence(sheet, where)}


def gold(sheet: Sheet) -> list[Record]:
    """All records of a sheet with their ids: e1, e2, … r1, … v1, …."""
    groups = (("e", entity_records(sheet)), ("r", relation_records(sheet)), ("v", event_records(sheet)))
    return [{"id": f"{letter}{n}", **record} for letter, group in groups for n, record in enumerate(group, start=1)]


def as_lines(records: list[Record]) -> str:
    return "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records)


def main(names: list[str]) -> None:
    """Write the gold of the named sets, of all without a name."""
    for name in names or SETS:
        SETS[name].write()


if __name__ == "__main__":
    main(sys.argv[1:])
