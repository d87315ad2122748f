"""What statements are about, where they name it among other things and where they only point back to it."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from tests.facts.marked import read

CASES = yaml.safe_load(Path(__file__).with_name("spoken_of.yaml").read_text(encoding="utf8"))


@pytest.mark.model
@pytest.mark.parametrize(("text", "expected"), CASES)
def test_the_last_statement_is_about(text: str, expected: list[str]) -> None:
    events, names = read(text)
    said = [e for e in events if e.kind == "Statement"][-1:]
    assert [names[key] for e in said for key in e.patient] == expected
