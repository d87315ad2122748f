"""Who is protected, and that nobody protected is named by accident."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Aiko, 24, Kobe: “I stayed at home.”", "Aiko"),
        ("“It hurts,” said Lindiwe, a nurse, at noon.", "Lindiwe"),
        ("His daughter Lindiwe will speak.", "Lindiwe"),
        ("Lindiwe Dube, who asked not to be named in full, fled.", "Lindiwe Dube"),
        ("A bus driver, 41: I drove on.", "bus driver"),
        ("They feared it, said a former teacher, who would not give her name.", "former teacher"),
    ],
)
def test_protected(resolved, named, text: str, name: str) -> None:
    assert named(resolved(text), name, "Person").protected


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Lindiwe Dube, a nurse, spoke. Dube left.", "Lindiwe Dube"),
        ("President Otiendov signed it. Otiendov smiled.", "Otiendov"),
        ("Lindiwe Dube spoke. “Lindiwe is kind,” said a friend.", "Lindiwe Dube"),
    ],
)
def test_not_protected(resolved, named, text: str, name: str) -> None:
    assert not named(resolved(text), name, "Person").protected
