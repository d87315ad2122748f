import json
from pathlib import Path

import pytest

from kg.documents.model import Article, Document
from kg.errors import SourceError
from kg.graph.annotations import Annotations, read_records
from kg.graph.quads import Knowledge, build_quads

TEXT = "Ann Lee joined Vaba Linn in 2021. Vaba Linn, or VL, is in Tartu."
DOCUMENT = Document("d", "0" * 64, "d.txt", TEXT, (
    Article("d#1", 1, "", "One", 0, 33, ()), Article("d#2", 2, "", "Two", 34, len(TEXT), ()),
))  # fmt: skip


def at(words: str) -> list[dict[str, object]]:
    start = TEXT.index(words)
    return [{"start": start, "end": start + len(words), "quote": words}]


def entity(cls: str, name: str, **more: object) -> dict[str, object]:
    return {"id": "e", "kind": "entity", "class": cls, "name": name, "evidence": at(name), **more}


ANN, LINN = entity("Person", "Ann Lee"), entity("CivilSocietyOrganization", "Vaba Linn", aliases=["VL", "Linnarahvas"])
EVENT = {"id": "v1", "kind": "event", "class": "Foundation", "agent": "Ann Lee", "evidence": at("in 2021")}
POSITION = {
    "id": "r1", "kind": "relation", "subject": "Ann Lee", "predicate": "position", "object": "Vaba Linn",
    "title": "member", "evidence": at("joined"),
}  # fmt: skip


def read(folder: Path, *records: object) -> Annotations:
    lines = [r if isinstance(r, str) else json.dumps(r) for r in records]
    (folder / "d.jsonl").write_text("\n".join(lines) + "\n", encoding="utf8")
    return read_records(folder, [DOCUMENT], "Ann")


def test_read(tmp_path: Path) -> None:
    found = read(tmp_path, ANN, "", LINN, EVENT | {"date": "2021~", "outcome": "v1"}, POSITION)
    assert sorted(found.entities) == ["CivilSocietyOrganization:vaba linn", "Person:ann lee"]
    # A form without evidence counts where it first stands; one that never does is dropped.
    assert {f: [p.article for p in ps] for f, ps in found.entities["CivilSocietyOrganization:vaba linn"].names.items()
            } == {"Vaba Linn": [1], "VL": [2]}  # fmt: skip
    (event,), (fact,) = found.events, found.facts
    assert (event.agent, event.outcome, event.date and event.date.precision) == (("Person:ann lee",), event.id, "year")
    assert (fact.subject, fact.object, fact.title) == ("Person:ann lee", "CivilSocietyOrganization:vaba linn", "member")


def test_annotations_make_a_graph(tmp_path: Path) -> None:
    found = read(tmp_path, ANN, LINN, EVENT, POSITION)
    built = build_quads(Knowledge([DOCUMENT], list(found.entities.values()), found.facts, found.events))
    assert b'"annotation:Ann"' in built.nquads


@pytest.mark.parametrize(
    ("record", "message"),
    [
        ("{", "no JSON"),
        ("[]", "no record"),
        ({"kind": "note"}, "no record"),
        (entity("Person", "Ann Lee", evidence=[]), "no evidence"),
        (entity("Person", "Ann Lee", evidence=[{"start": 0, "end": 3, "quote": "Bob"}]), "is not the quote"),
        (entity("Person", "Ann Lee", evidence=[{"start": 0, "end": 0, "quote": ""}]), "is not the quote"),
        (entity("Person", "Ann Lee", evidence=[{"start": "0"}]), "needs start, end and quote"),
        (entity("", "Ann Lee"), "needs class and name"),
        (EVENT | {"agent": ["Nobody"]}, "'Nobody' is the name of no entity"),
        (EVENT | {"date": "May 2021"}, "not a date"),
        (EVENT | {"status": "dreamt"}, "dreamt"),
        (EVENT | {"class": "Juggling"}, "'Juggling' is no class"),
        (entity("Wizard", "Ann Lee"), "'Wizard' is no class"),
        (POSITION | {"predicate": "likes"}, "'likes' is no predicate"),
        ({k: v for k, v in POSITION.items() if k != "subject"}, "subject"),
    ],
)
def test_faults_name_file_and_line(record: object, message: str, tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=message) as caught:
        read(tmp_path, ANN, LINN, record)
    assert "d.jsonl, line 3: " in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_file_of_no_document(tmp_path: Path) -> None:
    (tmp_path / "x.jsonl").write_text("")
    with pytest.raises(SourceError, match="no document 'x'"):
        read_records(tmp_path, [DOCUMENT], "Ann")


def test_a_file_in_another_encoding(tmp_path: Path) -> None:
    (tmp_path / "d.jsonl").write_bytes(b"\xff\xfe")
    with pytest.raises(SourceError, match="UTF-8"):
        read_records(tmp_path, [DOCUMENT], "Ann")


def test_equal_names_are_told_apart_by_what_they_do(tmp_path: Path) -> None:
    place, body = entity("Place", "Tartu"), entity("GovernmentBody", "Tartu")
    found = read(tmp_path, body, place, EVENT | {"agent": "Tartu", "place": "Tartu"})
    assert (found.events[0].agent, found.events[0].place) == (("GovernmentBody:tartu",), "Place:tartu")
