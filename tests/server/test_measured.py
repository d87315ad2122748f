"""The page about the whole says how good it is, what was read, its limits and its licence."""

from __future__ import annotations

import json
import re
from pathlib import Path

from flask.testing import FlaskClient

GOLDEN = Path(__file__).resolve().parents[1] / "golden" / "quality.json"


def test_the_figures_are_those_that_are_measured(client: FlaskClient) -> None:
    text = client.get("/about").text
    figures = json.loads(GOLDEN.read_text("utf8"))["blind"]["all facts"]
    row = re.search(r"All facts</th><td>(\d+) %</td><td>(\d+) %", text)
    assert row is not None
    assert [int(one) for one in row.groups()] == [round(figures[name] * 100) for name in ("precision", "recall")]
    assert 'id="limits"' in text
    assert "Apache License 2.0" in text
