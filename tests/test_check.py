"""A whole graph is sound; each thing that can be wrong with one is found and named."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from kg.build import Request, build
from kg.check import check
from kg.errors import StoreError
from kg.inputs import Made, last_made, remember
from kg.store.oxigraph import OxigraphView
from kg.store.rows import rows
from kg.store.snapshots import open_snapshot
from kg.store.writer import Writer

TINY = Path(__file__).resolve().parent / "corpus" / "tiny"

pytestmark = pytest.mark.model


class Quiet:
    """Progress that is not shown."""

    def stage(self, name: str, total: int) -> None:
        """Nothing."""

    def step(self) -> None:
        """Nothing."""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with documents and the store that was built from them."""
    folder = tmp_path_factory.mktemp("check")
    shutil.copytree(TINY, folder / "documents")
    text = "If convicted of anything, people in Lima may appeal. A lawyer, Maria Petrova, was fined in Lima.\n"
    (folder / "documents" / "opinion.txt").write_text(text, encoding="utf8")
    build(Request([folder / "documents"], folder / "store"), Quiet())
    return folder


def test_a_whole_graph_is_sound(built: Path) -> None:
    result = check(built / "store")
    assert (result.faults, result.notes, result.sound) == ([], [], True)
    assert len(result.passed) == 4
    assert "quotes are verbatim in 3 of 3 documents" in result.passed
    assert set(result.coverage) == {"harbour-march", "harbour-petition", "opinion"}
    assert "FAULT" not in result.as_text()


def test_answering_from_a_store_leaves_it_as_published(built: Path) -> None:
    view = OxigraphView.load(open_snapshot(built / "store").graph)
    assert rows(view, "SELECT ?s { ?s ?p ?o } LIMIT 1")
    view.close()
    assert check(built / "store").sound


def test_missed_sentences_are_quoted(built: Path) -> None:
    result = check(built / "store")
    assert "If convicted of anything, people in Lima may appeal." in {one.words for one in result.missed}
    assert "If convicted" in result.as_text(missed=True)
    assert "If convicted" not in result.as_text()
    plain = json.loads(json.dumps(result.as_json(missed=True)))
    assert plain["sound"] is True
    assert plain["coverage"]["opinion"]["missed"] == sum(one["document"] == "opinion" for one in plain["missed"])
    assert "missed" not in result.as_json()


@pytest.fixture
def store(built: Path, tmp_path: Path) -> Path:
    """A copy of the store, to be broken."""
    shutil.copytree(built / "store", tmp_path / "store")
    return tmp_path / "store"


@pytest.mark.parametrize("file", ["graph.nq", "coverage.json", "records/opinion.jsonl"])
def test_a_changed_byte_is_found(store: Path, file: str) -> None:
    path = open_snapshot(store).folder / file
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)
    result = check(store)
    assert result.faults == [f"{path}: its bytes are not those that were published; build again"]
    assert result.as_text().startswith("FAULT ")


def republish(store: Path, change: Callable[[str], str]) -> None:
    """Publish the graph with a change, as a build with a fault would have."""
    folder, made = open_snapshot(store).folder, last_made(store)
    assert made is not None
    with Writer(store) as writer:
        for file in ("records", "coverage.json"):
            source = folder / file
            (shutil.copytree if source.is_dir() else shutil.copy)(source, writer.folder / file)
        writer.write_quads(change((folder / "graph.nq").read_text(encoding="utf8")).splitlines())
        build_id = writer.publish({})
    remember(store, replace(made, build=build_id))


def dropped(pattern: str) -> Callable[[str], str]:
    """Without the first line that holds the pattern."""
    return lambda text: re.sub(rf"^.*{pattern}.*\n", "", text, count=1, flags=re.MULTILINE)


def swapped(old: str, new: str) -> Callable[[str], str]:
    return lambda text: text.replace(old, new)


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        (dropped("ontology#evidence>"), "gate broken: each claim has a sentence"),
        (dropped("ontology#mode> .*#Asserted"), "gate broken: each world triple"),
        (swapped("Petrova, was fined", "Petrova, was freed"), "the quote is not what the document says there"),
        (swapped('"day"', '"moment"'), "cg:precision"),
    ],
)
def test_a_broken_graph_is_found(store: Path, change: Callable[[str], str], fault: str) -> None:
    republish(store, change)
    result = check(store)
    assert not result.sound
    assert any(fault in one for one in result.faults)
    assert all("\n" not in one for one in result.faults)


def test_many_faults_of_a_sort_are_counted(store: Path) -> None:
    republish(store, lambda text: re.sub(r'(#quote> ".)', r"\1…", text))
    faults = check(store).faults
    assert len(faults) <= 21
    assert sum("not what the document says" in one for one in faults) >= 5


def moved(store: Path, change: Callable[[Made], Made]) -> None:
    made = last_made(store)
    assert made is not None
    remember(store, change(made))


def test_a_source_that_moved_is_a_note_and_no_fault(store: Path) -> None:
    gone = "gone.txt"
    moved(store, lambda made: replace(made, sources=tuple(replace(one, path=gone) for one in made.sources)))
    result = check(store)
    assert result.sound
    assert result.notes == [f"{gone} is no longer there: its quotes were not compared"] * 3
    assert "quotes are verbatim in 0 of 3 documents" in result.passed
    assert {one.words for one in result.missed} == {""}


def test_a_store_without_its_note(store: Path) -> None:
    (store / "inputs.json").unlink()
    result = check(store)
    assert result.sound
    assert result.notes == ["which files the graph was built from is not known: its quotes were not compared"]


def test_no_store(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="no store at"):
        check(tmp_path / "nowhere")
