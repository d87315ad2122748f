"""Tokens of SPARQL: what is a string, an IRI, a name, and where."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import QueryError
from kg.sparql import (
    before_edits,
    edited,
    first_word,
    form_of,
    is_update,
    names_dataset,
    offset_of,
    outer_star,
    place,
    prologue,
    significant,
    string_literal,
    tokens,
    variables,
)

PIECES = {
    "comment": "# a 'comment' <x> ?y",
    "string": '"a \\" # ?b"',
    "iri": "<http://example.org/#?a'b>",
    "variable": "?naïve_1",
    "language": "@pt-br",
    "blank": "_:b1.c",
    "prefixed": "ex:a.b\\,c%20:d",
    "number": "1.5e-3",
    "word": "SELECT",
    "mark": "&&",
}


@pytest.mark.parametrize(("kind", "text"), PIECES.items())
def test_kinds(kind: str, text: str) -> None:
    assert [(token.kind, token.text) for token in tokens(text)] == [(kind, text)]


@given(st.lists(st.sampled_from(sorted(PIECES))))
def test_pieces_stay_apart_and_spans_are_exact(kinds: list[str]) -> None:
    source = "".join(PIECES[kind] + "\n" for kind in kinds)
    found = tokens(source)
    assert [token.kind for token in found] == kinds
    assert all(source[token.start : token.end] == token.text for token in found)


@given(st.text())
def test_any_text_is_covered_or_refused_at_a_quote(source: str) -> None:
    try:
        found = tokens(source)
    except QueryError as error:
        refused = offset_of(source, error.line or 0, error.column or 0)
    else:
        between = edited(source, [(token.start, token.end, "'") for token in found])
        assert between.strip(" \t\r\n'") == ""
        return
    assert source[refused] in "'\""


@pytest.mark.parametrize(
    ("source", "kinds"),
    [
        ("FILTER(?a<?b&&?c>?d)", "word mark variable mark variable mark variable mark variable mark"),
        ("(?a<=3)", "mark variable mark number mark"),
        ("(?a <http://example.org/?q=1>)", "mark variable iri mark"),
        ("?s <p> <#o>", "variable iri iri"),
        ("'''it's ''quoted'' '''", "string"),
        ('("""a" "b""")', "mark string mark"),
        ("('' 'a')", "mark string string mark"),
        ("ex:a. ex:b.", "prefixed mark prefixed mark"),
        ("?a?b$c", "variable variable variable"),
    ],
)
def test_harder_readings(source: str, kinds: str) -> None:
    assert " ".join(token.kind for token in tokens(source)) == kinds


@pytest.mark.parametrize("source", ["'open", '"two\nlines"', r"'\q'"])
def test_strings_that_do_not_end(source: str) -> None:
    with pytest.raises(QueryError, match="line 2, column 3: a string is not closed"):
        tokens("ASK {\n  " + source)


@pytest.mark.parametrize(
    ("source", "word", "update"),
    [
        ("PREFIX insert: <x:> SELECT * {}", "SELECT", False),
        ("BASE <x:> PREFIX a: <b> insert data {}", "INSERT", True),
        ("# DELETE\nASK {}", "ASK", False),
        ("WITH <x:g> DELETE { } WHERE { }", "WITH", True),
        ("prefix :<x:> base <y:> Describe<z>", "DESCRIBE", False),
        ("PREFIX a: <x:\\u0041> SELECT * {}", "SELECT", False),
        ("PREFIX a.b: <x:> # SELECT\n ASKED {}", "ASKED", False),
        ("", "", False),
        ("{ }", "", False),
    ],
)
def test_forms(source: str, word: str, update: bool) -> None:
    found = significant(source)
    assert (first_word(found), form_of(source), is_update(found)) == (word, word, update)


@pytest.mark.parametrize(
    ("source", "star"),
    [
        ("SELECT * {}", 7),
        ("PREFIX a: <x:> SELECT DISTINCT * {}", 31),
        ("SELECT ?a { ?a <x:p>* ?b }", None),
        ("SELECT (COUNT(*) AS ?n) {}", None),
        ("SELECT ?a { { SELECT * {} } }", None),
        ("ASK { { SELECT * {} } }", None),
    ],
)
def test_the_outer_star(source: str, star: int | None) -> None:
    found = outer_star(significant(source))
    assert (found.start if found else None) == star


def test_prologue_dataset_and_variables() -> None:
    found = significant("PREFIX a: <x:> PREFIX : <y:> SELECT ?b $a ?b FROM <x:g> { ?c a:from 'FROM' }")
    assert prologue(found) == ({"a": "x:", "": "y:"}, 6)
    assert names_dataset(found)
    assert not names_dataset(significant("SELECT ?from { ?from a:from 'FROM', <x:FROM> } # FROM"))
    assert variables(found) == ["b", "a", "c"]


@given(st.text(), st.integers(0, 50))
def test_place_and_offset_are_inverse(text: str, offset: int) -> None:
    offset = min(offset, len(text))
    assert offset_of(text, *place(text, offset)) == offset


def test_offsets_are_followed_back_through_edits() -> None:
    edits = [(2, 4, "longer"), (6, 9, "")]
    assert edited("0123456789", edits) == "01longer459"
    assert [before_edits(at, edits) for at in range(11)] == [0, 1, 2, 2, 2, 2, 2, 2, 4, 5, 9]


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_a_literal_is_one_string_token(value: str) -> None:
    assert [token.kind for token in tokens(string_literal(value))] == ["string"]
