"""Where the model looks for who did what to whom."""

from __future__ import annotations

from kg.facts.learned.model import model
from kg.facts.learned.roles import as_pattern, families


def test_each_kind_has_roles_where_its_patterns_have_theirs() -> None:
    assert set(model().kinds) - {""} <= {*as_pattern()} == {*families()}
    refusal = as_pattern()["Refusal"]
    assert (refusal.rule, refusal.roles["agent"].edges[0], refusal.roles["patient"].edges[0]) == (
        "learned/Refusal", "subject", "object",
    )  # fmt: skip
    assert "GovernmentBody" in refusal.roles["agent"].classes
    assert families()["Refusal"] == "decision"
