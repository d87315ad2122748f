"""Choosing between mentions that share words."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from kg.mentions.model import Mention
from kg.mentions.overlap import choose

WEIGHT = {"sure": 9.0, "weak": 2.0, "weaker": 1.0}


def m(start: int, end: int, rule: str) -> Mention:
    return Mention(start, end, "x" * (end - start), "Person", "x", rule)


def test_a_longer_name_holds_the_shorter_one() -> None:
    assert choose([m(0, 5, "sure"), m(0, 20, "sure")], WEIGHT) == [m(0, 20, "sure")]


def test_a_sure_rule_goes_before_a_longer_weak_one() -> None:
    assert choose([m(0, 20, "weak"), m(5, 9, "sure")], WEIGHT) == [m(5, 9, "sure")]


def test_the_heavier_rule_wins_among_equals() -> None:
    assert choose([m(0, 5, "weaker"), m(0, 5, "weak")], WEIGHT) == [m(0, 5, "weak")]


@given(st.lists(st.builds(m, st.integers(0, 30), st.integers(31, 60), st.sampled_from(sorted(WEIGHT)))))
def test_nothing_overlaps_and_order_of_input_does_not_matter(mentions: list[Mention]) -> None:
    kept = choose(mentions, WEIGHT)
    assert all(a.end <= b.start for a, b in pairwise(kept))
    assert [(k.start, k.end, k.rule) for k in choose(reversed(mentions), WEIGHT)] == [
        (k.start, k.end, k.rule) for k in kept
    ]
