"""Fixtures that several rooms share; what one room needs stands in its own conftest."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

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


@pytest.fixture(scope="session")
def sample_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with the graph of the sample documents, built once a session by the real pipeline; not to be changed."""
    from kg.build import Request, build

    store = tmp_path_factory.mktemp("sample") / "store"
    build(Request([ROOT / "tests" / "corpus" / "sample"], store), Quiet())
    return store


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
