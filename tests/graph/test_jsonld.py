import json

from kg.graph.jsonld import jsonld
from kg.graph.terms import cg, integer, literal, name


def test_layout() -> None:
    rows = [
        ("<urn:a>", name("rdf:type"), cg("Law")), ("<urn:a>", cg("count"), integer(2)),
        ("<urn:a>", cg("title"), literal("x", "en")), ("<urn:a>", cg("law"), "_:b"), ("_:b", cg("rule"), literal("y")),
    ]  # fmt: skip
    graph = json.loads("".join(jsonld(rows)))["@graph"]
    assert graph == [
        {
            "@id": "urn:a", "@type": ["cg:Law"], "cg:count": [{"@value": "2", "@type": "xsd:integer"}],
            "cg:law": [{"@id": "_:b"}], "cg:title": [{"@value": "x", "@language": "en"}],
        },
        {"@id": "_:b", "cg:rule": [{"@value": "y"}]},
    ]  # fmt: skip


def test_nothing() -> None:
    assert json.loads("".join(jsonld([])))["@graph"] == []
