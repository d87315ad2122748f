"""The log of requests: one line each, also for what broke off, and never a query's text."""

from __future__ import annotations

import hashlib
import io
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient
from werkzeug.test import Client

from kg.errors import UsageError
from server.access_log import AccessLog, opened

ASK = "ASK { ?who ?knows 'a secret' }"
HASH = hashlib.sha256(ASK.encode()).hexdigest()[:16]


def lines(out: io.StringIO) -> list[dict[str, Any]]:
    return [json.loads(line) for line in out.getvalue().splitlines()]


@pytest.mark.parametrize("accept", ["application/sparql-results+json", "text/html"])
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_a_request_has_a_line_without_the_query(client: FlaskClient, accept: str, method: str) -> None:
    out = io.StringIO()
    logged = Client(AccessLog(client.application.wsgi_app, out))
    given = {"query_string" if method == "GET" else "data": {"query": ASK}, "headers": {"Accept": accept}}
    answer = logged.open("/sparql", method=method, buffered=True, **given)  # type: ignore[arg-type]
    (line,) = lines(out)
    assert (line["method"], line["path"], line["status"], line["query"]) == (method, "/sparql", 200, HASH)
    assert (line["bytes"], line["whole"]) == (len(answer.data), True)
    assert "secret" not in out.getvalue()


def test_a_page_and_a_refusal(client: FlaskClient) -> None:
    out = io.StringIO()
    logged = Client(AccessLog(client.application.wsgi_app, out))
    for path in ("/about", "/nowhere", "/sparql?query=DROP+ALL"):
        logged.get(path, buffered=True)
    assert [line["status"] for line in lines(out)] == [200, 404, 403]
    assert "query" not in lines(out)[0]


def test_what_breaks_off_is_told() -> None:
    def broken(_: dict[str, Any], start: Any) -> Iterable[bytes]:
        start("200 OK", [])

        def pieces() -> Iterator[bytes]:
            yield b"half"
            raise OSError("gone")

        return pieces()

    out = io.StringIO()
    with pytest.raises(OSError, match="gone"):
        Client(AccessLog(broken, out)).get("/", buffered=True)
    assert [(line["bytes"], line["whole"]) for line in lines(out)] == [(4, False)]


def test_where_it_goes(tmp_path: Path) -> None:
    with opened(str(tmp_path / "log")) as file:
        file.write("x")
    with pytest.raises(UsageError, match="cannot be written"):
        opened(str(tmp_path / "no" / "log"))
