from __future__ import annotations

import pytest

from kg.documents.articles import Part, divide
from kg.documents.blocks import classify
from kg.documents.settle import settle

ONE = "A court in Lima freed two miners on Monday."
TWO = "The union had asked for it in a letter."
BROKEN = "A court in Lima freed two miners on Monday, and..."


def parts(text: str, title: str = "", published: str = "") -> list[Part]:
    return divide(settle(classify(text)), title, published)


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        (f"Court Frees Two Miners\n\n{ONE}\n\n{TWO}", ["Court Frees Two Miners"]),
        (
            f"Court Frees Two Miners\nBy Ana Silva\n3 May 2022\n\n{ONE}\n\nWhy They Were Held\n\n{TWO}",
            ["Court Frees Two Miners"],
        ),
        (f"Africa\n\nCourt Frees Two Miners\n\n{ONE}", ["Court Frees Two Miners"]),
        (f"Lake Herald\n3 May 2022\nCourt Frees Two Miners\n\n{ONE}", ["Court Frees Two Miners"]),
        (f"Court Frees Two Miners.\n\n{ONE}", ["Court Frees Two Miners."]),
        (f"Will the Court Free Them?\n\n{ONE}", ["Will the Court Free Them?"]),
        (f"# Court frees two\n\n{ONE}\n\n## Why\n\n{TWO}", ["Court frees two"]),
        (f"{ONE}\n\nWhy They Were Held\n\n{TWO}", [""]),
        (f"Background\n\n{ONE}", [""]),
        (
            f"Miners Go Home Again\n\n{ONE}\n\nWhy They Were Held Long\n\n{TWO}\n\nWhat Will Come Next\n\n{ONE}",
            ["Miners Go Home Again"],
        ),
    ],
)
def test_one_article(text: str, titles: list[str]) -> None:
    assert [part.title for part in parts(text)] == titles


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        (
            f"Viewing results 1 - 2 of 7\n\nMiners Go Home\n\n{ONE}\n\nPort Is Built\n\n{TWO}",
            ["Miners Go Home", "Port Is Built"],
        ),
        (f"Miners Go Home\n\n{BROKEN}\n\nPort Is Built\n\n{BROKEN}", ["Miners Go Home", "Port Is Built"]),
        (f"Miners Go Home\n3 May 2022\n{ONE}\n\nPort Is Built\n1 May 2022\n{TWO}", ["Miners Go Home", "Port Is Built"]),
        (f"3 May 2022\nMiners Go Home\n{ONE}\n\n1 May 2022\nPort Is Built\n{TWO}", ["Miners Go Home", "Port Is Built"]),
        (
            f"Heron News | In short\n\n3 May 2022\nMiners Go Home\n{ONE}\n\n1 May 2022\nPort Is Built\n{TWO}",
            ["Miners Go Home", "Port Is Built"],
        ),
        (
            f"Asia\n\nMiners Go Home\n\nPublished\n\non\n\n{ONE}\n\nAsia\n\nPort Is Built\n\nPublished\n\non\n\n{TWO}",
            ["Miners Go Home", "Port Is Built"],
        ),
        (
            f"Miners Go Home\n\n{ONE}\n\n3 May 2022, 4:53 PM\n\nPort Is Built\n\n{TWO}\n\n1 May 2022, 9:10 AM",
            ["Miners Go Home", "Port Is Built"],
        ),
        (
            f"Miners Go Home\n\n{ONE}\n\nRead more\n\nPort Is Built\n\n{TWO}\n\nRead more",
            ["Miners Go Home", "Port Is Built"],
        ),
        (
            f"Miners Go Home\nBy Ana Silva\n{ONE}\n\nPort Is Built\nBy Joe Banda\n{TWO}",
            ["Miners Go Home", "Port Is Built"],
        ),
    ],
)
def test_several_articles(text: str, titles: list[str]) -> None:
    assert [part.title for part in parts(text)] == titles


def test_text_above_the_first_of_several_is_an_article_of_its_own() -> None:
    text = f"{TWO}\n\nMiners Go Home\n3 May 2022\n{ONE}\n\nPort Is Built\n1 May 2022\n{TWO}"
    assert [part.title for part in parts(text, "This Week")] == ["This Week", "Miners Go Home", "Port Is Built"]


@pytest.mark.parametrize(
    ("text", "published"),
    [
        (f"Court Frees Two Miners\n3 May 2022\n{ONE}", "2022-05-03"),
        (f"1 January 2020\nCourt Frees Two Miners\nPublished 3 May 2022\n{ONE}", "2022-05-03"),
        (f"Court Frees Two Miners\n\nLIMA, May 3, 2022 - {ONE}", "2022-05-03"),
        (f"Court Frees Two Miners\n\n{ONE}\n\nPublished 3 May 2022", "2022-05-03"),
        (f"Court Frees Two Miners\n\n{ONE}\n\n3 May 2022", "2022-05-03"),
        (f"World Report 2025\n\n{ONE}", ""),
        (f"Court Frees Two Miners\n\n{ONE}\n\n3 May 2022\n\n{TWO}", ""),
    ],
)
def test_date_of_one_article(text: str, published: str) -> None:
    (part,) = parts(text)
    assert (part.published, part.by_page) == (published, False)


def test_what_is_known_of_the_file_wins() -> None:
    (part,) = parts(
        f"Lake Herald\n\nCourt Frees Two Miners\n3 May 2022\n\n{ONE}", "Court frees two miners", "2022-05-02"
    )
    assert (part.title, part.published) == ("Court frees two miners", "2022-05-02")
    assert [b.text for b in part.blocks if b.role == "short"] == []


def test_the_page_date_is_an_upper_bound_for_articles_without_their_own() -> None:
    text = (
        f"3 May 2022\n\nViewing results 1 - 2 of 2\n\nMiners Go Home\n\n1 May 2022\n\n{ONE}\n\nPort Is Built\n\n{TWO}"
    )
    first, second = parts(text.replace("1 May 2022\n\n", ""))
    assert [(p.published, p.by_page) for p in (first, second)] == [("2022-05-03", True)] * 2


def test_own_dates_of_listed_articles_are_theirs() -> None:
    text = f"Miners Go Home\n1 May 2022\n{ONE}\n\nPort Is Built\n2 May 2022\n{TWO}"
    assert [(p.published, p.by_page) for p in parts(text, published="2022-06")] == [
        ("2022-05-01", False),
        ("2022-05-02", False),
    ]


def test_dates_above_titles_are_those_of_what_follows_below_the_name_of_a_page() -> None:
    text = f"Heron News | In short\n\n3 May 2022\nMiners Go Home\n{ONE}\n\n1 May 2022\nPort Is Built\n{TWO}"
    assert [p.published for p in parts(text)] == ["2022-05-03", "2022-05-01"]


def test_days_of_a_story_told_in_their_order_are_no_articles() -> None:
    text = f"How The Miners Went Home\n\n1 May 2022\nMiners Go\n{ONE}\n\n3 May 2022\nPort Is Built\n{TWO}"
    assert [p.title for p in parts(text)] == ["How The Miners Went Home"]


def test_comments_and_references_end_an_article() -> None:
    (part,) = parts(f"Court Frees Two Miners\n\n{ONE}\n\n2 comments\n\nGood news for all of us.")
    assert [b.text for b in part.blocks if b.role == "text"] == [ONE]
