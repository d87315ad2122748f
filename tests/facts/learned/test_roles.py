"""Where the model looks for who did what to whom."""

from __future__ import annotations

from kg.facts.learned.model import model
from kg.facts.learned.roles import as_pattern, file_of_kind


def test_each_kind_has_roles_where_its_patterns_have_theirs() -> None:
    assert set(model().kinds) - {""} <= {*as_pattern()} == {*file_of_kind()}
    refusal = as_pattern()["Refusal"]
    assert (refusal.rule, refusal.roles["agent"].edges[0], refusal.roles["patient"].edges[0]) == (
        "learned/Refusal", "subject", "object",
    )  # fmt: skip
    assert "GovernmentBody" in refusal.roles["agent"].classes
    assert file_of_kind()["Refusal"] == "decision"


def test_what_only_a_phrase_or_its_verb_gives_is_left_to_the_patterns() -> None:
    kinds = as_pattern()
    assert "Person" in kinds["Appeal"].roles["agent"].classes
    assert "Court" not in kinds["Appeal"].roles["agent"].classes
    assert kinds["Statement"].roles["patient"].classes == frozenset()
    assert "inside" not in kinds["Statement"].roles["patient"].edges
    assert (kinds["Charge"].fields, kinds["OtherEvent"].fields) == ({"charge"}, frozenset())
