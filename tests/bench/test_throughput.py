"""The bench runs and prints its ratios; what it measures is looked at by hand, on a quiet machine."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.bench.throughput import main

pytestmark = pytest.mark.model


def test_the_ratios_are_printed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "one.txt").write_text("A court in Nairobi fined Grace Otieno 20,000 shillings on 3 May 2023.\n", "utf8")
    assert main([str(tmp_path), "--rounds", "1", "--least", "0"]) == 0
    out = capsys.readouterr().out
    assert all(re.search(r": ratio \d+\.\d\d$", line) for line in out.splitlines()[-3:])
    assert main([str(tmp_path), "--rounds", "0", "--least", "1000"]) == 1
