"""Names behind "to" and "let" that the parser loses to a verb or a longer name."""

from __future__ import annotations

import pytest

from kg.mentions.analysis import parse_text


def test_a_title_behind_to_is_no_infinitive() -> None:
    doc = parse_text("Canada granted asylum to editor Yusuf Kargbo on 6 June.")
    name = next(t for t in doc if t.text == "Kargbo")
    assert (name.dep_, name.head.text, name.head.head.text) == ("pobj", "to", "granted")


def test_what_a_group_is_let_do_is_a_verb() -> None:
    doc = parse_text("The police of Split did not let the group Zora march on 4 May.")
    deed = next(t for t in doc if t.text == "march")
    assert (deed.tag_, [c.text for c in deed.lefts]) == ("VB", ["Zora"])


@pytest.mark.parametrize("text", ["They refused to register teacher Ann Lee.", "He came to coach Ann Lee."])
def test_a_true_infinitive_stays(text: str) -> None:
    assert any(t.tag_ == "VB" for t in parse_text(text))
