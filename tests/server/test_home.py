from __future__ import annotations

from flask.testing import FlaskClient


def test_home_counts_and_begins(client: FlaskClient) -> None:
    text = client.get("/").text
    assert "read from 5 documents." in text
    assert "Release of Chanda Phiri" in text
    assert 'href="/queries/who-was-convicted-of-what"' in text


def test_about(client: FlaskClient) -> None:
    assert "triples" in client.get("/about").text
