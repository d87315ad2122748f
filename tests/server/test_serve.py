"""The server as users start it: a real process over a real store."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.errors import StoreError, UsageError
from kg.store.writer import Writer
from server.serve import listen, serve

BASE = "https://data.example/"
START = "import sys, pathlib, server.serve; server.serve.serve(pathlib.Path(sys.argv[1]))"


@pytest.fixture(scope="module")
def store(quads: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("store")
    with Writer(path) as writer:
        text = quads.read_text("utf8").replace("https://w3id.org/civicgraph/id/", f"{BASE}id/")
        writer.write_quads(text.splitlines())
        writer.publish({"base": BASE})
    return path


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def children(pid: int) -> list[int]:
    """The processes that any thread of a process has started."""
    lists = [path.read_text("utf8") for path in Path(f"/proc/{pid}/task").glob("*/children")]
    return [int(child) for one in lists for child in one.split()]


@pytest.fixture(scope="module")
def server(store: Path) -> Iterator[tuple[subprocess.Popen[str], str]]:
    settings = {"CIVICGRAPH_PORT": str(free_port()), "CIVICGRAPH_WORKERS": "2", "CIVICGRAPH_TIMEOUT": "1"}
    command = [sys.executable, "-c", START, str(store)]
    process = subprocess.Popen(command, env=os.environ | settings, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    line = process.stdout.readline()
    yield process, line.split(" at ")[1].split(" ")[0]
    process.kill()
    process.wait()
    process.stdout.close()


def ask(url: str, query: str) -> tuple[int, bytes]:
    request = urllib.request.Request(f"{url}sparql", query.encode(), {"Content-Type": "application/sparql-query"})
    try:
        with urllib.request.urlopen(request, timeout=20) as response:
            return response.status, response.read()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.read()


def test_it_says_where_it_is_and_answers(server: tuple[subprocess.Popen[str], str]) -> None:
    _, url = server
    assert url.startswith("http://127.0.0.1:")
    status, body = ask(url, "ASK { ?petition a <https://w3id.org/civicgraph/ontology#Petition> }")
    assert (status, json.loads(body)["boolean"]) == (200, True)
    with urllib.request.urlopen(f"{url}id/person/mutale-zimba.ttl", timeout=20) as response:
        assert f"{BASE}id/person/mutale-zimba" in response.read().decode()


def test_a_runaway_query_is_stopped_and_the_next_is_answered(server: tuple[subprocess.Popen[str], str]) -> None:
    _, url = server
    began = time.monotonic()
    status, body = ask(url, "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }")
    assert status == 504
    assert b"1 s" in body
    assert time.monotonic() - began < 10
    assert ask(url, "ASK {}")[0] == 200


def test_a_port_in_use_is_one_line(server: tuple[subprocess.Popen[str], str]) -> None:
    port = int(server[1].rstrip("/").rsplit(":", 1)[1])
    with pytest.raises(UsageError, match=f"127.0.0.1:{port} cannot be listened on"):
        listen("127.0.0.1", port)


def test_without_a_store_nothing_is_started(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="civicgraph build"):
        serve(tmp_path / "none", "127.0.0.1", 1)


def test_ended_by_a_signal_it_leaves_no_worker(server: tuple[subprocess.Popen[str], str]) -> None:
    process, _ = server
    nursery = children(process.pid)
    workers = children(nursery[0])
    assert (len(nursery), len(workers)) == (1, 2)
    process.send_signal(signal.SIGTERM)
    assert process.wait(timeout=20) == 0
    until = time.monotonic() + 5
    workers += nursery
    while any(Path(f"/proc/{pid}").exists() for pid in workers) and time.monotonic() < until:
        time.sleep(0.05)
    assert not any(Path(f"/proc/{pid}").exists() for pid in workers)
