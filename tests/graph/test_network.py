import io
from collections.abc import Callable, Iterator

import networkx as nx
import pytest

from kg.graph.network import Network, gexf, graphml, network
from kg.graph.terms import Quad, cg, literal, name
from tests.graph.viewers import faults

Write = Callable[[Network], Iterator[str]]

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
    labels = {data["iri"]: data["label"] for _, data in nx.parse_graphml(text).nodes(data=True)}
    assert labels[f"{BASE}id/person/a"] == "A\ufffd & <b>"


def test_a_graph_without_anything() -> None:
    assert len(network([], BASE)) == 0


@pytest.mark.parametrize("quads", [QUADS, []])
@pytest.mark.parametrize(("format", "write"), [("graphml", graphml), ("gexf", gexf)])
def test_files_are_what_the_formats_allow(format: str, write: Write, quads: list[Quad]) -> None:
    assert faults(format, "".join(write(network(quads, BASE))).encode()) == []


def test_gephi_shows_what_a_tie_is() -> None:
    text = "".join(gexf(network(QUADS, BASE)))
    assert 'label="relative"' in text
    assert "networkx_key" not in text
    assert {data["id"] for _, _, data in nx.read_gexf(io.BytesIO(text.encode())).edges(data=True)} == {"e1", "e2"}


@pytest.mark.parametrize(
    ("format", "wrong", "right"),
    [
        ("graphml", 'target="n2"', 'target="n9"'),
        ("graphml", '<data key="d1"', '<data key="d9"'),
        ("graphml", 'id="n2"', 'id="a/b"'),
        ("graphml", 'attr.type="string"', 'attr.type="text"'),
        ("gexf", 'id="e2"', 'id="e1"'),
        ("gexf", 'defaultedgetype="directed"', 'defaultedgetype="directed" name=""'),
        ("gexf", "<attvalue for=", "<attvalue by="),
        ("gexf", 'version="1.2"', 'version="9"'),
    ],
)
def test_the_schemas_find_what_is_wrong(format: str, wrong: str, right: str) -> None:
    text = "".join({"graphml": graphml, "gexf": gexf}[format](network(QUADS, BASE)))
    assert wrong in text
    assert faults(format, text.replace(wrong, right, 1).encode()) != []
