from __future__ import annotations

import os
from pathlib import Path

import pytest

from kg.documents.find import find
from kg.errors import UsageError


def touch(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("text")
    return path


def test_files_are_sorted_and_hidden_ones_passed_over(tmp_path: Path) -> None:
    wanted = [touch(tmp_path / name) for name in ("b.TXT", "a/c.md", "a.html")]
    for name in (".hidden.txt", ".git/x.txt", "b.meta.json"):
        touch(tmp_path / name)
    found = find([tmp_path])
    assert list(found.files) == sorted(wanted)
    assert found.skipped == ()


def test_unknown_extensions_are_listed(tmp_path: Path) -> None:
    touch(tmp_path / "a.xlsx")
    (skipped,) = find([tmp_path]).skipped
    assert skipped.path.name == "a.xlsx"
    assert skipped.reason == 'unknown extension ".xlsx"; known are .txt .md .html .htm .pdf .docx .jsonl'


def test_missing_paths_are_the_callers_fault(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"nowhere: no such file or folder"):
        find([tmp_path / "nowhere"])


def test_the_same_file_counts_once(tmp_path: Path) -> None:
    path = touch(tmp_path / "a.txt")
    (tmp_path / "link.txt").symlink_to(path)
    assert len(find([path, tmp_path, tmp_path / "a.txt"]).files) == 1


def test_loops_of_links_end(tmp_path: Path) -> None:
    touch(tmp_path / "in" / "a.txt")
    (tmp_path / "in" / "loop").symlink_to(tmp_path)
    (tmp_path / "in" / "self").symlink_to(tmp_path / "in" / "self")
    found = find([tmp_path])
    assert [path.name for path in found.files] == ["a.txt"]
    assert [s.path.name for s in found.skipped] == ["self"]


def test_pipes_are_not_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    (skipped,) = find([tmp_path]).skipped
    assert "not a regular file" in skipped.reason
