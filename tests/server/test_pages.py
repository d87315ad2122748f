from __future__ import annotations

from kg.graph.vocabulary import properties
from kg.store.rows import Term
from server.facts import Proof, Said
from server.pages import incoming_groups, local, outgoing_clusters, outgoing_name, wording

CG = "https://w3id.org/civicgraph/ontology#"


def said(predicate: str, other: str, *sentences: str, mode: str = "Asserted") -> Said:
    proofs = [Proof(sentence, "Words.", "Title", "x:a", "x:d") for sentence in sentences]
    return Said(CG + predicate, Term("iri", other), mode, True, None, proofs)


def test_what_the_same_sentence_says_stands_together() -> None:
    clusters = outgoing_clusters(
        [said("place", "x:p", "x:1"), said("kind", "x:k", "x:1"), said("agent", "x:a", "x:2")], local
    )
    assert [[group.heading for group in one.groups] for one in clusters] == [["Kind", "Place"], ["Done by"]]


def test_what_is_said_in_another_manner_stands_apart() -> None:
    assert len(outgoing_clusters([said("kind", "x:k", "x:1"), said("agent", "x:a", "x:1", mode="Alleged")], local)) == 2


def test_names_and_technical_values_are_left_to_the_data() -> None:
    assert outgoing_clusters([said("earliest", "x:e", "x:1"), said("prefLabel", "x:l", "x:1")], local) == []


def test_a_petition_lists_its_steps_once() -> None:
    groups = incoming_groups([said("petition", "x:e"), said("patient", "x:e"), said("patient", "x:f")], local, 10)
    assert {group.heading: [one.other.value for one in group.said] for group in groups} == {
        "Was the subject of": ["x:f"],
        "Steps of this petition": ["x:e"],
    }


def test_long_groups_say_how_much_is_left_out() -> None:
    (group,) = incoming_groups([said("country", f"x:{n}") for n in range(5)], local, 2)
    assert (len(group.said), group.left_out) == (2, 3)


def test_words_are_of_known_properties() -> None:
    known = properties() | {"type", "prefLabel", "altLabel", "label"}
    words = wording()
    assert {*words["order"], *words["hidden"], *words["incoming"], *words["outgoing"]} <= known


def test_a_property_without_words_has_its_label() -> None:
    assert outgoing_name(f"{CG}supports", lambda _: "supports") == "supports"
