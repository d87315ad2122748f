"""What looks like a person's name, on hand-tagged words."""

from __future__ import annotations

import pytest

from kg.mentions.people import name_words, person_weight
from kg.mentions.runs import Run


def span_of(tagged, text: str):
    words = text.split()
    tags = ["PUNCT" if w in {",", "."} else "NNP" if w[:1].isupper() else "NN" for w in words]
    return tagged([(w, t, "dep", k) for k, (w, t) in enumerate(zip(words, tags, strict=True))]).span


@pytest.mark.parametrize(
    ("text", "start", "end", "titled", "rule"),
    [
        ("Grace Otieno , 34 , left", 0, 2, False, "given-name"),
        ("Zirwa Otienda , 34 , left", 0, 2, False, "person-context"),
        ("Zirwa Otienda left", 0, 2, True, "title-name"),
        ("his wife Zirwa Otienda left", 2, 4, False, "kin-name"),
        ("Zirwa Otienda , daughter of", 0, 2, False, "kin-name"),
        ("Zirwa Otienda left", 0, 2, False, "bare-pair"),
        ("his daughter Zirwa left", 2, 3, False, "mononym"),
        ("Zirwa , a herder , left", 0, 1, False, "mononym"),
        ("the landowner Zirwa Otienda left", 2, 4, False, "person-context"),
        ("a breeder , Zirwa Otienda , left", 3, 5, False, "person-context"),
        ("the river Zirwa Otienda left", 2, 4, False, "bare-pair"),
        ("Grace Islam left", 0, 2, False, "given-name"),
        ("Radical Islam left", 0, 2, False, ""),
        ("Governance left", 0, 1, False, ""),
        ("Zirwa Ministry left", 0, 2, False, ""),
        ("UNHO left", 0, 1, False, ""),
        ("Zirwa left", 0, 1, False, ""),
    ],
)
def test_the_rule_that_makes_a_person(tagged, text: str, start: int, end: int, titled: bool, rule: str) -> None:
    assert person_weight(span_of(tagged, text), start, end, titled=titled)[1] == rule


@pytest.mark.parametrize(
    ("text", "bounds"), [("Judge Zirwa Otienda", (1, 3)), ("Mrs. Otienda", (1, 2)), ("Judge", (0, 1))]
)
def test_courtesy_titles_are_left_out(tagged, text: str, bounds: tuple[int, int]) -> None:
    assert name_words(span_of(tagged, text), Run(0, len(text.split()))) == bounds
