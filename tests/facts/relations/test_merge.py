"""Equal relations become one; the fuller position wins."""

from __future__ import annotations

import pytest

from kg.facts.model import Evidence, Fact
from kg.facts.relations.merge import merge

FIRST, SECOND = Evidence("d", 1, 0, 4, "One."), Evidence("d", 1, 5, 9, "Two.")


def position(title: str, body: str = "", *, former: bool = False, evidence: Evidence = FIRST, source: str = "") -> Fact:
    return Fact("Person:ana", "position", body, (evidence,), "post", title=title, former=former, source=source)


def test_the_same_relation_told_twice_has_two_proofs_and_is_former_if_either_says_so() -> None:
    again = position("director", "Company:x", former=True, evidence=SECOND)
    (fact,) = merge([position("Director", "Company:x"), again])
    assert fact.evidence == (FIRST, SECOND)
    assert fact.former


def test_the_same_sentence_is_one_proof() -> None:
    (fact,) = merge([position("poet"), position("poet")])
    assert fact.evidence == (FIRST,)


@pytest.mark.parametrize(
    ("facts", "kept"),
    [
        ([position("director"), position("director", "Company:x")], [("director", "Company:x")]),
        ([position("comedian"), position("stand-up comedian")], [("stand-up comedian", "")]),
        ([position("", "Company:x"), position("director", "Company:x")], [("director", "Company:x")]),
        ([position("", "Company:x"), position("director", "Company:y")],
         [("", "Company:x"), ("director", "Company:y")]),
        ([position("poet"), position("director", "Company:x")], [("poet", ""), ("director", "Company:x")]),
        ([position("director", "Company:x"), position("director", "Company:y")],
         [("director", "Company:x"), ("director", "Company:y")]),
    ],
)  # fmt: skip
def test_a_position_told_more_fully_elsewhere_is_left_out(facts: list[Fact], kept: list[tuple[str, str]]) -> None:
    assert [(f.title, f.object) for f in merge(facts)] == kept


def test_what_two_people_say_stays_apart() -> None:
    facts = [position("spy"), position("spy", source="Person:a"), position("spy", source="Person:b")]
    assert len(merge(facts)) == 3
