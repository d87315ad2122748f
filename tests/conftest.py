"""Fixtures that several rooms share; what one room needs stands in its own conftest."""

from __future__ import annotations

import fcntl
import os
import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kg.arithmetic import settle

settle()  # before a test module loads numpy, whose threads would make parsing take four times as long
ROOT = Path(__file__).resolve().parent.parent
SEEDS = ROOT.parent / "shared" / "seeds"


@pytest.fixture(scope="session")
def seeds() -> Path:
    """The five real documents, which live outside the repository; tests of them are skipped where they are absent."""
    if not SEEDS.is_dir():
        pytest.skip("the real documents (../shared/seeds) are not beside this checkout")
    return SEEDS


class Quiet:
    """A build's progress that shows nothing."""

    def stage(self, name: str, total: int) -> None:
        """A stage begins."""

    def step(self) -> None:
        """A step is done."""


@pytest.fixture
def may_fork(monkeypatch: pytest.MonkeyPatch) -> None:
    """Count only the threads that the test starts: the one by which this process is told what to test holds no lock."""
    count, others = threading.active_count, threading.active_count() - 1
    monkeypatch.setattr(threading, "active_count", lambda: count() - others)


@pytest.fixture(scope="session")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str, Callable[[Path], object]], Path]:
    """What makes a folder once in a run, in whichever test process asks first; the others wait for it, then read it."""
    base = tmp_path_factory.getbasetemp()
    common = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base

    def made(name: str, make: Callable[[Path], object]) -> Path:
        folder, done = common / name, common / f"{name}.done"
        with (common / f"{name}.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not done.exists():
                make(folder)
                done.touch()
        return folder

    return made


@pytest.fixture(scope="session")
def sample_store(made_once: Callable[[str, Callable[[Path], object]], Path]) -> Path:
    """A store with the graph of the sample documents, built once in a run by the real pipeline; not to be changed."""
    from kg.build import Request, build

    documents = [ROOT / "tests" / "corpus" / "sample"]
    return made_once("sample-store", lambda store: build(Request(documents, store), Quiet()))


@pytest.fixture(scope="session")
def address(sample_store: Path) -> Iterator[str]:
    """The address of a server of its own process."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = str(probe.getsockname()[1])
    command = [sys.executable, "-m", "kg", "serve", "--store", str(sample_store), "--port", port]
    settings = {"CIVICGRAPH_WORKERS": "2", "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(command, env=os.environ | settings, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            yield process.stdout.readline().split(" at ")[1].split(" ")[0].rstrip("/")
        finally:
            process.terminate()
