"""The log of judgements: written, read back, the latest counts; a broken line is named."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.entities.judgements import Judgement, Verdicts, append, load, pair
from kg.entities.unite import Groups
from kg.errors import SourceError

SAME = Judgement("Person", "Ama Mensah", "Amah Mensa", "same", "Kofi", "2025-01-02")
APART = Judgement("Person", "amah mensa", "Ama Mensah", "different", "Esi", "2025-01-03", "two sisters")


def test_what_is_appended_is_loaded(tmp_path: Path) -> None:
    path = tmp_path / "store" / "judgements.jsonl"
    assert load(path) == []
    append(path, SAME)
    append(path, APART)
    assert load(path) == [SAME, APART]


def test_the_latest_verdict_counts_whichever_way_round() -> None:
    assert Verdicts([SAME, APART]).latest == {("Person", "ama mensah", "amah mensa"): "different"}
    assert pair("Law", "B", "A") == pair("Law", "A", "B")


@pytest.mark.parametrize(
    "line",
    [
        "{",
        '{"cls": "Person"}',
        '["Person"]',
        '{"cls":"P","left":"a","right":"b","verdict":"maybe","who":"x","when":"2025"}',
    ],
)
def test_a_broken_line_is_named(tmp_path: Path, line: str) -> None:
    path = tmp_path / "log.jsonl"
    append(path, SAME)
    path.write_text(path.read_text("utf8") + line + "\n", "utf8")
    with pytest.raises(SourceError, match=r"log\.jsonl: line 2"):
        load(path)


@pytest.mark.parametrize(("verdict", "together"), [("same", True), ("different", False), ("unsure", False)])
def test_verdicts_bind_groups(verdict: str, together: bool) -> None:
    groups = Groups(["Ama Mensah", "Amah Mensa"])
    verdicts = Verdicts([Judgement("Person", "Ama Mensah", "Amah Mensa", verdict, "Kofi", "2025")])  # type: ignore[arg-type]
    verdicts.apply(groups, ["Ama Mensah", "Amah Mensa"], lambda name: ("Person", [name]))
    if not together:
        groups.unite("Ama Mensah", "Amah Mensa")
    assert (groups.top("Amah Mensa") == "Ama Mensah") is together
