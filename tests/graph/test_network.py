import networkx as nx

from kg.graph.network import gexf, graphml, network
from kg.graph.terms import cg, literal, name

BASE = "https://example.org/"
WORLD, A, B = f"<{BASE}graph/world>", f"<{BASE}id/person/a>", f"<{BASE}id/person/b>"
QUADS = [
    (A, name("rdf:type"), cg("Person"), WORLD),
    (A, name("skos:prefLabel"), literal("A\x00 & <b>", "en"), WORLD),
    (A, cg("relative"), B, WORLD),
    (A, cg("agent"), B, WORLD),
]


def test_edges_between_the_same_two_things_are_kept_apart() -> None:
    viewed = network(QUADS, BASE)
    assert sorted(data["predicate"] for _, _, data in viewed.edges(data=True)) == ["agent", "relative"]
    # What is only pointed to still has a node, named after its IRI.
    assert viewed.nodes[f"{BASE}id/person/b"] == {"label": "b", "class": ""}


def test_awkward_labels_are_well_formed() -> None:
    viewed = network(QUADS, BASE)
    for text in (*graphml(viewed), *gexf(viewed)):
        assert "lastmodifieddate" not in text
        assert "A\ufffd &amp; &lt;b&gt;" in text
    (text,) = graphml(viewed)
    assert nx.parse_graphml(text).nodes[f"{BASE}id/person/a"]["label"] == "A\ufffd & <b>"


def test_a_graph_without_anything() -> None:
    assert len(network([], BASE)) == 0
