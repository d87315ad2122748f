from __future__ import annotations

import pytest

from kg.documents.distinct import distinct
from kg.documents.model import Article, Document


def document(path: str, identity: str = "a") -> Document:
    article = Article(f"{identity}#1", 1, "", "", 0, 0, ())
    return Document(identity, "", path, "", (article,))


@pytest.mark.parametrize(
    ("paths", "ids"),
    [
        (["x/a.txt"], ["a"]),
        (["x/a.html", "x/a.txt"], ["a-html", "a"]),
        (["x/a.pdf", "y/a.pdf", "z/a.pdf"], ["a", "a-pdf", "a-pdf-2"]),
    ],
)
def test_colliding_stems_take_their_extension(paths: list[str], ids: list[str]) -> None:
    found = distinct([document(path) for path in paths])
    assert [d.id for d in found] == ids
    assert [d.articles[0].id for d in found] == [f"{i}#1" for i in ids]


def test_case_alone_does_not_part_ids() -> None:
    assert len({d.id.lower() for d in distinct([document("A.txt", "A"), document("a.txt", "a")])}) == 2


def test_order_of_the_list_does_not_matter() -> None:
    paths = ["x/a.txt", "y/a.txt", "x/a.md"]
    there = {d.path: d.id for d in distinct([document(p) for p in paths])}
    back = {d.path: d.id for d in distinct([document(p) for p in reversed(paths)])}
    assert there == back
