"""The shared pieces of regular expressions."""

from __future__ import annotations

import re

import pytest

from kg.mentions.shapes import CAP, OWNER, TITLE


@pytest.mark.parametrize(
    ("piece", "text", "whole"),
    [
        (CAP, "O’Neill", True),
        (CAP, "Şahin", True),
        (CAP, "Jean-Pierre", True),
        (CAP, "Kenya’s", False),
        (CAP, "osh", False),
        (OWNER, "U.S.", True),
        (OWNER, "Santa Cruz", True),
        (OWNER, "Gyumri.", False),
        (TITLE, "Rights of the Child and of Children’s Courts", True),
        (TITLE, "Seed Banks were", False),
    ],
)
def test_what_a_piece_covers(piece: str, text: str, whole: bool) -> None:
    assert (re.fullmatch(piece, text) is not None) is whole
