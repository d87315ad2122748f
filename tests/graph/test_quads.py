"""The whole room on the made-up page: the golden graph, leaks, stability."""

from dataclasses import replace
from pathlib import Path

import pytest

from kg.documents.model import Article, Document
from kg.entities.model import Entity, Place
from kg.errors import GateError, UsageError
from kg.facts.model import Event, Evidence
from kg.graph.dataset import QueryExample
from kg.graph.iris import GRAPHS
from kg.graph.quads import Extras, Knowledge, Settings, build_quads
from kg.graph.review import Judgement
from kg.graph.terms import Quad, cg, name, read_lines, text_of, words
from kg.graph.vocabulary import ontology_files
from kg.store.deduce import Deducer

GOLDEN = Path(__file__).with_name("golden.nq")


def quads(knowledge: Knowledge, settings: Settings | None = None, extras: Extras | None = None) -> list[Quad]:
    built = build_quads(knowledge, {}, settings, extras)
    return list(read_lines(built.nquads.decode().splitlines(), "built"))


def graph(found: list[Quad], which: str) -> set[tuple[str, str, str]]:
    return {quad[:3] for quad in found if quad[3].endswith(f"graph/{which}>")}


def tiny() -> Knowledge:
    text = "A court freed Ann Lee on 2 May."
    proof = (Evidence("d", 1, 0, len(text), text),)
    document = Document("d", "00", "d.txt", text, (Article("d#1", 1, "", "", 0, len(text), ()),))
    ann = Entity("Person:ann lee", "Person", "Ann Lee", {"Ann Lee": [Place("d", 1, 14, 21, "Ann Lee")]}, "EE")
    return Knowledge([document], [ann], [], [Event("v", "Release", proof, "release", patient=(ann.key,))])


def test_golden() -> None:
    built = build_quads(tiny(), {}, Settings("https://example.org/kg/", version="1", confidence={"release": 0.9}))
    lines = [row for row in built.nquads.decode().splitlines() if not row.endswith("graph/dataset> .")]
    assert lines == GOLDEN.read_text(encoding="utf8").splitlines()


def test_same_input_same_bytes(knowledge: Knowledge) -> None:
    turned = Knowledge(knowledge.documents, knowledge.entities[::-1], knowledge.facts[::-1], knowledge.events[::-1])
    first, second = build_quads(knowledge), build_quads(turned)
    assert first.nquads == second.nquads
    assert first.nquads.decode().splitlines() == sorted(set(first.nquads.decode().splitlines()))
    assert build_quads(knowledge, first.registry).nquads == first.nquads


def test_only_what_is_asserted_is_in_the_world(knowledge: Knowledge) -> None:
    found = quads(knowledge)
    world = graph(found, "world")
    typed = {(text_of(s).rsplit("/", 1)[-1].rsplit("-", 1)[0], text_of(o).split("#")[-1]) for s, p, o in world
             if p == name("rdf:type") and "/event/" in s}  # fmt: skip
    assert typed == {
        ("conviction-2021-05-03", "Conviction"), ("conviction-2021-05-03", "Event"),
        ("rally-undated", "RefusedEvent"),
        ("conviction-undated", "Conviction"), ("conviction-undated", "Event"),
        ("detention-undated", "Detention"), ("detention-undated", "Event"),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("label", "cls", "mode", "polarity"),
    [
        ("Reported assault of Maarja Tamm", "ReportedEvent", "Attributed", "true"),
        ("Uncertain refusal to Maarja Tamm", "UncertainEvent", "Uncertain", "true"),
        ("Alleged assault by Peeter Saar", "AllegedEvent", "Alleged", "true"),
        ("Planned march by Vaba Linn, 2021-06", "PlannedEvent", "Proposed", "true"),
        ("Denied detention of Peeter Saar", "ReportedEvent", "Asserted", "false"),
    ],
)
def test_the_rest_is_claims_alone(knowledge: Knowledge, label: str, cls: str, mode: str, polarity: str) -> None:
    found = quads(knowledge)
    world, claims = graph(found, "world"), graph(found, "claims")
    (node,) = {s for s, p, o in claims if p == name("rdfs:label") and o == words(label)}
    assert (node, name("rdf:type"), cg(cls)) in claims
    assert not [triple for triple in world if node in triple]
    about = {s for s, p, o in claims if p == name("rdf:subject") and o == node}
    assert about
    assert {o for s, p, o in claims if s in about and p == cg("mode")} == {cg(mode)}
    assert {text_of(o) for s, p, o in claims if s in about and p == cg("polarity")} == {polarity}
    # Its own statements are only in claims: nothing gives the node a role, a date or its kind as class.
    assert {p for s, p, _ in claims if s == node} == {name("rdf:type"), cg("kind"), name("rdfs:label")}


def test_a_hypothetical_relation_stays_out(knowledge: Knowledge) -> None:
    found = quads(knowledge)
    assert not [triple for triple in graph(found, "world") if triple[1] == cg("basedIn")]
    assert [triple for triple in graph(found, "claims") if triple[2] == cg("basedIn")]


def test_the_outcome_of_a_fact_that_is_only_reported_is_only_reported(knowledge: Knowledge) -> None:
    found = quads(knowledge)
    assert not [triple for triple in graph(found, "world") if triple[1] == cg("outcome")]
    (claim,) = [s for s, p, o in graph(found, "claims") if p == name("rdf:predicate") and o == cg("outcome")]
    assert (claim, cg("mode"), cg("Attributed")) in graph(found, "claims")


def test_protected_people_are_nowhere(knowledge: Knowledge) -> None:
    found = quads(knowledge)
    for which in ("world", "claims"):
        assert not [triple for triple in graph(found, which) if any("kati" in term.lower() for term in triple)]
    open_ = quads(knowledge, Settings(protect=False))
    assert [s for s, p, o in graph(open_, "world") if o == words("Kati")]


def test_a_protected_source_is_unnamed(knowledge: Knowledge, here) -> None:  # type: ignore[no-untyped-def]
    told = Event("e-told", "Unrest", here.says("anonymous"), "unrest", country="EE", source="Person:kati")
    found = quads(Knowledge(knowledge.documents, knowledge.entities, [], [told]))
    assert {o for _, p, o in graph(found, "claims") if p == cg("attributedTo")} == {cg("UnnamedSource")}


def test_values(knowledge: Knowledge) -> None:
    world = {(p, o) for _, p, o in graph(quads(knowledge), "world")}
    for predicate, value in [
        ("earliest", '"2021-05-03"^^<http://www.w3.org/2001/XMLSchema#date>'),
        ("dateEDTF", '"2021-05-03"^^<http://id.loc.gov/datatypes/edtf/EDTF>'),
        ("charge", '"disturbing the peace"@en'),
        ("amount", '"200"^^<http://www.w3.org/2001/XMLSchema#decimal>'),
        ("amountWithheld", '"true"^^<http://www.w3.org/2001/XMLSchema#boolean>'),
        ("signatures", '"1250"^^<http://www.w3.org/2001/XMLSchema#integer>'),
        ("title", '"Mayor"@en'),
    ]:
        assert (cg(predicate), value) in world


def test_seven_graphs_and_quotes(knowledge: Knowledge) -> None:
    judged = Judgement("Person:maarja tamm", "Person:gone", "different", "Ann", "2024-01-02", "other towns")
    query = QueryExample("people", "People", "Who is there?", "SELECT * {?s ?p ?o}", keywords=("person",))
    extras = Extras(queries=[query], judgements=[judged])
    extras = replace(extras, ontology=ontology_files())
    found = quads(knowledge, Settings(engine=Deducer), extras)
    assert [which for which in GRAPHS if graph(found, which)] == list(GRAPHS)
    assert not [quad for quad in quads(knowledge, Settings(quotes=False), extras) if quad[1] == cg("quote")]
    assert any(o == "<https://w3id.org/civicgraph/id/person/maarja-tamm>" for _, _, o in graph(found, "review"))
    assert any(p == name("sh:select") for _, p, _ in graph(found, "dataset"))
    assert any(p == name("skos:notation") and o == '"EE"' for _, p, o in graph(found, "ontology"))


def test_copies_of_a_work_are_joined() -> None:
    knowledge = tiny()
    one = knowledge.documents[0]
    copies = [replace(one, id=i, articles=(replace(one.articles[0], id=f"{i}#1", work="w"),)) for i in ("d", "c")]
    documents = graph(quads(replace(knowledge, documents=copies)), "documents")
    joined = [(s, o) for s, p, o in documents if p == name("dcterms:isVersionOf")]
    assert len(joined) == 2
    assert len({work for _, work in joined}) == 1


def test_an_unknown_entity_breaks_the_build(here) -> None:  # type: ignore[no-untyped-def]
    lost = Event("e", "Rally", here.says("plan"), "rally", agent=("Person:nobody",))
    with pytest.raises(GateError, match="Person:nobody"):
        build_quads(Knowledge([here.document], [], [], [lost]))


def test_a_bad_base(knowledge: Knowledge) -> None:
    with pytest.raises(UsageError, match="base IRI"):
        build_quads(knowledge, {}, Settings("nowhere"))
