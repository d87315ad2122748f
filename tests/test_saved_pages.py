from __future__ import annotations

import pytest

from kg.resources import data_folder
from kg.saved import load
from kg.saved_pages import count_of, page_of
from kg.sparql import first_word, outer_star, significant


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("SELECT ?a { ?a ?b ?c }", "SELECT ?a { ?a ?b ?c }\nLIMIT 5 OFFSET 10"),
        ("SELECT ?a { ?a ?b ?c } ORDER BY ?a # LIMIT 9",
         "SELECT ?a { ?a ?b ?c } ORDER BY ?a # LIMIT 9\nLIMIT 5 OFFSET 10"),
        ("SELECT ?a { { SELECT ?a { ?a ?b ?c } LIMIT 3 } }",
         "SELECT ?a { { SELECT ?a { ?a ?b ?c } LIMIT 3 } }\nLIMIT 5 OFFSET 10"),
        ("PREFIX x: <x:>\nSELECT ?a { ?a ?b 'LIMIT' } LIMIT 3",
         "PREFIX x: <x:>\nSELECT * { { SELECT ?a { ?a ?b 'LIMIT' } LIMIT 3\n} }\nLIMIT 5 OFFSET 10"),
    ],
)  # fmt: skip
def test_a_page_is_the_query_with_another_window(text: str, expected: str) -> None:
    assert page_of(text, 5, 10) == expected


def test_the_number_of_rows() -> None:
    text = "BASE <x:> PREFIX y: <y:> SELECT ?a { ?a y:b <c> } ORDER BY ?a # all"
    assert count_of(text) == (
        "BASE <x:> PREFIX y: <y:> SELECT (COUNT(*) AS ?rows) { { SELECT ?a { ?a y:b <c> } ORDER BY ?a # all\n} }"
    )


@pytest.mark.parametrize("query", load(data_folder("queries")).values(), ids=lambda query: query.name)
def test_every_saved_query_has_columns_with_names(query: object) -> None:
    found = significant(query.text)  # type: ignore[attr-defined]
    assert first_word(found) == "SELECT"
    assert outer_star(found) is None
