"""A disagreement is a node between the claims of two works, the same in every build; a resolution stands beside it."""

from __future__ import annotations

from dataclasses import replace

from kg.dates import parse_edtf
from kg.facts.across.identity import identify
from kg.facts.across.rivals import rivals
from kg.facts.model import Event, Sanction
from kg.graph.quads import Extras, Knowledge, build_quads
from kg.graph.review import Resolution
from kg.graph.terms import Triple, cg, name, read_lines, text_of

from .conftest import entities, page


def fined(where: str, work: str, amount: float, patient: str = "Person:maarja tamm") -> Event:
    return Event(
        f"e-{where}", "Conviction", page(where, work).says("fine"), "t/t", patient=(patient,),
        date=parse_edtf("2021-05-03"), sanctions=(Sanction("fine", amount=amount, currency="EUR"),),
    )  # fmt: skip


def claims_graph(*events: Event, resolutions: tuple[Resolution, ...] = ()) -> tuple[set[Triple], set[Triple]]:
    """The claims graph and the review graph of two pages."""
    first, second = page("first", "w1"), page("second", "w2")
    documents = [first.document, second.document]
    both = [
        replace(e, names={k: [*v, *f.names[k]] for k, v in e.names.items()})
        for e, f in zip(entities(first), entities(second), strict=True)
    ]
    identity = identify(events, documents)
    knowledge = Knowledge(documents, both, [], events, {}, identity, rivals(events, [], both, documents, identity))
    built = build_quads(knowledge, extras=Extras(resolutions=resolutions))
    quads = list(read_lines(built.nquads.decode().splitlines(), "built"))
    claims, review = ({q[:3] for q in quads if q[3].endswith(f"/{graph}>")} for graph in ("claims", "review"))
    return claims, review


def test_two_sums_of_one_fine() -> None:
    events = fined("first", "w1", 200.0), fined("second", "w2", 300.0)
    claims, _ = claims_graph(*events)
    assert claims == claims_graph(*events[::-1])[0]
    (node,) = {s for s, p, o in claims if (p, o) == (name("rdf:type"), cg("Disagreement"))}
    sides = {o for s, p, o in claims if (s, p) == (node, cg("between"))}
    assert len(sides) == 2
    assert {p for s, p, _ in claims if s in sides} >= {cg("evidence"), cg("mode")}
    assert {text_of(o) for s, p, o in claims if (s, p) == (node, cg("differsIn"))} == {"number"}
    (label,) = (text_of(o) for s, p, o in claims if (s, p) == (node, name("rdfs:label")))
    assert "200" in label
    assert "300" in label


def test_works_that_agree_and_people_who_are_protected_give_none() -> None:
    for amount, patient in ((200.0, "Person:maarja tamm"), (300.0, "Person:kati")):
        events = fined("first", "w1", 200.0, patient), fined("second", "w2", amount, patient)
        claims, _ = claims_graph(*events)
        labels = [text_of(o) for s, p, o in claims if p == name("rdfs:label") and "/disagreement/" in s]
        assert all("Kati" not in label for label in labels)
        assert bool(labels) is (amount == 300.0)


def test_a_resolution_is_told_beside_the_disagreement() -> None:
    by_ann, by_bo = ("Ann", "2026-01-02", "the receipt"), ("Bo", "2026-01-03", "why")
    decided = (Resolution("abc", "def", *by_ann), Resolution("abc", "both", *by_bo))
    _, review = claims_graph(fined("first", "w1", 200.0), resolutions=decided)
    targets = {text_of(o) for _, p, o in review if p == name("oa:hasTarget")}
    assert targets == {"https://w3id.org/civicgraph/id/disagreement/abc"}
    assert {text_of(o).rsplit("/", 1)[-1] for _, p, o in review if p == cg("accepts")} == {"def"}
    assert {text_of(o) for _, p, o in review if p == name("oa:bodyValue")} == {"both"}
    assert {text_of(o) for _, p, o in review if p == name("rdfs:comment")} == {"the receipt", "why"}
