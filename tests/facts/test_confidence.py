"""Precision per rule: its own where there are cases enough, its family's otherwise, and no number without cases."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import StoreError
from kg.facts.confidence import ENOUGH, FILE, RuleCount, confidence, pooled, read_counts
from tests.corpus.counts import write_counts

COUNTS = {
    "coercion/fine": RuleCount("coercion", 8, 2),
    "coercion/jail": RuleCount("coercion", 1, 1),
    "coercion/never-right": RuleCount("coercion", 0, 6),
    "speech/say": RuleCount("speech", 2, 1),
    "kin": RuleCount("relative", 4, 1),
}


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ("coercion/fine", 0.8),
        ("coercion/jail", 0.5),  # 9 of the family's 18
        ("coercion/never-right", 0.0),
        ("speech/say", None),  # three cases in the rule and in the family
        ("kin", 0.8),
        ("assembly/rally", None),
    ],
)
def test_pooling(rule: str, expected: float | None) -> None:
    assert pooled(COUNTS).get(rule) == expected


def test_what_is_written_is_read(tmp_path: Path) -> None:
    path = tmp_path / "precision.json"
    write_counts(path, COUNTS, "a set")
    assert read_counts(path) == COUNTS
    first = path.read_bytes()
    write_counts(path, dict(reversed(COUNTS.items())), "a set")
    assert path.read_bytes() == first


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"rules": {"a": {"family": "b", "right": "x", "wrong": 1}}}'])
def test_a_broken_file_is_one_clear_line(tmp_path: Path, text: str) -> None:
    path = tmp_path / "precision.json"
    path.write_text(text, encoding="utf8")
    with pytest.raises(StoreError, match=r"precision.json: cannot be read .*; install again"):
        read_counts(path)


def test_the_packaged_file() -> None:
    counts = read_counts(FILE)
    assert list(counts) == sorted(counts)
    assert all(0 <= value <= 1 for value in confidence().values())
    assert len(confidence()) > 20
    for rule, one in counts.items():
        if one.right + one.wrong >= ENOUGH:
            assert confidence()[rule] == round(one.right / (one.right + one.wrong), 4)
