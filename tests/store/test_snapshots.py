"""Opening a store: what is missing, damaged or from another version is said in one line."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from kg.errors import StoreError
from kg.store.snapshots import check_files, open_snapshot


@pytest.fixture
def copy(published: Path, tmp_path: Path) -> Path:
    """A store of one's own to damage."""
    return Path(shutil.copytree(published, tmp_path / "copy"))


def without_builds(store: Path) -> None:
    shutil.rmtree(store / "builds")


def with_half_a_manifest(store: Path) -> None:
    path = open_snapshot(store).folder / "manifest.json"
    path.write_text(path.read_text("utf8")[:40], "utf8")


def with_another_manifest(store: Path) -> None:
    (open_snapshot(store).folder / "manifest.json").write_text("[1]", "utf8")


def from_the_future(store: Path) -> None:
    snapshot = open_snapshot(store)
    (snapshot.folder / "manifest.json").write_text(json.dumps({**snapshot.manifest, "format": 99}), "utf8")


def without_a_table(store: Path) -> None:
    engine = open_snapshot(store).engine
    assert engine
    next(engine.glob("*.sst")).unlink()


def without_a_pointer(store: Path) -> None:
    (store / "current").unlink()


@pytest.mark.parametrize(
    ("damage", "fault"),
    [
        (without_builds, "manifest.json cannot be read"),
        (with_half_a_manifest, "manifest.json cannot be read"),
        (with_another_manifest, "is not a manifest"),
        (from_the_future, "store format 99 is not 2 or 3"),
        (without_a_table, "is missing or has another size"),
        (without_a_pointer, "no store at .*: run `civicgraph build"),
    ],
)
def test_damage_is_named(copy: Path, damage: Callable[[Path], None], fault: str) -> None:
    damage(copy)
    with pytest.raises(StoreError, match=fault) as raised:
        open_snapshot(copy)
    assert "\n" not in str(raised.value)
    assert str(copy) in str(raised.value)


def test_the_format_before_is_read(copy: Path) -> None:
    snapshot = open_snapshot(copy)
    (snapshot.folder / "manifest.json").write_text(json.dumps({**snapshot.manifest, "format": 2}), "utf8")
    assert open_snapshot(copy).engine == snapshot.engine


def test_no_store(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="no store at"):
        open_snapshot(tmp_path / "nothing")
    assert not (tmp_path / "nothing").exists()


def test_a_flipped_byte_is_found_by_the_thorough_check(copy: Path) -> None:
    snapshot = open_snapshot(copy)
    assert check_files(snapshot) == []
    content = bytearray(snapshot.graph.read_bytes())
    content[10] ^= 1
    snapshot.graph.write_bytes(content)
    assert check_files(open_snapshot(copy)) == ["graph.nq"]
