"""Uncertain names from the first listing to the rebuilt graph, through the command line on a real store."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kg.cli import main
from kg.console import show_pair
from kg.store.snapshots import open_snapshot

pytestmark = pytest.mark.model
TEXTS = {
    "wire": "In Ghana, an Accra court fined Bagdat Koshkarov 900 cedis on 3 May 2023. The Lake Fishers Union objected.",
    "post": "In Ghana, the Lake Fishers Union said that Bagdat Koskarov had been released on 9 May 2023.",
}
LEFT, RIGHT = "Bagdat Koshkarov", "Bagdat Koskarov"


def run(*args: object, stdin: str | None = None) -> Result:
    return CliRunner().invoke(main, [str(a) for a in args], input=stdin)


def done(*args: object, stdin: str | None = None) -> str:
    result = run(*args, stdin=stdin)
    assert result.exit_code == 0, result.output
    return result.output


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """A graph of two documents that spell a man in two ways."""
    for name, text in TEXTS.items():
        (tmp_path / "docs" / f"{name}.txt").parent.mkdir(exist_ok=True)
        (tmp_path / "docs" / f"{name}.txt").write_text(text + "\n", "utf8")
    rebuild(tmp_path / "store")
    return tmp_path / "store"


def rebuild(store: Path) -> None:
    done("build", store.parent / "docs", "--store", store)


def people(store: Path) -> list[set[str]]:
    """The spellings of each person of the graph."""
    answer = json.loads(
        done("query", "-", "--store", store, "--format", "json", stdin=(
            "PREFIX cg: <https://w3id.org/civicgraph/ontology#> PREFIX skos: <http://www.w3.org/2004/02/skos/core#> "
            "SELECT ?p ?n { ?p a cg:Person ; skos:prefLabel|skos:altLabel ?n }"))
    )  # fmt: skip
    found: dict[str, set[str]] = {}
    for row in answer["results"]["bindings"]:
        found.setdefault(row["p"]["value"], set()).add(row["n"]["value"])
    return sorted(found.values(), key=sorted)


def judged_in_graph(store: Path) -> list[str]:
    answer = json.loads(
        done("query", "-", "--store", store, "--format", "json", stdin=(
            "PREFIX oa: <http://www.w3.org/ns/oa#> SELECT ?v { GRAPH ?g { ?j oa:bodyValue ?v } }"))
    )  # fmt: skip
    return sorted(row["v"]["value"] for row in answer["results"]["bindings"])


def listed(store: Path, *more: str) -> list[tuple[str, str]]:
    pairs = json.loads(done("review", "--store", store, "--json", *more))
    return [(p["left"]["name"], p["right"]["name"]) for p in pairs]


def test_from_the_listing_to_the_graph_and_back(store: Path) -> None:
    apart, together = [{LEFT}, {RIGHT}], [{LEFT, RIGHT}]
    assert people(store) == apart
    assert listed(store) == [(LEFT, RIGHT)]
    done("review", "--store", store, "decide", LEFT, RIGHT, "same", "--who", "Esi", "--reason", "one case number")
    assert listed(store) == []
    assert listed(store, "--all") == [(LEFT, RIGHT)]
    assert people(store) == apart
    rebuild(store)
    assert people(store) == together
    assert judged_in_graph(store) == ["same"]
    (store.parent / "docs" / "late.txt").write_text("In Ghana, Ama Owusu praised the Lake Fishers Union.\n", "utf8")
    rebuild(store)
    assert {LEFT, RIGHT} in people(store)
    said = done("review", "--store", store, "undo", "--who", "Kofi", "--reason", "two case numbers after all")
    assert "the rules decide again" in said
    rebuild(store)
    assert [p for p in people(store) if p & {LEFT, RIGHT}] == apart
    assert listed(store) == [(LEFT, RIGHT)]
    assert judged_in_graph(store) == ["same", "withdrawn"]
    log = [json.loads(line) for line in (store / "judgements.jsonl").read_text("utf8").splitlines()]
    assert [(j["verdict"], j["who"]) for j in log] == [("same", "Esi"), ("withdrawn", "Kofi")]


def test_both_sides_are_shown_with_their_sentences(store: Path) -> None:
    pair = json.loads(done("review", "--store", store, "--json"))[0]
    assert pair["class"] == "Person"
    assert [pair[side]["contexts"][0]["document"] for side in ("left", "right")] == ["wire", "post"]
    assert pair["left"]["contexts"][0]["quote"].startswith("In Ghana, an Accra court fined Bagdat Koshkarov")
    assert sum(r["points"] for r in pair["reasons"]) == pair["score"]
    shown = done("review", "--store", store)
    assert all(words in shown for words in ("Bagdat Koshkarov", "wire:", "a letter apart", "review ask"))


def test_a_narrow_terminal_keeps_both_columns(
    store: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "50")
    show_pair(1, json.loads(done("review", "--store", store, "--json"))[0])
    out = capsys.readouterr().out
    assert max(map(len, out.splitlines()[:8])) <= 50
    assert LEFT in out
    assert RIGHT in out


def test_answers_are_asked_for_and_kept_one_by_one(store: Path) -> None:
    done("review", "ask", "--store", store, "--who", "Esi", stdin="x\nu\nno way to tell\n")
    lines = json.loads(done("review", "log", "--store", store, "--json"))
    assert [(j["verdict"], j["reason"], j["state"]) for j in lines] == [("unsure", "no way to tell", "counts")]
    assert "No pair is left" in done("review", "--store", store)
    rebuild(store)
    assert len(people(store)) == 2
    assert listed(store) == []


@pytest.mark.parametrize("answer", ["n", "q"])
def test_a_pair_can_be_left_for_later(store: Path, answer: str) -> None:
    done("review", "ask", "--store", store, stdin=f"Esi\n{answer}\n")
    assert not (store / "judgements.jsonl").exists()
    assert listed(store) == [(LEFT, RIGHT)]


def test_undo_brings_back_what_was_said_before(store: Path) -> None:
    for verdict in ("different", "same"):
        done("review", "decide", LEFT, RIGHT, verdict, "--who", "Esi", "--store", store)
    assert [j["state"] for j in json.loads(done("review", "log", "--store", store, "--json"))] == ["replaced", "counts"]
    assert "Esi said before counts: different" in done("review", "undo", RIGHT, LEFT, "--who", "Esi", "--store", store)
    states = [j["state"] for j in json.loads(done("review", "log", "--store", store, "--json"))]
    assert states == ["counts", "withdrawn", "withdraws"]
    assert "Koskarov" in done("review", "log", "--store", store)


def test_what_the_rules_join_can_be_judged_apart(store: Path) -> None:
    (store.parent / "docs" / "post.txt").write_text(TEXTS["post"].replace(RIGHT, "Bahdat Qoshqarov") + "\n", "utf8")
    rebuild(store)
    joined = people(store)
    assert len(joined) == 1
    done("review", "decide", *sorted(joined[0]), "different", "--who", "Esi", "--store", store)
    rebuild(store)
    assert len(people(store)) == 2


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (("decide", LEFT, "Ama Owusu", "same", "--who", "Esi"), "no thing called 'Ama Owusu'"),
        (("decide", LEFT, "Lake Fishers Union", "same", "--who", "Esi"), "no class in common"),
        (("decide", LEFT, RIGHT, "same", "--class", "Law", "--who", "Esi"), "no Law called"),
        (("decide", LEFT, RIGHT, "same", "--who", " "), "give --who"),
        (("undo", "--who", "Esi"), "no judgement on any names stands"),
        (("undo", LEFT, RIGHT, "--who", "Esi"), f"no judgement on '{LEFT}' and '{RIGHT}' stands"),
        (("undo", LEFT, "--who", "Esi"), "give both names"),
    ],
)
def test_errors_are_one_line(store: Path, args: tuple[str, ...], words: str) -> None:
    result = run("review", "--store", store, *args)
    assert result.exit_code == 2
    assert words in result.stderr
    assert len(result.stderr.splitlines()) == 1
    assert not (store / "judgements.jsonl").exists()


def test_without_a_graph_there_is_nothing_to_review(tmp_path: Path) -> None:
    result = run("review", "--store", tmp_path / "none")
    assert result.exit_code == 1
    assert "civicgraph build" in result.stderr


def test_judgements_may_not_contradict_each_other(store: Path) -> None:
    union = "In Ghana, Bagdat Koshkalov met the Lake Fishers Union.\n"
    (store.parent / "docs" / "third.txt").write_text(union, "utf8")
    rebuild(store)
    third = "Bagdat Koshkalov"
    done("review", "decide", LEFT, RIGHT, "same", "--who", "Esi", "--store", store)
    done("review", "decide", LEFT, third, "same", "--who", "Esi", "--store", store)
    result = run("review", "decide", RIGHT, third, "different", "--who", "Kofi", "--store", store)
    assert result.exit_code == 2
    assert "undo one of them first" in result.stderr


def test_the_score_explains_itself() -> None:
    shown = done("review", "rules")
    assert all(word in shown for word in ("people", "things", "surnames", "initials"))


def test_a_graph_of_an_older_version_asks_for_a_build(store: Path) -> None:
    folder = open_snapshot(store).folder
    (folder / "uncertain.json").unlink()
    manifest = json.loads((folder / "manifest.json").read_text("utf8"))
    del manifest["files"]["uncertain.json"]
    (folder / "manifest.json").write_text(json.dumps(manifest), "utf8")
    result = run("review", "--store", store)
    assert result.exit_code == 1
    assert "build again" in result.stderr
