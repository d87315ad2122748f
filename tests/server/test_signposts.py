"""Signposting: the links of pages and of data, and the sets that hold all of them."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient
from werkzeug.http import parse_options_header

HTML = {"Accept": "text/html"}
Links = list[tuple[str, dict[str, str]]]


def links(header: str) -> Links:
    """The links of a header: target and parameters."""
    found = []
    for part in header.split(", <"):
        target, _, rest = part.removeprefix("<").partition(">")
        found.append((target, parse_options_header("x" + rest)[1]))
    return found


def of(found: Links, rel: str) -> list[str]:
    return [target for target, about in found if about["rel"] == rel]


@pytest.mark.parametrize(
    ("path", "thing", "kind"),
    [
        ("/page/person/mutale-zimba", "person/mutale-zimba", "Person"),
        ("/page/country/zm", "country/zm", "Country"),
        ("/documents/lusaka-verdicts", "document/lusaka-verdicts", "CreativeWork"),
    ],
)
def test_a_page_leads_to_its_thing_its_data_and_its_kind(client: FlaskClient, path: str, thing: str, kind: str) -> None:
    found = links(client.get(path, headers=HTML).headers["Link"])
    assert of(found, "cite-as") == [f"https://w3id.org/civicgraph/id/{thing}"]
    assert of(found, "type") == ["https://schema.org/AboutPage", f"https://schema.org/{kind}"]
    assert of(found, "collection") == ["http://localhost/about"]
    for target, about in found:
        if about["rel"] == "describedby":
            response = client.get(target.removeprefix("http://localhost"))
            assert response.status_code == 200
            assert response.mimetype == about["type"]
            (back,) = of(links(response.headers["Link"]), "describes")
            assert back == f"http://localhost{path}"
    assert len(of(found, "describedby")) == 4


def test_a_document_leads_to_its_articles(client: FlaskClient) -> None:
    items = of(links(client.get("/documents/lusaka-verdicts", headers=HTML).headers["Link"]), "item")
    assert len(items) == 2
    for item in items:
        assert client.get(item.removeprefix("http://localhost"), headers=HTML).status_code == 303


def test_a_set_has_the_same_links(client: FlaskClient) -> None:
    header = links(client.get("/documents/lusaka-verdicts", headers=HTML).headers["Link"])
    response = client.get("/linkset/document/lusaka-verdicts")
    assert response.mimetype == "application/linkset+json"
    page, *data = response.json["linkset"]
    assert page["anchor"] == "http://localhost/documents/lusaka-verdicts"
    for rel in {about["rel"] for _, about in header}:
        assert [one["href"] for one in page[rel]] == of(header, rel)
    assert [one["anchor"] for one in data] == of(header, "describedby")
    assert all(one["describes"][0]["href"] == page["anchor"] for one in data)


def test_a_set_as_text_has_an_anchor_for_each(client: FlaskClient) -> None:
    response = client.get("/linkset/country/zm", headers={"Accept": "application/linkset"})
    assert response.mimetype == "application/linkset"
    found = links(response.text.replace(",\n<", ", <").strip())
    assert all("anchor" in about for _, about in found)
    assert len(of(found, "describes")) == 4


def test_names_beyond_ascii_are_encoded(client: FlaskClient) -> None:
    for name in ("/linkset/person/nobody", "/linkset/person/../x", "/linkset/x"):
        assert client.get(name).status_code == 404
    assert client.get("/linkset/country/zm", headers={"Accept": "image/png"}).status_code == 406
