"""Mentions where they stand: norms of the state of their sentence, places inside other names."""

from __future__ import annotations

import pytest

from kg.entities.context import Context
from kg.entities.seen import seen_in
from kg.mentions.find import find_mentions

pytestmark = pytest.mark.model


def seen(corpus, text: str, state: str = "GH"):
    sentences = corpus({"doc": text})["doc"]
    return seen_in("doc", sentences, find_mentions({"doc": sentences})["doc"], Context({}, state))


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("As for Togo, the Criminal Code is harsh.", "TG"),
        ("The Criminal Code is harsh.", "GH"),
        ("Togo and Benin read the Criminal Code.", "GH"),
    ],
)
def test_a_norm_is_of_the_one_state_its_sentence_names_before(corpus, text: str, country: str) -> None:
    assert [s.handle.country for s in seen(corpus, text) if s.handle.cls == "Law"] == [country]


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("A Kumasi court freed her.", ["Kumasi"]),
        ("The High Court in Kumasi freed her.", ["Kumasi"]),
        ("The UN Committee against Torture wrote.", ["UN"]),
        ("Ghana’s parliament met.", ["Ghana"]),
        ("The Ministry of Water met.", []),
    ],
)
def test_names_within_names(corpus, text: str, inside: list[str]) -> None:
    found = [s for s in seen(corpus, text) if s.inside]
    assert [s.mention.text for s in found] == inside
    assert all(s.sentence.document.text[s.mention.start : s.mention.end] == s.mention.text for s in found)
