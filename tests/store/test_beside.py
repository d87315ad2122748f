from __future__ import annotations

import json
from pathlib import Path

import pytest

from kg.store.beside import COVERAGE, TEXTS, Coverage, Marked, Missed, Text, read_coverage, read_text

COVERED = Coverage(12, 8, 5, True, (Missed(0, 9, ("march",)), Missed(9, 20, ("arrest", "march"))))
KEPT = Text("Ola \U0001f54a left.", ((0, 11),), (Marked(0, 3, "person/ola", "name"),))


def test_coverage_is_read_as_it_was_written(tmp_path: Path) -> None:
    (tmp_path / COVERAGE).write_text(json.dumps({"page": COVERED.as_json()}), "utf8")
    assert read_coverage(tmp_path) == {"page": COVERED}
    assert read_coverage(tmp_path / "elsewhere") == {}


def test_texts_are_read_as_they_were_written(tmp_path: Path) -> None:
    (tmp_path / TEXTS).mkdir()
    (tmp_path / TEXTS / "page.json").write_text(json.dumps(KEPT.as_json()), "utf8")
    assert read_text(tmp_path, "page") == KEPT
    assert read_text(tmp_path, "other") is None


@pytest.mark.parametrize("name", ["../coverage", "a/../page", "/etc/passwd", "a\0b", ".."])
def test_no_name_leads_out_of_the_folder(tmp_path: Path, name: str) -> None:
    (tmp_path / TEXTS).mkdir()
    (tmp_path / COVERAGE).write_text("{}", "utf8")
    assert read_text(tmp_path, name) is None
