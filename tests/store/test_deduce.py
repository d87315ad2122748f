"""Rules over quads in memory: terms come back as ours, later rules see earlier ones, days and durations add up."""

from __future__ import annotations

import pytest

from kg.graph.terms import Triple, literal
from kg.store.deduce import Deducer

PREFIX = "PREFIX fn: <https://w3id.org/civicgraph/function#> PREFIX xsd: <http://www.w3.org/2001/XMLSchema#> "
TRIPLE = ("<x:a>", "<x:p>", literal('say "é"', "en"))


def test_terms_come_back_as_they_went_in() -> None:
    engine = Deducer(
        [
            TRIPLE,
            ("<x:b>", "<x:p>", literal("5", datatype="xsd:integer")),
            ("<x:c>", "<x:p>", literal("w")),
        ]
    )
    made = engine.construct("CONSTRUCT { ?s <x:q> ?o } WHERE { ?s <x:p> ?o }")
    assert set(made) == {
        ("<x:a>", "<x:q>", literal('say "é"', "en")), ("<x:b>", "<x:q>", literal("5", datatype="xsd:integer")),
        ("<x:c>", "<x:q>", literal("w")),
    }  # fmt: skip


def test_what_is_added_is_seen() -> None:
    engine = Deducer([])
    rule = "CONSTRUCT { [] <x:q> ?s } WHERE { ?s <x:p> ?o }"
    assert engine.construct(rule) == []
    engine.add([TRIPLE])
    ((node, _, value),) = engine.construct(rule)
    assert node.startswith("_:")
    assert value == "<x:a>"


@pytest.mark.parametrize(
    ("day", "duration", "then"),
    [
        ('"2025-03-03"^^xsd:date', '"P10D"^^xsd:duration', "2025-03-13"),
        ('"2024-01-31"^^xsd:date', '"P1M"^^xsd:duration', "2024-02-29"),
        ('"9990-01-31"^^xsd:date', '"P90Y"^^xsd:duration', ""),
        ('"2025-03-03"^^xsd:date', '"a while"', ""),
        ("<x:a>", '"P10D"^^xsd:duration', ""),
    ],
)
def test_a_day_and_a_duration(day: str, duration: str, then: str) -> None:
    made: list[Triple] = Deducer([]).construct(
        f"{PREFIX} CONSTRUCT {{ <x:a> <x:until> ?d }} WHERE {{ BIND(fn:after({day}, {duration}) AS ?d) }}"
    )
    assert [o for _, _, o in made] == ([literal(then, datatype="xsd:date")] if then else [])
