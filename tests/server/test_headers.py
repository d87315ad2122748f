from __future__ import annotations

import re

import pytest
from flask.testing import FlaskClient

from tests.server.markup import FOREIGN_SCRIPT

PAGES = (
    "/",
    "/search?q=a",
    "/queries",
    "/queries/fines-and-amounts?format=html",
    "/query",
    "/query?query=SELECT+*+{?s+?p+?o}+LIMIT+9",
    "/page/person/mutale-zimba",
    "/page/country/zm",
    "/documents",
    "/documents/lusaka-verdicts",
    "/map",
    "/timeline",
    "/queries/actors-that-share-events",
    "/embed/queries/where-things-happen",
    "/downloads",
    "/about",
    "/nowhere",
)


@pytest.mark.parametrize("path", PAGES)
def test_nothing_comes_from_elsewhere_or_from_the_page_itself(client: FlaskClient, path: str) -> None:
    response = client.get(path, headers={"Accept": "text/html"})
    assert response.content_type == "text/html; charset=utf-8"
    policy = response.headers["Content-Security-Policy"]
    assert "default-src 'self'" in policy
    assert "unsafe" not in policy
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert not re.search(rf"{FOREIGN_SCRIPT}|<style|\sstyle=|\son\w+=", response.text)
    assert not re.search(r"<(?:link|img|iframe)[^>]+(?:src|href)=\"(?!/)", response.text)


@pytest.mark.parametrize("path", PAGES)
def test_pages_have_the_marks_that_readers_of_screens_need(client: FlaskClient, path: str) -> None:
    text = client.get(path, headers={"Accept": "text/html"}).text
    assert '<html lang="en">' in text
    assert text.count("<h1") == 1
    assert 'href="#content"' in text or path.startswith("/embed/")
    assert re.search(r"<title>[^<]+</title>", text)
    identities = re.findall(r"\sid=\"([^\"]+)\"", text)
    assert len(identities) == len(set(identities))


def test_files_of_the_pages_are_served(client: FlaskClient) -> None:
    with client.get("/static/civicgraph.css") as response:
        assert response.content_type.startswith("text/css")
    assert client.get("/static/..%2f..%2fapp.py").status_code == 404
