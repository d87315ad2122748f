"""The protocol, the service description and the graph store, request by request as the suite has them.

The endpoint only reads: an update of the suite has to be refused, and where the suite then reads what it wrote, the
test itself writes into the store.
"""

from __future__ import annotations

import json
from http.client import HTTPConnection
from urllib.parse import parse_qs, urlsplit

import pyoxigraph as ox
import pytest
import rdflib
from rdflib import RDF, Namespace, URIRef

from tests.w3c.answers import same_graph
from tests.w3c.conftest import BASE, Served
from tests.w3c.manifests import Exchange, entries, exchanges, given_graphs, manifest, need_suite

need_suite()
PROTOCOL = manifest("protocol")
STORES = [("graph-store-protocol", f"manifest-{way}.ttl") for way in ("direct", "indirect")]
GRAPHS = [(manifest(*where), test) for where in STORES for test in entries(manifest(*where))]
SD = Namespace("http://www.w3.org/ns/sparql-service-description#")
CODES = {"OK": 200, "Created": 201, "NoContent": 204, "NotFound": 404}
KINDS = {"application/sparql-results+json": "tabular", "text/turtle": "RDF"}
Reply = tuple[int, str, bytes]


def send(served: Served, method: str, path: str, body: bytes = b"", headers: dict[str, str] | None = None) -> Reply:
    connection = HTTPConnection("127.0.0.1", served.port, timeout=30)
    connection.request(method, path, body or None, headers or {})
    response = connection.getresponse()
    reply = response.status, (response.headers["Content-Type"] or "").split(";")[0], response.read()
    connection.close()
    return reply


def fits(status: int, expected: tuple[str, ...]) -> bool:
    return any(
        status == CODES[one] if one in CODES else str(status)[0] == one.removeprefix("StatusCode")[0]
        for one in expected
    )


def is_update(exchange: Exchange) -> bool:
    return b"update=" in exchange.body or "update=" in exchange.path or "sparql-update" in str(exchange.headers)


@pytest.mark.parametrize("test", list(entries(PROTOCOL)), ids=lambda test: str(test).rsplit("#", 1)[-1])
def test_protocol(served: Served, test: URIRef) -> None:
    served.store = store = ox.Store()
    for iri, path in given_graphs(PROTOCOL, test).items():
        store.load(path=str(path), to_graph=ox.NamedNode(iri))
    for exchange in exchanges(PROTOCOL, test):
        status, kind, body = send(served, exchange.method, exchange.path, exchange.body, exchange.headers)
        if str(test).rsplit("#", 1)[-1].startswith(("update_", "bad_update_", "bad_multiple_updates")):
            assert 400 <= status < 500
            return
        assert not is_update(exchange)
        assert fits(status, exchange.statuses), (status, body)
        if exchange.boolean is not None:
            assert json.loads(body)["boolean"] is exchange.boolean
        if exchange.form in ("tabular", "RDF"):
            assert KINDS[kind] == exchange.form


@pytest.mark.parametrize(("graph", "test"), GRAPHS, ids=lambda one: str(one).rsplit("#", 1)[-1][:60])
def test_graph_store(served: Served, graph: rdflib.Graph, test: URIRef) -> None:
    served.store = ox.Store()
    for exchange in exchanges(graph, test):
        path = address_of(exchange.path)
        status, _, body = send(served, exchange.method, path, exchange.body, exchange.headers)
        if exchange.method not in ("GET", "HEAD"):
            assert status == 405
            write(served.store, exchange, path)
            continue
        assert fits(status, exchange.statuses), (status, body)
        if exchange.expected is not None:
            theirs = rdflib.Graph().parse(data=exchange.expected, format="turtle")
            assert same_graph(rdflib.Graph().parse(data=body, format="turtle"), theirs)


def address_of(path: str) -> str:
    """The suite's graph store is at /gsp; ours is at /store, and graphs with addresses of their own are at /graph/."""
    path = path.replace("$LOCATION$", f"{BASE}new")
    if path.startswith("/gsp/"):
        return "/graph/" + path.removeprefix("/gsp/")
    return "/store" + path.removeprefix("/gsp")


def write(store: ox.Store, exchange: Exchange, path: str) -> None:
    """What the suite's request would have done."""
    address = urlsplit(path)
    named = parse_qs(address.query).get("graph", [f"{BASE}{address.path[1:]}"])[0]
    graph = ox.NamedNode(named) if address.path != "/store" or "graph" in address.query else ox.NamedNode(f"{BASE}new")
    if exchange.method in ("PUT", "DELETE"):
        store.remove_graph(graph)
    if exchange.method in ("PUT", "POST"):
        for turtle in bodies(exchange):
            store.load(turtle, ox.RdfFormat.TURTLE, base_iri=named, to_graph=graph)


def bodies(exchange: Exchange) -> list[str]:
    """The Turtle that a request brings: its body, or the parts of a multipart body."""
    kind = {name.lower(): value for name, value in exchange.headers.items()}["content-type"]
    text = exchange.body.decode()
    if "multipart" not in kind:
        return [text]
    parts = text.split("--" + kind.split("boundary=")[1].strip('"'))[1:-1]
    return [part.strip().replace("\r\n", "\n").split("\n\n", 1)[1] for part in parts]


def test_service_description(served: Served) -> None:
    """It is RDF, names the endpoint, and uses the classes and properties of the vocabulary as they are meant."""
    served.store = ox.Store()
    status, kind, body = send(served, "GET", "/sparql", headers={"Accept": "text/turtle"})
    assert (status, kind) == (200, "text/turtle")
    found = rdflib.Graph().parse(data=body, format="turtle")
    endpoint = URIRef(f"http://127.0.0.1:{served.port}/sparql")
    assert (endpoint, SD.endpoint, endpoint) in found
    assert (endpoint, RDF.type, SD.Service) in found
    for _, dataset in found.subject_objects(SD.defaultDataset):
        assert (dataset, RDF.type, SD.Dataset) in found
    for _, graph in [*found.subject_objects(SD.defaultGraph), *found.subject_objects(SD.graph)]:
        assert (graph, RDF.type, SD.Graph) in found
    for _, named in found.subject_objects(SD.namedGraph):
        assert (named, RDF.type, SD.NamedGraph) in found
        assert found.value(named, SD.name) is not None
    known = {SD.endpoint, SD.supportedLanguage, SD.feature, SD.resultFormat, SD.defaultDataset, SD.defaultGraph,
             SD.namedGraph, SD.name, SD.graph, SD.extensionFunction, SD.languageExtension}  # fmt: skip
    assert {one for one in found.predicates() if str(one).startswith(SD)} <= known
