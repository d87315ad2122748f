import json
from dataclasses import replace
from pathlib import Path

import pytest

from kg.documents.model import Article, Document
from kg.entities.model import Entity, Place
from kg.graph.annotations import read_records
from kg.graph.quads import Knowledge
from kg.graph.records import name_in, write_records


def records(knowledge: Knowledge) -> list[dict[str, object]]:
    written = write_records(knowledge.documents, knowledge.entities, knowledge.facts, knowledge.events)
    return [json.loads(line) for line in written["tartu news"].splitlines()]


def of(knowledge: Knowledge, kind: str) -> list[dict[str, object]]:
    return [record for record in records(knowledge) if record["kind"] == kind]


def test_every_record_is_verbatim_and_numbered(knowledge: Knowledge) -> None:
    text = knowledge.documents[0].text
    found = records(knowledge)
    assert [r["id"] for r in found if r["kind"] == "event"] == [f"v{n}" for n in range(1, 9)]
    assert [r["class"] for r in found if r.get("uncertain")] == ["Refusal"]
    for record in found:
        assert record["evidence"]
        for span in record["evidence"]:  # type: ignore[attr-defined]
            assert text[span["start"] : span["end"]] == span["quote"] != ""


def test_an_entity(knowledge: Knowledge) -> None:
    (maarja,) = [r for r in of(knowledge, "entity") if r["name"] == "Maarja Tamm"]
    quotes = [span["quote"] for span in maarja.pop("evidence")]  # type: ignore[attr-defined]
    assert quotes == ["Maarja Tamm", "Tamm"]
    assert maarja == {
        "id": maarja["id"], "kind": "entity", "class": "Person", "section": "", "name": "Maarja Tamm",
        "aliases": ["Tamm"], "country": "EE",
    }  # fmt: skip


def test_the_protected_are_listed_and_keep_their_roles(knowledge: Knowledge) -> None:
    (kati,) = [r for r in of(knowledge, "entity") if r.get("protected")]
    assert kati["name"] == "Kati"
    assert [r["patient"] for r in of(knowledge, "event") if r.get("patient") == ["Kati"]]


def test_an_event(knowledge: Knowledge) -> None:
    fine = of(knowledge, "event")[0]
    assert {k: v for k, v in fine.items() if k not in ("evidence", "id", "kind", "section")} == {
        "class": "Conviction", "date": "2021-05-03", "dateStated": "3 May 2021", "country": "EE",
        "agent": ["Tartu court"], "patient": ["Maarja Tamm"], "charge": "disturbing the peace",
        "sanction": {"type": "fine", "amount": 200, "currency": "EUR"}, "outcome": "v2",
    }  # fmt: skip


def test_status_source_and_attendance(knowledge: Knowledge) -> None:
    by_status = {str(r.get("status", "")): r for r in of(knowledge, "event")}
    assert set(by_status) == {"", "alleged", "planned", "refused"}
    assert by_status["planned"]["attendance"] == [50, 100]
    assert [r["source"] for r in of(knowledge, "event") if "source" in r] == ["Jaan Kask"]


def test_what_is_denied_or_supposed_is_no_record(knowledge: Knowledge) -> None:
    assert len(of(knowledge, "event")) == len(knowledge.events) - 1
    assert [(r["predicate"], r["object"], r.get("title")) for r in of(knowledge, "relation")] == [
        ("position", "Tartu", "Mayor"), ("position", "", "student"), ("concerns", "the square", None),
    ]  # fmt: skip


def test_a_record_belongs_to_the_document_of_its_evidence() -> None:
    def document(identity: str) -> Document:
        return Document(identity, "", "", "Ann. Ann Lee.", (Article(f"{identity}#1", 1, "T", "Two", 0, 13, ()),))

    ann = Entity("k", "Person", "Ann Lee", {
        "Ann": [Place("a", 1, 0, 3, "Ann"), Place("b", 1, 0, 3, "Ann")], "Ann Lee": [Place("b", 1, 5, 12, "Ann Lee")],
    })  # fmt: skip
    written = write_records([document(i) for i in "abc"], [ann], [], [])
    assert [json.loads(written[i])["name"] for i in "ab"] == ["Ann", "Ann Lee"]
    assert json.loads(written["a"])["section"] == "Two"
    assert written["c"] == ""


@pytest.mark.parametrize(
    ("name", "forms", "expected"),
    [
        ("Ann Lee", ["Ann Lee", "Lee"], "Ann Lee"),
        ("Ann Maria Lee", ["Lee", "Ann Lee"], "Ann Lee"),
        ("Ann Maria Lee", ["Ли Анна Мария", "Lee"], "Lee"),
        ("Government of Estonia", ["authorities"], "Government of Estonia"),
    ],
)
def test_the_fullest_form_of_a_document(name: str, forms: list[str], expected: str) -> None:
    names = {form: [Place("d", 1, 0, 1, "")] for form in forms}
    if not name.startswith("Government"):
        names.setdefault(name, []).append(Place("other", 1, 0, 1, ""))
    assert name_in(Entity("k", "Person", name, names), "d") == expected


def test_records_come_back_as_they_went(knowledge: Knowledge, tmp_path: Path) -> None:
    written = write_records(knowledge.documents, knowledge.entities, knowledge.facts, knowledge.events)
    (tmp_path / "tartu news.jsonl").write_text(written["tartu news"], encoding="utf8")
    back = read_records(tmp_path, knowledge.documents, "Ann")
    again = write_records(knowledge.documents, list(back.entities.values()), back.facts, back.events)
    assert again == written
    assert {fact.rule for fact in back.facts} == {event.rule for event in back.events} == {"annotation:Ann"}


def test_order_of_input_does_not_matter(knowledge: Knowledge) -> None:
    turned = replace(knowledge, entities=knowledge.entities[::-1], events=knowledge.events[::-1])
    assert records(turned) == records(knowledge)
