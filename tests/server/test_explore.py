"""The explorer's data: relations, neighbours, ways, proofs and files, from the story's graph."""

from __future__ import annotations

import io
import re

import networkx as nx
import pytest
import rdflib
from flask.testing import FlaskClient

from tests.graph.viewers import faults

ID = "https://w3id.org/civicgraph/id/"
ZIMBA = f"{ID}person/mutale-zimba"
CG = "https://w3id.org/civicgraph/ontology#"


def test_relations_count_ties(client: FlaskClient) -> None:
    found = client.get("/explore/relations", query_string={"thing": ZIMBA}).get_json()
    assert {"predicate", "direction", "count", "name"} == set(found[0])
    assert {one["direction"] for one in found} <= {"in", "out"}
    assert all(one["count"] > 0 for one in found)


def test_neighbours_are_things_with_names_and_pages(client: FlaskClient) -> None:
    relation = client.get("/explore/relations", query_string={"thing": ZIMBA}).get_json()[0]
    fields = {"thing": ZIMBA, "predicate": relation["predicate"], "direction": relation["direction"]}
    drawn = client.get("/explore/neighbours", query_string=fields).get_json()
    assert len(drawn["edges"]) == relation["count"]
    assert all(node["name"] and node["href"].startswith("/") for node in drawn["nodes"])
    ends = {end for edge in drawn["edges"] for end in (edge["subject"], edge["object"])}
    assert ends <= {node["iri"] for node in drawn["nodes"]}


def test_each_tie_has_its_sentence(client: FlaskClient) -> None:
    drawn = client.get("/explore/neighbours", query_string={"thing": ZIMBA}).get_json()
    for edge in drawn["edges"]:
        fields = {name: edge[name] for name in ("subject", "predicate", "object")}
        proofs = client.get("/explore/proof", query_string=fields).get_json()
        assert proofs, edge
        assert all(proof["href"].startswith("/page/sentence/") for proof in proofs)


def test_a_way_between_two_things(client: FlaskClient) -> None:
    drawn = client.get("/explore/neighbours", query_string={"thing": ZIMBA}).get_json()
    event = next(node["iri"] for node in drawn["nodes"] if "/event/" in node["iri"])
    way = client.get("/explore/path", query_string={"from": ZIMBA, "to": event}).get_json()
    assert way["found"]
    assert len(way["edges"]) == 1
    far = client.get("/explore/path", query_string={"from": ZIMBA, "to": f"{ID}person/nobody-at-all"}).get_json()
    assert (far["found"], far["edges"]) == (False, [])


@pytest.mark.parametrize(
    "address",
    [
        "/explore/relations",
        "/explore/relations?thing=javascript:alert(1)",
        f"/explore/neighbours?thing={CG}Person",
        f"/explore/path?from={ZIMBA}&to={ZIMBA}&hops=99",
        f"/explore/path?from={ZIMBA}",
        f"/explore/proof?subject={ZIMBA}&object=x",
        "/explore?nodes=nonsense",
        "/explore?nodes=person/..",
    ],
)
def test_what_is_no_thing_is_refused(client: FlaskClient, address: str) -> None:
    response = client.get(address)
    assert response.status_code == 400
    assert len(response.text.splitlines()) == 1


def test_the_page_lists_what_it_draws(client: FlaskClient) -> None:
    text = client.get("/explore?nodes=person/mutale-zimba").text
    assert 'href="/page/person/mutale-zimba"' in text
    assert "Nothing on the canvas yet" in client.get("/explore").text


@pytest.mark.parametrize("form", ["ttl", "graphml", "gexf"])
def test_a_drawing_as_a_file(client: FlaskClient, form: str) -> None:
    drawn = client.get("/explore/neighbours", query_string={"thing": ZIMBA}).get_json()
    nodes = [node["iri"] for node in drawn["nodes"]]
    response = client.post("/explore/file", data={"format": form, "node": nodes})
    assert response.status_code == 200
    assert response.headers["Content-Disposition"] == f'attachment; filename="civicgraph.{form}"'
    if form == "ttl":
        assert len(rdflib.Graph().parse(data=response.text, format="turtle")) > len(drawn["edges"])
    else:
        read = nx.read_graphml if form == "graphml" else nx.read_gexf
        assert faults(form, response.data) == []
        viewed = read(io.BytesIO(response.data))
        assert set(nodes) == {data.get("iri", node) for node, data in viewed.nodes(data=True)}
        assert viewed.number_of_edges() >= len(drawn["edges"])


@pytest.mark.parametrize(
    "data", [{}, {"format": "ttl"}, {"format": "exe", "node": [ZIMBA]}, {"format": "ttl", "node": ["x"]}]
)
def test_no_file_of_nothing(client: FlaskClient, data: dict[str, object]) -> None:
    assert client.post("/explore/file", data=data).status_code == 400


def test_terms_for_the_editor(client: FlaskClient) -> None:
    found = client.get("/query/terms").get_json()
    assert found["prefixes"]["cg"] == CG
    uses = {one["term"]: one["uses"] for one in found["terms"]}
    assert uses["rdf:type"] > uses["cg:Conviction"] > 0


def test_an_empty_drawing_says_where_to_begin(client: FlaskClient) -> None:
    begin = re.findall(r'<a href="(/explore\?nodes=[^"]+)">', client.get("/explore").text)
    assert len(begin) > 2
    drawn = client.get(begin[0]).text
    assert '<p class="begin">' not in drawn
    assert '<ul class="listed" id="list">' in drawn
