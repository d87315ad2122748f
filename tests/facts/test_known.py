"""Entities by class and by name, and sentences so far."""

from __future__ import annotations

from typing import cast

import pytest

from kg.entities.model import Entity, LinkedSentence
from kg.facts.known import by_name, first, of_kind
from kg.facts.linked import Before

KNOWN = {
    e.key: e
    for e in (
        Entity("Place:tarka", "Place", "Tarka", {"Old Tarka": []}),
        Entity("Court:tarka", "Court", "Tarka Court", {"the Tarka court": []}),
        Entity("Place:tarka 2", "Place", "Tarka", {"Tarka": []}, adjectives={"Tarkan": []}),
    )
}


def test_bearers_of_a_name_come_in_the_order_of_the_entities() -> None:
    places = by_name(KNOWN, "Place")
    assert [e.key for e in places["Tarka"]] == ["Place:tarka", "Place:tarka 2"]
    assert [e.key for e in places["Old Tarka"]] == ["Place:tarka"]
    assert [e.key for e in places["Tarkan"]] == ["Place:tarka 2"]
    assert "Tarka Court" not in places
    assert by_name(KNOWN, "Treaty") == {}


def test_the_first_of_some_is_the_one_that_stands_first() -> None:
    assert [e.key for e in of_kind(KNOWN, "Court")] == ["Court:tarka"]
    assert first(KNOWN, reversed(of_kind(KNOWN, "Place"))) == "Place:tarka"
    assert first(KNOWN, ()) == ""


def test_other_entities_are_sorted_out_anew() -> None:
    assert "Tarka" in by_name(KNOWN, "Place")
    assert by_name({}, "Place") == {}


def test_what_comes_before_does_not_grow_with_its_list() -> None:
    sentences = cast("list[LinkedSentence]", [*"abc"])
    before = Before(sentences, 2)
    sentences.append(cast(LinkedSentence, "d"))
    assert ([*before], [*reversed(before)], [*before[-1:]], before[-2], len(before)) == (
        ["a", "b"],
        ["b", "a"],
        ["b"],
        "a",
        2,
    )
    assert (before[5:], bool(Before(sentences, 0))) == ([], False)
    with pytest.raises(IndexError):
        before[2]
