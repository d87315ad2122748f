"""Queries by name, file and standard input, and their answers as words."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kg.asking import cells, query_text
from kg.errors import QueryError, UsageError
from kg.store.base import Answer


def test_a_saved_query_by_name() -> None:
    assert "SELECT" in query_text("who-was-convicted-of-what", [])


def test_a_file_without_a_header(tmp_path: Path) -> None:
    (tmp_path / "own.rq").write_text("ASK {}", "utf8")
    assert query_text(str(tmp_path / "own.rq"), []).strip() == "ASK {}"


@pytest.mark.parametrize("values", [["since"], ["2024"]])
def test_a_parameter_without_a_value(values: list[str]) -> None:
    with pytest.raises(UsageError, match="name=value"):
        query_text("people-in-custody", values)


def test_an_unknown_parameter() -> None:
    with pytest.raises(QueryError, match="nonsense"):
        query_text("people-in-custody", ["nonsense=1"])


def test_an_unknown_name_lists_the_known() -> None:
    with pytest.raises(UsageError, match="who-was-convicted-of-what"):
        query_text("who-knows", [])


def test_cells_shorten_known_iris_and_leave_gaps() -> None:
    body = (
        b'{"head":{"vars":["a","b","c"]},"results":{"bindings":[{"a":{"type":"uri",'
        b'"value":"https://w3id.org/civicgraph/ontology#Killing"}},{"b":{"type":"literal","value":"x"}}]}}'
    )
    assert cells(Answer("bindings", "json", body)) == (["a", "b"], [["cg:Killing", ""], ["", "x"]], ["", ""])


def test_cells_tell_labels_and_durations() -> None:
    body = (
        b'{"head":{"vars":["a","b"]},"results":{"bindings":[{"a":{"type":"uri","value":"https://e.org/1"},"b":{"type":"literal",'
        b'"value":"P3Y","datatype":"http://www.w3.org/2001/XMLSchema#duration"}}]}}'
    )
    assert cells(Answer("bindings", "json", body), {"https://e.org/1": "Ama"})[1] == [["Ama", "3 years"]]
    assert cells(Answer("bindings", "json", body))[1] == [["https://e.org/1", "3 years"]]
    own = Answer("bindings", "json", body.replace(b"org/1", b"org/id/sanction/1"))
    assert cells(own, {}, "https://e.org/")[1] == [["sanction/1", "3 years"]]


def test_cells_tell_codes_in_words_and_a_date_once() -> None:
    row = {name: {"type": "literal", "value": value} for name, value in (
        ("date", "2024-05"), ("earliest", "2024-05-01"), ("sanction", "suspendedSentence"),
    )}  # fmt: skip
    body = json.dumps({"head": {"vars": list(row)}, "results": {"bindings": [row]}}).encode()
    assert cells(Answer("bindings", "json", body))[:2] == (["date", "sanction"], [["2024-05", "suspended sentence"]])


def test_cells_show_labels_for_iris_and_quotes_apart() -> None:
    body = (
        b'{"head":{"vars":["who","whoLabel","quote"]},"results":{"bindings":[{"who":{"type":"uri","value":"https://e.org/1"},'
        b'"whoLabel":{"type":"literal","value":"Grace Otieno"},"quote":{"type":"literal","value":"She was fined."}}]}}'
    )
    assert cells(Answer("bindings", "json", body)) == (["who"], [["Grace Otieno"]], ["\u201cShe was fined.\u201d"])


@pytest.mark.parametrize("value", ["GE", "ge", "Georgia", "https://e.org/id/country/ge"])
def test_a_state_by_its_name_or_code(value: str) -> None:
    text = query_text("who-was-convicted-of-what", [f"country={value}"], "https://e.org/")
    assert "<https://e.org/id/country/ge>" in text
