"""Blanks made plain, letter for letter."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kg.mentions.model import plain_blanks


def test_odd_blanks_become_plain() -> None:
    assert plain_blanks("a\u00a0b\u2009c\u202fd\te") == "a b c d\te"


@given(st.text())
def test_the_length_never_changes(text: str) -> None:
    assert len(plain_blanks(text)) == len(text)
