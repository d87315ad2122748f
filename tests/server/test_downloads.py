from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib
from flask.testing import FlaskClient

from kg.store.oxigraph import OxigraphView
from server import Site, create_app


def test_turtle_loads_alike_in_both_engines(client: FlaskClient) -> None:
    body = client.get("/download/graph.ttl").data
    ours = {str(quad.triple) for quad in ox.parse(body, ox.RdfFormat.TURTLE)}
    assert len(ours) == len(rdflib.Graph().parse(data=body, format="turtle")) > 300


@pytest.mark.parametrize(("suffix", "form"), [("nt", "nt"), ("jsonld", "json-ld"), ("rdf", "xml")])
def test_other_formats_hold_the_same(client: FlaskClient, suffix: str, form: str) -> None:
    turtle = rdflib.Graph().parse(data=client.get("/download/graph.ttl").data, format="turtle")
    assert len(rdflib.Graph().parse(data=client.get(f"/download/graph.{suffix}").data, format=form)) == len(turtle)


def test_all_graphs(client: FlaskClient, quads: Path) -> None:
    with client.get("/download/graph.nq") as response:
        assert response.data == quads.read_bytes()
    trig = list(ox.parse(client.get("/download/graph.trig").data, ox.RdfFormat.TRIG))
    assert len(trig) == len(quads.read_text("utf8").splitlines())
    assert client.get("/download/graph.exe").status_code == 404


def test_without_the_file_only_the_world_is_offered(quads: Path) -> None:
    client = create_app(Site(OxigraphView.load(quads))).test_client()
    assert "graph.nq" not in client.get("/downloads").text
    assert client.get("/download/graph.nq").status_code == 404
