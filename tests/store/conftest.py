"""One small graph behind every backend."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.store.base import View
from kg.store.memory import MemoryView
from kg.store.oxigraph import OxigraphView
from kg.store.pool import Pool
from kg.store.snapshots import open_snapshot
from kg.store.writer import Writer

QUADS = Path(__file__).parent / "quads.nq"


@pytest.fixture(scope="session")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store whose current build holds the small graph, on disk too; tests do not publish to it."""
    store = tmp_path_factory.mktemp("published") / "store"
    with Writer(store, small=0) as writer:
        writer.write_quads(QUADS.read_text("utf8").splitlines())
        writer.publish({"title": "small"})
    return store


@pytest.fixture(scope="session")
def pool(published: Path) -> Iterator[Pool]:
    with Pool(published, workers=2, timeout=5) as pool:
        yield pool


@pytest.fixture(scope="session")
def pool_disk(published: Path) -> Iterator[Pool]:
    """Workers that open the folder themselves, as they do with graphs too large for memory."""
    with Pool(published, workers=1, timeout=5, in_memory=0) as pool:
        yield pool


@pytest.fixture(scope="session", params=["oxigraph", "oxigraph-memory", "rdflib", "pool", "pool-disk"])
def view(request: pytest.FixtureRequest, published: Path) -> View:
    """Each backend over the same graph."""
    snapshot = open_snapshot(published)
    if request.param.startswith("pool"):
        shared: Pool = request.getfixturevalue(request.param.replace("-", "_"))
        return shared
    if request.param == "rdflib":
        return MemoryView.load(snapshot.graph)
    if request.param == "oxigraph":
        assert snapshot.engine
        return OxigraphView.open(snapshot.engine)
    return OxigraphView.load(snapshot.graph)
