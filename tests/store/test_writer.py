"""Publishing: all or nothing, the same bytes for the same graph, and kill -9 at any moment."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from kg.errors import StoreError
from kg.store.oxigraph import OxigraphView
from kg.store.rows import rows
from kg.store.snapshots import builds_folder, check_files, current_id, open_snapshot
from kg.store.writer import Writer


def lines(size: int) -> list[str]:
    return [f'<http://example.org/{at}> <http://example.org/p> "{at}" <http://example.org/g> .' for at in range(size)]


def publish(store: Path, size: int, small: int = 20, **manifest: object) -> str:
    with Writer(store, small) as writer:
        writer.write_quads(lines(size))
        return writer.publish(manifest)


def held(store: Path) -> int:
    """How many quads a reader finds; it also has to be a whole build."""
    snapshot = open_snapshot(store)
    assert check_files(snapshot) == []
    view = OxigraphView.open(snapshot.engine) if snapshot.engine else OxigraphView.load(snapshot.graph)
    return int(rows(view, "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }")[0]["n"].value)


def builds(store: Path) -> set[str]:
    return {folder.name for folder in builds_folder(store).iterdir()}


def test_a_graph_is_published_with_its_manifest(tmp_path: Path) -> None:
    store = tmp_path / "a" / "store"
    with Writer(store) as writer:
        assert writer.write_quads([*reversed(lines(12)), "", *lines(3)]) == 12
        (writer.folder / "records").mkdir()
        (writer.folder / "records" / "one.jsonl").write_text("{}\n", "utf8")
        build_id = writer.publish({"title": "twelve"})
    snapshot = open_snapshot(store)
    assert snapshot.build_id == build_id == snapshot.manifest["build"]
    assert (snapshot.manifest["title"], snapshot.manifest["quads"]) == ("twelve", 12)
    assert snapshot.manifest["files"]["records/one.jsonl"]["bytes"] == 3
    assert snapshot.graph.read_text("utf8").splitlines() == sorted(lines(12))
    assert held(store) == 12


@pytest.mark.parametrize(("size", "on_disk"), [(20, False), (21, True)])
def test_a_small_graph_is_not_written_for_rocksdb(tmp_path: Path, size: int, on_disk: bool) -> None:
    publish(tmp_path, size)
    snapshot = open_snapshot(tmp_path)
    assert (snapshot.engine is not None, held(tmp_path)) == (on_disk, size)
    assert any(file.startswith("oxigraph/") for file in snapshot.manifest["files"]) == on_disk


def test_equal_graphs_are_one_build_and_others_are_not(tmp_path: Path) -> None:
    first = publish(tmp_path / "one", 5)
    assert publish(tmp_path / "two", 5, title="another title") == first
    assert publish(tmp_path / "two", 5) == first
    assert builds(tmp_path / "two") == {first}
    with Writer(tmp_path / "two") as writer:
        writer.write_quads(lines(5))
        (writer.folder / "records.jsonl").write_text("{}", "utf8")
        assert writer.publish({}) != first


def test_the_build_before_is_kept_and_older_ones_are_not(tmp_path: Path) -> None:
    ids = [publish(tmp_path, size) for size in (1, 2, 3)]
    assert builds(tmp_path) == set(ids[1:])
    assert publish(tmp_path, 2) == ids[1]
    assert (current_id(tmp_path), held(tmp_path)) == (ids[1], 2)


def test_a_damaged_equal_build_is_replaced(tmp_path: Path) -> None:
    publish(tmp_path, 4)
    open_snapshot(tmp_path).graph.write_text("", "utf8")
    with pytest.raises(StoreError, match=r"damaged \(graph.nq is missing or has another size\)"):
        open_snapshot(tmp_path)
    publish(tmp_path, 4)
    assert held(tmp_path) == 4


def test_a_failed_build_leaves_the_old_graph_and_nothing_else(tmp_path: Path) -> None:
    before = publish(tmp_path, 3)

    def fail() -> None:
        with Writer(tmp_path) as writer:
            writer.write_quads(lines(9))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert builds(tmp_path) == {before}
    assert held(tmp_path) == 3


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (None, "graph.nq: cannot be read"),
        ("<x:b> <x:p> <x:o> .\n<x:a> <x:p> <x:o> .\n", "line 2 is out of order"),
        ("<x:a> <x:p> <x:o> .\n<x:a> <x:p> <x:o> .\n", "line 2 is out of order or twice"),
        ("no quads at all\n", "is not N-Quads"),
        ('<x:a> <x:p> "01"^^<{}integer> .\n<x:a> <x:p> "1"^^<{}integer> .\n', "holds 1 of 2 quads"),
    ],
)
def test_a_wrong_graph_is_not_published(tmp_path: Path, content: str | None, fault: str) -> None:
    before = publish(tmp_path, 3)

    def publish_content() -> None:
        with Writer(tmp_path) as writer:
            if content is not None:
                text = content.replace("{}", "http://www.w3.org/2001/XMLSchema#")
                (writer.folder / "graph.nq").write_text(text, "utf8")
            writer.publish({})

    with pytest.raises(StoreError, match=fault) as raised:
        publish_content()
    assert "\n" not in str(raised.value)
    assert (builds(tmp_path), held(tmp_path)) == ({before}, 3)


def test_a_second_build_is_refused_while_one_runs(tmp_path: Path) -> None:
    with Writer(tmp_path), pytest.raises(StoreError, match=f"another build is running .process {os.getpid()}."):
        Writer(tmp_path).__enter__()
    assert publish(tmp_path, 1)


def test_a_place_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf8")
    with pytest.raises(StoreError, match="cannot be written"), Writer(tmp_path / "file"):
        pass


BUILD = """
import sys
from pathlib import Path
from kg.store.writer import Writer
with Writer(Path(sys.argv[1])) as writer:
    writer.write_quads(f'<http://example.org/{at}> <http://example.org/p> "{at}" .' for at in range(40_000))
    writer.publish({})
"""


def new_folders(store: Path) -> list[Path]:
    return list(builds_folder(store).glob(".new-*"))


def at_start(store: Path) -> bool:
    return bool(new_folders(store))


def while_loading(store: Path) -> bool:
    return any((folder / "oxigraph").exists() for folder in new_folders(store))


def while_tables_are_written(store: Path) -> bool:
    return any(list((folder / "oxigraph").glob("*.sst")) for folder in new_folders(store))


def when_described(store: Path) -> bool:
    return any((folder / "manifest.json").exists() for folder in new_folders(store))


def when_moved(store: Path) -> bool:
    return len([name for name in builds(store) if not name.startswith(".")]) > 1


@pytest.mark.parametrize(
    "moment",
    [at_start, while_loading, while_tables_are_written, when_described, when_moved],
    ids=lambda one: one.__name__,
)
def test_kill_9_leaves_a_whole_graph(tmp_path: Path, moment: Callable[[Path], bool]) -> None:
    before = publish(tmp_path, 3)
    with subprocess.Popen([sys.executable, "-c", BUILD, str(tmp_path)]) as process:
        until = time.monotonic() + 60
        while not moment(tmp_path) and process.poll() is None and time.monotonic() < until:
            time.sleep(0.0005)
        process.send_signal(signal.SIGKILL)
    if current_id(tmp_path) == before:
        assert held(tmp_path) == 3
    else:
        assert held(tmp_path) == 40_000
    after = publish(tmp_path, 4)
    assert not [name for name in builds(tmp_path) if name.startswith(".")]
    assert (current_id(tmp_path), held(tmp_path)) == (after, 4)
