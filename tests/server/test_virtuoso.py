"""A real Virtuoso that holds our graph answers every saved query as our own engine does."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from kg.graph.iris import GRAPHS as NAMES
from kg.prefixes import known_prefixes
from kg.resources import data_folder
from kg.saved import SavedQuery, bind, load
from kg.store.base import Question
from kg.store.oxigraph import OxigraphView
from kg.store.remote import RemoteView
from kg.store.rows import rows
from kg.store.snapshots import open_snapshot
from kg.store.writer import Writer
from tests.bench.systems import virtuoso

pytestmark = pytest.mark.skipif(shutil.which("virtuoso-t") is None, reason="Debian's virtuoso-opensource is not here")
BASE = "https://w3id.org/civicgraph/"
VALUES = {"document": "cgid:document/lusaka-verdicts", "date": "2024-08-01", "integer": "1", "string": "x"}
PERSON = "cgid:person/mutale-zimba"


@pytest.fixture(scope="module")
def store(quads: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("published") / "store"
    with Writer(path) as writer:
        writer.write_quads(quads.read_text("utf8").splitlines())
        writer.publish({"base": BASE})
    return path


@pytest.fixture(scope="module")
def view(store: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[RemoteView]:
    with ExitStack() as stack:
        url = virtuoso(store, tmp_path_factory.mktemp("virtuoso") / "database", stack)
        assert url is not None
        yield RemoteView(url, [f"{BASE}graph/{name}" for name in NAMES])


def test_every_triple_arrives(store: Path, view: RemoteView) -> None:
    counted = "SELECT ?g (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g ORDER BY ?g"
    own = OxigraphView.load(open_snapshot(store).graph)
    assert [row["n"].value for row in rows(view, counted)] == [row["n"].value for row in rows(own, counted)]


@pytest.mark.parametrize("query", load(data_folder("queries")).values(), ids=lambda query: query.name)
def test_saved_queries_answer_as_here(store: Path, view: RemoteView, query: SavedQuery) -> None:
    own = OxigraphView.load(open_snapshot(store).graph)
    needed = [param for param in query.params.values() if param.required]
    given = {param.name: VALUES.get(param.name) or VALUES.get(param.type, PERSON) for param in needed}
    question = Question(bind(query, given, known_prefixes()), bindings="tsv")
    assert view.answer(question).body == own.answer(question).body
