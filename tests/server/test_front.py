"""Named, kept and packed answers."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterable, Iterator
from typing import Any

import brotli
import pytest
from flask.testing import FlaskClient
from werkzeug.test import Client as LazyClient
from werkzeug.test import TestResponse

from server.bodies import SMALLEST, coding_of, is_packable, packed
from server.cache import Cache, Entry
from server.front import STABLE, Front
from server.metrics import Metrics

ASK = "/sparql?query=ASK{}"
ROWS = "/sparql?query=SELECT*{?s?p?o}LIMIT+50"


class Client(LazyClient):
    """A client that reads each body at once, as servers do."""

    def open(self, *args: Any, **kwargs: Any) -> TestResponse:
        return super().open(*args, **kwargs, buffered=True)


class Counter:
    """An application that says how often it was asked."""

    def __init__(self, *, stable: bool = True, fails: bool = False, pieces: int = 1) -> None:
        self.asked, self.closed, self.stable, self.fails, self.pieces = 0, 0, stable, fails, pieces

    def __call__(self, environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        self.asked += 1
        environ[STABLE] = self.stable
        start_response("200 OK", [("Content-Type", "text/plain"), ("Vary", "Accept")])
        return self

    def __iter__(self) -> Iterator[bytes]:
        yield from [str(self.asked).encode() * SMALLEST] * self.pieces
        if self.fails:
            raise OSError("the engine stopped")

    def close(self) -> None:
        self.closed += 1


def front(app: Counter, build: list[str] | None = None, most: int = 1 << 20) -> Client:
    builds = build or ["one"]
    return Client(Front(app, lambda: builds[0], Cache(most), Metrics()))


def test_a_repeated_request_is_answered_from_memory_until_the_next_build() -> None:
    app, build = Counter(), ["one"]
    client = front(app, build)
    first, again = client.get("/x?y"), client.get("/x?y")
    assert (app.asked, app.closed) == (1, 1)
    assert first.data == again.data
    assert first.headers["ETag"] == again.headers["ETag"]
    assert again.headers["Content-Length"] == str(len(first.data))
    assert client.head("/x?y").headers["Content-Length"] == str(len(first.data))
    assert app.asked == 1
    build[0] = "two"
    assert client.get("/x?y").headers["ETag"] != first.headers["ETag"]
    assert app.asked == 2


@pytest.mark.parametrize(
    "other",
    [{"path": "/z?y"}, {"path": "/x?Y"}, {"path": "/x?y", "headers": {"Accept": "text/csv"}},
     {"path": "/x?y", "base_url": "http://other.example"}, {"path": "/x?y", "base_url": "https://localhost"}],
)  # fmt: skip
def test_other_requests_have_other_answers(other: dict[str, Any]) -> None:
    app = Counter()
    client = front(app)
    first = client.get("/x?y")
    assert client.get(**other).headers["ETag"] != first.headers["ETag"]
    assert app.asked == 2


def test_not_modified_asks_nobody() -> None:
    app = Counter()
    client = front(app)
    tag = client.get("/x").headers["ETag"]
    for given in (tag, tag.removeprefix("W/"), f'"other", {tag}'):
        response = client.get("/x", headers={"If-None-Match": given})
        assert (response.status_code, response.data, response.headers["ETag"]) == (304, b"", tag)
        assert response.headers["Access-Control-Allow-Origin"] == "*"
    assert app.asked == 1
    for given in ("*", '"other"'):
        assert client.get("/x", headers={"If-None-Match": given}).status_code == 200


def test_what_is_not_stable_or_not_read_has_no_name() -> None:
    unstable = Counter(stable=False)
    client = front(unstable)
    assert "ETag" not in client.get("/x").headers
    client.get("/x")
    assert unstable.asked == 2
    posted = Counter()
    assert "ETag" not in front(posted).post("/x").headers
    assert "ETag" not in front(Counter(), [""]).get("/x").headers


def test_an_answer_that_breaks_off_is_not_kept() -> None:
    app = Counter(fails=True)
    client = front(app)
    for asked in (1, 2):
        with pytest.raises(OSError, match="stopped"):
            client.get("/x")
        assert app.asked == asked


def test_a_build_that_changes_meanwhile_is_not_kept_under_the_old_name() -> None:
    builds = iter(["one", "two", "two", "two", "two"])
    app = Counter()
    client = Client(Front(app, lambda: next(builds), Cache(1 << 20), Metrics()))
    assert "ETag" not in client.get("/x").headers
    client.get("/x")
    assert app.asked == 2


def test_large_answers_and_the_least_used_are_let_go() -> None:
    app = Counter(pieces=200)
    client = front(app, most=1 << 20)
    client.get("/x")
    client.get("/x")
    assert app.asked == 2
    cache = Cache(16_000)
    for at in range(9):
        cache.get(0)
        cache.put(at, Entry((), bytes(1000), packable=True))
    assert cache.get(0) is not None
    assert cache.get(1) is None
    assert cache.held <= 16_000
    cache.put(0, Entry((), bytes(10), packable=True))
    assert cache.held <= 16_000


UNPACK = {"gzip": gzip.decompress, "br": brotli.decompress}


def unpacked(response: TestResponse, coding: str = "gzip") -> bytes:
    assert response.headers["Content-Encoding"] == coding
    assert "Accept-Encoding" in response.headers["Vary"]
    return UNPACK[coding](response.data)


@pytest.mark.parametrize(("header", "coding"), [("br, gzip;q=0.8", "br"), ("br;q=0.5, gzip", "gzip")])
def test_packed_for_whoever_takes_it(client: FlaskClient, header: str, coding: str) -> None:
    plain = client.get(ROWS)
    first, kept = (client.get(ROWS, headers={"Accept-Encoding": header}, buffered=True) for _ in range(2))
    assert unpacked(first, coding) == unpacked(kept, coding) == plain.data
    assert first.headers["ETag"] == kept.headers["ETag"] == plain.headers["ETag"]
    assert "Accept-Encoding" in plain.headers["Vary"]
    assert "Accept" in plain.headers["Vary"]
    assert kept.headers["Content-Length"] == str(len(kept.data))
    assert "Content-Encoding" not in client.get(ASK, headers={"Accept-Encoding": "gzip"}).headers
    posted = client.post("/sparql", data={"query": "SELECT*{?s?p?o}LIMIT 50"}, headers={"Accept-Encoding": "gzip"})
    assert unpacked(posted) == plain.data


@pytest.mark.parametrize(
    ("header", "coding"),
    [("gzip", "gzip"), ("", ""), ("br", "br"), ("*", "br"), ("gzip;q=0", ""), ("gzip;q=0, *", "br"),
     ("gzip, deflate, br", "br"), ("GZIP ; q=0.5", "gzip"), ("*;q=0", ""), ("gzip;q=x", ""), ("br;q=0, *", "gzip"),
     ("identity, gzip", "gzip"), ("BR;q=0.1, gzip;q=0.2", "gzip")],
)  # fmt: skip
def test_how_to_pack_for_whom(header: str, coding: str) -> None:
    assert coding_of(header) == coding


def test_files_and_small_bodies_are_sent_as_they_are() -> None:
    assert is_packable([("Content-Type", "application/sparql-results+json")])
    assert not is_packable([("Content-Type", "text/csv"), ("Content-Length", "3")])
    assert not is_packable([("Content-Type", "application/n-quads"), ("ETag", '"file"')])
    assert not is_packable([("Content-Type", "image/png")])


@pytest.mark.parametrize("coding", ["gzip", "br"])
def test_a_packed_stream_that_breaks_off_cannot_be_read_as_complete(coding: str) -> None:
    def broken() -> Iterator[bytes]:
        yield b"a,b\r\n" * 50
        raise OSError

    got = []
    with pytest.raises(OSError):  # noqa: PT011
        got += list(packed(broken(), coding))
    stream = packed(iter([b"a,b\r\n" * 50, b"c,d\r\n"]), coding)
    with pytest.raises((EOFError, zlib.error, brotli.error)):
        UNPACK[coding](next(stream))


def test_answers_of_the_graph_are_named_and_those_of_the_moment_are_not(client: FlaskClient) -> None:
    assert client.get(ASK).headers["Cache-Control"] == "no-cache"
    tag = client.get(ASK).headers["ETag"]
    assert client.get(ASK, headers={"If-None-Match": tag}).status_code == 304
    for query in ("SELECT (NOW() AS ?t) {}", "SELECT (rand() AS ?t) {}", "SELECT (STRUUID() AS ?t) {}"):
        assert "ETag" not in client.get("/sparql", query_string={"query": query}).headers
    assert "ETag" in client.get("/sparql", query_string={"query": 'SELECT ("NOW()" AS ?now) {}'}).headers
    assert "ETag" not in client.get("/sparql?query=SELEC").headers
    assert "ETag" in client.get("/queries/people-in-custody?format=csv").headers
