import pyoxigraph as ox
import pytest
import rdflib
from hypothesis import given
from hypothesis import strategies as st

from kg.graph.terms import iri, literal
from kg.graph.turtle import Shortener, trig, turtle

BASE = "https://example.org/"
TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)


@given(st.lists(st.tuples(TEXT, TEXT, st.sampled_from(["", "en", "ru"])), max_size=6))
def test_any_graph_comes_back(rows: list[tuple[str, str, str]]) -> None:
    triples = {(iri(f"{BASE}id/x/{s}"), iri(f"{BASE}p"), literal(o, language)) for s, o, language in rows}
    body = "".join(turtle(triples, BASE))
    wanted = ox.parse("".join(f"{' '.join(t)} .\n" for t in triples).encode(), ox.RdfFormat.N_TRIPLES)
    assert set(ox.parse(body.encode(), ox.RdfFormat.TURTLE)) == set(wanted)
    assert len(rdflib.Graph().parse(data=body, format="turtle")) == len(triples)


@pytest.mark.parametrize(
    ("term", "text"),
    [
        ("<https://example.org/a/b>", "a:b"),
        ("<https://example.org/a/b/c>", "<https://example.org/a/b/c>"),
        ("<https://example.org/a/b.c>", "<https://example.org/a/b.c>"),
        ("<https://example.org/a/b%20c>", "<https://example.org/a/b%20c>"),
        ("<https://example.org/a/>", "<https://example.org/a/>"),
        ("<https://example.org/a/2021-x>", "a:2021-x"),
        ('"x"^^<https://example.org/a/t>', '"x"^^a:t'),
        ('"x"@en', '"x"@en'),
        ("_:b", "_:b"),
    ],
)
def test_terms_are_short_where_that_is_safe(term: str, text: str) -> None:
    assert Shortener({"a": "https://example.org/a/"}).term(term) == text


def test_layout() -> None:
    kind = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
    rows = [
        ("<https://example.org/id/x/1>", "<https://example.org/p>", '"b"'),
        ("<https://example.org/id/x/1>", "<https://example.org/p>", '"a"'),
        ("<https://example.org/id/x/1>", kind, "<https://example.org/C>"),
    ]
    expected = (
        "@prefix x: <https://example.org/id/x/> .\n\n"
        'x:1 a <https://example.org/C> ;\n    <https://example.org/p> "a", "b" .\n'
    )
    assert "".join(turtle(rows, BASE)) == expected
    graph = "".join(trig([(*rows[2], "<https://example.org/graph/world>")], BASE))
    assert graph.endswith("\n<https://example.org/graph/world> {\n\n  x:1 a <https://example.org/C> .\n}\n")
