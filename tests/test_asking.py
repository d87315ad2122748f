"""Queries by name, file and standard input, and their answers as words."""

from __future__ import annotations

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


def test_cells_show_labels_for_iris_and_quotes_apart() -> None:
    body = (
        b'{"head":{"vars":["who","whoLabel","quote"]},"results":{"bindings":[{"who":{"type":"uri","value":"https://e.org/1"},'
        b'"whoLabel":{"type":"literal","value":"Grace Otieno"},"quote":{"type":"literal","value":"She was fined."}}]}}'
    )
    assert cells(Answer("bindings", "json", body)) == (["who"], [["Grace Otieno"]], ["\u201cShe was fined.\u201d"])


@pytest.mark.parametrize(("value", "found"), [("GE", True), ("ge", True), ("https://e.org/id/country/ge", True)])
def test_a_state_by_its_code(value: str, found: bool) -> None:
    text = query_text("who-was-convicted-of-what", [f"country={value}"], "https://e.org/")
    assert ("<https://e.org/id/country/ge>" in text) is found
