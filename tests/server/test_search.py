"""Search by name: spellings, misspellings, classes, and words that are markup."""

from __future__ import annotations

from pathlib import Path

import pytest
from flask.testing import FlaskClient

from kg.store.oxigraph import OxigraphView
from server import Site, create_app
from tests.server.markup import foreign_scripts


def test_search_finds_spellings(client: FlaskClient) -> None:
    text = client.get("/search?q=zimba").text
    assert 'href="/page/person/mutale-zimba"' in text
    assert "written “Zimba”" in text
    assert "Chanda" not in text.split('class="results"')[1].split("</ul>")[0].replace("Conviction of Chanda", "")


@pytest.mark.parametrize("words", ["Mutalle Zimba", "Mutale Zymba", "mutale zimbba", "Zimba Mutale"])
def test_search_forgives_slips(client: FlaskClient, words: str) -> None:
    assert 'href="/page/person/mutale-zimba"' in client.get("/search", query_string={"q": words}).text


def test_search_lists_a_class(client: FlaskClient) -> None:
    text = client.get("/search?class=Petition").text
    assert "Clean Rivers for Pokhara" in text
    assert "1 found" in text
    assert "0 found" in client.get("/search?q=nobody+of+this+name").text
    assert "Type a part" in client.get("/search?class=Nonsense").text
    assert "Clean Rivers" not in client.get("/search?q=clean+rivers&class=Person").text


def test_search_words_are_text(client: FlaskClient) -> None:
    text = client.get("/search", query_string={"q": '"><script>alert(1)</script>\\" } UNION'}).text
    assert foreign_scripts(text) == []
    assert "&lt;script&gt;alert(1)" in client.get("/search?q=script").text


@pytest.mark.parametrize("words", ['"', "''", "a*", "NEAR(", "x OR y", "ab", "a", "%", "[", "٣", "*" * 300])
def test_no_words_break_it(client: FlaskClient, words: str) -> None:
    assert client.get("/search", query_string={"q": words}).status_code == 200
    assert client.get("/suggest", query_string={"q": words}).status_code == 200


def test_suggestions(client: FlaskClient) -> None:
    found = client.get("/suggest?q=zim").get_json()
    assert {"iri", "name", "matched", "class", "href"} == set(found[0])
    assert found[0]["href"] == "/page/person/mutale-zimba"
    assert client.get("/suggest").get_json() == []


def test_without_an_index_names_are_scanned(quads: Path) -> None:
    client = create_app(Site(OxigraphView.load(quads))).test_client()
    assert 'href="/page/person/mutale-zimba"' in client.get("/search?q=zimba").text


def test_the_most_telling_class_is_shown(client: FlaskClient, quads: Path) -> None:
    scan = create_app(Site(OxigraphView.load(quads))).test_client()
    for asked in (client, scan):
        found = asked.get("/suggest?q=conviction").get_json()
        assert {one["class"] for one in found if one["name"].startswith("Conviction of")} == {"conviction"}
