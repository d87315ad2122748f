"""Disjoint sets that know what must stay apart."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kg.entities.unite import Groups

PAIRS = st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=20)


def test_a_group_is_known_by_its_earliest_item() -> None:
    groups = Groups("cab")
    assert groups.unite("b", "a")
    assert (groups.top("b"), groups.members("b"), groups.all()) == ("a", ["a", "b"], {"c": ["c"], "a": ["a", "b"]})


def test_what_is_apart_stays_apart_through_others() -> None:
    groups = Groups("abc")
    groups.keep_apart("a", "c")
    assert groups.unite("a", "b")
    assert not groups.unite("b", "c")
    assert groups.top("c") == "c"


@given(PAIRS, PAIRS)
def test_no_group_ever_holds_two_that_are_apart(apart: list[tuple[int, int]], same: list[tuple[int, int]]) -> None:
    groups = Groups(range(10))
    apart = [(a, b) for a, b in apart if a != b]
    for a, b in apart:
        groups.keep_apart(a, b)
    for a, b in same:
        groups.unite(a, b)
    assert all(groups.top(a) != groups.top(b) for a, b in apart)
    assert sorted(i for members in groups.all().values() for i in members) == list(range(10))
