from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.errors import UsageError
from kg.graph.files import write_file, write_folder


def failing() -> Iterator[str]:
    yield "half"
    raise RuntimeError("stopped")


def test_a_failure_keeps_the_former_file(tmp_path: Path) -> None:
    out = tmp_path / "out"
    write_file(out, ["old\r\n"])
    with pytest.raises(RuntimeError, match="stopped"):
        write_file(out, failing())
    assert out.read_bytes() == b"old\r\n"
    assert [p.name for p in tmp_path.iterdir()] == ["out"]


def test_no_file(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="is a folder"):
        write_file(tmp_path, [])
    (tmp_path / "file").write_text("")
    with pytest.raises(UsageError, match="cannot be written"):
        write_file(tmp_path / "file" / "out", [])


def test_a_missing_folder_is_made(tmp_path: Path) -> None:
    write_file(tmp_path / "no" / "such" / "out", ["x"])
    assert (tmp_path / "no" / "such" / "out").read_text() == "x"


def test_no_folder(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(UsageError, match="cannot be made a folder"):
        write_folder(tmp_path / "file", {})


def test_a_folder_is_made_and_strangers_stay(tmp_path: Path) -> None:
    out = tmp_path / "a" / "b"
    write_folder(out, {"x": ["1"]})
    write_folder(out, {"y": ["2"]})
    assert {p.name: p.read_text() for p in out.iterdir()} == {"x": "1", "y": "2"}
