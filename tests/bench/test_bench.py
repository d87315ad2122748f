"""The measuring itself works, on a graph that is too small to say anything."""

from __future__ import annotations

import subprocess
import sys

from tests.bench.graph import quads


def test_the_graph_is_the_same_each_time_and_as_large_as_asked() -> None:
    lines = list(quads(5000))
    assert lines == list(quads(5000))
    assert 3500 < len(set(lines)) < 6500


def test_a_small_run_prints_its_tables() -> None:
    command = [sys.executable, "-m", "tests.bench.bench", "--size", "3000", "--rounds", "1", "--variants", "2",
               "--clients", "2", "--seconds", "0.2", "--systems", "civicgraph,oxigraph,oxigraph in memory"]  # fmt: skip
    found = subprocess.run(command, capture_output=True, text=True, timeout=200, check=True).stdout
    assert found.count("geometric mean") == 3
    assert "search by name: index " in found
    assert "start to the first answer: " in found
    assert "facts of a person" in found
    assert "Numbers of rows differ" not in found
