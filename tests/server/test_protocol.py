from __future__ import annotations

import contextlib
from urllib.parse import urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import QueryRefused
from server.problems import RequestError
from server.protocol import DIRECT, FORM, UPDATE, Asked, read_fields, read_request

ASK = "query=ASK%20%7B%7D"


def read(method: str = "GET", kind: str | None = None, address: str | bytes = b"", body: bytes = b"") -> Asked | None:
    raw = address.encode() if isinstance(address, str) else address
    return read_request(method, kind, raw, body, 200)


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        (read(address=ASK), Asked("ASK {}")),
        (read(address="query=ASK+{}&ac=1&x"), Asked("ASK {}")),
        (read("POST", FORM, body=ASK.encode()), Asked("ASK {}")),
        (read("POST", f"{FORM}; charset=UTF-8", body=ASK.encode()), Asked("ASK {}")),
        (read("POST", DIRECT, body=b"ASK {}"), Asked("ASK {}")),
        (read("POST", DIRECT.upper(), "format=csv&timeout=2.5", b"ASK {}"), Asked("ASK {}", format="csv", timeout=2.5)),
        (read(address=f"{ASK}&default-graph-uri=x:a&default-graph-uri=x:b"), Asked("ASK {}", ("x:a", "x:b"), ())),
        (read(address=f"{ASK}&named-graph-uri=x:a"), Asked("ASK {}", (), ("x:a",))),
        (read(address=f"{ASK}&format=ttl"), Asked("ASK {}", format="turtle")),
        (read(address=f"{ASK}&format="), Asked("ASK {}")),
        (read(address=f"{ASK}&format=tsv&format=text/tab-separated-values"), Asked("ASK {}", format="tsv")),
        (read(address=f"{ASK}&format=rdf%2Bxml&format="), Asked("ASK {}", format="rdfxml")),
        (read(address=f"{ASK}&format=application/sparql-results+json"), Asked("ASK {}", format="json")),
        (read(address="query=%E2%9C%93"), Asked("✓")),
        (read(address="query=✓"), Asked("✓")),
        (read(address="query=%253Ca%2520b%253E"), Asked("%3Ca%20b%3E")),
        (read(), None),
    ],
)
def test_what_is_asked(asked: Asked | None, expected: Asked | None) -> None:
    assert asked == expected


@pytest.mark.parametrize(
    ("method", "kind", "address", "body", "status"),
    [
        ("GET", None, "x=1", b"", 400),
        ("GET", None, f"{ASK}&{ASK}", b"", 400),
        ("POST", FORM, "", b"", 400),
        ("POST", FORM, ASK, ASK.encode(), 400),
        ("POST", DIRECT, ASK, b"ASK {}", 400),
        ("GET", None, "query=%zz", b"", 400),
        ("GET", None, "query=%", b"", 400),
        ("GET", None, "query=%E9", b"", 400),
        ("GET", None, b"query=\xe9", b"", 400),
        ("POST", FORM, "", b"query=%FF", 400),
        ("POST", DIRECT, "", "é".encode("latin-1"), 400),
        ("POST", DIRECT, "", "ASK {}".encode("utf-16"), 400),
        ("POST", f"{DIRECT}; charset=latin-1", "", b"ASK {}", 415),
        ("POST", "application/json", "", b"{}", 415),
        ("POST", "multipart/form-data; boundary=x", "", b"", 415),
        ("POST", None, "", b"ASK {}", 415),
        ("GET", None, f"query={'x' * 201}", b"", 413),
        ("GET", None, f"{ASK}&default-graph-uri=relative", b"", 400),
        ("GET", None, f"{ASK}&named-graph-uri=x:%3E", b"", 400),
        ("GET", None, f"{ASK}&format=../../etc/passwd", b"", 400),
        ("GET", None, f"{ASK}&format=x%0d%0aSet-Cookie:a", b"", 400),
        ("GET", None, f"{ASK}&format=csv&format=tsv", b"", 400),
        ("GET", None, f"{ASK}&timeout=0", b"", 400),
        ("GET", None, f"{ASK}&timeout=-1", b"", 400),
        ("GET", None, f"{ASK}&timeout=nan", b"", 400),
        ("POST", FORM, "", b"&".join([b"a=1"] * 50_000), 400),
    ],
)
def test_bad_requests(method: str, kind: str | None, address: str | bytes, body: bytes, status: int) -> None:
    with pytest.raises(RequestError) as raised:
        read(method, kind, address, body)
    assert raised.value.status == status
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize(
    ("method", "kind", "address", "body"),
    [
        ("POST", UPDATE, "", b"DROP ALL"),
        ("POST", FORM, "", b"update=DROP+ALL"),
        ("GET", None, "update=DROP+ALL", b""),
    ],
)
def test_updates_are_refused(method: str, kind: str | None, address: str, body: bytes) -> None:
    with pytest.raises(QueryRefused):
        read(method, kind, address, body)


@given(st.lists(st.tuples(st.text(min_size=1), st.text()), max_size=5))
def test_fields_survive_the_way(fields: list[tuple[str, str]]) -> None:
    assert read_fields(urlencode(fields).encode()) == fields


@given(st.binary(max_size=60))
def test_any_bytes_are_read_or_refused(raw: bytes) -> None:
    with contextlib.suppress(RequestError, QueryRefused):
        read_request("POST", FORM, raw, raw, 100)
