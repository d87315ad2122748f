"""Mentions from tokens and characters; the state before a name."""

from __future__ import annotations

import pytest

from kg.mentions.spans import is_modifier, mention, part, possessed


def test_a_mention_keeps_the_documents_own_letters(blank) -> None:
    sentence = blank("met Ama\u00a0Mensah today")
    found = part(sentence, 4, "Ama Mensah", "Person", "given-name")
    assert (found.text, found.name) == ("Ama\u00a0Mensah", "Ama Mensah")
    assert sentence.document.text[found.start : found.end] == found.text


def test_a_mention_over_tokens(blank) -> None:
    assert mention(blank("met Ama Mensah today"), 1, 3, "Person", "given-name").text == "Ama Mensah"


@pytest.mark.parametrize(
    ("text", "start", "owner"),
    [
        ("Ghana ’s Union", 2, "Ghana"),
        ("Ghanaian Union", 1, "Ghana"),
        ("South Africa ’s Union", 3, "South Africa"),
        ("green Union", 1, None),
    ],
)
def test_the_state_that_stands_before(tagged, text: str, start: int, owner: str | None) -> None:
    words = [(w, "POS" if w == "’s" else "NNP", "dep", k) for k, w in enumerate(text.split())]
    assert possessed(tagged(words).span, start).get("owner") == owner


def test_a_modifier_stands_before_its_common_noun(tagged) -> None:
    sentence = tagged([("police", "NN", "compound", 1), ("station", "NN", "ROOT", 1)])
    assert is_modifier(sentence.span[0])
    assert not is_modifier(sentence.span[1])
    assert not is_modifier(None)
