from __future__ import annotations

import re

import pytest
import rdflib
from flask.testing import FlaskClient

from tests.server.markup import foreign_scripts

HTML = {"Accept": "text/html"}


@pytest.mark.parametrize(
    ("path", "accept", "location"),
    [
        ("person/mutale-zimba", "text/html", "/page/person/mutale-zimba"),
        ("person/mutale-zimba", None, "/page/person/mutale-zimba"),
        ("person/mutale-zimba", "text/turtle", "/data/person/mutale-zimba"),
        ("person/mutale-zimba", "application/ld+json, text/html;q=0.5", "/data/person/mutale-zimba"),
        ("person/mutale-zimba.ttl", "text/html", "/data/person/mutale-zimba.ttl"),
        ("person/mutale-zimba.jsonld", None, "/data/person/mutale-zimba.jsonld"),
        ("document/two%20words.v2", "text/html", "/page/document/two%20words.v2"),
    ],
)
def test_an_identifier_leads_to_page_or_data(client: FlaskClient, path: str, accept: str | None, location: str) -> None:
    response = client.get(f"/id/{path}", headers={"Accept": accept} if accept else {})
    assert (response.status_code, response.headers["Location"]) == (303, location)
    assert "Accept" in response.headers["Vary"]


@pytest.mark.parametrize(
    "path", ["/id//evil.example", "/id//evil.example/x", "/id/person", "/id/a/../b", "/id/a/%2e%2e/b", "/id/a/b%0d%0ax"]
)
def test_no_redirect_leaves_the_site(client: FlaskClient, path: str) -> None:
    response = client.get(path)
    assert response.status_code == 404
    assert "Location" not in response.headers


def test_an_unacceptable_wish(client: FlaskClient) -> None:
    assert client.get("/id/person/mutale-zimba", headers={"Accept": "image/png"}).status_code == 406


def test_a_page_shows_each_fact_with_its_sentence(client: FlaskClient) -> None:
    text = client.get("/page/person/mutale-zimba", headers=HTML).text
    assert "<h1>Mutale Zimba</h1>" in text
    assert "Also written" in text
    assert "Conviction of Mutale Zimba, 2 Sep 2024" in text
    assert "On 2 September 2024 the Lusaka Magistrates Court convicted Zimba and fined her 5,000 kwacha." in text
    assert "90 % sure" in text
    assert "The week in Lusaka" in text


def test_a_page_tells_where_each_spelling_stands(client: FlaskClient) -> None:
    text = client.get("/page/person/mutale-zimba").text.partition("Where the names stand")[2]
    names = text.split("<li>")
    for name in ("Mutale Zimba", "Zimba"):
        shown = next(part for part in names if f">{name}<" in part)
        assert "<blockquote" in shown or "lusaka-verdicts" in shown
        assert name in shown.partition("</p>")[2]


def test_a_city_has_its_coordinates_and_address(client: FlaskClient) -> None:
    text = client.get("/page/place/lusaka").text
    assert "https://sws.geonames.org/909137/" in text
    assert "-15.40669" in text


def test_an_event_shows_roles_and_punishment_in_words(client: FlaskClient) -> None:
    found = client.get("/queries/fines-and-amounts?format=json").get_json(force=True)["results"]["bindings"]
    event = next(row["event"]["value"] for row in found if row["personLabel"]["value"] == "Mutale Zimba")
    text = client.get(event.replace("https://w3id.org/civicgraph/id", "/page"), headers=HTML).text
    assert "fine, 5,000 ZMW" in text
    assert "Lusaka Magistrates Court" in text
    assert "Section 58" in text


@pytest.mark.parametrize(
    ("manner", "words"),
    [
        ("Alleged", ['class="chip alleged">alleged', "it is only alleged"]),
        ("Proposed", ['class="chip planned">planned', "it is only planned"]),
        ("Attributed", ["according to"]),
    ],
)
def test_what_is_not_asserted_says_so(client: FlaskClient, manner: str, words: list[str]) -> None:
    address = f"/queries/said-but-not-asserted?format=json&manner=cg:{manner}"
    rows = client.get(address).get_json(force=True)["results"]["bindings"]
    assert rows
    for row in rows:
        text = client.get(row["subject"]["value"].replace("https://w3id.org/civicgraph/id", "/page"), headers=HTML).text
        assert "Said, but not asserted" in text
        assert 'id="facts"' not in text
        assert all(one in text for one in words)


def test_a_denial_says_so(client: FlaskClient) -> None:
    text = client.get("/page/person/joseph-banda", headers=HTML).text
    assert 'class="chip denied">denied' in text
    assert "Said, but not asserted" in text


@pytest.mark.parametrize(
    ("path", "location"),
    [
        ("/page/article/lusaka-verdicts-2", "/documents/lusaka-verdicts#lusaka-verdicts-2"),
        ("/page/sentence/lusaka-verdicts-791-857", "/documents/lusaka-verdicts#lusaka-verdicts-791-857"),
        ("/page/document/lusaka-verdicts", "/documents/lusaka-verdicts"),
    ],
)
def test_places_in_documents_lead_there(client: FlaskClient, path: str, location: str) -> None:
    response = client.get(path, headers=HTML)
    assert (response.status_code, response.headers["Location"]) == (303, location)


@pytest.mark.parametrize(("suffix", "form"), [("ttl", "turtle"), ("jsonld", "json-ld"), ("nt", "nt"), ("rdf", "xml")])
def test_data_loads_and_has_the_proof(client: FlaskClient, suffix: str, form: str) -> None:
    graph = rdflib.Graph().parse(data=client.get(f"/data/person/mutale-zimba.{suffix}").data, format=form)
    cg = rdflib.Namespace("https://w3id.org/civicgraph/ontology#")
    person = rdflib.URIRef("https://w3id.org/civicgraph/id/person/mutale-zimba")
    assert (person, rdflib.RDF.type, cg.Person) in graph
    assert list(graph.objects(None, cg.quote))


def test_data_by_negotiation(client: FlaskClient) -> None:
    assert client.get("/data/person/mutale-zimba").content_type == "text/turtle; charset=utf-8"
    assert client.get("/data/person/mutale-zimba", headers={"Accept": "text/csv"}).status_code == 406
    assert client.get("/data/person/nobody.ttl").status_code == 404


def test_markup_is_text_and_code_is_no_link(client: FlaskClient) -> None:
    text = client.get("/page/person/markup", headers=HTML).text
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in text
    assert "javascript:alert(2)" in text
    assert 'href="javascript' not in text
    assert foreign_scripts(text) == []
    assert "<img src=x" not in text


def test_other_nodes_have_pages_too(client: FlaskClient) -> None:
    rows = client.get("/queries/organisations-and-their-people?format=json").get_json(force=True)["results"]["bindings"]
    position = rows[0]["position"]["value"].replace("https://w3id.org/civicgraph/id", "/page")
    assert "Grace Tembo" in client.get(position, headers=HTML).text
    assert client.get("/page/claim/markup", headers=HTML).status_code == 200


def test_a_page_of_a_person_tells_the_case_and_that_a_charge_is_no_fact(client: FlaskClient) -> None:
    text = client.get("/page/person/mutale-zimba", headers=HTML).text
    assert "An allegation or a charge is not a fact about a person" in text
    steps = text[text.index('id="steps"') : text.index("All of them")]
    assert "conviction" in steps
    assert '<td class="gap">' in steps
    assert 'id="met"' in text
    other = client.get("/page/country/zm", headers=HTML).text
    assert "An allegation or a charge" not in other


def test_what_sources_tell_differently_stands_side_by_side_on_the_page_of_the_thing(client: FlaskClient) -> None:
    told = client.get("/disagreements").text
    things = set(re.findall(r"on <a href=\"(/page/[^\"]+)\">", told))
    assert things
    for thing in things:
        assert '<article class="versus">' in client.get(thing, headers=HTML).text, thing
