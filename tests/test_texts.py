"""A build keeps the words of its documents for their pages, unless it is told not to."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.build import Request, build
from kg.store.beside import read_text
from kg.store.snapshots import open_snapshot
from tests.conftest import Quiet

pytestmark = pytest.mark.model
PAGE = (
    "A court in Lima fined lawyer Maria Petrova 900 soles on 3 May 2021. She paid the fine.\n"
    "An officer, who asked for anonymity, said nothing.\n"
)


def test_words_are_kept_with_their_marks(tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text(PAGE, "utf8")
    build(Request([tmp_path / "page.txt"], tmp_path / "store"), Quiet())
    kept = read_text(open_snapshot(tmp_path / "store").folder, "page")
    assert kept is not None
    assert kept.text == PAGE
    marked = {kept.text[one.start : one.end]: (one.path, one.how) for one in kept.marks}
    assert marked["Maria Petrova"] == ("person/maria-petrova", "name")
    assert marked["She"] == ("person/maria-petrova", "pronoun")
    assert kept.text[slice(*kept.sentences[1])] == "She paid the fine."


def test_words_are_not_kept_against_the_will(tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text(PAGE, "utf8")
    kept = build(Request([tmp_path / "page.txt"], tmp_path / "store"), Quiet())
    without = build(Request([tmp_path / "page.txt"], tmp_path / "store", texts=False), Quiet())
    assert not without.unchanged
    assert without.build_id != kept.build_id
    folder = open_snapshot(tmp_path / "store").folder
    assert read_text(folder, "page") is None
    assert not (folder / "texts").exists()
