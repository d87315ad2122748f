from kg.graph.iris import Iris
from kg.graph.review import Judgement, judgement_triples
from kg.graph.terms import literal, name

SAME = Judgement("Person:a", "Person:b", "same", "Ann", "2024-05-01", "one biography")


def test_a_judgement_says_who_decided_what_and_why() -> None:
    iris = Iris("https://example.org/", {"Person:a": "person/a"})
    values = {(p, o) for _, p, o in judgement_triples([SAME], iris)}
    assert values >= {
        (name("oa:hasTarget"), "<https://example.org/id/person/a>"),
        (name("oa:hasTarget"), literal("Person:b")),
        (name("oa:bodyValue"), literal("same")),
        (name("dc:creator"), literal("Ann")),
        (name("dcterms:created"), literal("2024-05-01")),
        (name("rdfs:comment"), literal("one biography", "en")),
    }


def test_each_judgement_is_a_node_of_its_own() -> None:
    later = Judgement("Person:a", "Person:b", "different", "Ann", "2024-05-02")
    assert len({s for s, _, _ in judgement_triples([SAME, SAME, later], Iris())}) == 2
