"""Bad input and bad luck: one clear line each, the other documents still built, and never half a graph."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from kg.build import Report, Request, build
from kg.errors import StoreError
from kg.store.snapshots import check_files, current_id, open_snapshot
from kg.store.writer import Writer

ROOT = Path(__file__).resolve().parent.parent
CORPUS = ROOT / "tests" / "corpus"
TINY, SAMPLE = CORPUS / "tiny", CORPUS / "sample"
SOME = sorted(SAMPLE.glob("*.txt"))  # enough for every moment of a build to last, and no more
COMMAND = [sys.executable, "-m", "kg", "build"]
GOOD = "On 3 May 2021, a Lima court fined lawyer Maria Petrova 900 soles.\n"
PATIENCE = 120
"""Seconds after which a subprocess that should have got somewhere is given up."""

PIPES = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}

pytestmark = [pytest.mark.model, pytest.mark.slow]


class Quiet:
    """Progress that is not shown."""

    def stage(self, name: str, total: int) -> None:
        """Nothing."""

    def step(self) -> None:
        """Nothing."""


def run(store: Path, *paths: Path) -> Report:
    return build(Request(paths, store), Quiet())


def graph(store: Path) -> bytes:
    return open_snapshot(store).graph.read_bytes()


def litter(store: Path) -> list[str]:
    """What a build leaves behind when it does not clean up."""
    folders = (store, store / "builds", store / "cache")
    return [str(path) for folder in folders for path in folder.glob(".*")]


BAD: dict[str, tuple[str, bytes, str]] = {
    "empty": ("empty.txt", b"", "is empty"),
    "blank": ("blank.md", b"\n \n", "is empty"),
    "binary": ("photo.txt", bytes(range(256)) * 40, "is a binary file"),
    "not UTF-8": ("latin.txt", "Décision du tribunal\n".encode("latin-1") * 9, "save it as UTF-8"),
    "huge": ("huge.txt", b"The court sat in Lima. " * 870_000, "20.0 MB, more than the limit"),
    "one paragraph without end": ("long.txt", b"The court sat in Lima. " * 50_000, "is no running text"),
    "half a character": ("half.jsonl", rb'{"text": "The court in Lima \ud800 sat on 3 May 2021."}', "half a character"),
    "broken PDF": ("broken.pdf", b"%PDF-1.7\nthis is no PDF at all\n", "broken.pdf"),
    "broken Word file": ("broken.docx", b"PK\x03\x04 and no more", "broken.docx"),
    "broken JSON Lines": ("broken.jsonl", b'{"text": \n', "line 1: not JSON"),
    "page without text": ("page.html", b"<html><body><nav>Home</nav></body></html>", "holds no text"),
    "unknown extension": ("sheet.xls", b"some bytes", 'unknown extension ".xls"'),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_is_skipped_in_one_line(tmp_path: Path, name: str) -> None:
    file, data, reason = BAD[name]
    (tmp_path / "documents").mkdir()
    (tmp_path / "documents" / "good.txt").write_text(GOOD, encoding="utf8")
    (tmp_path / "documents" / file).write_bytes(data)
    report = run(tmp_path / "store", tmp_path / "documents")
    assert report.documents == 1
    assert [one.path.name for one in report.skipped] == [file]
    assert reason in f"{report.skipped[0].path}: {report.skipped[0].reason}"
    assert "\n" not in report.skipped[0].reason
    again = run(tmp_path / "store", tmp_path / "documents")
    assert (again.unchanged, list(again.skipped)) == (True, list(report.skipped))


@pytest.mark.parametrize("text", ["{", '{"published": "someday"}', '{"title": 5}', "[]"])
def test_a_broken_meta_file_skips_its_document(tmp_path: Path, text: str) -> None:
    (tmp_path / "documents").mkdir()
    for file in ("good.txt", "other.txt"):
        (tmp_path / "documents" / file).write_text(GOOD, encoding="utf8")
    (tmp_path / "documents" / "other.meta.json").write_text(text, encoding="utf8")
    report = run(tmp_path / "store", tmp_path / "documents")
    assert (report.documents, [one.path.name for one in report.skipped]) == (1, ["other.txt"])
    assert "other.meta.json" in report.skipped[0].reason


@contextmanager
def started(command: list[str], **pipes: int | bool) -> Iterator[subprocess.Popen[bytes]]:
    """A process that is ended with the test, whatever the test came to."""
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    with subprocess.Popen(command, cwd=ROOT, **quiet | pipes) as process:  # type: ignore[call-overload]
        try:
            yield process
        finally:
            process.kill()


def ended(command: list[str]) -> subprocess.CompletedProcess[str]:
    """A finished run of the command line."""
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=PATIENCE)


def test_the_summary_names_what_was_skipped(tmp_path: Path) -> None:
    for file in ("empty", "binary", "broken PDF", "unknown extension"):
        (tmp_path / BAD[file][0]).write_bytes(BAD[file][1])
    (tmp_path / "good.txt").write_text(GOOD, encoding="utf8")
    done = ended([*COMMAND, str(tmp_path), "--store", str(tmp_path / ".store")])
    lines = done.stdout.splitlines()
    assert (done.returncode, done.stderr) == (0, "")
    assert sum(str(tmp_path) in line and line.startswith("Skipped") for line in lines) == 4


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (["missing", "--store", "s"], 2, "missing: no such file or folder"),
        (["empty", "--store", "s"], 2, "no document could be read; it holds no files"),
        (["blank", "--store", "s"], 2, "blank/blank.md: is empty"),
        (["good.txt", "--store", "good.txt"], 1, "good.txt: cannot be"),
        (["good.txt", "--store", "good.txt/below"], 1, "good.txt/below: cannot be"),
        (["good.txt", "--store", "/proc/nothing"], 1, "/proc/nothing: cannot be"),
        (["good.txt", "--store", "s", "--base-iri", "nonsense"], 2, "base IRI"),
    ],
)
def test_what_cannot_be_done_is_one_line(tmp_path: Path, arguments: list[str], code: int, message: str) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "blank").mkdir()
    (tmp_path / "blank" / "blank.md").write_text("\n", encoding="utf8")
    (tmp_path / "good.txt").write_text(GOOD, encoding="utf8")
    done = subprocess.run(
        [*COMMAND, *arguments], cwd=tmp_path, capture_output=True, text=True, timeout=PATIENCE,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    assert (done.returncode, done.stdout) == (code, "")
    assert message in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert not (tmp_path / "s").exists()


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """A store with a graph of the tiny documents, which every broken build must leave as it is."""
    run(tmp_path / "store", TINY)
    return tmp_path / "store"


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store in which nothing went wrong: built from the tiny documents, then from some of the sample."""
    store = tmp_path_factory.mktemp("undisturbed") / "store"
    run(store, TINY)
    run(store, *SOME)
    return store


@pytest.fixture(scope="module")
def undisturbed(whole: Path) -> bytes:
    """The graph that a build of them gives when nothing goes wrong."""
    return graph(whole)


@pytest.fixture
def parsed_store(store: Path, whole: Path) -> Path:
    """The store with their parses beside it: what follows parsing comes at once."""
    shutil.copytree(whole / "cache", store / "cache", dirs_exist_ok=True)
    return store


def test_a_full_disk_leaves_the_former_graph(parsed_store: Path) -> None:
    store = parsed_store
    before = graph(store)
    megabyte = (1_000_000, 1_000_000)
    small = "import resource, runpy; resource.setrlimit(resource.RLIMIT_FSIZE, {}); runpy.run_module('kg')"
    done = ended([sys.executable, "-c", small.format(megabyte), "build", *map(str, SOME), "--store", str(store),
                  "--workers", "1"])  # fmt: skip
    assert (done.returncode, done.stdout) == (1, "")
    assert "cannot be written" in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert graph(store) == before
    assert litter(store) == []


def test_two_builds_at_once(store: Path, undisturbed: bytes) -> None:
    command = [*COMMAND, *map(str, SOME), "--store", str(store)]
    with started(command) as first:
        wait(lambda: new_folders(store) != [], first)
        with pytest.raises(StoreError, match=rf"another build is running \(process {first.pid}\)"):
            run(store, CORPUS / "dev")
        first.wait(PATIENCE)
    assert first.returncode == 0
    assert graph(store) == undisturbed


def test_a_lock_held_by_this_process(store: Path) -> None:
    with Writer(store), pytest.raises(StoreError, match="another build is running"):
        run(store, SAMPLE)


def new_folders(store: Path) -> list[Path]:
    return sorted((store / "builds").glob(".new-*"))


def wait(reached: Callable[[], bool], process: subprocess.Popen[bytes]) -> None:
    """Until something is so, or the process has ended."""
    until = time.monotonic() + PATIENCE
    while not reached() and process.poll() is None and time.monotonic() < until:
        time.sleep(0.0005)


def in_new_folder(store: Path, file: str) -> bool:
    return any((folder / file).exists() for folder in new_folders(store))


Moment = Callable[[Path, str], bool]
PARSING: dict[str, Moment] = {
    "begun": lambda store, _: bool(new_folders(store)),
    "while parsing": lambda store, _: len(list((store / "cache").glob("*"))) > 4,
}
LATER: dict[str, Moment] = {
    "graph being written": lambda store, _: in_new_folder(store, ".graph.nq.new"),
    "graph written": lambda store, _: in_new_folder(store, "graph.nq"),
    "names being indexed": lambda store, _: in_new_folder(store, "labels.sqlite"),
    "described": lambda store, _: in_new_folder(store, "manifest.json"),
    "switched": lambda store, before: current_id(store) != before,
}


@pytest.mark.parametrize("name", PARSING)
def test_kill_9_while_parsing_leaves_a_whole_graph(store: Path, undisturbed: bytes, name: str) -> None:
    killed_at(PARSING[name], store, undisturbed)


@pytest.mark.parametrize("name", LATER)
def test_kill_9_later_leaves_a_whole_graph(parsed_store: Path, undisturbed: bytes, name: str) -> None:
    killed_at(LATER[name], parsed_store, undisturbed, "--workers", "1")  # others would have ended by then


def killed_at(moment: Moment, store: Path, undisturbed: bytes, *options: str) -> None:
    """Kill a build at a moment; the graph is the former or the new one, and the next build is whole."""
    tiny, before = graph(store), str(current_id(store))
    command = [*COMMAND, *map(str, SOME), "--store", str(store), *options]
    with started(command) as process:
        wait(lambda: moment(store, before), process)
        process.send_signal(signal.SIGKILL)
    assert graph(store) == (tiny if current_id(store) == before else undisturbed)
    assert check_files(open_snapshot(store)) == []
    run(store, *SOME)
    assert graph(store) == undisturbed
    assert litter(store) == []
    assert run(store, *SOME).unchanged


@pytest.fixture(params=[(1, 1), (2, 1), (2, 2)], ids=["one worker", "two workers", "two workers, later"])
def building(request: pytest.FixtureRequest, store: Path) -> Iterator[subprocess.Popen[bytes]]:
    """A build of its own process group, some seconds after it began to parse."""
    workers, seconds = request.param
    command = [*COMMAND, str(SAMPLE), str(CORPUS / "dev"), "--store", str(store), "--workers", str(workers)]
    with started(command, start_new_session=True, **PIPES) as process:
        wait(lambda: bool(new_folders(store)), process)
        time.sleep(seconds)
        yield process
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)


def test_ctrl_c_ends_cleanly(store: Path, building: subprocess.Popen[bytes]) -> None:
    before = graph(store)
    os.killpg(building.pid, signal.SIGINT)
    out, err = building.communicate(timeout=PATIENCE)
    assert building.returncode not in (0, None)
    assert out == b""
    assert b"Traceback" not in err
    assert graph(store) == before
    assert litter(store) == []


def workers_of(process: subprocess.Popen[bytes]) -> list[int]:
    """The processes that read for another one."""
    return list(map(int, Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text(encoding="utf8").split()))


def test_a_worker_that_dies_ends_the_build(store: Path) -> None:
    before = graph(store)
    command = [*COMMAND, str(SAMPLE), "--store", str(store), "--workers", "2"]
    with started(command, **PIPES) as process:
        wait(lambda: len(workers_of(process)) == 2, process)
        os.kill(workers_of(process)[0], signal.SIGKILL)
        out, err = process.communicate(timeout=PATIENCE)
    assert (process.returncode, out) == (1, b"")
    assert err.decode().splitlines() == [
        "civicgraph: a process of the build died, perhaps for want of memory; try fewer --workers"
    ]
    assert graph(store) == before
    assert litter(store) == []


def test_a_store_is_a_folder_that_can_be_copied(store: Path, tmp_path: Path) -> None:
    shutil.copytree(store, tmp_path / "copy")
    assert run(tmp_path / "copy", TINY).unchanged
