"""What goes over a connection, byte by byte, and whether it stays."""

from __future__ import annotations

import resource
import socket
import threading
from collections.abc import Iterator
from contextlib import ExitStack
from typing import TYPE_CHECKING

import pytest
import waitress.server
from waitress.channel import ClientDisconnected

from server import wire
from server.serve import WAITRESS, listen

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment


def app(environ: WSGIEnvironment, start_response: StartResponse) -> Iterator[bytes]:
    """Answers as the path says."""
    path = environ["PATH_INFO"]
    if path == "/same":
        start_response("304 Not Modified", [])
        return iter([])
    length = [("Content-Length", {"/whole": "5", "/short": "9"}[path])] if path in ("/whole", "/short") else []
    start_response("200 OK", [("Content-Type", "text/plain"), *length])
    if environ["REQUEST_METHOD"] == "HEAD":
        return iter([])
    if path in ("/whole", "/short"):
        return iter([b"whole"])
    return parts(broken=path == "/broken")


def parts(*, broken: bool) -> Iterator[bytes]:
    yield b"first"
    if broken:
        raise ClientDisconnected
    yield b"second"


@pytest.fixture(scope="module")
def port() -> Iterator[int]:
    listener = listen("127.0.0.1", 0)
    server = waitress.server.create_server(app, sockets=[listener], threads=2, **WAITRESS)
    wire.use(server)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    yield listener.getsockname()[1]
    server.pull_trigger()
    server.task_dispatcher.shutdown()


def said(port: int, *requests: tuple[bytes, bytes]) -> tuple[list[bytes], bool]:
    """What a client reads after each request, up to an expected end, and whether the connection is still open then."""
    found = []
    with socket.create_connection(("127.0.0.1", port), timeout=20) as client:
        for request, end in requests:
            client.sendall(request + b"\r\nHost: e\r\n\r\n")
            got = b""
            while not got.endswith(end) and (piece := client.recv(10_000)):
                got += piece
            found.append(got)
        return found, _is_open(client)


def _is_open(client: socket.socket) -> bool:
    try:
        client.sendall(b"GET /whole HTTP/1.1\r\nHost: e\r\n\r\n")
        return client.recv(10_000).endswith(b"whole")
    except ConnectionError:
        return False


CHUNKS = b"5\r\nfirst\r\n6\r\nsecond\r\n0\r\n\r\n"


@pytest.mark.parametrize(
    ("request_", "end", "stays"),
    [
        (b"GET /whole HTTP/1.1", b"\r\n\r\nwhole", True),
        (b"GET /parts HTTP/1.1", b"\r\n\r\n" + CHUNKS, True),
        (b"GET /same HTTP/1.1", b"GMT\r\nServer: civicgraph\r\n\r\n", True),
        (b"HEAD /whole HTTP/1.1", b"\r\n\r\n", True),
        (b"HEAD /parts HTTP/1.1", b"0\r\n\r\n", False),
        (b"GET /parts HTTP/1.1\r\nConnection: close", b"\r\n\r\n" + CHUNKS, False),
        (b"GET /same HTTP/1.1\r\nConnection: close", b"\r\n\r\n", False),
        (b"GET /broken HTTP/1.1", b"\r\n\r\n5\r\nfirst\r\n", False),
        (b"GET /short HTTP/1.1", b"\r\n\r\nwhole", False),
        (b"GET /parts HTTP/1.0", b"\r\n\r\nfirstsecond", False),
        (b"GET /parts HTTP/1.0\r\nConnection: keep-alive", b"\r\n\r\nfirstsecond", False),
        (b"GET /whole HTTP/1.0\r\nConnection: keep-alive", b"\r\n\r\nwhole", True),
    ],
    ids=str,
)
def test_how_an_answer_ends(port: int, request_: bytes, end: bytes, stays: bool) -> None:
    answers, is_open = said(port, (request_, end))
    assert answers[0].endswith(end)
    assert is_open == stays


def test_one_request_after_the_other_over_one_connection(port: int) -> None:
    bodies = {b"GET /parts HTTP/1.1": CHUNKS, b"GET /same HTTP/1.1": b"", b"GET /whole HTTP/1.1": b"whole"}
    answers, is_open = said(port, *[(request, b"\r\n\r\n" + body) for request, body in bodies.items()] * 2)
    assert [answer.partition(b"\r\n\r\n")[2] for answer in answers] == [*bodies.values()] * 2
    assert is_open


def test_headers_and_body_come_together(port: int) -> None:
    with socket.create_connection(("127.0.0.1", port), timeout=5) as client:
        client.sendall(b"GET /whole HTTP/1.1\r\nHost: e\r\n\r\n")
        assert client.recv(10_000).endswith(b"\r\n\r\nwhole")


def test_more_connections_than_select_could_watch(port: int) -> None:
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(3000, hard), hard))
    try:
        with ExitStack() as stack:
            for _ in range(900):  # two files each: the server is in this process
                client = stack.enter_context(socket.create_connection(("127.0.0.1", port), timeout=20))
            assert _is_open(client)
            assert _is_open(client)
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
