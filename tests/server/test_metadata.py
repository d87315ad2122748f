"""What clients read about the graph before they ask it, in the words that they ask in."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
import rdflib
from flask.testing import FlaskClient

from kg.resources import data_folder
from kg.saved import load
from kg.store.oxigraph import OxigraphView
from kg.store.rows import rows
from kg.store.snapshots import open_snapshot
from server import Site, create_app

pytestmark = pytest.mark.model
# The three questions that SIB's sparql-editor asks an endpoint, in words of our own.
CLASSES = """PREFIX void: <http://rdfs.org/ns/void#> PREFIX ve: <http://ldf.fi/void-ext#>
SELECT DISTINCT ?subject ?property ?object ?datatype {
  ?part void:class ?subject ; void:propertyPartition ?use . ?use void:property ?property .
  OPTIONAL { { ?use void:classPartition [ void:class ?object ] }
    UNION { ?use ve:datatypePartition [ ve:datatype ?datatype ] } }
}"""
PREFIXES = """PREFIX sh: <http://www.w3.org/ns/shacl#>
SELECT DISTINCT ?prefix ?namespace { [] sh:prefix ?prefix ; sh:namespace ?namespace } ORDER BY ?prefix"""
EXAMPLES = """PREFIX sh: <http://www.w3.org/ns/shacl#> PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
SELECT DISTINCT ?query ?comment ?text {
  ?query a sh:SPARQLExecutable ; rdfs:comment ?comment ; sh:select|sh:ask|sh:construct ?text . }"""


@pytest.fixture(scope="module")
def view(sample_store: Path) -> OxigraphView:
    return OxigraphView.load(open_snapshot(sample_store).graph)


@pytest.mark.parametrize(("query", "least"), [(CLASSES, 100), (PREFIXES, 20), (EXAMPLES, 20)])
def test_editors_get_their_answers_at_once(view: OxigraphView, query: str, least: int) -> None:
    seconds = []
    for _ in range(3):
        began = time.process_time()
        found = rows(view, query)
        seconds.append(time.process_time() - began)
    assert len(found) >= least
    assert min(seconds) < 1


def test_examples_run_as_they_are_told(view: OxigraphView) -> None:
    saved = load(data_folder("queries"))
    told = {row["query"].value.rsplit("/", 1)[-1]: row["text"].value for row in rows(view, EXAMPLES)}
    assert set(told) == set(saved)
    ready = [name for name, query in saved.items() if not any(param.required for param in query.params.values())]
    assert len([name for name in ready if rows(view, told[name])]) > len(ready) // 2


def test_the_description_is_at_its_well_known_address(view: OxigraphView) -> None:
    client: FlaskClient = create_app(Site(view)).test_client()
    response = client.get("/.well-known/void")
    assert response.content_type == "text/turtle; charset=utf-8"
    found = rdflib.Graph().parse(data=response.data, format="turtle")
    (dataset,) = set(found.subjects(rdflib.RDF.type, rdflib.DCAT.Dataset))
    assert (dataset, rdflib.RDF.type, rdflib.VOID.Dataset) in found
    assert found.value(dataset, rdflib.VOID.sparqlEndpoint) is not None
    assert client.get("/.well-known/void", headers={"Accept": "image/png"}).status_code == 406
