from __future__ import annotations

import pytest

from kg.documents.blocks import classify
from kg.documents.settle import introduces, settle


def roles(text: str) -> list[tuple[str, str]]:
    return [(block.role, block.text) for block in settle(classify(text))]


def test_footnotes_go_with_the_lines_they_run_on_to() -> None:
    text = (
        "The mine was shut.\n\n[1] Joe Banda, “A History of the Mine,\n\nVolume Two,” Lusaka 2019.\n\nIt opened again."
    )
    assert roles(text) == [("text", "The mine was shut."), ("text", "It opened again.")]


def test_menus_above_the_text_go() -> None:
    text = "• Home\n• Miners Return to Work\n\nThe miners returned."
    assert roles(text) == [("text", "The miners returned.")]


@pytest.mark.parametrize(
    "text",
    [
        "- Police freed two miners.\n- A court fined a third.\n\nThe union spoke.",
        "• first entry\n• second entry",
        "These were held:\n• Ana Silva\n• Joe Banda",
    ],
)
def test_lists_that_say_something_stay(text: str) -> None:
    assert sum(role == "item" for role, _ in roles(text)) == 2


def test_teasers_of_other_articles_go() -> None:
    teaser = "Asia45 mins ago\n\nA Port Is Built\n\nThe port of the south is now..."
    text = f"The miners returned.\n\n{teaser}\n\nThe union spoke."
    assert roles(text) == [("text", "The miners returned."), ("text", "The union spoke.")]


def test_link_lists_go_but_the_text_after_them_stays() -> None:
    links = "Related stories\nA Port Is Built\nA Bridge Falls"
    text = f"The miners returned.\n\n{links}\nWhat Comes Next\nThe union will meet."
    assert roles(text) == [
        ("text", "The miners returned."),
        ("short", "What Comes Next"),
        ("text", "The union will meet."),
    ]


def test_a_tail_marker_above_the_text_is_only_dropped() -> None:
    assert roles("Trending\nMiners Return to Work\nThe miners returned.") == [
        ("short", "Miners Return to Work"),
        ("text", "The miners returned."),
    ]


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("These people were held:\nAna Silva\nJoe Banda\n\nThe union spoke.", ["Ana Silva", "Joe Banda"]),
        (
            "The plan includes:\na new port;\na bridge; and\na road.\nThe union spoke.",
            ["a new port;", "a bridge; and", "a road."],
        ),
        ("The plan was clear:\n\nWhat Comes Next\n\nThe union spoke.", []),
        ("The plan was clear.\nAna Silva\nJoe Banda\nThe union spoke.", []),
    ],
)
def test_lists_without_bullets(text: str, items: list[str]) -> None:
    assert [entry for role, entry in roles(text) if role == "item"] == items


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1. Introduction\n\nThe year was dry.", "short"),
        ("1. Amend the act\n2. Free the miners\n\nThe year was dry.", "item"),
        ("12. The year was dry. Two wells were dug.", "text"),
        ("(a) the year was dry", "item"),
    ],
)
def test_numbers(text: str, expected: str) -> None:
    assert roles("The union spoke.\n\n" + text)[1][0] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("They are:", True), ("The following happened;", True), ("They left;", False), ("They left.", False)],
)
def test_introduces(text: str, expected: bool) -> None:
    assert introduces(text) is expected
