"""Every saved query: its header, and its committed answer on the story of tests/golden/queries, on both engines.

`UPDATE_GOLDEN=1 pytest tests/test_queries.py` writes the answers anew; look at the difference before you commit it.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.graph.ontology import ontology_triples
from kg.graph.vocabulary import ontology_files
from kg.prefixes import known_prefixes
from kg.resources import data_folder
from kg.saved import SavedQuery, bind, load
from kg.sparql import outer_star, significant
from kg.store.base import Question, View
from kg.store.memory import MemoryView
from kg.store.oxigraph import OxigraphView

GOLDEN = Path(__file__).parent / "golden" / "queries"
ONTOLOGY = "<https://w3id.org/civicgraph/graph/ontology>"
QUERIES = load(data_folder("queries"))
# The name of a golden answer, and the parameters it was asked with. Every query has at least one.
VALUES: dict[str, dict[str, str]] = {
    "events-of-an-actor": {"actor": "cgid:person/sita-gurung"},
    "evidence-of-a-fact": {"about": "cgid:person/mutale-zimba"},
    "facts-of-a-document": {"document": "cgid:document/pokhara-rivers"},
    "who-was-in-custody-on-a-day": {"day": "2024-09-05"},
}
NARROWED: dict[str, tuple[str, dict[str, str]]] = {
    "who-was-convicted-of-what.nepal": ("who-was-convicted-of-what", {"country": "cgid:country/np"}),
    "disagreements-between-sources.norms": ("disagreements-between-sources", {"kind": "norm-against-practice"}),
    "case-life-cycle.one": ("case-life-cycle", {"who": "cgid:person/mutale-zimba"}),
    "people-in-custody.august": ("people-in-custody", {"since": "2024-08-01", "until": "2024-08-31"}),
    "refusals-per-year-and-authority.nepal": ("refusals-per-year-and-authority", {"country": "cgid:country/np"}),
    "said-but-not-asserted.alleged": ("said-but-not-asserted", {"manner": "cg:Alleged"}),
    "places-with-most-events.first": ("places-with-most-events", {"most": "1"}),
    "who-speaks-for-and-against.bill": (
        "who-speaks-for-and-against",
        {"matter": "cgid:bill/zm/data-retention-bill"},
    ),
}
CASES = {name: (name, VALUES.get(name, {})) for name in QUERIES} | NARROWED


@pytest.fixture(scope="module")
def quads(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The story and the ontology as one N-Quads file."""
    story = ox.parse(path=str(GOLDEN / "fixture.trig"), format=ox.RdfFormat.TRIG)
    vocabulary = (f"{s} {p} {o} {ONTOLOGY} .\n" for s, p, o in ontology_triples(ontology_files()))
    path = tmp_path_factory.mktemp("story") / "story.nq"
    path.write_text("".join(sorted({*(f"{quad} .\n" for quad in story), *vocabulary})), "utf8")
    return path


@pytest.fixture(scope="module", params=[OxigraphView, MemoryView])
def view(request: pytest.FixtureRequest, quads: Path) -> View:
    found: View = request.param.load(quads)
    return found


@pytest.mark.parametrize("case", sorted(CASES))
def test_answer_is_the_committed_one_on_both_engines(case: str, view: View) -> None:
    name, values = CASES[case]
    answer = view.answer(Question(bind(QUERIES[name], values, known_prefixes()), bindings="tsv")).body.decode()
    golden = GOLDEN / f"{case}.tsv"
    if os.environ.get("UPDATE_GOLDEN") and isinstance(view, OxigraphView):
        golden.write_text(answer, "utf8")
    assert answer == golden.read_text("utf8")
    assert len(answer.splitlines()) > 1, "an empty answer proves nothing"


@pytest.mark.parametrize("query", QUERIES.values(), ids=QUERIES)
def test_header_is_for_readers(query: SavedQuery) -> None:
    assert re.fullmatch(r"[a-z]+(-[a-z]+)+", query.name), "the file is named after its question"
    assert query.question.endswith("?")
    assert query.tags
    assert all(param.description for param in query.params.values())


@pytest.mark.parametrize("query", QUERIES.values(), ids=QUERIES)
def test_columns_are_named_and_rows_are_ordered(query: SavedQuery) -> None:
    found = significant(query.text)
    assert outer_star(found) is None
    assert any(token.is_word("ORDER") for token in found)


def test_every_golden_answer_belongs_to_a_case() -> None:
    assert {path.stem for path in GOLDEN.glob("*.tsv")} == CASES.keys()


def test_readme_lists_every_query() -> None:
    readme = (data_folder("queries") / "README.md").read_text("utf8")
    assert set(re.findall(r"`([a-z-]+)\.rq`", readme)) == QUERIES.keys()
