"""The lists and patterns of `relations.yaml`."""

from __future__ import annotations

import pytest

from kg.errors import UsageError
from kg.facts.relations import words as relations_words
from kg.facts.relations.clauses import EDGES, edges_of
from kg.facts.relations.words import RelationPattern, by_trigger, patterns, word_list, word_map

PREDICATES = {"position", "author", "addressee", "publishedOn", "legalBasis", "memberOf", "supports", "opposes"}


def test_rules_are_unique_and_of_known_predicates() -> None:
    rules = [p.rule for p in patterns()]
    assert len(rules) == len(set(rules))
    assert {p.predicate for p in patterns()} == PREDICATES


@pytest.mark.parametrize("pattern", patterns(), ids=lambda p: p.rule)
def test_every_pattern_has_triggers_and_examples_of_both_kinds(pattern: RelationPattern) -> None:
    assert pattern.triggers
    assert pattern.positive
    assert pattern.negative


def test_a_trigger_leads_to_its_patterns() -> None:
    assert "relations/opposes" in {p.rule for p in by_trigger()["denounced"]}
    assert "denounced" not in word_list("judges")


def test_a_map_is_turned_round() -> None:
    assert word_map("bodies")["company"] == ("Company",)
    assert set(word_map("norms")["bill"]) == {"Bill", "Law"}


@pytest.mark.parametrize(("look", "name"), [(word_list, "no such list"), (word_map, "no such map")])
def test_a_list_that_is_not_there_is_an_error_that_names_it(look: object, name: str) -> None:
    assert callable(look)
    with pytest.raises(UsageError, match=name):
        look(name)


ODD = {"name": "x", "predicate": "author", "subject": {}, "object": {}, "odd": 1}


@pytest.mark.parametrize("row", [{"name": "x"}, ODD])
def test_a_malformed_pattern_is_an_error_that_names_it(row: dict[str, object]) -> None:
    with pytest.raises(UsageError, match="relations/x"):
        relations_words._pattern(row)


def test_every_edge_of_its_own_kind_is_known() -> None:
    shared = {"object", "subject", "dative", "poss", "holder", "identity"}
    own = {e for e in edges_of(patterns()) if e.isalpha()} - shared
    assert own <= set(EDGES)
