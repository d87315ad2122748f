"""The short way answers as the long way does, word for word."""

from __future__ import annotations

from typing import Any

import pytest
from flask import Flask
from werkzeug.test import Client, TestResponse

from server.direct import Direct
from server.front import Front

DIRECT = "application/sparql-query"
FORM = "application/x-www-form-urlencoded"
REQUESTS: list[dict[str, Any]] = [
    {"path": "/sparql?query=ASK{}"},
    {"path": "/sparql/?query=ASK{}&format=xml"},
    {"path": "/sparql?query=SELECT+(<a>+AS+?b){}", "headers": {"Accept": "text/csv"}},
    {"path": "/sparql?query=SELECT+(<a>+AS+?b){}", "base_url": "https://other.example:8443/sub"},
    {"path": "/sparql?query=SELECT*{?s?p?o}LIMIT+9", "method": "HEAD"},
    {"path": "/sparql", "method": "POST", "data": b"ASK {}", "content_type": DIRECT},
    {"path": "/sparql", "method": "POST", "data": "query=ASK {}", "content_type": FORM},
    {"path": "/sparql?query=CONSTRUCT{<x:a><x:b><x:c>}{}"},
    {"path": "/sparql", "headers": {"Accept": "text/turtle"}},
    {"path": "/sparql", "headers": {"Accept": "text/html"}},
    {"path": "/sparql?query=ASK{}", "headers": {"Accept": "text/html"}},
    {"path": "/sparql?query=SELEC"},
    {"path": "/sparql?query=SELEC", "headers": {"Accept": "application/json"}},
    {"path": "/sparql?query=ASK{}", "headers": {"Accept": "image/png"}},
    {"path": "/sparql?query=DROP+ALL"},
    {"path": "/sparql?x=1"},
    {"path": "/sparql", "method": "POST", "data": b"{}", "content_type": "application/json"},
    {"path": "/sparql", "method": "POST", "data": b"x" * 60_000, "content_type": DIRECT},
    {
        "path": "/sparql",
        "method": "POST",
        "data": b"x",
        "content_type": DIRECT,
        "headers": {"Content-Encoding": "gzip"},
    },
    {"path": "/sparql", "method": "OPTIONS"},
    {"path": "/sparql", "method": "DELETE"},
]


def said(response: TestResponse) -> tuple[int, bytes, list[tuple[str, str]]]:
    return response.status_code, response.data, sorted(response.headers.items())


@pytest.mark.parametrize("request_", REQUESTS, ids=str)
def test_both_ways_say_the_same(app: Flask, request_: dict[str, Any]) -> None:
    front = app.wsgi_app
    assert isinstance(front, Front)
    assert isinstance(front.app, Direct)
    short, long = Client(front.app), Client(front.app.inner)
    assert said(short.open(**request_)) == said(long.open(**request_))
