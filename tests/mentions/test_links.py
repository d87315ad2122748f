"""Small steps of a run: hyphens, particles, abbreviations."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc
from spacy.vocab import Vocab

from kg.mentions.analysis import plain_values
from kg.mentions.links import is_cap, step


def span_of(*words: tuple[str, bool]):
    doc = Doc(
        Vocab(), [w for w, _ in words], [s for _, s in words], pos=["PROPN"] * len(words), tags=["NNP"] * len(words)
    )
    return plain_values(doc)[:]


@pytest.mark.parametrize(
    ("words", "taken"),
    [
        ([("Jean", False), ("-", False), ("Pierre", False)], 2),
        ([("Nairobi", False), ("-", False), ("based", False)], 0),
        ([("Gaviota", True), ("del", True), ("Sur", False)], 2),
        ([("Ansar", True), ("al", False), ("-", False), ("Bahr", False)], 3),
        ([("Ama", True), ("Mensah", False)], 1),
        ([("Ama", True), ("left", False)], 0),
        ([("Court", True), ("May", False)], 0),
    ],
)
def test_how_far_a_run_goes_on(words: list[tuple[str, bool]], taken: int) -> None:
    assert step(span_of(*words), 0, 1, [False] * len(words)) == taken


@pytest.mark.parametrize(
    ("word", "cap"), [("Osh", True), ("St.", True), ("UN", True), ("osh", False), ("“", False), ("12", False)]
)
def test_what_counts_as_a_capital(word: str, cap: bool) -> None:
    assert is_cap(span_of((word, False))[0]) is cap
