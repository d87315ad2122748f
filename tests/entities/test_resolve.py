"""Entities of a whole corpus: merging across documents, judgements, determinism, links of every sentence."""

from __future__ import annotations

import pytest

from kg.entities.judgements import Judgement
from kg.entities.resolve import Resolution

pytestmark = pytest.mark.model
CORPUS = {
    "wire": "In Ghana, Qanat Zhaqsylyqov of the Lake Fishers Union was fined by an Accra court. Zhaqsylyqov appealed.",
    "post": "Kanat Jaksylykov, a fisherman from Ghana, said he would pay. The Lake Fishers Union disagreed.",
    "note": "Ghanaian nurses treated Qanat Baimukhanov near Accra on 3 May.",
}


def digest(resolution: Resolution) -> object:
    entities = [
        (
            e.key,
            e.cls,
            e.name,
            e.country,
            e.protected,
            {n: [(p.document, p.start) for p in ps] for n, ps in e.names.items()},
        )
        for e in resolution.entities.values()
    ]
    links = {
        d: [[(r.start, r.end, r.entity, r.how) for r in one.references] for one in ls]
        for d, ls in sorted(resolution.sentences.items())
    }
    return entities, links


def test_spellings_meet_across_documents_and_people_of_one_given_name_do_not(resolved, named) -> None:
    found = resolved(CORPUS)
    assert named(found, "Kanat Jaksylykov") is named(found, "Qanat Zhaqsylyqov")
    assert named(found, "Qanat Baimukhanov") is not named(found, "Qanat Zhaqsylyqov")
    assert len(named(found, "Lake Fishers Union").names["Lake Fishers Union"]) == 2


@pytest.mark.parametrize(("verdict", "one"), [("different", False), ("unsure", False), ("same", True)])
def test_judgements_win_and_survive_rebuilds(resolved, verdict: str, one: bool) -> None:
    said = [Judgement("Person", "Kanat Jaksylykov", "Qanat Zhaqsylyqov", verdict, "Esi", "2025-05-01")]  # type: ignore[arg-type]
    for texts in (CORPUS, {**CORPUS, "new": "It rained in Ghana."}):
        people = [
            e
            for e in resolved(texts, said).entities.values()
            if {"Kanat Jaksylykov", "Qanat Zhaqsylyqov"} & set(e.names)
        ]
        assert (len(people) == 1) is one


def test_the_order_of_documents_changes_nothing(resolved) -> None:
    assert digest(resolved(CORPUS)) == digest(resolved(dict(reversed(CORPUS.items()))))


def test_every_reference_is_of_an_entity_and_stands_in_its_sentence(resolved) -> None:
    found = resolved(CORPUS)
    for linked in found.sentences.values():
        for one in linked:
            assert all(r.entity in found.entities for r in one.references)
            assert all(one.sentence.start <= r.start < r.end <= one.sentence.end for r in one.references)


def test_every_form_stands_where_it_says(resolved) -> None:
    found = resolved(CORPUS)
    for entity in found.entities.values():
        for places in (*entity.names.values(), *entity.adjectives.values()):
            assert all(CORPUS[p.document][p.start : p.end] == p.text for p in places)


def test_an_adjective_is_no_name_of_the_state(resolved, named) -> None:
    ghana = named(resolved(CORPUS), "Ghana")
    assert (set(ghana.names), set(ghana.adjectives), ghana.iso) == ({"Ghana"}, {"Ghanaian"}, "GH")
