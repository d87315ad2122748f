from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.documents.lines import split_lines, trim


@given(st.text())
def test_lines_are_in_order_and_hold_their_text(text: str) -> None:
    lines = split_lines(text)
    assert all(text[line.start : line.end] == line.text for line in lines)
    assert all(one.end <= other.start for one, other in pairwise(lines))
    assert all(line.text for line in lines)


@pytest.mark.parametrize("mark", ["\n", "\r\n", "\r", "\x0b", "\x0c", "\x85", "\u2028", "\u2029"])
def test_every_line_break_parts_lines(mark: str) -> None:
    assert [line.text for line in split_lines(f"one{mark}two")] == ["one", "two"]


def test_gap_tells_of_a_blank_line_above() -> None:
    assert [line.gap for line in split_lines("a\nb\n \u00a0\nc")] == [True, False, True]


def test_byte_order_mark_and_spaces_are_no_part_of_a_line() -> None:
    assert [(line.start, line.text) for line in split_lines("\ufeff  Title ")] == [(3, "Title")]


def test_lines_wrapped_by_width_are_joined() -> None:
    text = (
        "The court in Gaborone freed three miners who had been held since\n"
        "the strike in May, and ordered the police to return what they had\n"
        "taken from their homes.\n\nA second hearing is due.\n"
    )
    assert [line.text.split()[0] for line in split_lines(text)] == ["The", "A"]


def test_one_paragraph_per_line_is_left_alone() -> None:
    text = "The court freed three miners.\nIt gave no reason.\nA second hearing is due.\n"
    assert len(split_lines(text)) == 3


def test_bullets_are_not_joined_to_what_is_above() -> None:
    text = (
        "The police held these people on the eve of the vote in the\n"
        "capital and in two towns of the north of the country:\n- two nurses\n- a printer from the old town\n"
    )
    assert len(split_lines(text)) == 3


@given(st.text(), st.integers(0, 20), st.integers(0, 20))
def test_trim_stays_inside(text: str, start: int, length: int) -> None:
    start = min(start, len(text))
    end = min(start + length, len(text))
    first, last = trim(text, start, end)
    assert start <= first <= last <= end
    assert text[first:last] == text[first:last].strip()
