from collections import Counter
from collections.abc import Iterable

import rdflib

from kg.graph.dataset import QueryExample, QueryParam, dataset_triples
from kg.graph.iris import Iris
from kg.graph.partitions import prefixed
from kg.graph.terms import NAMESPACES, Triple, cg, literal, name

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


def test_parameters_are_told_with_the_words_of_shacl() -> None:
    params = (
        QueryParam("since", "date", "", "1900-01-01", "a day"),
        QueryParam("state", "", "https://x.org/C", "https://x.org/d"),
    )
    query = QueryExample("who", "Who?", "Who is there?", "ASK {}", "ask", (), params)
    graph = graph_of(dataset_triples({}, [], [query], IRIS))
    since, state = (rdflib.URIRef(f"https://example.org/queries/who/parameter/{one.name}") for one in params)
    assert graph.value(since, rdflib.SH.defaultValue) == rdflib.Literal("1900-01-01", datatype=rdflib.XSD.date)
    assert graph.value(since, rdflib.SH.datatype) == rdflib.XSD.date
    assert graph.value(since, rdflib.SH.order).toPython() == 1  # type: ignore[union-attr]
    assert graph.value(state, rdflib.SH["class"]) == rdflib.URIRef("https://x.org/C")
    assert graph.value(state, rdflib.SH.defaultValue) == rdflib.URIRef("https://x.org/d")


PARTS = """
SELECT DISTINCT ?property ?class ?datatype ?subjects {
  ?part void:class cg:Person ; void:propertyPartition ?use .
  ?use void:property ?property ; void:distinctSubjects ?subjects .
  OPTIONAL { { ?use void:classPartition/void:class ?class }
    UNION { ?use voidext:datatypePartition/voidext:datatype ?datatype } }
}"""


def test_each_class_tells_its_properties_and_what_they_lead_to() -> None:
    person, label, place = cg("Person"), name("rdfs:label"), cg("place")
    world = [
        ("<urn:a>", name("rdf:type"), person), ("<urn:b>", name("rdf:type"), person),
        ("<urn:p>", name("rdf:type"), cg("City")),
        ("<urn:a>", label, literal("A")), ("<urn:a>", label, literal("A", "en")), ("<urn:a>", place, "<urn:p>"),
    ]  # fmt: skip
    graph = graph_of(dataset_triples({}, world, [], IRIS))
    found = {
        tuple(None if one is None else str(one) for one in row) for row in graph.query(PARTS, initNs=dict(NAMESPACES))
    }  # type: ignore[union-attr]
    rdf, xsd, own = NAMESPACES["rdf"], NAMESPACES["xsd"], NAMESPACES["cg"]
    rdfs_label = NAMESPACES["rdfs"] + "label"
    assert found == {
        (f"{rdf}type", None, None, "2"),
        (rdfs_label, None, f"{xsd}string", "1"),
        (rdfs_label, None, f"{rdf}langString", "1"),
        (f"{own}place", f"{own}City", None, "1"),
    }


def test_the_catalogue_leads_to_files_and_the_endpoint() -> None:
    graph = graph_of(dataset_triples({}, [], [], IRIS, {"x": "https://x.org/"}))
    endpoint, dataset = (rdflib.URIRef(f"https://example.org/{one}") for one in ("sparql", "dataset"))
    assert graph.value(endpoint, rdflib.DCAT.servesDataset) == dataset
    files = {str(graph.value(one, rdflib.DCAT.downloadURL)) for one in graph.objects(dataset, rdflib.DCAT.distribution)}
    assert "https://example.org/download/graph.ttl" in files
    assert {str(one) for one in graph.objects(None, rdflib.SH.prefix)} >= {"x", "cg", "void"}


def graph_of(triples: Iterable[Triple]) -> rdflib.Graph:
    return rdflib.Graph().parse(data="".join(f"{' '.join(one)} .\n" for one in triples), format="nt")


def test_prefixed() -> None:
    assert [prefixed(cg("Killing")), prefixed("<urn:x>")] == ["cg:Killing", "urn:x"]
