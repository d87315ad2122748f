"""What people find wrong leaves the whole graph at the next build, and comes back when it is withdrawn."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from kg import resolutions, review_log, verdicts
from kg.cli import main
from kg.entities import judgements
from kg.errors import SourceError, UsageError
from kg.graph.review import Resolution
from kg.store.snapshots import open_snapshot

pytestmark = pytest.mark.model
TEXT = """ACCRA, 9 May 2023

An Accra court fined Bagdat Koshkarov 900 cedis on 3 May 2023. Esi Quansah is the chair of the Lake Fishers Union.
"""


def run(*args: object) -> str:
    found = CliRunner().invoke(main, [str(one) for one in args])
    assert found.exit_code == 0, found.output
    return found.output


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("verdicts")
    (folder / "page.txt").write_text(TEXT, "utf8")
    run("build", folder / "page.txt", "--store", folder / "store")
    return folder / "store"


@pytest.fixture
def store(built: Path) -> Path:
    (built / verdicts.LOG).unlink(missing_ok=True)
    rebuild(built)
    return built


def rebuild(store: Path) -> None:
    run("build", store.parent / "page.txt", "--store", store)


def claim_of(store: Path, predicate: str) -> str:
    document = "https://w3id.org/civicgraph/id/document/page"
    answer = run("query", "facts-of-a-document", f"document={document}", "--store", store, "--format", "json")
    rows = json.loads(answer)["results"]["bindings"]
    found: str = next(row["claim"]["value"] for row in rows if row["predicate"]["value"].endswith(predicate))
    return found


def judge(store: Path, predicate: str, verdict: str) -> str:
    cut = f"{claim_of(store, predicate)}\r"  # as a shell cuts it from the end of a line of CSV
    return run("review", "fact", cut, verdict, "--who", "Ann", "--store", store)


def graph(store: Path) -> str:
    return open_snapshot(store).graph.read_text("utf8")


@pytest.mark.parametrize(
    ("wrong", "kept"),
    [
        ({"#patient": "#patient>", "#dateEDTF": "#earliest>", "#sanction": "#sanctionType>"}, ["#agent>", "#holder>"]),
        ({"#kind": "/id/event/", "#holder": "/id/position/"}, ["ontology#Court>"]),
    ],
)
def test_what_is_wrong_leaves_the_graph_and_comes_back(store: Path, wrong: dict[str, str], kept: list[str]) -> None:
    before, claims = graph(store), [claim_of(store, predicate) for predicate in wrong]
    assert all(asserted(before, gone) for gone in wrong.values())
    for predicate in wrong:
        assert "Build again" in judge(store, predicate, "wrong")
    rebuild(store)
    after = graph(store)
    assert not any(asserted(after, gone) for gone in wrong.values())
    assert all(asserted(after, one) for one in kept)
    for claim in claims:
        assert f"<{claim}>" in after  # the verdict is on it, in the review graph
        run("review", "fact", claim, "withdrawn", "--who", "Ann", "--store", store)
    rebuild(store)
    assert graph(store) == before


def asserted(text: str, words: str) -> bool:
    """Whether the world, the claims or what is inferred hold some words."""
    return any(words in row for row in text.splitlines() if row.endswith(("/world> .", "/claims> .", "/inferred> .")))


def test_a_right_fact_stays(store: Path) -> None:
    told = judge(store, "#patient", "right")
    assert "Bagdat Koshkarov: right, says Ann" in told
    rebuild(store)
    assert asserted(graph(store), "#patient>")


def test_the_log_holds_all_in_the_order_of_time(store: Path) -> None:
    judge(store, "#patient", "wrong")
    run("review", "decide", "Esi Quansah", "Bagdat Koshkarov", "different", "--who", "Ann", "--store", store)
    judge(store, "#patient", "unsure")
    told = [(one.kind, one.verdict, one.state) for one in review_log.log(store)]
    assert told == [("fact", "wrong", "replaced"), ("names", "different", "counts"), ("fact", "unsure", "counts")]
    assert len(judgements.load(store / verdicts.LOG)) == 1
    assert resolutions.load(store / verdicts.LOG) == []
    assert "Koshkarov" in run("review", "log", "--store", store)


@pytest.mark.parametrize(("predicate", "told"), [("#type", "follows from a name"), ("", "no claim")])
def test_what_is_no_single_fact_cannot_be_judged(store: Path, predicate: str, told: str) -> None:
    claim = claim_of(store, predicate) if predicate else "0"
    with pytest.raises(UsageError, match=told):
        verdicts.judge(store, claim, "wrong", who="Ann")
    with pytest.raises(UsageError, match="stands"):
        verdicts.undo(store, claim, who="Ann")


def test_a_broken_line_is_named(tmp_path: Path) -> None:
    log = tmp_path / verdicts.LOG
    for line, told in (('{"kind": "fact"}', "is no verdict"), (json.dumps({"kind": "fact", "claim": "0", "said": "",
            "verdict": "so", "who": "Ann", "when": "2024"}), "none of right, wrong, unsure")):  # fmt: skip
        log.write_text(line + "\n", "utf8")
        with pytest.raises(SourceError, match=f"line 1.*{told}"):
            verdicts.load(log)


def test_a_withdrawn_resolution_counts_no_more() -> None:
    def given(node: str, accepted: str) -> Resolution:
        return Resolution(node, accepted, "Ann", "2024-05-01", "why")

    log = [given("a", "both"), given("b", "x"), given("a", "y"), given("a", "withdrawn"), given("c", "withdrawn")]
    assert resolutions.standing(log) == log[:2]
