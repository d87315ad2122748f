"""Inflection: the forms by which patterns find their triggers."""

import pytest

from kg.facts.grammar.inflect import noun_forms, verb_forms


@pytest.mark.parametrize(
    ("verb", "forms"),
    [
        ("fine", {"fine", "fines", "fined", "fining"}),
        ("ban", {"ban", "bans", "banned", "banning"}),
        ("try", {"try", "tries", "tried", "trying"}),
        ("free", {"free", "frees", "freed", "freeing"}),
        ("hold", {"hold", "holds", "held", "holding"}),
        ("re-arrest", {"re-arrest", "re-arrests", "re-arrested", "re-arresting"}),
        ("acquit", {"acquit", "acquits", "acquitted", "acquitting"}),
    ],
)
def test_verb_forms(verb: str, forms: set[str]) -> None:
    assert verb_forms(verb) == forms


@pytest.mark.parametrize(("noun", "forms"), [("rally", {"rally", "rallies"}), ("march", {"march", "marches"})])
def test_noun_forms(noun: str, forms: set[str]) -> None:
    assert noun_forms(noun) == forms
