"""What decides a graph changes its hash, what does not leaves it; the note of a build is of that build only."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kg.documents.draft import MAX_BYTES
from kg.documents.find import Skipped
from kg.documents.read import read
from kg.ids import digest
from kg.inputs import Made, Source, inputs_hash, last_made, mark, pipeline_version, remember, sources
from kg.store.writer import Writer


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "documents"
    folder.mkdir()
    (folder / "a.txt").write_text("The court sat in Lima.", encoding="utf8")
    (folder / "b.jsonl").write_text('{"text": "One."}\n{"text": "Two.", "id": "own"}\n', encoding="utf8")
    return folder


def hashed(folder: Path, *others: str) -> str:
    return inputs_hash(sorted(folder.glob("*.[tj]*")), *others)


CHANGES: dict[str, Callable[[Path], object]] = {
    "text": lambda folder: (folder / "a.txt").write_text("The court sat in Cusco.", encoding="utf8"),
    "meta": lambda folder: (folder / "a.meta.json").write_text("{}", encoding="utf8"),
    "name": lambda folder: (folder / "a.txt").rename(folder / "c.txt"),
    "removed": lambda folder: (folder / "a.txt").unlink(),
    "emptied": lambda folder: (folder / "a.txt").write_bytes(b""),
}


@pytest.mark.parametrize("change", CHANGES)
def test_the_hash_follows_the_documents(folder: Path, change: str) -> None:
    before = hashed(folder)
    assert hashed(folder) == before
    CHANGES[change](folder)
    assert hashed(folder) != before


def test_the_hash_follows_the_settings_and_not_the_order_or_place(folder: Path, tmp_path: Path) -> None:
    files = sorted(folder.iterdir())
    assert inputs_hash(files, "x") == inputs_hash(reversed(files), "x") != inputs_hash(files, "y")
    assert len({inputs_hash(files), inputs_hash(files, ""), inputs_hash(files, "", "")}) == 3
    before = inputs_hash(files)
    folder.rename(tmp_path / "moved")
    assert inputs_hash(sorted((tmp_path / "moved").iterdir())) == before


def test_the_pipeline_has_one_version() -> None:
    assert pipeline_version() == pipeline_version()


def test_marks(tmp_path: Path) -> None:
    assert mark(tmp_path / "missing") == ""
    (tmp_path / "empty.txt").write_bytes(b"")
    assert "is empty" in mark(tmp_path / "empty.txt")
    with (tmp_path / "huge.txt").open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    assert mark(tmp_path / "huge.txt") == f"{MAX_BYTES + 1} bytes"
    assert "not a regular file" in mark(tmp_path)


def test_sources_tell_the_documents_of_a_file_apart(folder: Path) -> None:
    files = [folder / "a.txt", folder / "b.jsonl", folder / "unread.txt"]
    documents = [*read(folder / "b.jsonl"), *read(folder / "a.txt")]
    found = sources(files, documents)
    assert [Path(one.path).name for one in found] == ["a.txt", "b.jsonl"]
    assert found[1].documents == (("b-1", digest("One.")), ("own", digest("Two.")))
    assert all(one.mark == mark(Path(one.path)) for one in found)


def publish(store: Path, at: int) -> str:
    with Writer(store) as writer:
        writer.write_quads([f'<http://example.org/{at}> <http://example.org/p> "x" <http://example.org/g> .'])
        return writer.publish({})


def test_the_note_is_of_one_build(tmp_path: Path) -> None:
    store = tmp_path / "store"
    assert last_made(store) is None
    source = Source("/a.txt", "mark", (("a", "hash"), ("b", "hash")))
    made = Made(publish(store, 1), "inputs", (source,), (Skipped(Path("b.txt"), "is “empty”"),))
    remember(store, made)
    assert last_made(store) == made
    publish(store, 2)
    assert last_made(store) is None


NUMBERS = '{"build": "x", "inputs": "y", "sources": 5, "skipped": []}'


@pytest.mark.parametrize("text", ["", "{}", "[]", NUMBERS, "\ud800"])
def test_a_broken_note_is_no_note(tmp_path: Path, text: str) -> None:
    publish(tmp_path, 1)
    (tmp_path / "inputs.json").write_bytes(text.encode("utf8", "surrogatepass"))
    assert last_made(tmp_path) is None
