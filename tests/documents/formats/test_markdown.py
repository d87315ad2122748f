from __future__ import annotations

from pathlib import Path

import pytest

from kg.documents.formats.markdown import read_markdown
from kg.documents.segment import segment

BODY = (
    "# Miners Go Home\n\nThe **miners** went home.\n\n## Why\n\n- It was cold.\n- It was dark.\n\n"
    "| Year | Held |\n|------|------|\n| 2021 | 4 |\n"
)


def test_offsets_stay_in_the_file() -> None:
    (draft,) = read_markdown(BODY.encode(), Path("a.md"))
    assert draft.text == BODY
    (article,) = segment(draft.text, "a")
    assert article.title == "Miners Go Home"
    assert [(p.kind, p.heading, BODY[p.start : p.end]) for p in article.paragraphs] == [
        ("text", "", "The **miners** went home."),
        ("item", "Why", "It was cold."),
        ("item", "Why", "It was dark."),
        ("row", "Why", "| Year | Held |"),
        ("row", "Why", "| 2021 | 4 |"),
    ]


@pytest.mark.parametrize(
    ("date", "published"), [("2022-05-03", "2022-05-03"), ("May 3, 2022", "2022-05-03"), ("soon", "")]
)
def test_front_matter(date: str, published: str) -> None:
    text = f'---\ntitle: "Miners Go Home"\ndate: {date}\ntags: [a, b]\n---\n\nThe miners went home.\n'
    (draft,) = read_markdown(text.encode(), Path("a.md"))
    assert (draft.title, draft.published, draft.text[draft.begin :].strip()) == (
        "Miners Go Home",
        published,
        "The miners went home.",
    )


def test_a_rule_is_no_front_matter() -> None:
    assert read_markdown(b"---\n\nThe miners went home.\n\n---\n", Path("a.md"))[0].begin == 0
