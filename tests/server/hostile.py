"""A real server that is treated badly, and what it has to be like afterwards."""

from __future__ import annotations

import contextlib
import json
import os
import socket
import subprocess
import sys
import time
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from urllib.parse import urlencode

from kg.store.writer import Writer

START = "import sys, pathlib, server.serve; server.serve.serve(pathlib.Path(sys.argv[1]))"
DIRECT = "application/sparql-query"
FORM = "application/x-www-form-urlencoded"
WORKERS = 3
SETTINGS = {"WORKERS": str(WORKERS), "SHARE": "3", "TIMEOUT": "1", "MEMORY": "400", "BODY_BYTES": "1000000"}


@dataclass
class Reply:
    """What came back. `cut` says that the connection broke off before the body was whole."""

    status: int
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""
    cut: bool = False


class Server:
    """`civicgraph serve` as a process."""

    def __init__(self, store: Path, **settings: str) -> None:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = int(probe.getsockname()[1])
        environment = {
            f"CIVICGRAPH_{name}": value for name, value in (SETTINGS | settings | {"PORT": str(self.port)}).items()
        }
        command = [sys.executable, "-c", START, str(store)]
        self.store = store
        self.process = subprocess.Popen(command, env=os.environ | environment, stdout=subprocess.PIPE, text=True)
        assert self.process.stdout is not None
        assert str(self.port) in self.process.stdout.readline()

    def send(
        self, path: str, body: bytes | None = None, kind: str | None = None, method: str | None = None, **headers: str
    ) -> Reply:
        """One request on a connection of its own."""
        fields = {name.replace("_", "-"): value for name, value in headers.items()}
        if kind is not None:
            fields["Content-Type"] = kind
        connection = HTTPConnection("127.0.0.1", self.port, timeout=30)
        try:
            connection.request(method or ("GET" if body is None else "POST"), path, body, fields)
            response = connection.getresponse()
            found = {name.lower(): value for name, value in response.headers.items()}
            try:
                return Reply(response.status, found, response.read())
            except HTTPException:
                return Reply(response.status, found, cut=True)
        except (ConnectionError, HTTPException):
            return Reply(0, cut=True)
        finally:
            connection.close()

    def ask(self, query: str, accept: str = "application/sparql-results+json", **fields: str) -> Reply:
        """A query by POST, so that its length is no matter of the address."""
        path = "/sparql" + ("?" + urlencode(fields) if fields else "")
        return self.send(path, query.encode("utf8", "surrogatepass"), DIRECT, Accept=accept)

    def raw(self, data: bytes, *, wait: float = 5.0) -> int:
        """Bytes as they are; the status of the answer, 0 when the connection is closed without one."""
        head, quiet = b"", contextlib.suppress(ConnectionError, TimeoutError)
        with socket.create_connection(("127.0.0.1", self.port), timeout=wait) as connection, quiet:
            connection.sendall(data)
            head = connection.recv(200)
        return int(head.split(b" ")[1]) if head.startswith(b"HTTP/") else 0

    def is_well(self) -> None:
        """The canary answers within a second, the process is the same, all workers are there and idle."""
        assert self.process.poll() is None
        assert min(self._canary() for _ in range(3)) < 1.0
        until = time.monotonic() + 15
        while self.health()["idle"] < WORKERS and time.monotonic() < until:
            time.sleep(0.05)
        assert (self.health()["workers"], self.health()["idle"]) == (WORKERS, WORKERS)

    def health(self) -> dict[str, int]:
        found: dict[str, int] = json.loads(self.send("/healthz").body)
        return found

    def _canary(self) -> float:
        began = time.monotonic()
        reply = self.ask("ASK { <http://e/1> ?p ?o }")
        assert (reply.status, json.loads(reply.body)["boolean"]) == (200, True)
        return time.monotonic() - began

    def stop(self) -> None:
        self.process.kill()
        self.process.communicate()


def publish(store: Path, size: int) -> str:
    """A graph of three triples a thing, and a clique whose paths are many."""
    lines = [f'<http://e/{at}> <http://e/label> "thing number {at}" <http://e/g> .' for at in range(size)]
    lines += [f"<http://e/{at}> <http://e/kind> <http://e/K{at % 7}> <http://e/g> ." for at in range(size)]
    lines += [f"<http://e/{at}> <http://e/next> <http://e/{at * 7 % size}> <http://e/g> ." for at in range(size)]
    lines += [
        f"<http://k/{a}> <http://k/a> <http://k/{b}> <http://e/h> ." for a in range(50) for b in range(50) if a != b
    ]
    with Writer(store) as writer:
        writer.write_quads(lines)
        return writer.publish({"base": "http://e/"})
