"""Reading the suite's manifests: which tests there are, and what they ask and expect."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from rdflib import RDF, RDFS, BNode, Graph, Namespace, URIRef
from rdflib.collection import Collection
from rdflib.term import Node

from tests.conftest import ROOT

MF = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#")
QT = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-query#")
UT = Namespace("http://www.w3.org/2009/sparql/tests/test-update#")
HT = Namespace("http://www.w3.org/2011/http#")
CNT = Namespace("http://www.w3.org/2011/content#")
SUITE = Path(os.environ.get("CIVICGRAPH_W3C", ROOT.parent / "shared" / "w3c-sparql11"))


def need_suite() -> None:
    """Skip the whole module where the suite is not at hand."""
    if not SUITE.is_dir():
        pytest.skip(f"the W3C suite is not at {SUITE}; it is no part of this repository", allow_module_level=True)


@dataclass(frozen=True)
class Case:
    """One test. `name` is folder and local name; `data` and `graphs` are files, graphs with the IRI they have."""

    name: str
    kind: str
    query: Path | None
    data: tuple[Path, ...]
    graphs: tuple[tuple[str, Path], ...]
    result: Path | None


@dataclass(frozen=True)
class Exchange:
    """One request of a protocol test and what is expected of its answer."""

    method: str
    path: str
    headers: dict[str, str]
    body: bytes
    statuses: tuple[str, ...]
    boolean: bool | None
    form: str | None
    expected: str | None


@cache
def manifest(folder: str, file: str = "manifest.ttl") -> Graph:
    """The graph of a manifest."""
    path = SUITE / folder / file
    return Graph().parse(path, format="turtle", publicID=path.as_uri())


def entries(graph: Graph) -> Iterator[URIRef]:
    """The tests of a manifest, in order."""
    for head in graph.objects(None, MF.entries):
        yield from (node for node in Collection(graph, head) if isinstance(node, URIRef))


def cases(*folders: str) -> list[Case]:
    """The tests of some folders that ask a query or check a text."""
    return [_case(folder, node) for folder in folders for node in entries(manifest(folder))]


def path_of(node: Node) -> Path:
    """The file that an IRI names."""
    return Path(unquote(urlsplit(str(node)).path))


def _case(folder: str, node: URIRef) -> Case:
    graph = manifest(folder)
    action, result = graph.value(node, MF.action), graph.value(node, MF.result)
    query = graph.value(action, QT.query) if isinstance(action, BNode) else action
    return Case(
        f"{folder}/{str(node).rsplit('#', 1)[-1]}",
        str(graph.value(node, RDF.type)).rsplit("#", 1)[-1],
        path_of(query) if isinstance(query, URIRef) else None,
        tuple(path_of(one) for one in graph.objects(action, QT.data)),
        tuple(_named(graph, one) for one in graph.objects(action, QT.graphData)),
        path_of(result) if isinstance(result, URIRef) else None,
    )


def _named(graph: Graph, node: Node) -> tuple[str, Path]:
    if isinstance(node, URIRef):
        return str(node), path_of(node)
    return str(graph.value(node, RDFS.label)), path_of(graph.value(node, QT.graph) or node)


def given_graphs(graph: Graph, test: URIRef) -> dict[str, Path]:
    """The graphs that a protocol test begins with: IRI -> file."""
    found = graph.objects(test, UT.graphData)
    return {str(graph.value(one, RDFS.label)): path_of(graph.value(one, UT.graph) or one) for one in found}


def exchanges(graph: Graph, test: URIRef) -> list[Exchange]:
    """The requests of a protocol test, in order."""
    requests = graph.value(graph.value(test, MF.action), HT.requests)
    return [_exchange(graph, one) for one in Collection(graph, requests)]


def _exchange(graph: Graph, node: Node) -> Exchange:
    response, boolean = graph.value(node, HT.resp), None
    if (said := graph.value(response, MF.expectedBoolean)) is not None:
        boolean = str(said) == "true"
    form, expected = graph.value(response, MF.expectedFormat), graph.value(response, HT.body)
    return Exchange(
        str(graph.value(node, HT.methodName)),
        str(graph.value(node, HT.absolutePath)),
        _headers(graph, node),
        _body(graph, node),
        tuple(str(one).rsplit("#", 1)[-1] for one in graph.objects(response, MF.expectedStatus)),
        boolean,
        None if form is None else str(form),
        None if expected is None else str(graph.value(expected, CNT.chars)),
    )


def _headers(graph: Graph, node: Node) -> dict[str, str]:
    head = graph.value(node, HT.headers)
    found = Collection(graph, head) if head is not None else []
    return {str(graph.value(one, HT.fieldName)): str(graph.value(one, HT.fieldValue)) for one in found}


def _body(graph: Graph, node: Node) -> bytes:
    body = graph.value(node, HT.body)
    if body is None:
        return b""
    return str(graph.value(body, CNT.chars)).encode(str(graph.value(body, CNT.characterEncoding)))
