"""What is denied, planned, alleged, reported or only supposed must not come into the world, by any way of a build."""

from __future__ import annotations

import csv
import io
import json
from collections import defaultdict
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from kg.build import Request, build
from kg.cli import main
from kg.graph.network import local_name
from kg.graph.terms import cg, name, read_lines, text_of
from kg.store.snapshots import open_snapshot
from tests.facts.marked import plain

pytestmark = pytest.mark.model
CASES = yaml.safe_load((Path(__file__).parent / "facts" / "stances.yaml").read_text("utf8"))
SPEECH = {"Statement", "Publication"}


class Silent:
    """Progress that nobody watches."""

    def stage(self, name: str, total: int) -> None: ...

    def step(self) -> None: ...


@pytest.fixture(scope="module")
def graphs(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, dict[str, set[str]]]]:
    """The graph of all sentences, each a document of its own and all in one: graph → node → property → values."""
    folder = tmp_path_factory.mktemp("leaks")
    texts = [plain(case["text"]) for case in CASES]
    pages = [{"id": f"s{n:03d}", "text": f"{text}\n", "published": "2024-09-01"} for n, text in enumerate(texts)]
    pages.append({"id": "together", "text": "".join(f"{text}\n\n" for text in texts), "published": "2024-09-01"})
    (folder / "sentences.jsonl").write_text("".join(f"{json.dumps(page)}\n" for page in pages), "utf8")
    build(Request([folder / "sentences.jsonl"], folder / "store"), Silent())
    found: dict[str, dict[str, dict[str, set[str]]]] = defaultdict(lambda: defaultdict(lambda: defaultdict(set)))
    with open_snapshot(folder / "store").graph.open(encoding="utf8") as file:
        for s, p, o, g in read_lines(file, "graph"):
            found[local_name(g)][s][p].add(o)
    return found


def test_no_event_of_the_world_rests_on_a_sentence_that_does_not_assert_it(
    graphs: dict[str, dict[str, dict[str, set[str]]]],
) -> None:
    allowed = {plain(c["text"]): ({c["kind"]} if c["says"] == "so" else set()) | set(c.get("also", ())) for c in CASES}
    world = {
        s for g in ("world", "inferred") for s, values in graphs[g].items() if cg("Event") in values[name("rdf:type")]
    }
    assert world
    leaks = []
    for claim in graphs["claims"].values():
        (event,) = claim.get(name("rdf:subject"), {""})
        if event in world and cg("kind") in claim[name("rdf:predicate")] and cg("Asserted") in claim[cg("mode")]:
            (kind,) = map(local_name, claim[name("rdf:object")])
            quotes = [
                text_of(*graphs["documents"][sentence][cg("quote")]).strip() for sentence in claim[cg("evidence")]
            ]
            if not any(kind in SPEECH | allowed.get(quote, {kind}) for quote in quotes):
                leaks.append((kind, quotes))
    assert leaks == []


def test_nobody_is_in_custody_by_hearsay(graphs: dict[str, dict[str, dict[str, set[str]]]]) -> None:
    """Nor does a rule conclude anything from what is not asserted."""
    begun = {e for values in graphs["inferred"].values() for e in values[cg("begunBy")]}
    assert begun
    assert all(cg("Event") in graphs["world"][event][name("rdf:type")] for event in begun)


def test_a_life_cycle_does_not_tell_of_somebody_what_only_hearsay_adds(tmp_path: Path) -> None:
    """One work asserts the arrest of Nodar; that Lali was arrested with him, only somebody else says."""
    told = "Police in Batumi arrested Nodar Okrelidze on 3 May 2024."
    said = (
        "According to the Batumi Herald, police in Batumi arrested Nodar Okrelidze and Lali Kirvalidze on 3 May 2024. "
        "Lali Kirvalidze was released on 5 May 2024."
    )
    pages = [{"id": k, "text": f"{text}\n", "published": "2024-09-01"} for k, text in (("told", told), ("said", said))]
    (tmp_path / "two.jsonl").write_text("".join(f"{json.dumps(page)}\n" for page in pages), "utf8")
    build(Request([tmp_path / "two.jsonl"], tmp_path / "store"), Silent())
    query = ["query", "case-life-cycle", "--store", str(tmp_path / "store"), "--format", "csv"]
    rows = list(csv.DictReader(io.StringIO(CliRunner().invoke(main, query).output)))
    found = {
        row["status"] for row in rows if row["personLabel"] == "Lali Kirvalidze" and row["stepLabel"] == "detention"
    }
    assert found == {"said"}
