"""The Graph Store Protocol, as far as it only reads."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote

import pytest
import rdflib
from flask.testing import FlaskClient

from kg.store.oxigraph import OxigraphView
from server import Site, create_app

GRAPH = "https://w3id.org/civicgraph/graph/"
WORLD = f"/store?graph={quote(GRAPH + 'world', safe='')}"
FORMS = {
    "text/turtle": "turtle", "application/n-triples": "nt", "application/rdf+xml": "xml",
    "application/ld+json": "json-ld", "application/trig": "trig", "application/n-quads": "nquads",
}  # fmt: skip


def count(client: FlaskClient, query: str) -> int:
    return int(client.get("/sparql", query_string={"query": query, "format": "csv"}).text.split()[1])


@pytest.mark.parametrize("accept", FORMS)
def test_a_named_graph_in_each_format(client: FlaskClient, accept: str) -> None:
    response = client.get(WORLD, headers={"Accept": accept})
    assert (response.status_code, response.content_type.split(";")[0]) == (200, accept)
    found = rdflib.Dataset(default_union=True)
    found.parse(data=response.data, format=FORMS[accept])
    assert len(found) == count(client, f"SELECT (COUNT(*) AS ?n) {{ GRAPH <{GRAPH}world> {{ ?s ?p ?o }} }}")


def test_the_default_graph_is_all_of_them(quads: Path) -> None:
    client = create_app(Site(OxigraphView.load(quads))).test_client()
    lines = client.get("/store?default&format=nt").data.splitlines()
    assert len(lines) == count(client, "SELECT (COUNT(*) AS ?n) { SELECT DISTINCT * { ?s ?p ?o } }")


def test_a_graph_at_its_own_address(client: FlaskClient) -> None:
    assert client.get("/graph/world").data == client.get(WORLD).data
    assert client.get("/graph/nothing").status_code == 404


@pytest.mark.parametrize("query", ["", "?", "?graph=a&default", "?default&default", "?graph=relative", "?graph=x:%3E",
                                   "?graph=x:a&graph=x:b", "?graph=%zz", "?default&format=../x"])  # fmt: skip
def test_bad_requests(client: FlaskClient, query: str) -> None:
    assert client.get(f"/store{query}").status_code == 400


def test_no_such_graph_no_such_format(client: FlaskClient) -> None:
    assert client.get("/store?graph=x:nowhere").status_code == 404
    assert client.get(WORLD, headers={"Accept": "image/png"}).status_code == 406
    assert client.get(WORLD + "&format=csv").status_code == 406


def test_head(client: FlaskClient) -> None:
    response = client.head(WORLD)
    assert (response.status_code, response.data) == (200, b"")
    assert response.content_type == "text/turtle; charset=utf-8"
    assert client.head("/store?graph=x:nowhere").status_code == 404


@pytest.mark.parametrize("method", ["PUT", "POST", "DELETE", "PATCH"])
@pytest.mark.parametrize("path", ["/store?default", "/graph/world"])
def test_it_only_reads(client: FlaskClient, method: str, path: str) -> None:
    response = client.open(path, method=method)
    assert response.status_code == 405
    assert set(response.headers["Allow"].split(", ")) == {"GET", "HEAD", "OPTIONS"}
