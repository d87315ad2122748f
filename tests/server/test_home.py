from __future__ import annotations

from flask.testing import FlaskClient

from kg.store.rows import Term
from server.home import results_of

HTML = {"Accept": "text/html"}


def test_home_counts_and_begins(client: FlaskClient) -> None:
    text = client.get("/").text
    assert "read from 4\n    documents" in text
    assert "Release of Chanda Phiri" in text
    assert 'href="/queries/who-was-convicted-of-what"' in text


def test_search_finds_spellings(client: FlaskClient) -> None:
    text = client.get("/search?q=zimba").text
    assert 'href="/page/person/mutale-zimba"' in text
    assert "written “Zimba”" in text
    assert "Chanda" not in text.split('class="results"')[1].split("</ul>")[0].replace("Conviction of Chanda", "")


def test_search_lists_a_class(client: FlaskClient) -> None:
    text = client.get("/search?class=Petition").text
    assert "Clean Rivers for Pokhara" in text
    assert "1 found" in text
    assert "0 found" in client.get("/search?q=nobody+of+this+name").text
    assert "Type a part" in client.get("/search?class=Nonsense").text


def test_search_words_are_text(client: FlaskClient) -> None:
    text = client.get("/search", query_string={"q": '"><script>alert(1)</script>\\" } UNION'}).text
    assert "<script" not in text
    assert "0 found" in text
    assert "&lt;script&gt;alert(1)" in client.get("/search?q=script").text


def test_results_have_the_most_telling_class() -> None:
    thing, event, kind = Term("iri", "x:e"), Term("iri", "x#Event"), Term("iri", "x#March")
    name = Term("literal", "March")
    rows = [{"thing": thing, "class": event, "name": name}, {"thing": thing, "class": kind, "name": name}]
    assert results_of(rows) == results_of(rows[::-1]) == [(thing, kind, "March")]


def test_about(client: FlaskClient) -> None:
    assert "triples" in client.get("/about").text
