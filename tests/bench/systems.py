"""The servers that are measured: ours as it is started for people, and others where they are installed."""

from __future__ import annotations

import importlib.util
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from kg.store.pool import IN_MEMORY
from kg.store.snapshots import open_snapshot

OURS = "import sys, pathlib, server.serve; server.serve.serve(pathlib.Path(sys.argv[1]))"
RDFLIB = """
import sys, uvicorn, rdflib
from rdflib_endpoint import SparqlEndpoint
graph = rdflib.Dataset(default_union=True)
graph.parse(sys.argv[1], format="nquads")
uvicorn.run(SparqlEndpoint(graph=graph, path="/sparql"), port=int(sys.argv[2]), log_level="error")
"""
PATIENCE = 900.0


@contextmanager
def running(store: Path, folder: Path, names: set[str]) -> Iterator[tuple[dict[str, str], dict[str, float]]]:
    """Start what is installed among `names`; gives the address of each endpoint, and the seconds until it answered."""
    with ExitStack() as stack:
        found: dict[str, str] = {}
        seconds: dict[str, float] = {}
        for name, start in SYSTEMS.items():
            began = time.monotonic()
            if name in names and (address := start(store, folder / name.replace(" ", "-"), stack)):
                found[name], seconds[name] = address, time.monotonic() - began
        yield found, seconds


def _process(stack: ExitStack, command: list[str], address: str, environment: dict[str, str] | None = None) -> str:
    nothing = subprocess.DEVNULL
    process = subprocess.Popen(command, env=os.environ | (environment or {}), stdout=nothing, stderr=nothing)
    stack.callback(process.wait)
    stack.callback(process.terminate)
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and process.poll() is None:
        try:
            urllib.request.urlopen(f"{address}?query=ASK%7B%7D", timeout=10).close()
        except urllib.error.HTTPError as error:
            error.close()
            return address
        except OSError:
            time.sleep(0.05)
        else:
            return address
    raise SystemExit(f"{command[0]} did not start")


def _port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _ours(store: Path, _: Path, stack: ExitStack) -> str:
    port = _port()
    settings = {"CIVICGRAPH_PORT": str(port), "CIVICGRAPH_TIMEOUT": "600", "CIVICGRAPH_SHARE": "4"}
    return _process(stack, [sys.executable, "-c", OURS, str(store)], f"http://127.0.0.1:{port}/sparql", settings)


def _oxigraph(store: Path, folder: Path, stack: ExitStack) -> str | None:
    """Its own default: on disk, as loaded."""
    program = _program("oxigraph")
    if program is None:
        return None
    port, graph = _port(), str(open_snapshot(store).graph)
    subprocess.run([program, "load", "--location", str(folder), "--file", graph], check=True, capture_output=True)
    command = [program, "serve", "--location", str(folder), "--bind", f"127.0.0.1:{port}", "--union-default-graph"]
    return _process(stack, command, f"http://127.0.0.1:{port}/query")


def _oxigraph_same_store(store: Path, _: Path, stack: ExitStack) -> str | None:
    """On the very folder that our workers read, optimised, where the graph is too large to be held in memory."""
    program, snapshot = _program("oxigraph"), open_snapshot(store)
    if program is None or snapshot.engine is None or snapshot.manifest["quads"] <= IN_MEMORY:
        return None
    port = _port()
    command = [program, "serve-read-only", "--location", str(snapshot.engine), "--bind", f"127.0.0.1:{port}"]
    return _process(stack, [*command, "--union-default-graph"], f"http://127.0.0.1:{port}/query")


def _oxigraph_in_memory(store: Path, _: Path, stack: ExitStack) -> str | None:
    """The honest control: the same engine, also in memory, without Python before it."""
    program = _program("oxigraph")
    if program is None:
        return None
    port = _port()
    command = [program, "serve", "--bind", f"127.0.0.1:{port}", "--union-default-graph"]
    address = _process(stack, command, f"http://127.0.0.1:{port}/query")
    headers = {"Content-Type": "application/n-quads"}
    body = open_snapshot(store).graph.read_bytes()
    request = urllib.request.Request(f"http://127.0.0.1:{port}/store", body, headers, method="POST")
    urllib.request.urlopen(request, timeout=PATIENCE).close()
    return address


def _rdflib(store: Path, _: Path, stack: ExitStack) -> str | None:
    if importlib.util.find_spec("rdflib_endpoint") is None:
        return None
    port, graph = _port(), str(open_snapshot(store).graph)
    return _process(stack, [sys.executable, "-c", RDFLIB, graph, str(port)], f"http://127.0.0.1:{port}/sparql")


def virtuoso(store: Path, folder: Path, stack: ExitStack) -> str | None:
    """Debian's virtuoso-opensource, on a database of its own."""
    from kg.publish import publish

    program = _program("virtuoso-t")
    if program is None:
        return None
    port, folder = _port(), folder.resolve()
    folder.mkdir(parents=True)
    (folder / "virtuoso.ini").write_text(VIRTUOSO.format(port=port, sql=_port(), folder=folder), "utf8")
    command = [program, "+foreground", "+configfile", str(folder / "virtuoso.ini")]
    address = _process(stack, command, f"http://127.0.0.1:{port}/sparql")
    publish(store, f"http://127.0.0.1:{port}/sparql-graph-crud-auth", "dba", "dba", size=50_000)
    return address


def _program(name: str) -> str | None:
    return shutil.which(name, path=f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}")


VIRTUOSO = """\
[Database]
DatabaseFile = {folder}/virtuoso.db
ErrorLogFile = {folder}/virtuoso.log
LockFile = {folder}/virtuoso.lck
TransactionFile = {folder}/virtuoso.trx
xa_persistent_file = {folder}/virtuoso.pxa
[TempDatabase]
DatabaseFile = {folder}/temporary.db
TransactionFile = {folder}/temporary.trx
[Parameters]
ServerPort = 127.0.0.1:{sql}
NumberOfBuffers = 340000
MaxDirtyBuffers = 250000
MaxQueryMem = 2G
[HTTPServer]
ServerPort = 127.0.0.1:{port}
ServerRoot = {folder}
MaxClientConnections = 20
[SPARQL]
ResultSetMaxRows = 10000000
"""
SYSTEMS: dict[str, Callable[[Path, Path, ExitStack], str | None]] = {
    "civicgraph": _ours,
    "oxigraph": _oxigraph,
    "oxigraph on our store": _oxigraph_same_store,
    "oxigraph in memory": _oxigraph_in_memory,
    "virtuoso": virtuoso,
    "rdflib-endpoint": _rdflib,
}
