"""What every backend answers, word for word the same where the standard says so."""

from __future__ import annotations

import csv
import io
import xml.etree.ElementTree as ET
from dataclasses import replace

import pytest
from rdflib import Dataset, Graph

from kg.errors import QueryError, QueryLimit, QueryRefused
from kg.store.base import MEDIA_TYPES, Question, View
from kg.store.rows import Term, ask, columns, rows

EX = "PREFIX ex: <http://example.org/> PREFIX skos: <http://www.w3.org/2004/02/skos/core#> "
BO = EX + "SELECT ?what ?how WHERE { ex:bo ?how ?what } ORDER BY ?how"
PEOPLE, PLACES = "http://example.org/g/people", "http://example.org/g/places"


def count(view: View, pattern: str, clause: str = "", **settings: object) -> int:
    query = f"SELECT (COUNT(*) AS ?n) {clause} WHERE {{ {pattern} }}"
    return int(rows(view, query, **settings)[0]["n"].value)


def test_rows_are_terms(view: View) -> None:
    found = rows(view, EX + "SELECT ?o { { ex:bo ex:age|ex:note ?o } UNION { ex:lund skos:prefLabel ?o } } ORDER BY ?o")
    assert {row["o"] for row in found} == {
        Term("literal", "41", "http://www.w3.org/2001/XMLSchema#integer"),
        Term("literal", 'SERVICE, with "quotes",\ta tab\nand a line'),
        Term("literal", "Lund", language="sv"),
        Term("literal", "Лунд", language="ru"),
    }


def test_ask_and_rows_of_another_form(view: View) -> None:
    assert ask(view, EX + "ASK { ex:ada ex:knows ex:bo }")
    assert not ask(view, EX + "ASK { ex:bo ex:knows ex:ada }")
    with pytest.raises(QueryError, match="expected SELECT"):
        rows(view, "ASK {}")


def test_csv(view: View) -> None:
    answer = view.answer(Question(BO, bindings="csv"))
    assert answer.media_type == "text/csv"
    table = list(csv.reader(io.StringIO(answer.body.decode(), newline="")))
    assert table[0] == ["what", "how"]
    assert ['SERVICE, with "quotes",\ta tab\nand a line', "http://example.org/note"] in table


def test_tsv_is_the_same_everywhere(view: View) -> None:
    answer = view.answer(Question(BO, bindings="tsv"))
    assert answer.body.decode() == (
        "?what\t?how\n"
        "41\t<http://example.org/age>\n"
        '"SERVICE, with \\"quotes\\",\\ta tab\\nand a line"\t<http://example.org/note>\n'
        "<http://xmlns.com/foaf/0.1/Person>\t<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>\n"
    )


def test_xml(view: View) -> None:
    answer = view.answer(Question(BO, bindings="xml"))
    names = {"s": "http://www.w3.org/2005/sparql-results#"}
    tree = ET.fromstring(answer.body)
    assert [one.get("name") for one in tree.findall("s:head/s:variable", names)] == ["what", "how"]
    assert len(tree.findall("s:results/s:result", names)) == 3


@pytest.mark.parametrize("form", ["json", "xml", "csv", "tsv"])
def test_booleans(view: View, form: str) -> None:
    answer = view.answer(replace(Question("ASK {}"), bindings=form))
    assert answer.kind == "boolean"
    assert answer.media_type == MEDIA_TYPES[form]
    assert b"true" in answer.body


@pytest.mark.parametrize(
    ("form", "parser"),
    [
        ("turtle", "turtle"),
        ("ntriples", "nt"),
        ("rdfxml", "xml"),
        ("jsonld", "json-ld"),
        ("trig", "trig"),
        ("nquads", "nquads"),
    ],
)
def test_graph_formats_read_back(view: View, form: str, parser: str) -> None:
    query = "CONSTRUCT { ?s ?p ?o } WHERE { { ?s ?p ?o } UNION { ?s ?p ?o } }"
    answer = view.answer(replace(Question(query), graph=form))
    assert answer.kind == "graph"
    graph = Dataset(default_union=True) if form in ("trig", "nquads") else Graph()
    graph.parse(data=answer.body, format=parser)
    assert len(set(graph.triples((None, None, None)))) == 9


def test_turtle_uses_the_known_prefixes_and_no_others(view: View) -> None:
    body = view.answer(Question(EX + "CONSTRUCT { ?s skos:prefLabel ?o } WHERE { ?s skos:prefLabel ?o }")).body.decode()
    assert "@prefix skos:" in body
    assert "skos:prefLabel" in body
    assert "dcat:" not in body


def test_describe(view: View) -> None:
    body = view.answer(Question("DESCRIBE <http://example.org/ada>", graph="ntriples")).body
    assert len(body.splitlines()) == 3


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("SELECT * WHERE { ?zebra ?ant ?monkey }", ["zebra", "ant", "monkey"]),
        ("SELECT DISTINCT * { ?z ?p ?y OPTIONAL { ?b ?q ?z } }", ["z", "p", "y", "b", "q"]),
        ("SELECT ?p ?a { ?a ?p ?b }", ["p", "a"]),
        ("SELECT * { { SELECT ?y ?x { ?x ?hidden ?y } } }", ["y", "x"]),
        ("SELECT * { ?b <http://example.org/knows> ?a VALUES ?z { 1 } }", ["b", "a", "z"]),
        ("SELECT * {}", []),
    ],
)
def test_columns_come_in_the_order_of_their_first_appearance(view: View, query: str, names: list[str]) -> None:
    assert columns(view.answer(Question(query))) == names


@pytest.mark.parametrize(
    ("clause", "default", "named", "plain", "graphs"),
    [
        ("", None, None, 9, 9),
        (f"FROM <{PEOPLE}>", None, None, 6, 0),
        (f"FROM <{PEOPLE}> FROM <{PLACES}>", None, None, 9, 0),
        (f"FROM NAMED <{PLACES}>", None, None, 0, 3),
        (f"FROM <{PEOPLE}> FROM NAMED <{PLACES}>", None, None, 6, 3),
        ("", (PLACES,), None, 3, 0),
        ("", None, (PEOPLE,), 0, 6),
        ("", (PLACES,), (PEOPLE,), 3, 6),
        (f"FROM <{PEOPLE}>", (PLACES,), None, 3, 0),
        (f"FROM NAMED <{PEOPLE}>", None, (PLACES,), 0, 3),
        ("", ("http://example.org/nowhere",), None, 0, 0),
    ],
)
def test_datasets(
    view: View,
    clause: str,
    default: tuple[str, ...] | None,
    named: tuple[str, ...] | None,
    plain: int,
    graphs: int,
) -> None:
    """No dataset is the union; FROM is obeyed; the protocol's parameters win; what is not named is empty."""
    chosen = {"default_graphs": default, "named_graphs": named}
    assert count(view, "?s ?p ?o", clause, **chosen) == plain
    assert count(view, "GRAPH ?g { ?s ?p ?o }", clause, **chosen) == graphs


def test_relative_iris_need_a_base(view: View) -> None:
    assert ask(view, "ASK { <ada> <knows> <bo> }", base_iri="http://example.org/")
    assert ask(view, "BASE <http://example.org/> ASK { <ada> <knows> <bo> }")
    with pytest.raises(QueryError, match="<ada> is relative"):
        view.answer(Question("ASK { <ada> <knows> <bo> }"))


@pytest.mark.parametrize(
    ("query", "line", "column", "fault"),
    [
        ("", 1, 1, "is empty"),
        ("SELEC ?x { ?x ?y ?z }", 1, 1, "expected SELECT"),
        ("ASK {\n  ?s foaf:name ?o }", 2, 6, "add PREFIX foaf: <http://xmlns.com/foaf/0.1/>"),
        ("ASK {\n  ?s zz:name ?o }", 2, 6, "zz: is not declared"),
        ("ASK {\n  ?s ?p 'open }", 2, 9, "string is not closed"),
        ("ASK { ?s ?p ?o } }", 1, 18, "closes nothing"),
        ("ASK { ?s ?p ?o", 1, 5, "is never closed"),
    ],
)
def test_malformed_queries_say_where(view: View, query: str, line: int, column: int, fault: str) -> None:
    with pytest.raises(QueryError, match=fault) as raised:
        view.answer(Question(query))
    assert (raised.value.line, raised.value.column) == (line, column)
    assert not isinstance(raised.value, QueryRefused)
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize(
    "query",
    ["ASK { ?s ?p }", "SELECT ?x ?x WHERE { ?x ?p 1 } ORDER", "ASK { ?s ?p ?o FILTER(?o = ) }", "ASK {} LIMIT -1"],
)
def test_other_malformed_queries_have_some_place(view: View, query: str) -> None:
    with pytest.raises(QueryError) as raised:
        view.answer(Question(query))
    assert raised.value.line == 1
    assert 1 <= (raised.value.column or 0) <= len(query) + 1


@pytest.mark.parametrize(
    "query",
    [
        "INSERT DATA { <x:a> <x:b> <x:c> }",
        "PREFIX x: <x:> delete where { ?s ?p ?o }",
        "LOAD <file:///etc/passwd>",
        "CLEAR ALL",
        "ASK { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "ASK { service silent <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "SELECT * { VALUES ?v { <http://127.0.0.1:9/> } SERVICE ?v { ?s ?p ?o } }",
        "ASK { ?s ?p trueSERVICE<http://127.0.0.1:9/> { ?a ?b ?c } }",
        "ASK { FILTER NOT EXISTS { SERVICE # x\n <http://127.0.0.1:9/> { ?s ?p ?o } } }",
    ],
)
def test_updates_and_service_are_refused(view: View, query: str) -> None:
    with pytest.raises(QueryRefused) as raised:
        view.answer(Question(query))
    assert raised.value.line is not None


def test_the_word_service_elsewhere_is_no_alarm(view: View) -> None:
    query = """PREFIX service: <http://example.org/> # SERVICE <http://127.0.0.1:9/>
        SELECT ?service { ?service a service:Service , <http://example.org/Service> .
          OPTIONAL { ?service service:service 'SERVICE', "service"@en-service, '''SERVICE''' . _:service ?p ?q } }"""
    answer = view.answer(Question(query))
    assert columns(answer) == ["service"]
    note = EX + "SELECT ?s { ?s ex:note ?note FILTER(STRSTARTS(?note, 'SERVICE')) }"
    assert [row["s"].value for row in rows(view, note)] == ["http://example.org/bo"]


def test_text_past_the_cap_and_half_characters(view: View) -> None:
    with pytest.raises(QueryLimit) as raised:
        view.answer(Question("ASK {} #" + "x" * 100_000))
    assert raised.value.limit == "size"
    with pytest.raises(QueryError, match="lone surrogate"):
        view.answer(Question("ASK { ?s ?p '\ud800' }"))


def test_a_control_character_is_no_xml(view: View) -> None:
    with pytest.raises(QueryError, match="control character"):
        view.answer(Question(r"SELECT ?x { BIND('a\u0001b' AS ?x) }", bindings="xml"))
