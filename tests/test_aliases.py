"""Every spelling of an entity points to a sentence in which it stands, in the built graph of the sample documents."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import pytest

from kg.graph.terms import Term, name, read_lines, text_of
from kg.store.snapshots import open_snapshot

pytestmark = pytest.mark.model
Values = dict[Term, dict[Term, list[Term]]]


@pytest.fixture(scope="module")
def graphs(sample_store: Path) -> dict[str, Values]:
    """Subject → predicate → values, by graph."""
    found: dict[str, Values] = defaultdict(lambda: defaultdict(lambda: defaultdict(list)))
    path = open_snapshot(sample_store).graph
    with path.open(encoding="utf8", newline="\n") as file:
        for subject, predicate, value, graph in read_lines(file, str(path)):
            found[graph.rsplit("/", 1)[-1].strip(">")][subject][predicate].append(value)
    return found


def test_each_alias_has_a_claim_with_its_sentence(graphs: dict[str, Values]) -> None:
    quotes: dict[tuple[Term, Term], list[str]] = defaultdict(list)
    for claim in graphs["claims"].values():
        if claim.get(name("rdf:predicate")) == [name("skos:altLabel")]:
            said = claim[name("rdf:subject")][0], claim[name("rdf:object")][0]
            for sentence in claim[name("cg:evidence")]:
                quotes[said] += map(text_of, graphs["documents"][sentence][name("cg:quote")])
    aliases = [(s, o) for s, values in graphs["world"].items() for o in values.get(name("skos:altLabel"), ())]
    assert len(aliases) > 50
    assert [said for said in aliases if said not in quotes] == []
    unsaid = [(text_of(o), quotes[s, o]) for s, o in aliases if not _stands(text_of(o), quotes[s, o])]
    assert unsaid == []


def _stands(alias: str, quotes: list[str]) -> bool:
    """Whether each sentence has the alias word for word; of an article of a law at least its number."""
    plain = alias.rsplit(" ", 1)[-1] if alias.startswith("Article ") else alias
    return bool(quotes) and all(plain in quote.replace("\n", " ") for quote in quotes)


def test_labels_differ_from_each_other(graphs: dict[str, Values]) -> None:
    for values in graphs["world"].values():
        labels = values.get(name("skos:altLabel"), []) + values.get(name("skos:prefLabel"), [])
        assert len(labels) == len(set(labels))


def test_cities_are_matched_to_geonames_and_states_to_wikidata(graphs: dict[str, Values]) -> None:
    known = graphs["ontology"]
    nairobi = next(s for s in graphs["world"] if s.endswith("id/place/nairobi>"))
    assert [text_of(o) for o in known[nairobi][name("skos:exactMatch")]] == ["https://sws.geonames.org/184745/"]
    assert [round(float(text_of(o))) for o in known[nairobi][name("geo:lat")]] == [-1]
    kenya = next(s for s in known if s.endswith("id/country/ke>"))
    assert "http://www.wikidata.org/entity/Q114" in map(text_of, known[kenya][name("skos:exactMatch")])
    assert [text_of(o) for o in known[kenya][name("skos:notation")]] == ["KE"]
