from __future__ import annotations

import pytest

from kg.store.rows import Term
from server.facts import Row, manner, statements

CG = "https://w3id.org/civicgraph/ontology#"


def row(sentence: str, mode: str = "Asserted", polarity: str = "true", **more: str) -> Row:
    fixed = {"predicate": f"{CG}agent", "mode": CG + mode, "object": "x:o", "article": "x:a", "document": "x:d"}
    words = {"polarity": polarity, "articleTitle": "Title", "quote": f"Words of {sentence}."}
    terms = {name: Term("iri", value) for name, value in {**fixed, "sentence": sentence}.items()}
    return terms | {name: Term("literal", value) for name, value in {**words, **more}.items()}


@pytest.mark.parametrize(
    ("mode", "polarity", "expected"),
    [
        ("Asserted", True, ""),
        ("Asserted", False, "denied"),
        ("Alleged", True, "alleged"),
        ("Alleged", False, "denied"),
        ("Proposed", True, "planned"),
        ("Attributed", True, "reported"),
        ("Hypothetical", True, "hypothetical"),
    ],
)
def test_manner(mode: str, polarity: bool, expected: str) -> None:
    assert manner(mode, polarity) == expected


def test_the_same_statement_keeps_all_its_sentences() -> None:
    (said,) = statements([row("x:1"), row("x:2", word="brother", confidence="0.9"), row("x:1")], "object")
    assert [proof.sentence for proof in said.proofs] == ["x:1", "x:2"]
    assert said.asserted
    assert said.word == "brother"
    assert said.proofs[1].confidence == 0.9


def test_manner_and_speaker_keep_statements_apart() -> None:
    rows = [row("x:1"), row("x:1", "Alleged"), row("x:1", polarity="false"), row("x:1", "Attributed", speaker="x:s")]
    said = statements(rows, "object")
    assert [one.asserted for one in said] == [True, False, False, False]
    assert [one.manner for one in said] == ["", "alleged", "denied", "reported"]


def test_a_sentence_without_words_is_still_a_proof() -> None:
    bare = {name: term for name, term in row("x:1").items() if name != "quote"}
    (said,) = statements([bare], "object")
    assert said.proofs[0].quote is None
