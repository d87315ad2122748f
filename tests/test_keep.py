"""A file is written whole, or is as it was."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import StoreError
from kg.keep import keep


def test_a_file_is_made_with_its_folder_and_replaced(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b" / "file"
    for data in (b"one", b"", b"two" * 9):
        keep(path, data)
        assert path.read_bytes() == data
        assert [p.name for p in path.parent.iterdir()] == ["file"]


def test_what_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "folder" / "inner").mkdir(parents=True)
    (tmp_path / "file").write_bytes(b"as it was")
    for path in (tmp_path / "folder", tmp_path / "file" / "below"):
        with pytest.raises(StoreError, match=r"cannot be written \(.*\); make room or choose") as raised:
            keep(path, b"data")
        assert "\n" not in str(raised.value)
    assert (tmp_path / "file").read_bytes() == b"as it was"
    assert sorted(p.name for p in tmp_path.iterdir()) == ["file", "folder"]
