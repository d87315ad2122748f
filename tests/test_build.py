"""The whole way: the same input gives the same bytes, what changes is noticed, and what people judged is kept."""

from __future__ import annotations

import json
import os
import shutil
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from kg.build import Report, Request, build
from kg.entities.judgements import Judgement, Verdict, append
from kg.errors import SourceError, StoreError, UsageError
from kg.graph.terms import Quad, cg, literal, name, read_lines, text_of, words
from kg.graph.validate import graph_violations
from kg.store.snapshots import check_files, open_snapshot

CORPUS = Path(__file__).resolve().parent / "corpus"
TINY, SAMPLE = CORPUS / "tiny", CORPUS / "sample"
ALIKE = {
    "first.txt": "On 3 May 2021, a Lima court fined lawyer Maria Petrova 900 soles. Ms. Petrova will appeal.\n",
    "second.txt": "On 5 May 2021, a Lima court released lawyer Mariya Petrova. She left Lima.\n",
}

pytestmark = pytest.mark.model


class Quiet:
    """Progress that is kept and not shown."""

    def __init__(self) -> None:
        self.stages: list[tuple[str, int]] = []
        self.steps = 0

    def stage(self, name: str, total: int) -> None:
        self.stages.append((name, total))

    def step(self) -> None:
        self.steps += 1


def run(store: Path, *paths: Path, workers: int = 1, annotations: Path | None = None) -> Report:
    return build(Request(paths, store, workers=workers, annotations=annotations), Quiet())


def graph(store: Path) -> bytes:
    return open_snapshot(store).graph.read_bytes()


def quads(store: Path) -> list[Quad]:
    return list(read_lines(graph(store).decode().splitlines(), "built"))


def labels(store: Path) -> set[str]:
    return {text_of(o) for _, p, o, _ in quads(store) if p in (name("skos:prefLabel"), name("skos:altLabel"))}


def people(store: Path) -> set[str]:
    """The world's persons."""
    world = [q for q in quads(store) if q[3].endswith("/graph/world>")]
    return {text_of(s).rsplit("/", 1)[-1] for s, p, o, _ in world if (p, o) == (name("rdf:type"), cg("Person"))}


def written(folder: Path, texts: dict[str, str]) -> Path:
    folder.mkdir(exist_ok=True)
    for file, text in texts.items():
        (folder / file).write_text(text, encoding="utf8")
    return folder


def state(store: Path) -> dict[str, tuple[int, int]]:
    """Every file with its size and time of change."""
    found = {str(p.relative_to(store)): p.stat() for p in sorted(store.rglob("*"))}
    return {file: (status.st_size, status.st_mtime_ns) for file, status in found.items()}


@pytest.fixture(scope="module")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store built from the two tiny documents."""
    store = tmp_path_factory.mktemp("tiny") / "store"
    run(store, TINY)
    return store


@pytest.fixture(scope="module")
def annotated(tmp_path_factory: pytest.TempPathFactory, sample_store: Path) -> tuple[Path, Report]:
    """A store built from the sample and its hand annotations, from the parses that are there; and what it told."""
    store = tmp_path_factory.mktemp("annotated") / "store"
    shutil.copytree(sample_store / "cache", store / "cache")
    return store, run(store, SAMPLE, annotations=CORPUS / "sample-gold")


def test_a_build_tells_what_it_did(tmp_path: Path) -> None:
    progress = Quiet()
    report = build(Request([TINY], tmp_path), progress)
    snapshot = open_snapshot(tmp_path)
    assert (report.build_id, report.documents, report.unchanged) == (snapshot.build_id, 2, False)
    assert report.counts["quads"] == snapshot.manifest["quads"] == len(graph(tmp_path).splitlines())
    told = {"build": report.build_id, "unchanged": False, "counts": report.counts, "skipped": [], "notes": []}
    assert report.as_json() == told
    assert [stage for stage, _ in progress.stages] == ["Reading", "Parsing", "Extracting", "Writing the graph"]
    assert progress.steps == sum(total for _, total in progress.stages)
    records = sorted(path.name for path in (snapshot.folder / "records").iterdir())
    assert records == ["harbour-march.jsonl", "harbour-petition.jsonl"]
    assert check_files(snapshot) == []


@pytest.mark.usefixtures("may_fork")
@pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")  # of Python 3.12, which counts the others
@pytest.mark.parametrize("workers", [1, 2])
def test_fresh_stores_and_any_order_give_the_same_bytes(tmp_path: Path, sample_store: Path, workers: int) -> None:
    files = sorted(SAMPLE.glob("*"), reverse=True)
    run(tmp_path, *(path for path in files if not path.name.endswith(".meta.json")), workers=workers)
    assert graph(tmp_path) == graph(sample_store)
    assert open_snapshot(tmp_path).build_id == open_snapshot(sample_store).build_id


def test_the_shapes_hold(annotated: tuple[Path, Report]) -> None:
    """Of what is read and what is annotated; `tests/test_cli.py` checks the graph of what is read alone."""
    assert graph_violations(open_snapshot(annotated[0]).graph) == []


def test_nothing_changed_means_nothing_touched(tmp_path: Path) -> None:
    first = run(tmp_path, TINY)
    before, start = state(tmp_path), time.process_time()
    second = run(tmp_path, TINY)
    assert time.process_time() - start < 3
    assert state(tmp_path) == before
    assert (second.unchanged, second.build_id, second.counts) == (True, first.build_id, first.counts)
    assert list(second.counts) == list(first.counts)


def test_a_moved_folder_is_read_again_and_gives_the_same_graph(tmp_path: Path) -> None:
    here, there, store = tmp_path / "here", tmp_path / "there", tmp_path / "store"
    shutil.copytree(TINY, here)
    first = run(store, here)
    here.rename(there)
    second = run(store, there)
    assert (second.unchanged, second.build_id) == (False, first.build_id)
    assert run(store, there).unchanged


def edit_text(folder: Path) -> None:
    path = folder / "harbour-march.txt"
    path.write_text(path.read_text(encoding="utf8").replace("200 euros", "300 euros"), encoding="utf8")


def edit_meta(folder: Path) -> None:
    path = folder / "harbour-petition.meta.json"
    path.write_text(json.dumps({"title": "Another title", "publisher": "Another paper"}), encoding="utf8")


def add_meta(folder: Path) -> None:
    (folder / "harbour-march.meta.json").write_text('{"publisher": "The Harbour Post"}', encoding="utf8")


def remove_meta(folder: Path) -> None:
    (folder / "harbour-petition.meta.json").unlink()


def add_document(folder: Path) -> None:
    (folder / "third.txt").write_text("Jaan Kask resigned on 1 June 2023.", encoding="utf8")


@pytest.mark.parametrize("change", [edit_text, edit_meta, add_meta, remove_meta, add_document])
def test_a_change_is_noticed(tmp_path: Path, change: Callable[[Path], None]) -> None:
    folder, store = tmp_path / "documents", tmp_path / "store"
    shutil.copytree(TINY, folder)
    first = run(store, folder)
    change(folder)
    second = run(store, folder)
    assert not second.unchanged
    assert second.build_id != first.build_id
    assert run(store, folder).unchanged


def test_another_base_is_another_graph(tmp_path: Path) -> None:
    build(Request([TINY], tmp_path, base_iri="http://127.0.0.1:8000"), Quiet())
    assert b"<http://127.0.0.1:8000/id/person/maarja-tamm>" in graph(tmp_path)
    assert b"<https://w3id.org/civicgraph/id/" not in graph(tmp_path)


def test_a_removed_document_leaves_no_trace_and_comes_back_the_same(tmp_path: Path, tiny: Path) -> None:
    folder, store = tmp_path / "documents", tmp_path / "store"
    shutil.copytree(TINY, folder)
    (folder / "third.txt").write_text(ALIKE["first.txt"], encoding="utf8")
    with_it = run(store, folder)
    assert "Maria Petrova" in labels(store)
    (folder / "third.txt").unlink()
    run(store, folder)
    assert graph(store) == graph(tiny)
    assert len(list((store / "cache").iterdir())) == 2
    (folder / "third.txt").write_text(ALIKE["first.txt"], encoding="utf8")
    assert run(store, folder).build_id == with_it.build_id


def test_an_added_document_renames_nobody(tmp_path: Path) -> None:
    folder, store = written(tmp_path / "documents", ALIKE), tmp_path / "store"
    late = folder / "first.txt"
    text = late.read_text(encoding="utf8")
    late.unlink()
    run(store, folder)
    before = people(store)
    late.write_text(text, encoding="utf8")
    run(store, folder)
    assert before <= people(store)
    assert before == {"mariya-petrova"}


def test_a_lost_cache_is_harmless(tmp_path: Path) -> None:
    folder, store = tmp_path / "documents", tmp_path / "store"
    shutil.copytree(TINY, folder)
    run(store, folder)
    shutil.rmtree(store / "cache")
    assert run(store, folder).unchanged
    add_meta(folder)
    run(store, folder)
    assert len(list((store / "cache").iterdir())) == 2


@pytest.mark.parametrize("damage", [b"", b"no parse at all", None], ids=["empty", "rubbish", "cut"])
def test_a_broken_cache_is_parsed_again(tmp_path: Path, damage: bytes | None) -> None:
    folder, store = tmp_path / "documents", tmp_path / "store"
    shutil.copytree(TINY, folder)
    run(store, folder)
    whole = {path: path.read_bytes() for path in (store / "cache").iterdir()}
    for path, data in whole.items():
        path.write_bytes(data[: len(data) // 2] if damage is None else damage)
    add_meta(folder)
    run(store, folder)
    assert {path: path.read_bytes() for path in whole} == whole


def judge(store: Path, verdict: Verdict) -> None:
    judgement = Judgement("Person", "Maria Petrova", "Mariya Petrova", verdict, "Ana", "2024-01-01")
    append(store / "judgements.jsonl", judgement)


def test_what_people_judged_decides_and_survives(tmp_path: Path) -> None:
    folder, store = written(tmp_path / "documents", ALIKE), tmp_path / "store"
    found = {}
    verdicts: tuple[Verdict, ...] = ("same", "different", "same")
    for verdict in verdicts:
        judge(store, verdict)
        assert not run(store, folder).unchanged
        found[verdict] = people(store)
        assert run(store, folder).unchanged
    assert (len(found["same"]), len(found["different"])) == (1, 2)
    judged = [q for q in quads(store) if q[3].endswith("/graph/review>")]
    assert any(o == literal("Ana") or o == words("Ana") for _, _, o, _ in judged)


def test_annotations_are_claims_by_their_annotator(
    tmp_path: Path, sample_store: Path, annotated: tuple[Path, Report]
) -> None:
    built, report = annotated
    shutil.copytree(built, tmp_path / "store")
    store = tmp_path / "store"
    rules = {text_of(o) for _, p, o, _ in quads(store) if p == cg("rule")}
    assert "annotation:annotations" in rules
    assert report.counts["claims"] > open_snapshot(sample_store).manifest["counts"]["claims"]
    assert run(store, SAMPLE, annotations=CORPUS / "sample-gold").unchanged
    assert not run(store, SAMPLE).unchanged
    assert "annotation:annotations" not in {text_of(o) for _, p, o, _ in quads(store) if p == cg("rule")}


def test_a_wrong_annotation_stops_the_build(tmp_path: Path) -> None:
    sheets = written(tmp_path / "sheets", {"harbour-march.jsonl": '{"kind": "entity", "class": "Person"}\n'})
    run(tmp_path / "store", TINY)
    before = graph(tmp_path / "store")
    with pytest.raises(SourceError, match=r"harbour-march.jsonl, line 1: no evidence"):
        run(tmp_path / "store", TINY, annotations=sheets)
    assert graph(tmp_path / "store") == before


def test_measured_rules_carry_their_precision(sample_store: Path) -> None:
    found = {float(text_of(o)) for _, p, o, _ in quads(sample_store) if p == cg("confidence")}
    assert found
    assert all(0 <= value <= 1 for value in found)


@pytest.mark.parametrize("text", ["{", "[1]", '{"person|x": 5}'])
def test_a_broken_registry_is_one_clear_line(tmp_path: Path, text: str) -> None:
    folder, store = tmp_path / "documents", tmp_path / "store"
    shutil.copytree(TINY, folder)
    run(store, folder)
    before = graph(store)
    (store / "registry.json").write_text(text, encoding="utf8")
    edit_text(folder)
    with pytest.raises(StoreError, match=r"registry.json: .*; restore or remove it"):
        run(store, folder)
    assert graph(store) == before
    assert not [path for path in (store / "builds").iterdir() if path.name.startswith(".")]


def test_a_broken_judgement_is_one_clear_line(tmp_path: Path) -> None:
    store = written(tmp_path / "store", {"judgements.jsonl": "no\n"})
    with pytest.raises(SourceError, match=r"judgements.jsonl: line 1 is no judgement"):
        run(store, TINY)


def test_relative_and_absolute_paths_are_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run(tmp_path, TINY)
    monkeypatch.chdir(CORPUS)
    assert run(tmp_path, Path("tiny"), Path("..") / "corpus" / "tiny").unchanged


def test_no_documents(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(UsageError, match=r"empty: no document could be read; it holds no files"):
        run(tmp_path / "store", tmp_path / "empty")
    with pytest.raises(UsageError, match=r"missing: no such file or folder"):
        run(tmp_path / "store", tmp_path / "missing")
    assert not os.path.lexists(tmp_path / "store")
