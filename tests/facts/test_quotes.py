"""Quotations of several sentences."""

from __future__ import annotations

import pytest

from kg.facts.quotes import within_quotation


@pytest.mark.parametrize(
    ("sentences", "inside"),
    [
        (["“They came at dawn.", "They took him away.", "We wept,” said Ann."], [True, True, False]),
        (["Ann said: “They came.", "They took him.”", "Then it rained."], [False, True, False]),
        (['"He was beaten."', "It rained."], [True, False]),
        (["It rained.", "The “law” was passed."], [False, False]),
        (["They cried “get out!“", "He was fined."], [False, False]),
        (["“Never,” said Ann.", "She left."], [False, False]),
    ],
)
def test_sentences_that_stand_in_quotation_marks(sentences: list[str], inside: list[bool]) -> None:
    assert list(within_quotation(sentences)) == inside
