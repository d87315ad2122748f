from collections import Counter

import rdflib

from kg.graph.dataset import QueryExample, dataset_triples, prefixed
from kg.graph.iris import Iris
from kg.graph.terms import cg, literal, name

IRIS = Iris("https://example.org/")
WORLD = [("<urn:a>", name("rdf:type"), cg("Person")), ("<urn:b>", name("rdf:type"), cg("Person"))]


def test_partitions_count_the_world() -> None:
    found = set(dataset_triples({"world": 2}, WORLD, [], IRIS))
    node = "<https://example.org/dataset/class/cg-Person>"
    assert (IRIS.graph("world"), name("void:classPartition"), node) in found
    assert (node, name("void:entities"), literal("2", datatype="xsd:integer")) in found


def test_queries_follow_the_convention() -> None:
    query = QueryExample("who", "Who?", "Who is there?", 'ASK { ?s ?p "x\\n" }', "ask", ("a", "b"))
    rows = list(dataset_triples({}, [], [query], IRIS))
    graph = rdflib.Graph().parse(data="".join(f"{' '.join(t)} .\n" for t in rows), format="nt")
    (text,) = graph.objects(rdflib.URIRef("https://example.org/queries/who"), rdflib.SH.ask)
    assert str(text) == query.text
    assert Counter(p for _, p, _ in rows)[name("schema:keywords")] == 2


def test_prefixed() -> None:
    assert [prefixed(cg("Killing")), prefixed("<urn:x>")] == ["cg:Killing", "urn:x"]
