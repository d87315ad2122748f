from __future__ import annotations

from flask.testing import FlaskClient

from kg.store.rows import Term
from server.documents import Reading
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
