"""Clients that nobody here wrote, against the server as it is started for people."""

from __future__ import annotations

import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import rdflib
from rdflib.plugins.stores.sparqlstore import SPARQLStore
from SPARQLWrapper import JSON, POST, TURTLE, SPARQLWrapper
from SPARQLWrapper.SPARQLExceptions import QueryBadFormed

pytestmark = pytest.mark.model
PEOPLE = """PREFIX cg: <https://w3id.org/civicgraph/ontology#>
SELECT DISTINCT ?who WHERE { ?e a cg:Conviction ; cg:patient ?who }"""


@pytest.fixture(scope="module")
def endpoint(sample_store: Path) -> Iterator[str]:
    """The address of a served endpoint over the sample's graph."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "kg", "serve", "--store", str(sample_store), "--port", str(port)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    try:
        assert process.stdout is not None
        assert str(port) in process.stdout.readline()
        yield f"http://127.0.0.1:{port}/sparql"
    finally:
        process.terminate()
        process.communicate(timeout=15)


@pytest.mark.parametrize("method", ["GET", POST])
def test_sparqlwrapper_select(endpoint: str, method: str) -> None:
    client = SPARQLWrapper(endpoint)
    client.setQuery(PEOPLE)
    client.setReturnFormat(JSON)
    client.setMethod(method)
    rows = client.queryAndConvert()["results"]["bindings"]
    assert len(rows) >= 3
    assert all(row["who"]["type"] == "uri" for row in rows)


def test_sparqlwrapper_construct(endpoint: str) -> None:
    client = SPARQLWrapper(endpoint)
    client.setQuery("CONSTRUCT { ?s a ?c } WHERE { ?s a ?c } LIMIT 5")
    client.setReturnFormat(TURTLE)
    assert len(rdflib.Graph().parse(data=client.queryAndConvert(), format="turtle")) == 5


def test_sparqlwrapper_is_told_of_a_bad_query(endpoint: str) -> None:
    client = SPARQLWrapper(endpoint)
    client.setQuery("SELECT ?s WHERE { ?s ?p }")
    with pytest.raises(QueryBadFormed, match="line 1"):
        client.query()


def test_rdflib_asks_it_like_a_store(endpoint: str) -> None:
    graph = rdflib.Graph(SPARQLStore(endpoint))
    assert {str(row.who) for row in graph.query(PEOPLE)} == {str(row.who) for row in graph.query(PEOPLE + " LIMIT 100")}  # type: ignore[union-attr]
    assert graph.query("ASK {}").askAnswer
