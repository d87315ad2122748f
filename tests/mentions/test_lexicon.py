"""The word lists load, hold words only, and no class claims what another needs."""

from __future__ import annotations

from dataclasses import fields

import pytest

from kg.mentions.lexicon import Lexicon, lexicon


@pytest.mark.parametrize("field", [f.name for f in fields(Lexicon)])
def test_every_list_holds_words(field: str) -> None:
    words = getattr(lexicon(), field)
    assert words
    assert all(isinstance(word, str) and word == word.strip() for word in words)


def test_no_common_ending_ends_a_head_word_of_people() -> None:
    assert not any(noun in lexicon().heads for noun in lexicon().people_nouns)


def test_a_word_under_two_classes_keeps_the_first() -> None:
    assert lexicon().heads["Army"] == "GovernmentBody"
