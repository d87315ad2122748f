from __future__ import annotations

from flask import Flask

from kg.store.rows import Term
from server.labels import BATCH, Labels, labels_of

BASE = "https://w3id.org/civicgraph/"
CG = f"{BASE}ontology#"


def test_names_come_from_the_graph(app: Flask) -> None:
    with app.test_request_context():
        labels = labels_of([Term("iri", f"{BASE}id/country/zm"), Term("iri", f"{CG}Conviction"), None])
    assert labels.name(f"{BASE}id/country/zm") == "Zambia"
    assert labels.name(f"{CG}Conviction") == "conviction"
    assert labels.name(f"{CG}NoSuchTerm") == "no such term"


def test_more_things_than_one_question_can_hold(app: Flask) -> None:
    many = [Term("iri", f"x:{n}") for n in range(BATCH * 2)]
    with app.test_request_context():
        labels = labels_of([*many, Term("iri", f"{BASE}id/country/np")])
    assert labels.name(f"{BASE}id/country/np") == "Nepal"


def test_iris_cannot_leave_their_place_in_the_question(app: Flask) -> None:
    with app.test_request_context():
        assert labels_of([Term("iri", "x:> } SERVICE <x:y> { ?a ?b ?c")]).names == {}


def test_how_terms_are_shown() -> None:
    labels = Labels(BASE, {f"{CG}agent": Term("literal", "agent", None, "en")})
    term = labels.show(Term("iri", f"{CG}agent"))
    assert (term.text, term.href, term.concept) == ("agent", "/ontology#agent", False)
    assert labels.show(Term("iri", "https://example.org/a")).outside
    assert not labels.show(Term("literal", "https://example.org/a")).concept
