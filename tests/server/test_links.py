from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.store.rows import Term
from server.links import address, href, is_path, local_name, short_name

BASE = "https://w3id.org/civicgraph/"


@pytest.mark.parametrize(
    ("iri", "expected"),
    [
        (f"{BASE}id/person/ann-lee", "/page/person/ann-lee"),
        (f"{BASE}id/law/kz/criminal-code/art-125", "/page/law/kz/criminal-code/art-125"),
        (f"{BASE}id/document/two%20words", "/documents/two%20words"),
        (f"{BASE}ontology#Person", "/ontology#Person"),
        ("https://example.org/a", "https://example.org/a"),
        ("http://example.org/a?b#c", "http://example.org/a?b#c"),
        ("javascript:alert(1)", None),
        ("data:text/html,x", None),
        ("JAVASCRIPT:alert(1)", None),
        ("urn:isbn:1", None),
        ("//evil.example/", None),
        ("https://evil.example/ onclick=x", None),
        (f"{BASE}id/../../x", f"{BASE}id/../../x"),
        (f"{BASE}id//evil.example", f"{BASE}id//evil.example"),
    ],
)
def test_where_an_iri_leads(iri: str, expected: str | None) -> None:
    assert href(Term("iri", iri), BASE) == expected


def test_literals_and_blank_nodes_lead_nowhere() -> None:
    assert href(Term("literal", "https://example.org/"), BASE) is None
    assert href(Term("blank", "b0"), BASE) is None


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("person/ann-lee", True),
        ("law/np/act/section-1", True),
        ("document/two words.v2", True),
        ("document/name.v2", True),
        ("person", False),
        ("", False),
        ("/evil.example", False),
        ("person//x", False),
        ("person/../x", False),
        ("person/.", False),
        ("person/a\\b", False),
        ("person/\r\nx", False),
    ],
)
def test_paths(path: str, expected: bool) -> None:
    assert is_path(path) is expected


@given(st.text())
def test_no_href_runs_code(text: str) -> None:
    found = href(Term("iri", text), BASE)
    assert found is None or found.startswith(("/page/", "/documents/", "http://", "https://"))


@pytest.mark.parametrize(
    ("iri", "expected"),
    [
        ("https://w3id.org/civicgraph/ontology#PetitionLaunch", "petition launch"),
        ("https://w3id.org/civicgraph/id/person/ann-lee", "ann-lee"),
        ("http://www.w3.org/1999/02/22-rdf-syntax-ns#type", "rdf:type"),
        ("https://example.org/x", "example.org/x"),
    ],
)
def test_names_of_last_resort(iri: str, expected: str) -> None:
    assert short_name(iri, BASE, {"rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#"}) == expected


def test_local_names_and_addresses() -> None:
    assert local_name("urn:x") == "x"
    assert local_name("https://example.org/") == "example.org"
    assert address("document/ä b") == "document/%C3%A4%20b"
