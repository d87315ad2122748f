from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kg.documents.formats.reflow import reflow

PAGE = [
    "Lake Herald Reports",
    "Miners Go Home",
    "The court in Lima freed two miners on Tuesday, and it ordered the inter-",
    "national company that owns the mine to pay what it had owed to them since",
    "March.",
    "The union was glad.",
    "• 3 March: the train was stopped.",
    "• 5 March: the miners were charged.",
    "12",
]


def test_lines_become_paragraphs() -> None:
    assert reflow([PAGE]).split("\n\n") == [
        "Lake Herald Reports",
        "Miners Go Home",
        "The court in Lima freed two miners on Tuesday, and it ordered the international company that owns the mine to "
        "pay what it had owed to them since March.",
        "The union was glad.",
        "• 3 March: the train was stopped.",
        "• 5 March: the miners were charged.\n",
    ]


def test_running_heads_and_page_numbers_go_and_sentences_cross_pages() -> None:
    first = [
        "Lake Herald Reports",
        "The miners had stopped a train in March, after the company had closed the",
        "Page 1 of 2",
    ]
    second = ["Lake Herald Reports", "only road to their village.", "Page 2 of 2"]
    assert reflow([first, second]) == (
        "The miners had stopped a train in March, after the company had closed the only road to their village.\n"
    )


@given(st.lists(st.lists(st.text())))
def test_any_pages(pages: list[list[str]]) -> None:
    assert reflow(pages).endswith("\n")
