from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.documents.model import Article
from kg.documents.read import read
from kg.documents.segment import segment
from kg.documents.works import assign_works

PIECES = [
    "Court Frees Two Miners", "A court in Lima freed two miners.", "3 May 2022", "Published", "on", "• an item",
    "(a) point", "a\tb\tc", "These are:", "Related stories", "Viewing results 1 - 2 of 3", "broken off...", "[1] note",
    "They left. Nights in the Mine The lamps broke.", "[caption x] y [/caption] z", "Asia 3 hours ago", "", "  ",
    "\ufeff", "1. One", "##", "```", "“”",
]  # fmt: skip


def check(text: str, articles: tuple[Article, ...]) -> None:
    """What later rooms rely on: order, no overlap, inside the text, no empty paragraph, no white space at the ends."""
    assert articles
    position = 0
    for number, article in enumerate(articles, 1):
        assert article.number == number
        assert 0 <= article.start <= article.end <= len(text)
        for paragraph in article.paragraphs:
            assert position <= paragraph.start < paragraph.end <= article.end
            quote = text[paragraph.start : paragraph.end]
            assert quote == quote.strip()
            assert paragraph.lead is None or 0 <= paragraph.lead[0] < paragraph.lead[1] <= paragraph.start
            position = paragraph.end


@given(st.text())
def test_any_text_is_cut_in_order_and_without_overlap(text: str) -> None:
    check(text, segment(text, "d"))


@given(st.lists(st.sampled_from(PIECES)), st.sampled_from(["\n", "\n\n", "\r\n"]))
def test_any_page_is_cut_in_order_and_without_overlap(pieces: list[str], glue: str) -> None:
    text = glue.join(pieces)
    articles = segment(text, "d")
    check(text, articles)
    assert articles == segment(text, "d")


def test_a_plain_article() -> None:
    head = "Court Frees Two Miners\n\nBy Ana Silva\n3 May 2022\n\n"
    text = f"{head}A court in Lima freed two miners.\n\nThe union was glad.\n"
    (article,) = segment(text, "d")
    assert (article.id, article.title, article.section, article.published) == (
        "d#1",
        "Court Frees Two Miners",
        "",
        "2022-05-03",
    )
    assert [text[p.start : p.end] for p in article.paragraphs] == [
        "A court in Lima freed two miners.",
        "The union was glad.",
    ]
    assert (text[article.start : article.end].startswith("Court"), article.truncated) == (True, False)


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("Police free three in Lagos", ["Police free three in Lagos"]),
        ("Miners Go Home\nPort Is Built", ["Port Is Built"]),
        ("* * *", []),
        ("", []),
    ],
)
def test_texts_without_sentences(text: str, quotes: list[str]) -> None:
    (article,) = segment(text, "d")
    assert [text[p.start : p.end] for p in article.paragraphs] == quotes


def test_broken_off_articles_say_so() -> None:
    text = "Miners Go Home\n\nThe miners went home and...\n\nPort Is Built\n\nThe port has been built."
    assert [a.truncated for a in segment("Viewing results 1 - 2 of 2\n\n" + text, "d")] == [True, False]


SECTIONS = {"000": 6, "001": 6, "002": 1, "003": 1, "004": 4}


@pytest.mark.parametrize("number", SECTIONS)
def test_seeds_have_their_articles(seeds: Path, number: str) -> None:
    (path,) = seeds.glob(f"{number}_*.txt")
    (document,) = read(path)
    assert document.text == path.read_bytes().decode("utf8")
    assert len(document.articles) == SECTIONS[number]
    check(document.text, document.articles)
    gold = seeds.parent / "gold" / f"{document.id}.jsonl"
    known = {json.loads(line)["section"] for line in gold.read_text(encoding="utf8").splitlines()}
    assert {article.section for article in document.articles} == known


def test_seeds_share_one_work(seeds: Path) -> None:
    documents = assign_works([d for path in sorted(seeds.glob("*.txt")) for d in read(path)])
    works = [article.work for document in documents for article in document.articles]
    assert len(works) == 18
    assert len(set(works)) == 17


def test_furniture_of_the_seeds_is_in_no_paragraph(seeds: Path) -> None:
    unwanted = (
        "/USD",
        "Viewing results",
        "[caption",
        "Image:",
        "Continue Reading",
        "Connect with us",
        "mins ago",
        "hours ago",
        "[6] ",
    )
    for path in sorted(seeds.glob("*.txt")):
        (document,) = read(path)
        for paragraph in (p for article in document.articles for p in article.paragraphs):
            quote = document.text[paragraph.start : paragraph.end]
            assert not any(sign in quote for sign in unwanted)


def test_lists_and_tables_of_the_seeds(seeds: Path) -> None:
    kinds = {}
    for path in sorted(seeds.glob("*.txt")):
        (document,) = read(path)
        found = [p.kind for article in document.articles for p in article.paragraphs]
        kinds[path.name[:3]] = (found.count("item"), found.count("row"))
    assert kinds == {"000": (0, 0), "001": (0, 0), "002": (0, 0), "003": (13, 0), "004": (9, 10)}
