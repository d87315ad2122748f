from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.documents.blocks import classify, is_outline, is_short


@pytest.mark.parametrize(
    ("line", "role", "text"),
    [
        ("# Miners Return", "heading", "Miners Return"),
        ("**Why they left**", "heading", "Why they left**"),
        ("• 3 May: two pickets.", "item", "3 May: two pickets."),
        ("  • • 3 May: two pickets.", "item", "3 May: two pickets."),
        ("- two pickets", "item", "two pickets"),
        ("* two pickets", "item", "two pickets"),
        ("1) two pickets", "item", "two pickets"),
        ("(a) two pickets", "item", "two pickets"),
        ("2. two pickets", "item", "two pickets"),
        ("> “We are tired,” she said.", "text", "“We are tired,” she said."),
        ("[3] Interview, Lima, 2022.", "footnote", "[3] Interview, Lima, 2022."),
        ("3 May 2022", "date", "3 May 2022"),
        ("Miners Return to Work", "short", "Miners Return to Work"),
        ("The miners returned.", "text", "The miners returned."),
        ("-5 degrees were measured in the north.", "text", "-5 degrees were measured in the north."),
        ("#1 priority is water.", "text", "#1 priority is water."),
        ("2022 was a dry year.", "text", "2022 was a dry year."),
        ("A. Silva was freed.", "text", "A. Silva was freed."),
    ],
)
def test_roles(line: str, role: str, text: str) -> None:
    (block,) = classify(line)
    assert (block.role, block.text) == (role, text)
    assert line[block.start : block.end] == text


def test_code_fences_and_front_are_left_out() -> None:
    assert [b.text for b in classify("key: value\n```\nprint(1)\n```\nThe text.", 11)] == ["The text."]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Freedom of Expression", True),
        ("IV Results:", True),
        ("Will the Court Decide?", True),
        ("What would you say to the mayor?", True),
        ("Court Frees Three Miners.", True),
        ("The court freed three miners.", False),
        ("These people have been held in the capital since March:", False),
        ("the first, the second,", False),
        ("It broke off in the middle...", False),
        ("Who knows? The owners do not say why they left it all so late?", False),
        ("word " * 30, False),
    ],
)
def test_is_short(line: str, expected: bool) -> None:
    assert is_short(line.strip()) is expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("2.1 Legal framework", True),
        ("V Implications:", True),
        ("Part II. The Law", True),
        ("I was there when the court sat.", False),
        ("Results of the vote", False),
    ],
)
def test_is_outline(line: str, expected: bool) -> None:
    assert is_outline(line) is expected


@given(st.text())
def test_blocks_hold_their_text(text: str) -> None:
    assert all(text[b.start : b.end] == b.text for b in classify(text))
