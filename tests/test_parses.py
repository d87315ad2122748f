"""Parses are kept by content, read back only if whole, and forgotten with their documents."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from kg.documents.model import Article, Document, Paragraph
from kg.mentions.analysis import sentences
from kg.parses import LONGEST, forget, parsed, unfit


def document(identity: str, text: str) -> Document:
    article = Article(f"{identity}#1", 1, "", "", 0, len(text), (Paragraph(0, len(text)),))
    return Document(identity, "", f"{identity}.txt", text, (article,))


ONE = document("one", "The court sat in Lima. It fined nobody.")
TWO = document("two", "The council met in Cusco.")


class Ticks:
    """Counts the documents done."""

    def __init__(self) -> None:
        self.count = 0

    def __call__(self) -> None:
        self.count += 1


def parse_all(documents: list[Document], folder: Path) -> list[bytes]:
    ticks = Ticks()
    found = parsed(documents, folder, workers=1, tick=ticks)
    assert ticks.count == len(documents)
    return found


@pytest.mark.model
def test_a_parse_is_kept_by_content(tmp_path: Path) -> None:
    first = parse_all([ONE, TWO], tmp_path)
    assert [s.text for s in sentences(ONE, first[0])] == ["The court sat in Lima.", "It fined nobody."]
    times = {path: path.stat().st_mtime_ns for path in tmp_path.iterdir()}
    assert len(times) == 2
    assert parse_all([TWO, ONE, replace(ONE, id="copy", title="Another")], tmp_path) == [first[1], first[0], first[0]]
    assert {path: path.stat().st_mtime_ns for path in tmp_path.iterdir()} == times


@pytest.mark.model
@pytest.mark.parametrize("cut", [0, 7, 40, -1])
def test_a_broken_file_is_parsed_again(tmp_path: Path, cut: int) -> None:
    (good,) = parse_all([ONE], tmp_path)
    (path,) = tmp_path.iterdir()
    whole = path.read_bytes()
    path.write_bytes(whole[:cut] if cut >= 0 else whole[:-1] + bytes([whole[-1] ^ 1]))
    assert parse_all([ONE], tmp_path) == [good]
    assert path.read_bytes() == whole


@pytest.mark.model
def test_forgetting_and_nothing_to_parse(tmp_path: Path) -> None:
    parse_all([ONE], tmp_path)
    (path,) = tmp_path.iterdir()
    forget(tmp_path, [TWO])
    assert not path.exists()
    assert parse_all([], tmp_path) == []


@pytest.mark.model
def test_what_is_gone_is_forgotten(tmp_path: Path) -> None:
    parse_all([ONE, TWO], tmp_path)
    (tmp_path / ".litter.new").write_bytes(b"")
    forget(tmp_path, [TWO])
    (left,) = tmp_path.iterdir()
    parse_all([TWO], tmp_path)
    assert [left] == list(tmp_path.iterdir())
    forget(tmp_path / "nowhere", [])


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("The court sat.", ""),
        ("x" * LONGEST, ""),
        ("x" * (LONGEST + 1), "is no running text"),
        ("The \ud800 court sat.", "half a character"),
        ("The 😀 court sat.", ""),
    ],
    ids=["text", "long", "too long", "surrogate", "emoji"],
)
def test_what_cannot_be_parsed(text: str, reason: str) -> None:
    found = unfit(document("one", text))
    assert reason in found
    assert bool(reason) == bool(found)
