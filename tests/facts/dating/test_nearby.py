"""The one date of a sentence, where the grammar gives the verb none."""

from __future__ import annotations

import pytest

from kg.facts.dating.nearby import nearby
from kg.facts.grammar.clauses import clause_of
from tests.facts.test_circumstances import scene

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "word", "date"),
    [
        ("In June the ministry came, found mistakes and fined the mine.", "fined", "2024-06"),
        ("It passed that mark on June 5, the last names having come in one night.", "passed", "2024-06-05"),
        ("Maria, who fled in June, fined the mine.", "fined", None),
        ("A rally planned for June 5 was banned.", "banned", None),
        ("In June Maria fled, and in July the ministry fined the mine.", "fined", None),
        ("The ministry fined the mine until June.", "fined", None),
    ],
)
def test_the_one_date_that_nothing_parts_from_the_verb(text: str, word: str, date: str | None) -> None:
    here = scene(text)
    found = nearby(clause_of(next(t for t in here.span if t.lower_ == word)), here)
    assert (found.date.edtf if found else None) == date
