"""Requests as OpenRefine sends them, after the Reconciliation Service API 0.2."""

from __future__ import annotations

import json
from typing import Any

import pytest
from flask.testing import FlaskClient


def asked(client: FlaskClient, queries: dict[str, Any]) -> dict[str, Any]:
    response = client.post("/reconcile", data={"queries": json.dumps(queries)})
    assert response.status_code == 200
    assert response.headers["Access-Control-Allow-Origin"] == "*"
    found: dict[str, Any] = response.get_json()
    assert found.keys() == queries.keys()
    return found


def test_the_manifest(client: FlaskClient) -> None:
    manifest = client.get("/reconcile").get_json()
    assert "0.2" in manifest["versions"]
    assert {"name", "identifierSpace", "schemaSpace", "view", "preview", "suggest", "defaultTypes"} <= manifest.keys()
    assert {one["id"] for one in manifest["defaultTypes"]} >= {"Person", "Organization", "LegalResource"}
    assert "{{id}}" in manifest["view"]["url"]


def test_a_batch(client: FlaskClient) -> None:
    queries = {
        "q0": {"query": "Mutale Zimba", "type": "Person", "limit": 3},
        "q1": {"query": "Mutale Zimbaw", "type": ["Person"]},
        "q2": {"query": "nobody of this name", "properties": [{"pid": "country", "v": "Zambia"}]},
    }
    found = asked(client, queries)
    (best, *_) = found["q0"]["result"]
    assert (best["id"], best["match"], best["score"]) == ("person/mutale-zimba", True, 100.0)
    assert best["type"] == [{"id": "Person", "name": "person"}]
    slip = found["q1"]["result"][0]
    assert (slip["id"], slip["match"]) == ("person/mutale-zimba", False)
    assert found["q2"]["result"] == []


def test_the_type_narrows(client: FlaskClient) -> None:
    found = asked(client, {"a": {"query": "zimba"}, "b": {"query": "zimba", "type": "Petition"}})
    assert found["a"]["result"]
    assert found["b"]["result"] == []


@pytest.mark.parametrize(
    "queries", ["{", "[]", '{"q": 1}', '{"q": {}}', json.dumps({str(n): {"query": "x"} for n in range(51)})]
)
def test_a_bad_batch_is_refused_in_one_line(client: FlaskClient, queries: str) -> None:
    response = client.post("/reconcile", data={"queries": queries})
    assert response.status_code == 400
    assert len(response.text.splitlines()) == 1


def test_suggestions(client: FlaskClient) -> None:
    found = client.get("/reconcile/suggest/entity?prefix=mutale").get_json()["result"]
    assert found[0]["id"] == "person/mutale-zimba"
    assert [one["id"] for one in client.get("/reconcile/suggest/type?prefix=per").get_json()["result"]] == ["Person"]


def test_the_preview_may_be_framed_and_nothing_else(client: FlaskClient) -> None:
    preview = client.get("/reconcile/preview?id=person/mutale-zimba")
    assert "Mutale Zimba" in preview.text
    assert "<blockquote>" in preview.text
    assert "frame-ancestors *" in preview.headers["Content-Security-Policy"]
    assert "X-Frame-Options" not in preview.headers
    assert client.get("/").headers["X-Frame-Options"] == "DENY"
    assert client.get("/reconcile/preview?id=../x").status_code == 400
