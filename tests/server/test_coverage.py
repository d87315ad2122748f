"""A document's page says how much of it was read, from what the build wrote beside the graph."""

from __future__ import annotations

import json
from pathlib import Path

from server.coverage import Coverage, coverage_of

MISSED = [{"start": 0, "end": 9, "triggers": ["march"]}, {"start": 9, "end": 20, "triggers": ["arrest", "march"]}]
ROW = {"sentences": 12, "with_names": 8, "with_facts": 5, "truncated": True, "missed": MISSED}


def test_the_counts_and_the_words(tmp_path: Path) -> None:
    (tmp_path / "coverage.json").write_text(json.dumps({"page": ROW}), "utf8")
    graph = tmp_path / "graph.nq"
    assert coverage_of(lambda: graph, "page") == Coverage(12, 8, 5, 2, ("march", "arrest"))
    assert coverage_of(lambda: graph, "other") is None


def test_a_graph_from_elsewhere_has_none(tmp_path: Path) -> None:
    assert coverage_of(None, "page") is None
    assert coverage_of(lambda: tmp_path / "graph.nq", "page") is None
