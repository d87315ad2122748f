"""The bench runs and prints its ratio; what it measures is looked at by hand, on a quiet machine."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.bench.throughput import main

pytestmark = pytest.mark.model


def test_the_ratio_is_printed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "one.txt").write_text("A court in Nairobi fined Grace Otieno 20,000 shillings on 3 May 2023.\n", "utf8")
    assert main([str(tmp_path), "--rounds", "1", "--least", "0", "--processes", "1"]) == 0
    out = capsys.readouterr().out
    assert re.search(r"ratio \d+\.\d\d$", out.strip())
    assert main([str(tmp_path), "--rounds", "0", "--least", "1000", "--processes", "1"]) == 1
