"""Saved queries: headers, typed parameters, and values that cannot leave their place."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rdflib import Dataset

from kg.errors import QueryError
from kg.saved import SavedQuery, bind, fixed_variables, load, parse
from kg.sparql import significant
from kg.store.memory import MemoryView
from kg.store.oxigraph import OxigraphView
from kg.store.rows import rows

PREFIXES = {"ex": "http://example.org/", "xsd": "http://www.w3.org/2001/XMLSchema#"}
SOURCE = """#+ title: Trials of a year
#+ question: Who was tried in a given year, and where?
#+ tags: [trial, court]
#+ view: timeline
#+ params:
#+   year: {type: integer, default: 2019, description: the year}
#+   word: {type: string, default: ""}
#+   place: {type: iri, class: Place}
#+   kind: {type: class, default: ex:Trial, choices: [ex:Trial, ex:Appeal]}
#+   since: {type: date, default: 2019-01-01}
#+   most: {type: integer, default: 10}
# about ?year
PREFIX ex: <http://example.org/>
SELECT ?who WHERE {
  ?who a ?kind ; ex:at ?place ; ex:note "?year", '$word' ; ex:see <http://example.org/?year> .
  FILTER(?y = $year && ?d > ?since && CONTAINS(?n, ?word))
} LIMIT ?most
"""


def one_param(type_: str, text: str = "SELECT ?hit { BIND(?value AS ?hit) }", extra: str = "") -> SavedQuery:
    header = f"#+ title: T\n#+ question: Q?\n#+ params:\n#+   value: {{type: {type_}{extra}}}\n"
    return parse("one", header + text)


def test_the_header_is_read() -> None:
    query = parse("trials", SOURCE)
    assert (query.title, query.view, query.tags) == ("Trials of a year", "timeline", ("trial", "court"))
    assert list(query.params) == ["year", "word", "place", "kind", "since", "most"]
    assert query.params["year"].default == "2019"
    assert query.params["place"].required
    assert query.params["place"].class_name == "Place"
    assert query.params["kind"].choices == ("ex:Trial", "ex:Appeal")
    assert not query.text.startswith("#+")


def test_only_tokens_are_replaced() -> None:
    bound = bind(parse("trials", SOURCE), {"place": "http://example.org/oslo", "word": 'a"b'}, PREFIXES)
    assert "# about ?year" in bound
    assert '"?year"' in bound
    assert "'$word'" in bound
    assert "<http://example.org/?year>" in bound
    assert "ex:at <http://example.org/oslo>" in bound
    assert "a <http://example.org/Trial>" in bound
    assert '?y = "2019"^^<http://www.w3.org/2001/XMLSchema#integer>' in bound
    assert r'CONTAINS(?n, "a\"b")' in bound
    assert bound.endswith("LIMIT 10\n")


def test_load_reads_a_folder_in_order(tmp_path: Path) -> None:
    for name in ("b", "a"):
        (tmp_path / f"{name}.rq").write_text("#+ title: T\n#+ question: Q?\nASK {}\n", "utf8")
    (tmp_path / "notes.txt").write_text("no query", "utf8")
    assert list(load(tmp_path)) == ["a", "b"]


@pytest.mark.parametrize(
    ("source", "fault"),
    [
        ("ASK {}", "needs a title"),
        ("#+ title: T\nASK {}", "needs a question"),
        ("#+ title: [\nASK {}", "not YAML"),
        ("#+ title: T\n#+ question: Q\n#+ colour: red\nASK {}", "mapping with some of"),
        ("#+ title: T\n#+ question: Q\n#+ tags: one\nASK {}", "tags has to be a list"),
        ("#+ title: T\n#+ question: Q\n#+ view: cinema\nASK {}", "view cinema is not one of"),
        ("#+ title: T\n#+ question: Q\n#+ params: [a]\nASK {}", "params has to be a mapping"),
        ("#+ title: T\n#+ question: Q\n#+ params: {a: {type: colour}}\nASK { ?a ?b ?c }", "has the type colour"),
        ("#+ title: T\n#+ question: Q\n#+ params: {a: {size: 3}}\nASK { ?a ?b ?c }", "parameter a has to be a mapping"),
        ("#+ title: T\n#+ question: Q\n#+ params: {z: {}}\nASK { ?a ?b ?c }", "z is not a variable"),
        ("#+ title: T\n#+ question: Q\n#+ params: {a: {}}\nSELECT ?a { ?a ?b ?c }", "is projected"),
    ],
)
def test_a_wrong_file_is_named(source: str, fault: str) -> None:
    with pytest.raises(QueryError, match=fault) as raised:
        parse("name", source, "queries/name.rq")
    assert str(raised.value).startswith("queries/name.rq: ")
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize(
    ("text", "fixed"),
    [
        ("SELECT ?a (COUNT(?b) AS ?c) ?d WHERE { ?e ?f ?g }", {"a", "c", "d"}),
        ("SELECT * { BIND(?a AS ?b) FILTER(BOUND(?c) && ?d) }", {"b", "c"}),
        ("SELECT * { ?s ?p ?o } GROUP BY ?s (?x AS ?y) HAVING (?z > 1) ORDER BY ?o DESC(?q) LIMIT 1", {"s", "y", "o"}),
        ("SELECT * { VALUES ?a { 1 } VALUES (?b ?c) { (1 2) } { SELECT ?d { ?e ?p ?o } } }", {"a", "b", "c", "d"}),
    ],
)
def test_places_where_only_a_variable_may_stand(text: str, fixed: set[str]) -> None:
    assert fixed_variables(significant(text)) == fixed


@pytest.mark.parametrize(
    ("type_", "value", "term"),
    [
        ("integer", "-7", '"-7"^^<http://www.w3.org/2001/XMLSchema#integer>'),
        ("decimal", "2.5", '"2.5"^^<http://www.w3.org/2001/XMLSchema#decimal>'),
        ("boolean", "true", '"true"^^<http://www.w3.org/2001/XMLSchema#boolean>'),
        ("date", "2024-02-29", '"2024-02-29"^^<http://www.w3.org/2001/XMLSchema#date>'),
        ("iri", "ex:Oslo", "<http://example.org/Oslo>"),
        ("iri", "<urn:x:y>", "<urn:x:y>"),
        ("class", "http://example.org/Право", "<http://example.org/Право>"),
        ("string", "it's", '"it\'s"'),
        ("string", r"\u0022", r'"\\\U000000750022"'),
    ],
)
def test_values_become_terms(type_: str, value: str, term: str) -> None:
    assert f"BIND({term} AS" in bind(one_param(type_), {"value": value}, PREFIXES)


@pytest.mark.parametrize(
    ("type_", "value", "takes"),
    [
        ("integer", "7 ) } #", "a whole number"),
        ("integer", "٣", "a whole number"),
        ("decimal", "1e5", "a number such as"),
        ("boolean", "yes", "true or false"),
        ("date", "2023-02-29", "a day such as"),
        ("date", "2023", "a day such as"),
        ("iri", "Oslo", "a whole IRI"),
        ("iri", "no:Oslo> ?p", "a whole IRI"),
        ("iri", "ex:a}b", "a whole IRI"),
        ("string", "\ud800", "text"),
        ("string", "", "needs a value"),
    ],
)
def test_wrong_values_are_refused_with_what_is_allowed(type_: str, value: str, takes: str) -> None:
    with pytest.raises(QueryError, match=takes) as raised:
        bind(one_param(type_), {"value": value}, PREFIXES)
    assert "parameter value" in str(raised.value)


@pytest.mark.parametrize(
    ("given", "terms"),
    [
        ("http://example.org/a\nhttp://example.org/b", "<http://example.org/a> <http://example.org/b>"),
        ("x:> } SERVICE <x:y>", "<x:%3E%20%7D%20SERVICE%20%3Cx:y%3E>"),
        ("", ""),
    ],
)
def test_a_list_of_iris_fills_values(given: str, terms: str) -> None:
    query = one_param("iris", "SELECT ?hit { VALUES ?hit { ?value } }", ', default: ""')
    assert bind(query, {"value": given}, PREFIXES).strip() == f"SELECT ?hit {{ VALUES ?hit {{ {terms} }} }}"


def test_choices_unknown_names_and_counts() -> None:
    chosen = one_param("string", extra=", choices: [a, b]")
    with pytest.raises(QueryError, match="one of a, b"):
        bind(chosen, {"value": "c"}, {})
    with pytest.raises(QueryError, match="no parameter colour; its parameters are: value"):
        bind(chosen, {"colour": "red", "value": "a"}, {})
    with pytest.raises(QueryError, match="not negative"):
        bind(one_param("integer", "ASK { ?s ?p ?o } LIMIT ?value"), {"value": "-1"}, {})


def engines() -> list[OxigraphView | MemoryView]:
    return [OxigraphView(ox.Store()), MemoryView(Dataset(default_union=True))]


ENGINES = engines()
NASTY = (
    st.lists(
        st.sampled_from(
            ['"', "'", '"""', "\\", "\\u0022", "\\U00000022", "}", "#", "\n", "\r", "SERVICE", "<x:y>", "é", "\t"]
        )
        | st.text(st.characters(exclude_categories=["Cs"]), max_size=4),
        min_size=1,
    )
    .map("".join)
    .filter(bool)
)


@given(NASTY)
def test_a_string_stays_one_literal_on_both_engines(value: str) -> None:
    bound = bind(one_param("string"), {"value": value}, {})
    kinds = [token.kind for token in significant(bound)]
    assert kinds == [token.kind for token in significant('SELECT ?hit { BIND("x" AS ?hit) }')]
    for view in ENGINES:
        assert [row["hit"].value for row in rows(view, bound)] == [value]


@given(NASTY)
def test_an_iri_is_refused_or_stays_one_iri(value: str) -> None:
    try:
        bound = bind(one_param("iri"), {"value": f"http://example.org/{value}"}, PREFIXES)
    except QueryError:
        return
    assert [token.kind for token in significant(bound)].count("iri") == 1
    assert len(significant(bound)) == len(significant("SELECT ?hit { BIND(<x:y> AS ?hit) }"))
