"""What a curator decides on a disagreement is kept in the log, shown by the next build, and never deletes a side."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from kg.cli import main
from kg.entities import judgements
from kg.errors import SourceError, UsageError
from kg.resolutions import LOG, load, resolve
from kg.store.snapshots import open_snapshot

pytestmark = pytest.mark.model
PAGES = {
    "first": "ACCRA, 3 May 2022\n\nOn 2 May 2022, an Accra court sentenced Kofi Mensah to ten days in jail.\n",
    "second": "ACCRA, 9 May 2022\n\nOn 2 May 2022, an Accra court sentenced Kofi Mensah to twelve days in jail.\n",
}


def run(*args: str) -> str:
    found = CliRunner().invoke(main, args)
    assert found.exit_code == 0, found.output
    return found.output


@pytest.fixture
def store(tmp_path: Path) -> Path:
    for page, text in PAGES.items():
        (tmp_path / f"{page}.txt").write_text(text, "utf8")
    run("build", str(tmp_path / "first.txt"), str(tmp_path / "second.txt"), "--store", str(tmp_path / "store"))
    return tmp_path / "store"


def disagreements(store: Path) -> list[dict[str, str]]:
    answer = json.loads(run("query", "disagreements-between-sources", "--store", str(store), "--format", "json"))
    return [{k: v["value"] for k, v in row.items()} for row in answer["results"]["bindings"]]


def test_a_decision_is_recorded_and_shown_and_both_sides_stay(store: Path, tmp_path: Path) -> None:
    (found,) = disagreements(store)
    assert (found["differsIn"], found.get("accepted")) == ("number", None)
    given = ("--who", "Ann", "--reason", "the court's own record", "--store", str(store))
    told = run("resolve", found["disagreement"], "--accept", found["first"], *given)
    assert "Build again" in told
    run("build", str(tmp_path / "first.txt"), str(tmp_path / "second.txt"), "--store", str(store))
    (after,) = disagreements(store)
    assert after == {**found, "accepted": found["first"], "curator": "Ann", "reason": "the court's own record"}
    run(
        "resolve",
        found["disagreement"],
        "--accept",
        "neither",
        "--who",
        "Bo",
        "--reason",
        "both are old",
        "--store",
        str(store),
    )
    run("build", str(tmp_path / "first.txt"), str(tmp_path / "second.txt"), "--store", str(store))
    assert len(load(store / LOG)) == 2
    assert judgements.load(store / LOG) == []


@pytest.mark.parametrize(
    ("node", "claim", "who", "reason", "told"),
    [
        ("0", "both", "Ann", "why", "no disagreement 0"),
        ("", "0", "Ann", "why", "is no side"),
        ("", "both", " ", "why", "needs a name and a reason"),
        ("", "both", "Ann", "", "needs a name and a reason"),
    ],
)
def test_what_is_wrong_is_told(store: Path, node: str, claim: str, who: str, reason: str, told: str) -> None:
    node = node or disagreements(store)[0]["disagreement"]
    with pytest.raises(UsageError, match=told):
        resolve(store, node, claim, who=who, reason=reason)
    assert load(store / LOG) == []
    assert open_snapshot(store)


def test_a_broken_line_is_named(tmp_path: Path) -> None:
    log = tmp_path / LOG
    log.write_text('{"kind": "resolution", "accepted": "both"}\n', "utf8")
    with pytest.raises(SourceError, match="line 1 is no resolution"):
        load(log)
