"""A published file against the shapes."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import StoreError
from kg.graph.quads import Knowledge, build_quads
from kg.graph.validate import graph_violations


@pytest.fixture
def built(knowledge: Knowledge, tmp_path: Path) -> Path:
    path = tmp_path / "graph.nq"
    path.write_bytes(build_quads(knowledge).nquads)
    return path


def test_a_built_graph_conforms(built: Path) -> None:
    assert graph_violations(built) == []


def test_a_violation_names_the_node(built: Path) -> None:
    text = built.read_text(encoding="utf8")
    built.write_text(text.replace('precision> "day"', 'precision> "moment"'), encoding="utf8")
    found = graph_violations(built)
    assert found
    assert all("/id/event/" in one and "cg:precision" in one for one in found)


@pytest.mark.parametrize("text", ["no quads\n", None])
def test_what_is_no_graph(tmp_path: Path, text: str | None) -> None:
    if text is not None:
        (tmp_path / "graph.nq").write_text(text, encoding="utf8")
    with pytest.raises(StoreError, match=r"graph.nq(:|, line 1:) .* N-Quads.*; build the graph again") as raised:
        graph_violations(tmp_path / "graph.nq")
    assert "\n" not in str(raised.value)
