"""The forms of an entity in one document."""

from __future__ import annotations

from kg.entities.model import Entity, Place


def test_the_forms_of_a_document_in_order() -> None:
    names = {
        "B": [Place("x", 0, 9, 10, "B")],
        "A": [Place("x", 0, 2, 3, "A"), Place("y", 0, 0, 1, "A")],
        "C": [Place("y", 0, 5, 6, "C")],
    }
    entity = Entity("k", "Law", "A", names)
    assert list(entity.in_document("x")) == ["A", "B"]
    assert [p.document for p in entity.in_document("x")["A"]] == ["x"]
    assert entity.in_document("z") == {}
