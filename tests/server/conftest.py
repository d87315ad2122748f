"""The story of tests/golden/queries as a real view, and an app over it."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest
from flask import Flask
from flask.testing import FlaskClient

from kg.graph.ontology import ontology_triples
from kg.graph.vocabulary import ontology_files
from kg.resources import data_folder
from kg.saved import load
from kg.store.labels import write_labels
from kg.store.oxigraph import OxigraphView
from server import Site, create_app
from server.config import Settings

STORY = Path(__file__).parent.parent / "golden" / "queries" / "fixture.trig"
HOSTILE = Path(__file__).with_name("hostile.trig")
ONTOLOGY = "<https://w3id.org/civicgraph/graph/ontology>"


@pytest.fixture(scope="session")
def quads(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The story, things with hostile names, and the ontology as one sorted N-Quads file."""
    found = {f"{quad} .\n" for path in (STORY, HOSTILE) for quad in ox.parse(path=str(path), format=ox.RdfFormat.TRIG)}
    found |= {f"{s} {p} {o} {ONTOLOGY} .\n" for s, p, o in ontology_triples(ontology_files())}
    path = tmp_path_factory.mktemp("served") / "graph.nq"
    path.write_text("".join(sorted(found)), "utf8")
    return path


@pytest.fixture(scope="session")
def labels(quads: Path) -> Path:
    """The index of the names in `quads`."""
    store = ox.Store()
    store.bulk_load(path=str(quads), format=ox.RdfFormat.N_QUADS)
    path = quads.with_name("labels.sqlite")
    write_labels(store, path)
    return path


@pytest.fixture(scope="session")
def app(quads: Path, labels: Path) -> Flask:
    settings = Settings(query_bytes=10_000, body_bytes=50_000, rows=30)
    view, queries = OxigraphView.load(quads, most=1 << 20), load(data_folder("queries"))
    app = create_app(Site(view, queries, settings, lambda: quads, lambda: labels, lambda: "a-build"))
    app.testing = True  # an error that nobody expected fails its test with its own traceback
    return app


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()
