"""Another store, as a real server: our graph is sent to it, and asked there instead of here."""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from kg.errors import QueryError, QueryLimit, QueryRefused, StoreError
from kg.graph.iris import GRAPHS as NAMES
from kg.prefixes import known_prefixes
from kg.publish import pieces, publish
from kg.resources import data_folder
from kg.saved import bind, load
from kg.store.base import Question
from kg.store.oxigraph import OxigraphView
from kg.store.remote import RemoteView, find_base
from kg.store.rows import ask, rows
from kg.store.snapshots import open_snapshot
from kg.store.writer import Writer

SERVER = shutil.which("oxigraph", path=f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}")
BASE = "https://w3id.org/civicgraph/"
GRAPHS = [f"{BASE}graph/{name}" for name in NAMES]
VALUES = {"document": "cgid:document/lusaka-verdicts", "date": "2024-08-01", "integer": "1", "string": "x"}
PERSON = "cgid:person/mutale-zimba"
START = "import sys, server.serve; server.serve.serve(sys.argv[1])"
ABOUT, ONTOLOGY = f"{BASE}graph/dataset", f"{BASE}graph/ontology"
TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
CUT = b'{"head": {"vars": ["s"]}, "results": {"bindings": [The SPARQL operation has been cancelled'
DATASET = f"<{BASE}dataset>"


@pytest.fixture(scope="module")
def store(quads: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("published") / "store"
    about = [
        f"{DATASET} <{TYPE}> <http://www.w3.org/ns/dcat#Dataset> <{ABOUT}> .",
        f'{DATASET} <http://rdfs.org/ns/void#uriSpace> "{BASE}id/" <{ABOUT}> .',
    ]
    with Writer(path) as writer:
        writer.write_quads([*quads.read_text("utf8").splitlines(), *about])
        writer.publish({"base": BASE})
    return path


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def until_answered(url: str) -> None:
    until = time.monotonic() + 30
    while time.monotonic() < until:
        try:
            urllib.request.urlopen(url, timeout=5).close()
        except urllib.error.URLError:
            time.sleep(0.05)
        else:
            return
    raise AssertionError(f"{url} never answered")


@pytest.fixture(scope="module")
def other(store: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """An Oxigraph server that holds our graph."""
    assert SERVER is not None, "the development requirements bring `oxigraph`"
    url = f"http://127.0.0.1:{free_port()}"
    command = [SERVER, "serve", "--location", str(tmp_path_factory.mktemp("oxigraph")), "--bind", url[7:]]
    process = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    until_answered(f"{url}/query?query=ASK%7B%7D")
    assert publish(store, f"{url}/store", size=1000) > 7
    yield url
    process.kill()
    process.wait()


@pytest.fixture(scope="module")
def view(other: str) -> RemoteView:
    return RemoteView(f"{other}/query", GRAPHS)


def test_all_quads_arrive_and_a_second_time_changes_nothing(store: Path, other: str, view: RemoteView) -> None:
    held = open_snapshot(store).manifest["quads"]
    for _ in range(2):
        counted = rows(view, "SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }")
        assert counted[0]["n"].value == str(held)
        publish(store, f"{other}/store", size=100_000)


@pytest.mark.parametrize("form", ["json", "xml", "csv", "tsv"])
@pytest.mark.parametrize("query", load(data_folder("queries")).values(), ids=lambda query: query.name)
def test_every_saved_query_has_the_same_answer(store: Path, view: RemoteView, query: object, form: str) -> None:
    own = OxigraphView.load(open_snapshot(store).graph)
    needed = [param for param in query.params.values() if param.required]  # type: ignore[attr-defined]
    given = {param.name: VALUES.get(param.name) or VALUES.get(param.type, PERSON) for param in needed}
    question = Question(bind(query, given, known_prefixes()), bindings=form)  # type: ignore[arg-type]
    assert view.answer(question).body == own.answer(question).body


@pytest.mark.parametrize("form", ["turtle", "ntriples", "rdfxml", "jsonld", "trig", "nquads"])
def test_graphs_are_the_same(store: Path, view: RemoteView, form: str) -> None:
    own = OxigraphView.load(open_snapshot(store).graph)
    question = Question(f"DESCRIBE <{BASE}id/person/mutale-zimba>", graph=form)  # type: ignore[arg-type]
    assert view.answer(question).body == own.answer(question).body


def test_datasets_and_bases(view: RemoteView) -> None:
    person = f"<{BASE}id/person/mutale-zimba>"
    assert ask(view, f"ASK {{ {person} a ?class }}")
    assert not ask(view, f"ASK {{ {person} a ?class }}", default_graphs=(ONTOLOGY,))
    assert not ask(view, f"ASK FROM <{ONTOLOGY}> {{ {person} a ?class }}")
    assert ask(view, "ASK { <person/mutale-zimba> a ?class }", base_iri=f"{BASE}id/")
    assert find_base(view.url) == BASE


def test_what_is_refused_is_never_sent() -> None:
    nowhere = RemoteView("http://127.0.0.1:1/query", GRAPHS)
    for text in ("DROP ALL", "ASK { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }"):
        with pytest.raises(QueryRefused):
            nowhere.answer(Question(text))
    with pytest.raises(StoreError, match="does not answer"):
        nowhere.answer(Question("ASK {}"))


def test_malformed_and_too_large(other: str, view: RemoteView) -> None:
    with pytest.raises(QueryError):
        view.answer(Question("SELECT * { ?s ?p }"))
    with pytest.raises(QueryLimit, match="larger than"):
        RemoteView(f"{other}/query", GRAPHS, most=100).answer(Question("SELECT * { ?s ?p ?o }"))


class Moody(BaseHTTPRequestHandler):
    """Answers as its server says; counts what it takes."""

    server: MoodyServer

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers["Content-Length"]))
        status, body = self.server.mood
        if status == 0:
            time.sleep(5)
        if self.server.takes == 0:
            status = 500
        self.server.takes -= 1
        self.send_response(status or 200)
        self.end_headers()
        self.wfile.write(body)

    do_PUT = do_POST

    def log_message(self, *_: object) -> None:
        """Nothing."""


class MoodyServer(ThreadingHTTPServer):
    mood: tuple[int, bytes] = (200, b"")
    takes = -1

    def handle_error(self, *_: object) -> None:
        """A client that left is no news."""


@pytest.fixture
def moody() -> Iterator[MoodyServer]:
    server = MoodyServer(("127.0.0.1", 0), Moody)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize(
    ("mood", "kind", "limit"),
    [
        ((503, b"busy"), QueryLimit, "busy"),
        ((504, b"slow"), QueryLimit, "time"),
        ((400, b"no query"), QueryError, None),
        ((401, b"who are you"), StoreError, None),
        ((500, b"oh"), StoreError, None),
        ((200, b"<html>no JSON</html>"), StoreError, None),
        (
            (200, b'{"head": {"vars": ["s"]}, "results": {"bindings": [The SPARQL operation has been cancelled'),
            StoreError,
            None,
        ),
        ((0, b""), QueryLimit, "time"),
    ],
)
def test_what_goes_wrong_there_is_told_here(
    moody: MoodyServer, mood: tuple[int, bytes], kind: type[Exception], limit: str | None
) -> None:
    moody.mood = mood
    view = RemoteView(f"http://127.0.0.1:{moody.server_port}/", GRAPHS, timeout=0.2)
    with pytest.raises(kind) as raised:
        view.answer(Question("SELECT ?s { ?s ?p ?o }"))
    assert getattr(raised.value, "limit", None) == limit


def test_publishing_goes_on_where_it_broke_off(moody: MoodyServer, store: Path) -> None:
    url = f"http://127.0.0.1:{moody.server_port}/store"
    number = len(list(pieces(open_snapshot(store), 1000)))
    moody.takes = 3
    with pytest.raises(StoreError, match="does not take"):
        publish(store, url, size=1000)
    moody.takes = -1
    assert publish(store, url, size=1000) == number - 3
    assert publish(store, url, size=1000) == number


def test_it_is_served_like_a_folder(other: str) -> None:
    port = free_port()
    environment = os.environ | {"CIVICGRAPH_PORT": str(port)}
    process = subprocess.Popen(
        [sys.executable, "-c", START, f"{other}/query"], env=environment, stdout=subprocess.DEVNULL
    )
    root = f"http://127.0.0.1:{port}"
    try:
        until_answered(f"{root}/healthz")
        with urllib.request.urlopen(f"{root}/queries/who-was-convicted-of-what?format=csv", timeout=20) as response:
            assert "Mutale Zimba" in response.read().decode()
        with urllib.request.urlopen(f"{root}/id/person/mutale-zimba", timeout=20) as response:
            assert "Mutale Zimba" in response.read().decode()
        with urllib.request.urlopen(f"{root}/healthz", timeout=20) as response:
            assert json.loads(response.read())["status"] == "ok"
        with pytest.raises(urllib.error.HTTPError) as raised:
            urllib.request.urlopen(f"{root}/sparql?query=DROP+ALL", timeout=20)
        raised.value.close()
        assert raised.value.code == 403
    finally:
        process.terminate()
        assert process.wait(20) == 0
