"""Which noun phrases are whole definite descriptions."""

from __future__ import annotations

import pytest

from kg.entities.descriptions import definite, fits

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("On Monday the group sued.", True),
        ("They praised this group.", True),
        ("The group of five sued.", False),
        ("A group sued.", False),
        ("The group leader sued.", False),
        ("They met the group Vetra.", False),
    ],
)
def test_definite(corpus, text: str, whole: bool) -> None:
    span = corpus({"doc": text})["doc"][0].span
    assert definite(next(t for t in span if t.text == "group")) is whole


@pytest.mark.parametrize(
    ("word", "name", "may"),
    [
        ("ministry", "Ministry of Water", True),
        ("ministry", "Water Department", False),
        ("union", "Mend the Nets", True),
        ("group", "Vetra", True),
    ],
)
def test_what_a_thing_may_be_called(word: str, name: str, may: bool) -> None:
    assert fits(word, name) is may
