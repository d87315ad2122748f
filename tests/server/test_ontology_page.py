"""/ontology: every term has its place there, the drawing says what the ontology does, and programs get triples."""

from __future__ import annotations

import re

import pytest
from flask.testing import FlaskClient
from lxml import etree, html
from rdflib import Graph, Literal, URIRef

from kg.graph.vocabulary import CG, classes, properties, terms, vocabulary
from server.diagram import HEIGHT, PLACES, WIDTH, diagram
from server.links import ONTOLOGY
from server.terms import RDFS, SUBCLASS, Defined

HTML = {"Accept": "text/html"}
TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
PROPERTY = "http://www.w3.org/2002/07/owl#ObjectProperty"
CLASS = "http://www.w3.org/2002/07/owl#Class"


@pytest.fixture(scope="module")
def page(client_of_module: FlaskClient) -> html.HtmlElement:
    return html.fromstring(client_of_module.get("/ontology", headers=HTML).text)


@pytest.fixture(scope="module")
def client_of_module(app) -> FlaskClient:  # type: ignore[no-untyped-def]
    return app.test_client()


def read(place: html.HtmlElement) -> str:
    return " ".join(" ".join(place.itertext()).split())


def test_every_term_has_one_place_that_its_iri_leads_to(page: html.HtmlElement) -> None:
    anchors = page.xpath("//main//@id")
    assert len(anchors) == len(set(anchors))
    assert terms() - {""} <= set(anchors)
    inner = {link.removeprefix("#") for link in page.xpath("//main//@href") if link.startswith("#")}
    assert inner <= set(anchors)


def test_a_term_is_explained(page: html.HtmlElement) -> None:
    place = page.get_element_by_id("Conviction")
    text = read(place)
    assert "A guilty verdict with its sanction" in text
    assert "Is a kind of coercion" in text
    assert "In this graph" in text
    detainee = read(page.get_element_by_id("detainee"))
    assert "Who or what has it custody" in detainee
    assert "Its value person" in detainee
    author = read(page.get_element_by_id("author"))
    assert "Who or what has it legal resource , petition" in author  # the members of a union
    assert page.xpath("//*[@id='Person']//a[starts-with(@href, 'http://xmlns.com/foaf/')]")


def test_examples_are_queries_that_answer(client: FlaskClient, page: html.HtmlElement) -> None:
    for term in ("Conviction", "agent"):
        (link,) = page.xpath(f"//*[@id='{term}']//a[starts-with(@href, '/query?')]/@href")
        assert 'role="status">' in client.get(link, headers=HTML).text


def test_programs_get_the_triples(client: FlaskClient) -> None:
    for path, accept in (("/ontology", "text/turtle"), ("/ontology.ttl", "*/*"), ("/ontology.rdf", "text/html")):
        response = client.get(path, headers={"Accept": accept})
        form = "xml" if response.mimetype == "application/rdf+xml" else "turtle"
        found = Graph().parse(data=response.data, format=form)
        assert (CG.Conviction, None, None) in found
        assert {one for one in vocabulary() if isinstance(one[0], URIRef) and isinstance(one[2], Literal)} <= set(found)
    assert "Accept" in client.get("/ontology", headers=HTML).vary
    assert client.get("/ontology", headers={"Accept": "image/png"}).status_code == 406


def test_versions_and_files_that_there_are_not(client: FlaskClient) -> None:
    assert client.get("/ontology/0.1.0", headers=HTML).status_code == 200
    for path in ("/ontology/9.9", "/ontology.exe"):
        assert client.get(path, headers=HTML).status_code == 404


def test_terms_lead_to_their_place(client: FlaskClient) -> None:
    text = client.get("/page/person/mutale-zimba", headers=HTML).text
    assert '<a class="chip class" href="/ontology#Person">person</a>' in text


def test_russian_comes_from_the_ontology(client: FlaskClient) -> None:
    text = client.get("/ontology?lang=ru", headers=HTML).text
    assert "Обвинительный приговор с наказанием" in text
    assert "A guilty verdict" not in text


def test_the_drawing_is_accessible_and_complete(page: html.HtmlElement) -> None:
    (drawing,) = page.xpath("//*[local-name()='svg']")
    assert drawing.get("role") == "group"
    assert drawing.get("aria-label")
    shown = {link.removeprefix("#") for link in drawing.xpath(".//@href")}
    above = {c: list(vocabulary().objects(CG[c], URIRef(SUBCLASS))) for c in classes()}
    roots = {c for c, parents in above.items() if not any(str(one).startswith(ONTOLOGY) for one in parents)}
    assert set(PLACES) <= shown
    assert roots <= shown
    assert not re.search(r"style=|<style", etree.tostring(drawing).decode())


def defined(name: str, **values: list[str]) -> Defined:
    long = {
        {"domain": f"{RDFS}domain", "range": f"{RDFS}range", "above": SUBCLASS, "type": TYPE}[k]: v
        for k, v in values.items()
    }
    return Defined(ONTOLOGY + name, name, "", long)


def test_new_classes_come_below_and_properties_rise_to_a_class_that_is_drawn() -> None:
    known = [
        defined("Actor", type=[CLASS]), defined("Place", type=[CLASS]), defined("Ship", type=[CLASS]),
        defined("Ferry", type=[CLASS], above=[ONTOLOGY + "Ship"]),
        defined("berth", type=[PROPERTY], domain=[ONTOLOGY + "Ferry"], range=[ONTOLOGY + "Place"]),
        defined("meets", type=[PROPERTY], domain=[ONTOLOGY + "Ship"], range=[ONTOLOGY + "Ferry"]),
    ]  # fmt: skip
    drawn = diagram({term.iri: term for term in known})
    boxes = {box.term.label: box for box in drawn.boxes}
    assert set(boxes) == {"Actor", "Place", "Ship"}
    assert boxes["Ship"].y > boxes["Actor"].y
    assert [one.label for one in boxes["Ship"].inner] == ["meets"]
    (arrow,) = drawn.arrows
    assert arrow.lines == ["berth"]
    for (x, y), box in ((arrow.start, boxes["Ship"]), (arrow.end, boxes["Place"])):
        assert abs(x - box.x) <= WIDTH / 2
        assert abs(y - box.y) <= HEIGHT / 2


def test_no_arrow_passes_through_a_box(page: html.HtmlElement) -> None:
    drawing = page.xpath("//*[local-name()='svg']")[0]
    boxes = [
        tuple(float(rect.get(k)) for k in ("x", "y", "width", "height"))
        for rect in drawing.xpath(".//*[local-name()='rect']")
    ]
    for line in drawing.xpath(".//*[local-name()='line']"):
        x1, y1, x2, y2 = (float(line.get(k)) for k in ("x1", "y1", "x2", "y2"))
        for share in [n / 50 for n in range(3, 48)]:
            x, y = x1 + (x2 - x1) * share, y1 + (y2 - y1) * share
            assert not any(bx < x < bx + w and by < y < by + h for bx, by, w, h in boxes), etree.tostring(line)


def test_properties_are_all_there(page: html.HtmlElement) -> None:
    assert properties() <= set(page.xpath("//section[@aria-labelledby='properties']//article/@id"))
