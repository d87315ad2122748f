from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from kg.store.oxigraph import OxigraphView
from kg.store.rows import Term
from server import Site, create_app
from server.reading import Reading
from server.site import Row, site
from tests.server.markup import foreign_scripts

HTML = {"Accept": "text/html"}


def test_documents_are_listed_with_what_they_gave(client: FlaskClient) -> None:
    text = client.get("/documents", headers=HTML).text
    assert 'href="/documents/lusaka-verdicts"' in text
    assert "Copperbelt Observer · 1 Oct 2024" in text
    assert "12 proof sentences" in text


def test_a_document_shows_sentences_with_what_was_read(client: FlaskClient) -> None:
    text = client.get("/documents/lusaka-verdicts", headers=HTML).text
    assert text.index("Court fines march organisers") < text.index("Ministers and the bill")
    assert 'id="lusaka-verdicts-791-857"' in text
    assert "cut short on its page" in text
    assert 'class="chip alleged"' in text
    assert 'href="/page/person/chanda-phiri"' in text


def test_names_of_documents_may_have_spaces(client: FlaskClient) -> None:
    assert 'href="/documents/two%20words.v2"' in client.get("/documents", headers=HTML).text
    assert client.get("/documents/two%20words.v2", headers=HTML).status_code == 200


def test_markup_in_documents_is_text(client: FlaskClient) -> None:
    for path in ("/documents", "/documents/hostile"):
        text = client.get(path, headers=HTML).text
        assert "&lt;b&gt;Bold" in text
        assert "<b>" not in text
        assert foreign_scripts(text) == []
        assert 'href="data:' not in text


def test_a_reading_leaves_out_the_class_of_what_has_a_kind() -> None:
    kind, cls, place = ("x#kind", Term("iri", "x:k")), ("x#type", Term("iri", "x:c")), ("x#place", Term("iri", "x:p"))
    subject = Term("iri", "x:s")
    assert Reading(subject, "", None, [place, cls, kind]).telling == [kind, place]
    assert Reading(subject, "", None, [cls]).telling == [cls]


@pytest.fixture
def with_text(app: Flask, quads: Path, tmp_path: Path) -> FlaskClient:
    """The story's first document with its words: the sentences at their places, and markup in the first."""
    rows = site_rows(app, "lusaka-verdicts")
    letters = list(" " * 2000)
    for row in rows:
        start = int(row["start"].value)
        letters[start : start + len(row["quote"].value)] = row["quote"].value
    letters[3:12] = "<b>xx</b>"
    spans = [[int(row["start"].value), int(row["end"].value)] for row in rows]
    kept = {"text": "".join(letters), "sentences": spans, "marks": [[0, 3, "person/mutale-zimba", "name"]]}
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "lusaka-verdicts.json").write_text(json.dumps(kept), "utf8")
    return create_app(Site(OxigraphView.load(quads), graph_file=lambda: tmp_path / "graph.nq")).test_client()


def site_rows(app: Flask, name: str) -> list[Row]:
    with app.app_context():
        return site().ask("read-from", document=site().iris.document(name)[1:-1])


def test_the_whole_text_is_shown_with_what_was_read(with_text: FlaskClient) -> None:
    text = with_text.get("/documents/lusaka-verdicts", headers=HTML).text
    assert 'id="lusaka-verdicts-791-857"' in text
    assert 'href="#r-lusaka-verdicts-791-857"' in text
    assert 'id="r-lusaka-verdicts-791-857"' in text
    assert "The full text is not kept" not in text
    assert "<b>" not in text
    assert "&lt;b&gt;xx&lt;/b&gt; 2024 between" in text
    assert foreign_scripts(text) == []
    identities = re.findall(r"\sid=\"([^\"]+)\"", text)
    assert len(identities) == len(set(identities))


def test_without_its_text_a_document_shows_its_sentences(with_text: FlaskClient) -> None:
    text = with_text.get("/documents/ndola-echo", headers=HTML).text
    assert "The full text is not kept here" in text
    assert "<blockquote>" in text
