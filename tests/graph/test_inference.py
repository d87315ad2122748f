"""The rules: what each concludes and from what, that they go on from each other, and that OWL agrees with them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from rdflib import OWL, RDF, Graph, URIRef

from kg.dates import parse_edtf
from kg.errors import GateError
from kg.facts.model import Event, Fact, Sanction
from kg.graph.gates import check_gates
from kg.graph.inference import Rule, conclusions, rules
from kg.graph.quads import Extras, Knowledge, Settings, build_quads
from kg.graph.reason import load
from kg.graph.terms import Quad, Triple, cg, literal, name, read_lines, text_of
from kg.graph.vocabulary import CG, classes, ontology_files, vocabulary
from kg.store.deduce import Deducer

from .conftest import Page, entities

SETTINGS, EXTRAS = Settings(engine=Deducer), Extras(ontology_files())
TAMM, SAAR = "Person:maarja tamm", "Person:peeter saar"
MAY_3 = parse_edtf("2021-05-03")


def quads(here: Page, events: list[Event], facts: tuple[Fact, ...] = ()) -> list[Quad]:
    built = build_quads(Knowledge([here.document], entities(here), facts, events), {}, SETTINGS, EXTRAS)
    return list(read_lines(built.nquads.decode().splitlines(), "built"))


def graph(found: list[Quad], which: str) -> set[Triple]:
    return {quad[:3] for quad in found if quad[3].endswith(f"graph/{which}>")}


def inferred(found: list[Quad], predicate: str) -> set[tuple[str, str]]:
    """Subjects and objects of what was inferred, by the ends of their names."""
    return {
        (text_of(s).rsplit("/", 1)[-1], text_of(o).rsplit("/", 1)[-1].rsplit("#", 1)[-1])
        for s, p, o in graph(found, "inferred")
        if p == name(predicate)
    }


def jailed(here: Page, **changes: object) -> Event:
    days = Sanction("detention", duration="P10D")
    event = Event("e", "Conviction", here.says("fine"), "t/t", patient=(TAMM,), date=MAY_3, sanctions=(days,))
    return replace(event, **changes)  # type: ignore[arg-type]


def ends(found: list[Quad]) -> set[str]:
    return {day for _, day in inferred(found, "cg:until")}


def test_each_rule_says_what_it_is_for() -> None:
    assert [rule.id for rule in rules()] == [
        "derived/classes", "derived/inverses", "derived/countries", "derived/positions", "derived/custody",
        "derived/releases", "derived/sentences",
    ]  # fmt: skip
    assert all(rule.text.startswith("# ") for rule in rules())


def test_classes_above_are_inferred_and_nothing_is_said_twice(here: Page) -> None:
    found = quads(here, [jailed(here)])
    assert {("maarja-tamm", "Actor"), ("tartu-court", "Organization"), ("tartu-court", "Actor")} <= inferred(
        found, "rdf:type"
    )
    assert not [o for _, o in inferred(found, "rdf:type") if o == "ReportedEvent"]
    assert not graph(found, "inferred") & graph(found, "world")


def test_a_tie_between_relatives_holds_both_ways(here: Page) -> None:
    tie = Fact(TAMM, "relative", SAAR, here.says("fine"), "kin", title="sister")
    assert inferred(quads(here, [], (tie,)), "cg:relative") == {("peeter-saar", "maarja-tamm")}
    assert not inferred(quads(here, [], (replace(tie, mode="Alleged"),)), "cg:relative")


def test_the_state_of_the_place_is_that_of_the_event(here: Page) -> None:
    rally = Event("r", "Rally", here.says("plan"), "t/t", place="Place:tartu", date=MAY_3)
    assert {o for _, o in inferred(quads(here, [rally]), "cg:country")} == {"ee"}
    assert not inferred(quads(here, [replace(rally, country="LV")]), "cg:country")
    assert not inferred(quads(here, [replace(rally, status="planned")]), "cg:country")


@pytest.mark.parametrize(
    ("changes", "until"),
    [
        ({}, {"2021-05-13"}),
        ({"date": parse_edtf("2021-05")}, {"2021-06-10"}),
        ({"date": parse_edtf("2021")}, None),
        ({"date": None}, None),
        ({"sanctions": (Sanction("imprisonment", duration="P2Y6M"),)}, {"2023-11-03"}),
        ({"sanctions": (Sanction("imprisonment", duration="P2Y", suspended=True),)}, None),
        ({"sanctions": (Sanction("life"),)}, set()),
        ({"sanctions": (Sanction("fine", amount=5.0),)}, None),
        ({"kind": "Detention", "sanctions": ()}, set()),
        ({"status": "alleged"}, None),
        ({"polarity": False}, None),
        ({"source": "Person:jaan kask"}, None),
    ],
)
def test_custody_lasts_from_detention_or_sentence_to_its_end(
    here: Page, changes: dict[str, object], until: set[str] | None
) -> None:
    found = quads(here, [jailed(here, **changes)])
    assert ("Custody" in {o for _, o in inferred(found, "rdf:type")}) is (until is not None)
    assert ends(found) == (until or set())


def test_the_first_release_ends_custody(here: Page) -> None:
    freed = Event("f", "Release", here.says("denial"), "t/t", patient=(TAMM,), date=parse_edtf("2021-05-07"))
    later, before = (
        replace(freed, id="g", date=parse_edtf("2021-05-09")),
        replace(freed, id="h", date=parse_edtf("2020")),
    )
    assert ends(quads(here, [jailed(here), later, freed, before])) == {"2021-05-07"}
    assert ends(quads(here, [jailed(here), replace(freed, patient=(SAAR,))])) == {"2021-05-13"}
    assert ends(quads(here, [jailed(here), replace(freed, status="planned")])) == {"2021-05-13"}


def test_every_conclusion_names_its_premises_and_their_sentences(here: Page) -> None:
    found = quads(here, [jailed(here)])
    claims = graph(found, "claims")
    drawn = {s for s, p, o in claims if (p, o) == (name("rdf:type"), cg("InferredClaim"))}
    assert len(drawn) == len(graph(found, "inferred"))
    sentences = {(s, o) for s, p, o in claims if p == cg("evidence")}
    for claim in drawn:
        premises = {o for s, p, o in claims if (s, p) == (claim, name("prov:wasDerivedFrom"))}
        assert premises
        assert {o for s, o in sentences if s == claim} == {o for s, o in sentences if s in premises}


def test_the_gate_holds_conclusions_to_their_premises(here: Page) -> None:
    found = quads(here, [jailed(here)])
    check_gates(found)
    claim = min(s for s, p, o in graph(found, "claims") if (p, o) == (name("rdf:type"), cg("InferredClaim")))
    without = [quad for quad in found if quad[:2] != (claim, name("prov:wasDerivedFrom"))]
    with pytest.raises(GateError, match="inferred"):
        check_gates(without)


def test_a_rule_without_premises_is_refused() -> None:
    triple = [("_:a", name("rdf:subject"), "<x:a>"), ("_:a", name("rdf:predicate"), "<x:p>"),
              ("_:a", name("rdf:object"), literal("1"))]  # fmt: skip
    with pytest.raises(GateError, match="derived/bad"):
        conclusions(triple, Rule("derived/bad", ""))


def test_of_two_ways_to_a_conclusion_the_first_is_kept() -> None:
    made = [
        (node, name(part), value)
        for node, premise in (("_:b", "<x:2>"), ("_:a", "<x:1>"))
        for part, value in (("rdf:subject", "<x:s>"), ("rdf:predicate", "<x:p>"), ("rdf:object", "<x:o>"),
                            ("prov:wasDerivedFrom", premise))
    ]  # fmt: skip
    assert [one.premises for one in conclusions(made, Rule("r", ""))] == [("<x:1>",)]


def test_owlready2_sees_the_same_classes_above() -> None:
    """One made-up thing of every class: what the rules infer of it is what OWL says of its class."""
    world = load(vocabulary())
    tops = {str(CG.ReportedEvent)}
    things = {text_of(cg(cls)): f"<https://example.org/id/{cls}>" for cls in sorted(classes())}
    claims = []
    for cls, thing in things.items():
        claim, of = f"<https://example.org/claim/{cls.rsplit('#')[-1]}>", f"<{cls}>"
        claims += [(thing, name("rdf:type"), of), (claim, name("rdf:subject"), thing), (claim, name("rdf:object"), of),
                   (claim, name("rdf:predicate"), name("rdf:type")), (claim, cg("mode"), cg("Asserted")),
                   (claim, cg("polarity"), literal("true", datatype="xsd:boolean"))]  # fmt: skip
    ontology = [
        (f"<{s}>", f"<{p}>", f"<{o}>") for s, p, o in vocabulary() if all(isinstance(t, URIRef) for t in (s, p, o))
    ]
    engine = Deducer([*claims, *ontology])
    drawn = {one.triple for one in conclusions(engine.construct(rules()[0].text), rules()[0])}
    for cls, thing in things.items():
        above = {a.iri for a in world[cls].ancestors() if a.iri.startswith(str(CG))} - {cls} - tops
        assert {text_of(o) for s, _, o in drawn if s == thing} == above, cls


def test_owlready2_sees_the_same_inverses() -> None:
    world = load(vocabulary())
    symmetric = {p.iri for p in world.object_properties() if "SymmetricProperty" in str(p.is_a)}
    assert symmetric == {str(s) for s in symmetric_in(vocabulary())} == {str(CG.relative)}
    inverses = {(p.iri, p.inverse_property.iri) for p in world.object_properties() if p.inverse_property}
    parts = str(CG.partOf), str(CG.hasPart)
    assert inverses == {parts, parts[::-1], (str(CG.relative), str(CG.relative))}


def symmetric_in(ontology: Graph) -> set[URIRef]:
    return {p for p in ontology.subjects(RDF.type, OWL.SymmetricProperty) if isinstance(p, URIRef)}
