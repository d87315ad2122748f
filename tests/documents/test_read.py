from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest

from kg.documents.read import fingerprint, read
from kg.errors import SourceError

TEXT = "Court Frees Two Miners\n3 May 2022\n\nA court in Lima freed two miners.\n"


def write(folder: Path, name: str, content: str | bytes = TEXT) -> Path:
    path = folder / name
    path.write_bytes(content.encode("utf8") if isinstance(content, str) else content)
    return path


def test_a_text_file(tmp_path: Path) -> None:
    path = write(tmp_path, "mine.txt", "\ufeff" + TEXT.replace("\n", "\r\n"))
    (document,) = read(path)
    assert document.text.encode("utf8") == path.read_bytes()
    assert (document.id, document.title, document.published, document.language) == (
        "mine",
        "Court Frees Two Miners",
        "2022-05-03",
        "en",
    )
    assert document.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    assert document.path == str(path)


def test_meta_wins_over_the_file(tmp_path: Path) -> None:
    path = write(tmp_path, "mine.txt")
    write(
        tmp_path,
        "mine.meta.json",
        '{"title": "Two Miners Free", "published": "2022-05-04", "publisher": "Lake Herald", "language": "es"}',
    )
    (document,) = read(path)
    assert (document.title, document.published, document.publisher, document.language) == (
        "Two Miners Free",
        "2022-05-04",
        "Lake Herald",
        "es",
    )
    assert document.articles[0].published == "2022-05-04"


def test_several_articles_leave_the_document_without_their_titles(tmp_path: Path) -> None:
    (document,) = read(write(tmp_path, "week.txt", TEXT + "\nPort Is Built\n4 May 2022\n\nThe port is built.\n"))
    assert (document.title, document.published) == ("", "")
    assert [a.section for a in document.articles] == ["Court Frees Two Miners", "Port Is Built"]


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("a.txt", "", "is empty"),
        ("a.txt", " \n\t", "is empty"),
        ("a.txt", "* * *", "holds no text"),
        ("a.txt", b"\x7fELF\0\0", "binary file"),
        ("a.txt", b"\xff\x00\xfe", "binary file"),
        ("a.odt", "x", 'unknown extension ".odt"'),
        ("a.jsonl", "{}", "line 1"),
        ("a.pdf", "no pdf", "broken PDF"),
        ("a.docx", "no docx", "not a readable Word document"),
    ],
)
def test_faults_name_the_file_and_the_remedy(tmp_path: Path, name: str, content: str | bytes, message: str) -> None:
    with pytest.raises(SourceError) as caught:
        read(write(tmp_path, name, content))
    assert str(tmp_path / name) in str(caught.value)
    assert message in str(caught.value)
    assert ";" in str(caught.value)
    assert "\n" not in str(caught.value)


def test_the_limit_of_size(tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt", "x" * 2_000_000)
    with pytest.raises(SourceError, match=r"2\.0 MB, more than the limit of 1\.0 MB"):
        read(path, max_bytes=1_000_000)
    assert read(path, max_bytes=2_000_000)


def test_missing_and_irregular_files(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    with pytest.raises(SourceError, match="not a regular file"):
        read(tmp_path / "pipe.txt")
    with pytest.raises(SourceError, match="cannot be read"):
        read(tmp_path / "gone.txt")


def test_ids_of_lines_are_made_safe_to_name_a_file(tmp_path: Path) -> None:
    lines = '{"id": "../x", "text": "A court sat."}\n{"text": "A court rose."}\n{"id": "c.3", "text": "It ended."}'
    documents = read(write(tmp_path, "wire.jsonl", lines))
    assert [d.id for d in documents] == ["x", "wire-2", "c.3"]
    assert len({d.sha256 for d in documents}) == 3


def test_fingerprint_follows_file_and_meta(tmp_path: Path) -> None:
    path = write(tmp_path, "mine.txt")
    first = fingerprint(path)
    write(tmp_path, "mine.meta.json", "{}")
    second = fingerprint(path)
    write(tmp_path, "mine.meta.json", '{"title": "A"}')
    assert len({first, second, fingerprint(path)}) == 3
