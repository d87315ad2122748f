import pytest

from kg.entities.model import Entity, Place
from kg.facts.model import Fact
from kg.graph.quads import Knowledge, build_quads
from kg.graph.terms import cg, integer, name, read_lines, words
from kg.graph.world import RELATIONS, preferred


def triples(knowledge: Knowledge, which: str = "world") -> set[tuple[str, str, str]]:
    lines = build_quads(knowledge).nquads.decode().splitlines()
    return {quad[:3] for quad in read_lines(lines, "built") if quad[3].endswith(f"graph/{which}>")}


def test_a_state_is_called_by_its_short_name() -> None:
    assert preferred(Entity("k", "Country", "Turkey", iso="TR")) == "Türkiye"
    assert preferred(Entity("k", "Country", "Nowhere", iso="ZZ")) == "Nowhere"
    assert preferred(Entity("k", "Person", "Ann Lee")) == "Ann Lee"


def test_one_preferred_label_and_every_other_spelling(knowledge: Knowledge) -> None:
    world = triples(knowledge)
    (maarja,) = {s for s, p, o in world if p == name("skos:prefLabel") and o == words("Maarja Tamm")}
    assert {o for s, p, o in world if s == maarja and p == name("skos:altLabel")} == {words("Tamm")}


def test_a_spelling_is_proved_by_its_sentence(knowledge: Knowledge) -> None:
    claims, documents = triples(knowledge, "claims"), triples(knowledge, "documents")
    (claim,) = {s for s, p, o in claims if p == name("rdf:object") and o == words("Tamm")}
    (sentence,) = {o for s, p, o in claims if s == claim and p == cg("evidence")}
    (quote,) = {o for s, p, o in documents if s == sentence and p == cg("quote")}
    assert "fined Maarja Tamm" in quote


def test_a_number_is_proved_by_its_sentence(knowledge: Knowledge) -> None:
    claims, documents = triples(knowledge, "claims"), triples(knowledge, "documents")
    (claim,) = {s for s, p, o in claims if p == name("rdf:object") and o == integer(1250)}
    (sentence,) = {o for s, p, o in claims if s == claim and p == cg("evidence")}
    assert any(s == sentence and p == cg("quote") and "1,250" in o for s, p, o in documents)


def test_a_position_is_a_node(knowledge: Knowledge) -> None:
    world = triples(knowledge)
    (node,) = {s for s, p, o in world if p == name("rdf:type") and o == cg("Position")}
    assert (node, name("rdfs:label"), words("Jaan Kask, Mayor, Tartu")) in world
    assert {p for s, p, _ in world if s == node} >= {cg("holder"), cg("title"), cg("organisation")}
    assert (node, cg("former"), "") not in world


def test_former_and_present_positions_are_two(here, knowledge: Knowledge) -> None:  # type: ignore[no-untyped-def]
    kask = "Person:jaan kask"
    both = [Fact(kask, "position", "", here.says("hearsay"), "r", title="Mayor", former=f) for f in (True, False)]
    world = triples(Knowledge(knowledge.documents, knowledge.entities, both))
    assert len({s for s, p, o in world if o == cg("Position")}) == 2
    assert len([s for s, p, o in world if p == cg("former")]) == 1


def test_which_relative_stands_on_the_claim(here, knowledge: Knowledge) -> None:  # type: ignore[no-untyped-def]
    kin = Fact("Person:jaan kask", "relative", "Person:maarja tamm", here.says("hearsay"), "r", title="brother")
    mine = Knowledge(knowledge.documents, knowledge.entities, [kin])
    assert [o for _, p, o in triples(mine) if p == cg("relative")]
    assert [o for _, p, o in triples(mine, "claims") if p == cg("title")] == [words("brother")]


@pytest.mark.parametrize("relation", sorted(RELATIONS))
def test_relations_between_things(relation: str, here, knowledge: Knowledge) -> None:  # type: ignore[no-untyped-def]
    fact = Fact("Person:jaan kask", relation, "Place:tartu", here.says("hearsay"), "r")
    world = triples(Knowledge(knowledge.documents, knowledge.entities, [fact]))
    assert [s for s, p, o in world if p == cg(relation) and o.endswith("/id/place/tartu>")]


def test_a_denied_relation_is_a_claim_alone(here, knowledge: Knowledge) -> None:  # type: ignore[no-untyped-def]
    fact = Fact("Person:jaan kask", "nationality", "Place:tartu", here.says("hearsay"), "r", polarity=False)
    mine = Knowledge(knowledge.documents, knowledge.entities, [fact])
    assert not [s for s, p, _ in triples(mine) if p == cg("nationality")]
    assert [s for s, _, o in triples(mine, "claims") if o == cg("nationality")]


def test_words_that_name_a_protected_person_are_left_out(here, knowledge: Knowledge) -> None:  # type: ignore[no-untyped-def]
    fact = Fact("Petition:open the square", "concerns", "", here.says("petition"), "r", literal="the case of Kati")
    world = triples(Knowledge(knowledge.documents, knowledge.entities, [fact]))
    assert not [s for s, p, _ in world if p == cg("concerns")]


def test_a_provision_is_part_of_its_law(here) -> None:  # type: ignore[no-untyped-def]
    spot = {"Tartu": [Place(here.document.id, 1, 9, 14, "Tartu")]}
    law = Entity("Law:noise act", "Law", "Noise Act", dict(spot), "EE")
    article = Entity("LawProvision:5", "LawProvision", "Article 5", dict(spot), "EE", part_of="Noise Act")
    world = triples(Knowledge([here.document], [law, article]))
    assert [(s.rsplit("/id/")[-1], o.rsplit("/id/")[-1]) for s, p, o in world if p == cg("provisionOf")] == [
        ("law/ee/noise-act/art-5>", "law/ee/noise-act>")
    ]
