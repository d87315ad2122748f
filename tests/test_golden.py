"""The world graph of two short documents, word for word: what changes here is a change to be looked at.

`UPDATE_GOLDEN=1 pytest tests/test_golden.py` writes it anew.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from kg.build import Request, build
from kg.graph.export import export
from kg.store.snapshots import open_snapshot

HERE = Path(__file__).resolve().parent
GOLDEN = HERE / "golden" / "tiny.ttl"


class Quiet:
    """Progress that is not shown."""

    def stage(self, name: str, total: int) -> None:
        """Nothing."""

    def step(self) -> None:
        """Nothing."""


@pytest.mark.model
def test_the_tiny_graph(tmp_path: Path) -> None:
    build(Request([HERE / "corpus" / "tiny"], tmp_path / "store"), Quiet())
    snapshot = open_snapshot(tmp_path / "store")
    export(snapshot.graph, snapshot.folder / "records", "turtle", tmp_path / "tiny.ttl")
    if os.environ.get("UPDATE_GOLDEN") == "1":
        GOLDEN.write_bytes((tmp_path / "tiny.ttl").read_bytes())
    assert (tmp_path / "tiny.ttl").read_text(encoding="utf8") == GOLDEN.read_text(encoding="utf8")
