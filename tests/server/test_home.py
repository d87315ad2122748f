from __future__ import annotations

import re

from flask.testing import FlaskClient


def test_home_counts_and_begins(client: FlaskClient) -> None:
    text = client.get("/").text
    assert "read from 5 documents." in text
    assert "Release of Chanda Phiri" in text
    assert 'href="/queries/who-was-convicted-of-what"' in text


def test_about(client: FlaskClient) -> None:
    text = client.get("/about").text
    assert len(re.findall(r"<dt>\w+</dt><dd>[\d,]+ triples?", text)) == 7
    assert 'id="counted"' in text
    assert 'href="/about#counted"' in client.get("/").text
