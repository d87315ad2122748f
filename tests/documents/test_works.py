from __future__ import annotations

import random

import pytest

from kg.documents.model import Document
from kg.documents.segment import segment
from kg.documents.works import assign_works

WORDS = [f"word{n}" for n in range(400)]


def prose(seed: int, sentences: int = 12) -> str:
    chance = random.Random(seed)
    return " ".join(" ".join(chance.choices(WORDS, k=12)).capitalize() + "." for _ in range(sentences))


def document(identity: str, text: str, title: str = "") -> Document:
    return Document(identity, "", f"{identity}.txt", text, segment(text, identity, title=title))


def works(*texts: str) -> list[str]:
    documents = assign_works([document(f"d{n}", text) for n, text in enumerate(texts)])
    return [article.work for d in documents for article in d.articles]


LONG = prose(1)
CUT = LONG[: len(LONG) // 3].rsplit(" ", 1)[0] + "..."


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (LONG, LONG, True),
        (LONG, LONG.upper().replace(". ", ".\n\n"), True),
        (LONG, LONG.replace("word7 ", "word8 "), True),
        (LONG, CUT, True),
        ("A Title for the Miners\n\n" + LONG, "Another Title for Miners\n\n" + LONG, True),
        (LONG, prose(2), False),
        (LONG, prose(2) + " " + LONG[:200], False),
        (LONG, LONG[: len(LONG) // 2], False),
        ("The court sat.", "The court rose.", False),
    ],
)
def test_copies(one: str, other: str, same: bool) -> None:
    first, second = works(one, other)
    assert (first == second) is same


def test_twice_in_one_document_is_one_work() -> None:
    page = f"Viewing results 1 - 2 of 2\n\nMiners Go Home\n\n{LONG}\n\nMiners Go Home\n\n{LONG}"
    assert len(set(works(page))) == 1


def test_works_do_not_depend_on_order_or_on_other_texts() -> None:
    assert works(LONG, prose(3))[0] == works(prose(4), LONG)[1] == works(LONG)[0]


def test_copies_of_copies_are_one_work() -> None:
    middle = LONG.replace("word7 ", "word8 ")
    assert len(set(works(LONG, middle, CUT))) == 1


def test_empty_articles_are_works_of_their_own() -> None:
    assert len(set(works("***", "***"))) == 2


def test_many_articles_need_no_comparison_of_all_pairs() -> None:
    texts = [prose(n, 4) for n in range(600)]
    assert len(set(works(*texts, texts[5]))) == 600
