from datetime import date

import pyoxigraph as ox
import pytest
import rdflib
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import StoreError
from kg.graph.terms import boolean, day, decimal, integer, iri, line, literal, read_lines, text_of, value_of, words

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)
QUAD = ("<urn:s>", "<urn:p>", "", "<urn:g>")


@given(TEXT)
def test_literals_survive_every_reader(text: str) -> None:
    term = literal(text)
    row = line((*QUAD[:2], term, QUAD[3]))
    assert "\n" not in row
    assert value_of(term).text == text
    assert next(read_lines([row], "here"))[2] == term
    (quad,) = ox.parse(f"{row}\n".encode(), ox.RdfFormat.N_QUADS)
    assert quad.object.value == text
    (found,) = rdflib.Graph().parse(data=f"<urn:s> <urn:p> {term} .\n", format="turtle").objects()
    assert str(found) == text


@given(TEXT, TEXT)
def test_different_literals_are_different_terms(a: str, b: str) -> None:
    assert (literal(a) == literal(b)) == (a == b)


@pytest.mark.parametrize(
    ("term", "expected"),
    [
        (literal("a", "en"), '"a"@en'),
        (literal('say "a"\n\\'), '"say \\"a\\"\\n\\\\"'),
        (literal("\x00\x7f"), '"\\u0000\\u007F"'),
        (words("Tallinn"), '"Tallinn"@en'),
        (words("Žižkov"), '"Žižkov"@en'),
        (words("Таллин"), '"Таллин"@und'),
        (words("Таллин", "ru"), '"Таллин"@ru'),
        (words("123"), '"123"@en'),
        (integer(12), '"12"^^<http://www.w3.org/2001/XMLSchema#integer>'),
        (decimal(200.0), '"200"^^<http://www.w3.org/2001/XMLSchema#decimal>'),
        (decimal(0.05), '"0.05"^^<http://www.w3.org/2001/XMLSchema#decimal>'),
        (decimal(1e16), '"10000000000000000"^^<http://www.w3.org/2001/XMLSchema#decimal>'),
        (boolean(False), '"false"^^<http://www.w3.org/2001/XMLSchema#boolean>'),
        (day(date(33, 1, 2)), '"0033-01-02"^^<http://www.w3.org/2001/XMLSchema#date>'),
        (iri("https://example.org/a b<é>"), "<https://example.org/a%20b%3Cé%3E>"),
    ],
)
def test_terms(term: str, expected: str) -> None:
    assert term == expected


@given(st.text(max_size=40))
def test_any_text_becomes_an_iri(text: str) -> None:
    term = iri(f"https://example.org/{text}".encode(errors="replace").decode())
    assert ox.NamedNode(text_of(term)).value == text_of(term)


def test_text_of_each_kind() -> None:
    assert [text_of(t) for t in ("<urn:a>", "_:b", '"c\\n"@en')] == ["urn:a", "b", "c\n"]


@pytest.mark.parametrize("row", ["", "<urn:s> <urn:p> .", "<urn:s> <urn:p> <urn:o> .", '<urn:s> <urn:p> "a <urn:g> .'])
def test_a_bad_line_is_named(row: str) -> None:
    with pytest.raises(StoreError, match=r"graph\.nq, line 2"):
        list(read_lines(['<urn:s> <urn:p> "a" <urn:g> .\n', row], "graph.nq"))


def test_a_term_that_is_no_literal() -> None:
    with pytest.raises(ValueError, match="not a literal"):
        value_of("<urn:a>")
