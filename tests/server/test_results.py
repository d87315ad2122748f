"""Answers in views: which their columns allow, what is drawn, and what other sites may show of it."""

from __future__ import annotations

import re

import pytest
from flask.testing import FlaskClient

from kg.resources import data_folder
from kg.saved import load
from tests.server.markup import foreign_scripts

HTML = {"Accept": "text/html"}
QUERIES = load(data_folder("queries"))
CG = "PREFIX cg: <https://w3id.org/civicgraph/ontology#> PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> "
EVENTS = (
    CG + "SELECT ?event ?eventLabel ?earliest { ?event a cg:Event ; rdfs:label ?eventLabel ; cg:earliest ?earliest }"
)


def tabs(text: str) -> list[str]:
    """The views that a page offers."""
    found = re.search(r'<nav class="tabs" aria-label="Views">(.*?)</nav>', text, re.DOTALL)
    return re.findall(r">(\w+)</a>", found[1]) if found else []


@pytest.mark.parametrize("name", [name for name, query in QUERIES.items() if query.view != "table"])
def test_the_view_of_a_saved_query_fits_its_columns(client: FlaskClient, name: str) -> None:
    needed = {param.name for param in QUERIES[name].params.values() if param.required}
    values = {"actor": "cgid:person/mutale-zimba", "day": "2024-09-05"}
    text = client.get(f"/queries/{name}", query_string={key: values[key] for key in needed}, headers=HTML).text
    rows = re.search(r"(\d+) rows?", text)
    assert rows is not None
    if rows[1] != "0":
        assert QUERIES[name].view.capitalize() in tabs(text)
        assert '<svg class="' in text or 'class="network"' in text
        assert "<table class=" in text


@pytest.mark.parametrize(
    ("query", "views"),
    [
        (EVENTS, ["Table", "Timeline"]),
        ("SELECT ?name (COUNT(*) AS ?uses) { ?s ?name ?o } GROUP BY ?name ORDER BY DESC(?uses)", ["Table", "Chart"]),
        (CG + "SELECT ?event ?person { ?event a cg:Event ; cg:patient ?person }", ["Table", "Graph"]),
        ("SELECT ?x { VALUES ?x { 'a' 'b' } }", []),
        ("SELECT ?lat ?long { VALUES (?lat ?long) { (1.5 2.5) (3.0 4.0) } }", ["Table", "Map"]),
        ("SELECT ?x { ?x <x:none> ?y }", []),
        ("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o } LIMIT 9", ["Table", "Graph"]),
        ("ASK {}", []),
    ],
)
def test_views_come_from_the_columns(client: FlaskClient, query: str, views: list[str]) -> None:
    text = client.get("/query", query_string={"query": query}, headers=HTML).text
    assert tabs(text) == views
    for view in views:
        shown = client.get("/query", query_string={"query": query, "view": view.lower()}, headers=HTML).text
        assert f'aria-current="page">{view}</a>' in shown
        assert (view == "Table") == ('<svg class="' not in shown and 'class="network"' not in shown)


@pytest.mark.parametrize(
    "rows",
    [
        "('2024-02-30'^^xsd:date 'NaN'^^xsd:double)", "('x' 1e400)", "('-0044-01-01'^^xsd:date 5)",
        "('2024-01-01T25:00:00'^^xsd:dateTime 'abc'^^xsd:integer)", "(1 -1) (UNDEF UNDEF)", "('\\u0000' 1e300)",
    ],
)  # fmt: skip
@pytest.mark.parametrize("columns", ["?earliest ?n", "?latitude ?longitude", "?kind ?from"])
def test_odd_values_break_no_view(client: FlaskClient, rows: str, columns: str) -> None:
    query = f"PREFIX xsd: <http://www.w3.org/2001/XMLSchema#> SELECT * {{ VALUES ({columns}) {{ {rows} }} }}"
    response = client.get("/query", query_string={"query": query}, headers=HTML)
    assert response.status_code == 200
    for view in ("chart", "map", "timeline", "graph"):
        response = client.get("/query", query_string={"query": query, "view": view}, headers=HTML)
        assert response.status_code == 200
        assert "nan" not in response.text.split("<svg")[-1].split("</svg>")[0] or "<svg" not in response.text


def test_a_view_that_there_is_not_is_refused(client: FlaskClient) -> None:
    for path in ("/queries/fines-and-amounts?", "/query?query=ASK{}&", "/embed/query?query=ASK{}&"):
        response = client.get(f"{path}view=%3Cpie", headers=HTML)
        assert response.status_code == 400
        assert "<pie" not in response.text


def test_other_sites_may_frame_embeds_and_nothing_else(client: FlaskClient) -> None:
    for address in ("/embed/queries/who-was-convicted-of-what", "/embed/query?query=ASK{}"):
        response = client.get(address, headers=HTML)
        assert response.status_code == 200
        assert "frame-ancestors *" in response.headers["Content-Security-Policy"]
        assert "X-Frame-Options" not in response.headers
        assert "<form" not in response.text
        assert foreign_scripts(response.text) == []
    for address in ("/embed/queries/nonsense", "/embed/query"):
        assert client.get(address, headers=HTML).status_code in (400, 404)
    response = client.get("/queries/who-was-convicted-of-what", headers=HTML)
    assert "frame-ancestors 'none'" in response.headers["Content-Security-Policy"]
    assert response.headers["X-Frame-Options"] == "DENY"


def test_values_cannot_turn_an_address_into_another(client: FlaskClient) -> None:
    text = client.get("/queries/events-of-an-actor?_scheme=javascript&_external=1&_anchor=x", headers=HTML).text
    assert "javascript:" not in text
    assert foreign_scripts(text) == []


def test_markup_in_rows_is_text_in_every_view(client: FlaskClient) -> None:
    bad = "<script>alert(1)</script>"
    rows = f"VALUES (?label ?earliest ?latitude ?longitude ?n) {{ ('{bad}' '2024-01-01'^^xsd:date 1.0 2.0 3) }}"
    query = f"PREFIX xsd: <http://www.w3.org/2001/XMLSchema#> SELECT * {{ {rows} }}"
    for view in ("chart", "map", "timeline"):
        for address in ("/query", "/embed/query"):
            text = client.get(address, query_string={"query": query, "view": view}, headers=HTML).text
            assert foreign_scripts(text) == []
            assert "&lt;script&gt;" in text


def test_answers_on_states_alone_have_a_map_with_each_at_its_capital(client: FlaskClient) -> None:
    text = client.get("/queries/countries-and-what-is-known?view=map", headers={"Accept": "text/html"}).text
    assert '<svg class="map"' in text
    assert "<title>Zambia: " in text
    assert "A state stands at its capital." in text
    with_towns = client.get("/queries/where-things-happen?view=map", headers={"Accept": "text/html"}).text
    assert "A state stands at its capital." not in with_towns
