"""From documents to knowledge: what one text says, held together over all documents."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.documents.read import read
from kg.documents.works import assign_works
from kg.entities.model import Entity, Place
from kg.facts.model import Event, Evidence, Fact
from kg.mentions.analysis import parse
from kg.pipeline import Extraction, extract, referred

TINY = Path(__file__).resolve().parent / "corpus" / "tiny"
PROOF = (Evidence("page", 1, 0, 4, "Text"),)


@pytest.fixture(scope="module")
def extraction() -> Extraction:
    paths = [TINY / "harbour-march.txt", TINY / "harbour-petition.md"]
    documents = assign_works([document for path in paths for document in read(path)])
    return extract(documents, list(parse(documents)))


@pytest.mark.model
def test_every_proof_is_verbatim(extraction: Extraction) -> None:
    texts = {d.id: d.text for d in extraction.documents}
    said = [e for one in (*extraction.facts, *extraction.events) for e in one.evidence]
    assert said
    assert all(texts[e.document][e.start : e.end] == e.quote != "" for e in said)
    named = [p for entity in extraction.entities for places in entity.names.values() for p in places]
    assert all(texts[p.document][p.start : p.end] == p.text for p in named)


@pytest.mark.model
def test_a_person_of_two_documents_is_one(extraction: Extraction) -> None:
    (tamm,) = [e for e in extraction.entities if e.cls == "Person" and "Tamm" in e.name]
    assert {p.document for places in tamm.names.values() for p in places} == {"harbour-march", "harbour-petition"}
    kinds = {e.kind for e in extraction.events if tamm.key in (*e.agent, *e.patient)}
    assert {"Conviction", "Detention", "PetitionLaunch"} <= kinds


@pytest.mark.model
def test_all_that_is_said_is_of_known_entities(extraction: Extraction) -> None:
    known = {e.key for e in extraction.entities} | {""}
    assert {k for f in extraction.facts for k in (f.subject, f.object, f.source)} <= known
    roles = [(*e.agent, *e.patient, *e.participant, *e.law, e.place, e.source) for e in extraction.events]
    assert {k for keys in roles for k in keys} <= known
    assert set(extraction.sentences) == {d.id for d in extraction.documents}


@pytest.mark.model
def test_the_same_documents_give_the_same(extraction: Extraction) -> None:
    again = extract(extraction.documents, list(parse(extraction.documents)))
    assert (again.entities, again.facts, again.events) == (extraction.entities, extraction.facts, extraction.events)


def state(key: str) -> Entity:
    return Entity(key, "Country", key, iso="EE", adjectives={"Estonian": [Place("page", 1, 0, 8, "Estonian")]})


@pytest.mark.parametrize(
    ("facts", "events", "kept"),
    [
        ([], [], False),
        ([Fact("p", "nationality", "ee", PROOF, "rule")], [], True),
        ([], [Event("e", "Enactment", PROOF, "rule", agent=("ee",))], True),
        ([], [Event("e", "Enactment", PROOF, "rule", agent=("lv",))], False),
    ],
)
def test_a_state_that_only_qualifies(facts: list[Fact], events: list[Event], kept: bool) -> None:
    found = referred({"ee": state("ee")}, facts, events)
    assert [list(e.names) for e in found] == ([["Estonian"]] if kept else [])
