"""The protocol over HTTP; names follow the edges that Oxigraph's server tests."""

from __future__ import annotations

import json
from collections.abc import Callable

import pyoxigraph as ox
import pytest
import rdflib
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

SELECT = "SELECT ?s WHERE { ?s a <https://w3id.org/civicgraph/ontology#Petition> }"
CONSTRUCT = "CONSTRUCT WHERE { ?s a <https://w3id.org/civicgraph/ontology#Petition> }"
PETITION = "https://w3id.org/civicgraph/id/petition/clean-rivers-for-pokhara"
UPDATE = "INSERT DATA { <x:s> <x:p> <x:o> }"
SERVICE = "SELECT * WHERE { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }"
DIRECT = "application/sparql-query"
Get = Callable[..., TestResponse]


@pytest.fixture
def get(client: FlaskClient) -> Get:
    def ask(query: str, accept: str | None = None, **more: str) -> TestResponse:
        headers = {"Accept": accept} if accept else {}
        return client.get("/sparql", query_string={"query": query, **more}, headers=headers)

    return ask


def test_get_query(get: Get) -> None:
    response = get(SELECT)
    assert response.status_code == 200
    assert response.content_type == "application/sparql-results+json"
    assert [row["s"]["value"] for row in response.get_json(force=True)["results"]["bindings"]] == [PETITION]


def test_post_form(client: FlaskClient) -> None:
    assert client.post("/sparql", data={"query": "ASK {}"}).get_json(force=True)["boolean"] is True


def test_post_direct(client: FlaskClient) -> None:
    assert client.post("/sparql", data="ASK {}", content_type=DIRECT).get_json(force=True)["boolean"] is True


@pytest.mark.parametrize(
    ("accept", "content_type", "start"),
    [
        ("application/sparql-results+json", "application/sparql-results+json", b'{"head"'),
        ("application/json", "application/json", b'{"head"'),
        ("application/sparql-results+xml", "application/sparql-results+xml", b"<?xml"),
        ("text/csv", "text/csv; charset=utf-8", b"s\r\n"),
        ("text/tab-separated-values", "text/tab-separated-values; charset=utf-8", b"?s\n"),
        ("image/png, text/csv;q=0.5, */*;q=0.1", "text/csv; charset=utf-8", b"s\r\n"),
    ],
)
def test_get_query_accept_specific(get: Get, accept: str, content_type: str, start: bytes) -> None:
    response = get(SELECT, accept)
    assert (response.status_code, response.content_type) == (200, content_type)
    assert response.data.startswith(start)
    assert "Accept" in response.headers["Vary"]


@pytest.mark.parametrize(
    ("accept", "form"),
    [
        ("text/turtle", "turtle"),
        ("application/n-triples", "nt"),
        ("application/rdf+xml", "xml"),
        ("application/ld+json", "json-ld"),
        ("application/trig", "trig"),
        ("application/n-quads", "nquads"),
    ],
)
@pytest.mark.parametrize("query", [CONSTRUCT, f"DESCRIBE <{PETITION}>"])
def test_graph_formats_load(get: Get, query: str, accept: str, form: str) -> None:
    response = get(query, accept)
    assert response.content_type.split(";")[0] == accept
    found = rdflib.Dataset(default_union=True)
    found.parse(data=response.data, format=form)
    assert (rdflib.URIRef(PETITION), rdflib.RDF.type, None) in found


def test_construct_is_turtle_by_default(get: Get) -> None:
    assert get(CONSTRUCT).content_type == "text/turtle; charset=utf-8"


def test_get_query_accept_specific_exclusion(get: Get) -> None:
    assert get(SELECT, "application/sparql-results+json;q=0, */*").content_type != "application/sparql-results+json"


@pytest.mark.parametrize(
    ("query", "accept"),
    [(SELECT, "image/png"), (SELECT, "text/turtle"), (CONSTRUCT, "text/csv"), ("ASK {}", "text/csv")],
)
def test_get_query_accept_unacceptable(get: Get, query: str, accept: str) -> None:
    assert get(query, accept).status_code == 406


def test_format_wins_over_accept(get: Get) -> None:
    assert get(SELECT, "application/json", format="csv").data.startswith(b"s\r\n")
    assert get(SELECT, format="turtle").status_code == 406
    assert get(CONSTRUCT, format="xml").content_type == "application/rdf+xml"
    assert get(CONSTRUCT, format="json").content_type == "application/ld+json"


def test_get_query_union_graph_and_dataset(get: Get) -> None:
    world, claims = (f"https://w3id.org/civicgraph/graph/{name}" for name in ("world", "claims"))
    assert get(f"ASK {{ <{PETITION}> a ?class }}").get_json(force=True)["boolean"] is True
    for extra, expected in (({"default-graph-uri": world}, True), ({"default-graph-uri": claims}, False)):
        found = get(f"ASK {{ <{PETITION}> a ?class }}", **extra).get_json(force=True)
        assert found["boolean"] is expected
    named = get("SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }", format="csv", **{"named-graph-uri": world})
    assert named.data.decode().split() == ["g", world]
    outvoted = get(f"ASK FROM <{world}> {{ <{PETITION}> a ?class }}", **{"default-graph-uri": claims})
    assert outvoted.get_json(force=True)["boolean"] is False


def test_columns_keep_their_order(get: Get) -> None:
    assert get("SELECT * { ?zebra ?apple ?mango } LIMIT 1", format="csv").data.startswith(b"zebra,apple,mango\r\n")


def test_relative_iris_are_of_the_request(get: Get) -> None:
    found = get("SELECT (<a> AS ?iri) {}", format="csv").data.decode()
    assert "http://localhost/a" in found


@pytest.mark.parametrize(
    ("query", "line", "column"),
    [("SELEC", 1, 1), ("SELECT *\nWHERE { ?s ?p }", 2, None), ("", 1, 1), ("ASK { cg:a ?p ?o }", 1, 7)],
)
def test_get_bad_query(get: Get, query: str, line: int, column: int | None) -> None:
    response = get(query, "application/json")
    assert (response.status_code, response.content_type) == (400, "application/problem+json")
    problem = response.get_json(force=True)
    assert (problem["status"], problem["title"], problem["line"]) == (400, "Bad Request", line)
    assert column in (None, problem["column"])


def test_get_bad_query_as_text(get: Get) -> None:
    response = get("SELEC")
    assert (response.status_code, response.content_type) == (400, "text/plain; charset=utf-8")
    assert response.data.startswith(b"line 1, column 1: ")
    assert response.data.count(b"\n") == 1


def test_get_without_query(client: FlaskClient) -> None:
    assert client.get("/sparql?x=1").status_code == 400


def test_get_several_queries(client: FlaskClient) -> None:
    assert client.get("/sparql?query=ASK{}&query=ASK{}").status_code == 400


@pytest.mark.parametrize("kind", ["text/plain", "application/json", None])
def test_post_wrong_media_type(client: FlaskClient, kind: str | None) -> None:
    assert client.post("/sparql", data=b"ASK {}", content_type=kind).status_code == 415


def test_post_bad_query_non_utf8(client: FlaskClient) -> None:
    body = 'ASK { ?s ?p "é" }'.encode("latin-1")
    assert client.post("/sparql", data=body, content_type=DIRECT).status_code == 400


def test_post_compressed(client: FlaskClient) -> None:
    response = client.post("/sparql", data=b"x", content_type=DIRECT, headers={"Content-Encoding": "gzip"})
    assert response.status_code == 415


@pytest.mark.parametrize("query", [UPDATE, "LOAD <file:///etc/passwd>", "CLEAR ALL", "DROP ALL", SERVICE])
def test_update_and_service_refused(client: FlaskClient, get: Get, query: str) -> None:
    assert get(query).status_code == 403
    assert client.post("/sparql", data=query, content_type=DIRECT).status_code == 403


def test_post_update_read_only(client: FlaskClient) -> None:
    assert client.post("/sparql", data=UPDATE, content_type="application/sparql-update").status_code == 403
    assert client.post("/sparql", data={"update": UPDATE}).status_code == 403


def test_the_word_service_may_be_said(get: Get) -> None:
    assert get('SELECT ("SERVICE <x:y> {}" AS ?service) {} # SERVICE').status_code == 200


def test_too_long_query_and_body(client: FlaskClient, get: Get) -> None:
    assert get("ASK {} #" + "x" * 10_000).status_code == 413
    assert client.post("/sparql", data=b"x" * 60_000, content_type=DIRECT).status_code == 413


def test_an_answer_past_the_limit_is_an_error_and_not_cut(get: Get) -> None:
    response = get("SELECT * { ?a ?b ?c . ?d ?e ?f } LIMIT 100000", "application/json")
    assert response.status_code == 503
    assert response.get_json(force=True)["limit"] == "size"


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "TRACE"])
def test_other_methods(client: FlaskClient, method: str) -> None:
    response = client.open("/sparql", method=method)
    assert response.status_code == 405
    assert {"GET", "HEAD", "POST", "OPTIONS"} == set(response.headers["Allow"].split(", "))


def test_head(client: FlaskClient) -> None:
    response = client.head("/sparql?query=ASK{}")
    assert (response.status_code, response.data) == (200, b"")
    assert response.content_type == "application/sparql-results+json"


def test_options_is_a_preflight(client: FlaskClient) -> None:
    response = client.options("/sparql")
    assert response.status_code == 200
    assert "POST" in response.headers["Allow"]
    assert response.headers["Access-Control-Allow-Origin"] == "*"
    assert "POST" in response.headers["Access-Control-Allow-Methods"]


@pytest.mark.parametrize(
    ("accept", "form"),
    [
        (None, ox.RdfFormat.TURTLE),
        ("application/rdf+xml", ox.RdfFormat.RDF_XML),
        ("application/n-triples", ox.RdfFormat.N_TRIPLES),
    ],
)
def test_service_description(client: FlaskClient, accept: str | None, form: ox.RdfFormat) -> None:
    response = client.get("/sparql", headers={"Accept": accept} if accept else {})
    assert response.status_code == 200
    sd = "http://www.w3.org/ns/sparql-service-description#"
    found = {(quad.subject, quad.predicate, quad.object) for quad in ox.parse(response.data, form)}
    endpoint = ox.NamedNode("http://localhost/sparql")
    assert (endpoint, ox.NamedNode(f"{sd}endpoint"), endpoint) in found
    assert sum(predicate == ox.NamedNode(f"{sd}namedGraph") for _, predicate, _ in found) == 7


def test_people_get_a_page(client: FlaskClient) -> None:
    for response in (
        client.get("/sparql", headers={"Accept": "text/html"}),
        client.post("/sparql", data={"query": SELECT, "format": ""}, headers={"Accept": "text/html"}),
    ):
        assert response.status_code == 200
        assert response.content_type == "text/html; charset=utf-8"
    assert "Clean Rivers for Pokhara" in response.text


def test_the_service_description_of_a_strange_host_is_harmless(client: FlaskClient) -> None:
    response = client.get("/sparql", headers={"Host": "a>b"})
    assert response.status_code in (200, 400)
    assert b"<http://a>b" not in response.data


def test_json_has_no_surprises(get: Get) -> None:
    assert json.loads(get("SELECT ?x { BIND(1/0 AS ?x) }").data)["results"]["bindings"] == [{}]
