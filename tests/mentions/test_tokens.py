"""Tokens as plain values say what spaCy's own say."""

from __future__ import annotations

from typing import Any

import pytest

from kg.mentions.analysis import plain_values
from kg.mentions.tokens import Doc
from kg.mentions.trained import model

pytestmark = pytest.mark.model

TEXT = (
    "On 3 May 2023 Ama Mensah, a teacher who was fined $20 in Accra, “won” her appeal; the court – it said – agreed. "
    "She left. Nobody answered!"
)
PLAIN = (
    "text", "lower_", "lemma_", "tag_", "pos_", "dep_", "ent_type_", "i", "idx", "whitespace_", "is_title", "is_punct",
    "is_currency", "like_num", "is_sent_start", "n_lefts",
)  # fmt: skip
MANY = ("children", "lefts", "rights", "subtree", "ancestors")
ONE = ("head", "left_edge", "right_edge")


@pytest.fixture(scope="module")
def pair() -> tuple[Doc, Any]:
    """The same text as our values and as spaCy's."""
    theirs = model()(TEXT)
    return plain_values(theirs), theirs


@pytest.mark.parametrize("name", PLAIN)
def test_properties_are_those_of_spacy(pair: tuple[Doc, Any], name: str) -> None:
    ours, theirs = ([getattr(token, name) for token in doc] for doc in pair)
    assert ours == theirs


@pytest.mark.parametrize("name", [*MANY, *ONE])
def test_ties_are_those_of_spacy(pair: tuple[Doc, Any], name: str) -> None:
    found = [[getattr(token, name) for token in doc] for doc in pair]
    ours, theirs = ([[t.i for t in (value if name in MANY else [value])] for value in one] for one in found)
    assert ours == theirs


def test_sentences_and_stretches_are_those_of_spacy(pair: tuple[Doc, Any]) -> None:
    ours, theirs = pair
    assert [(s.start, s.end, s.text, s.start_char, s.end_char) for s in ours.sents] == [
        (s.start, s.end, s.text, s.start_char, s.end_char) for s in theirs.sents
    ]
    assert [t.sent.start for t in ours] == [t.sent.start for t in theirs]
    for start in range(len(ours)):
        for end in (start + 1, start + 2, start + 6):
            assert ours[start:end].text == theirs[start:end].text
            assert ours[start:end].root.i == theirs[start:end].root.i
    assert [t.i for t in reversed(ours[2:8][1:-1])] == [6, 5, 4, 3]


def test_there_is_no_neighbour_beyond_the_ends(pair: tuple[Doc, Any]) -> None:
    ours, _ = pair
    assert ours[1].nbor(-1) is ours[0]
    assert ours[0].nbor().text == "3"
    for token, distance in ((ours[0], -1), (ours[-1], 1)):
        with pytest.raises(IndexError):
            token.nbor(distance)


def test_a_stretch_without_tokens_has_no_text(pair: tuple[Doc, Any]) -> None:
    assert [pair[0][5:5].text, pair[0][9:4].text, len(pair[0][9:4])] == ["", "", 0]
