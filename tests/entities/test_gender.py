"""What tells whether a named person is a man or a woman."""

from __future__ import annotations

import pytest

from kg.entities.gender import by_neighbours, compatible, gender_of
from kg.entities.model import Entity


@pytest.mark.parametrize(
    ("name", "gender"),
    [("Maria Silva", "f"), ("Peter Otieno", "m"), ("Zirwa Bekova", "f"), ("Zirwa Bekov", "m"), ("Zirwa Otienda", "")],
)
def test_by_name(name: str, gender: str) -> None:
    assert gender_of(Entity("k", "Person", name, {name: []})) == gender


@pytest.mark.parametrize(
    ("text", "gender"),
    [
        ("his wife , Zirwa Otienda , left", "f"),
        ("his wife , the teacher Zirwa Otienda , left", "f"),
        ("with his wife , and Zirwa Otienda left", ""),
        ("her brother Zirwa Otienda left", "m"),
        ("Mr Zirwa Otienda left", "m"),
        ("Zirwa Otienda , her husband , left", "m"),
        ("they met Zirwa Otienda here", ""),
    ],
)
def test_by_neighbours(seen_of, text: str, gender: str) -> None:
    sentence, _ = seen_of(text, "Zirwa", "Person")
    start = next(t.i for t in sentence.span if t.text == "Zirwa")
    assert by_neighbours(sentence.span, start, start + 2, []) == gender


def test_an_unknown_gender_fits_both() -> None:
    assert compatible("a", "m", {})
    assert not compatible("a", "m", {"a": "f"})
