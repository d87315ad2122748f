"""Clients that nobody here wrote, against the server as it is started for people."""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode

import pandas as pd
import pyoxigraph as ox
import pytest
import rdflib
from rdflib.plugins.stores.sparqlstore import SPARQLStore
from SPARQLWrapper import CSV, JSON, POST, RDFXML, TSV, TURTLE, XML, SPARQLWrapper
from SPARQLWrapper.SPARQLExceptions import QueryBadFormed

pytestmark = pytest.mark.model
PEOPLE = """PREFIX cg: <https://w3id.org/civicgraph/ontology#>
SELECT DISTINCT ?who WHERE { ?e a cg:Conviction ; cg:patient ?who }"""
PATTERN = (
    "?e a <https://w3id.org/civicgraph/ontology#Conviction> ; <https://w3id.org/civicgraph/ontology#patient> ?who . "
    "?who <http://www.w3.org/2004/02/skos/core#prefLabel> ?name"
)


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


def test_sparqlwrapper_in_every_format(endpoint: str) -> None:
    client = SPARQLWrapper(endpoint)
    client.setQuery(PEOPLE)
    seen = {}
    for form in (JSON, XML, CSV, TSV):
        client.setReturnFormat(form)
        seen[form] = client.queryAndConvert()
    size = len(seen[JSON]["results"]["bindings"])
    assert len(seen[XML].getElementsByTagName("result")) == size
    assert len(seen[CSV].splitlines()) == len(seen[TSV].splitlines()) == size + 1
    client.setQuery("ASK { ?s ?p ?o }")
    client.setReturnFormat(JSON)
    assert client.queryAndConvert()["boolean"] is True
    client.setQuery("DESCRIBE ?e { ?e a <https://w3id.org/civicgraph/ontology#Conviction> } LIMIT 1")
    client.setReturnFormat(RDFXML)
    assert len(client.queryAndConvert()) > 3


def test_oxigraph_asks_it_as_a_service(endpoint: str) -> None:
    found = list(ox.Store().query(f"SELECT * {{ SERVICE <{endpoint}> {{ {PATTERN} }} }}"))
    assert len(found) == len(pandas_rows(endpoint)) >= 3


def test_rdflib_asks_it_as_a_service(endpoint: str) -> None:
    found = rdflib.Graph().query(f"SELECT * {{ SERVICE <{endpoint}> {{ {PATTERN} }} }}")
    assert len(list(found)) == len(pandas_rows(endpoint))


def pandas_rows(endpoint: str) -> pd.DataFrame:
    return pd.read_csv(f"{endpoint}?{urlencode({'query': f'SELECT * {{ {PATTERN} }}', 'format': 'csv'})}")


def test_pandas_reads_a_saved_query(endpoint: str) -> None:
    table = pd.read_csv(
        endpoint.replace("/sparql", "/queries/who-was-convicted-of-what?format=csv"), parse_dates=["date"]
    )
    assert len(table) >= 3
    assert table["eventLabel"].notna().all()


@pytest.mark.skipif(shutil.which("curl") is None, reason="curl is not installed")
def test_curl(endpoint: str) -> None:
    def curl(*arguments: str) -> str:
        command = ["curl", "--silent", "--show-error", "--fail-with-body", *arguments]
        return subprocess.run(command, capture_output=True, text=True, timeout=60, check=True).stdout

    by_get = curl("--get", endpoint, "--data-urlencode", f"query={PEOPLE}", "-H", "Accept: text/csv")
    by_form = curl(endpoint, "--data-urlencode", f"query={PEOPLE}", "-H", "Accept: text/csv", "--compressed")
    direct = curl(
        endpoint, "-H", "Content-Type: application/sparql-query", "-H", "Accept: text/csv", "--data-binary", PEOPLE
    )
    assert by_get == by_form == direct
    head = curl("--head", "--get", endpoint, "--data-urlencode", f"query={PEOPLE}", "-H", "Accept: text/csv")
    tag = next(line.split(": ", 1)[1].strip() for line in head.splitlines() if line.lower().startswith("etag"))
    again = [
        "--get",
        endpoint,
        "--data-urlencode",
        f"query={PEOPLE}",
        "-H",
        "Accept: text/csv",
        "-H",
        f"If-None-Match: {tag}",
    ]
    assert curl(*again, "--output", "-", "--write-out", "%{http_code}") == "304"


COMUNICA = "@comunica/query-sparql@4.5.0"


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("npm") is None, reason="npm is not installed")
def test_comunica(endpoint: str, tmp_path: Path) -> None:
    """Comunica reads the service description first, and joins in its own process."""
    install = ["npm", "install", "--no-audit", "--no-fund", "--silent", "--prefer-offline", COMUNICA]
    if subprocess.run(install, cwd=tmp_path, capture_output=True, timeout=200).returncode:
        pytest.skip(f"{COMUNICA} cannot be had from the npm registry")
    for source in (f"sparql@{endpoint}", endpoint):
        command = ["node_modules/.bin/comunica-sparql", source, f"SELECT * {{ {PATTERN} }}", "-t", "text/csv"]
        found = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=120, check=True).stdout
        assert len(found.splitlines()) == len(pandas_rows(endpoint)) + 1
