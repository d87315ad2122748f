from __future__ import annotations

import json

import pytest
from flask import Flask

from kg.store.base import Answer
from server.tables import columns_for_people, heading, table_of

BASE = "https://w3id.org/civicgraph/"


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (["a", "b"], ["a", "b"]),
        (["person", "personLabel"], ["person"]),
        (["placeLabel", "n"], ["placeLabel", "n"]),
        (["date", "earliest", "latest"], ["date"]),
        (["earliest"], ["earliest"]),
        (["a", "quote"], ["a"]),
    ],
)
def test_columns(names: list[str], expected: list[str]) -> None:
    assert columns_for_people(names) == expected


def test_headings() -> None:
    assert [heading(name) for name in ("placeLabel", "releaseDate", "Label")] == ["place", "release date", "label"]


def test_codes_are_told_in_words(app: Flask) -> None:
    rows = [{"sanction": {"type": "literal", "value": "activityBan"}, "title": {"type": "literal", "value": "iPhone"}}]
    body = json.dumps({"head": {"vars": ["sanction", "title"]}, "results": {"bindings": rows}}).encode()
    with app.test_request_context():
        table = table_of(Answer("bindings", "json", body), 1, BASE)
    assert [cell.text for cell in table.rows[0] if cell] == ["activity ban", "iPhone"]


def test_cells_are_named_linked_and_cut(app: Flask) -> None:
    person = {"type": "uri", "value": f"{BASE}id/person/mutale-zimba"}
    rows = [{"person": person, "quote": {"type": "literal", "value": "Words."}}, {}, {}]
    body = json.dumps({"head": {"vars": ["person", "quote"]}, "results": {"bindings": rows}}).encode()
    with app.test_request_context():
        table = table_of(Answer("bindings", "json", body), 2, BASE)
    assert table.headings == ("person",)
    assert table.rows[0][0] is not None
    assert (table.rows[0][0].text, table.rows[0][0].href) == ("Mutale Zimba", "/page/person/mutale-zimba")
    assert table.rows[1] == (None,)
    assert table.quotes == ("Words.", None)
    assert (table.total, table.cut) == (3, True)
