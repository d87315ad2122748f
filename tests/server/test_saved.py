from __future__ import annotations

import csv
import io
import re

import pytest
from flask.testing import FlaskClient

from kg.resources import data_folder
from kg.saved import load
from tests.server.markup import foreign_scripts

HTML = {"Accept": "text/html"}
QUERIES = sorted(load(data_folder("queries")))


def test_index_lists_every_query(client: FlaskClient) -> None:
    text = client.get("/queries", headers=HTML).text
    assert all(f'href="/queries/{name}"' in text for name in QUERIES)


@pytest.mark.parametrize("name", QUERIES)
def test_every_query_has_a_page(client: FlaskClient, name: str) -> None:
    response = client.get(f"/queries/{name}", headers=HTML)
    assert response.status_code == 200
    assert "<table class=" in response.text or "Give a value" in response.text


@pytest.mark.parametrize(
    ("extra", "accept", "content_type"),
    [
        ("?format=csv", None, "text/csv; charset=utf-8"),
        ("?format=tsv", "text/html", "text/tab-separated-values; charset=utf-8"),
        ("?format=json", None, "application/sparql-results+json"),
        ("?format=html", None, "text/html; charset=utf-8"),
        ("", None, "application/sparql-results+json"),
        ("", "text/csv", "text/csv; charset=utf-8"),
        ("", "text/html,*/*;q=0.8", "text/html; charset=utf-8"),
    ],
)
def test_formats(client: FlaskClient, extra: str, accept: str | None, content_type: str) -> None:
    response = client.get(f"/queries/fines-and-amounts{extra}", headers={"Accept": accept} if accept else {})
    assert (response.status_code, response.content_type) == (200, content_type)


def people(client: FlaskClient, **values: str) -> list[str]:
    response = client.get("/queries/who-was-convicted-of-what", query_string={"format": "csv", **values})
    assert response.status_code == 200, response.text
    return [row["personLabel"] for row in csv.DictReader(io.StringIO(response.text))]


def test_parameters_are_bound_as_terms(client: FlaskClient) -> None:
    assert people(client) == ["Sita Gurung", "Chanda Phiri", "Mutale Zimba"]
    assert people(client, country="cgid:country/np") == ["Sita Gurung"]
    assert people(client, country="https://w3id.org/civicgraph/id/country/np", since="") == ["Sita Gurung"]
    assert people(client, since="2024-05-01") == ["Chanda Phiri", "Mutale Zimba"]
    assert people(client, until="2024-05-01") == ["Sita Gurung"]


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("who-was-convicted-of-what?since=yesterday", 400),
        ("who-was-convicted-of-what?since=2024-02-30", 400),
        ("who-was-convicted-of-what?country=x%3E%20%7D%20%7B", 400),
        ("who-was-convicted-of-what?unknown=1", 400),
        ("who-was-convicted-of-what?since=2024-01-01&since=2024-01-02", 400),
        ("who-was-convicted-of-what?format=turtle", 406),
        ("who-was-convicted-of-what?format=nonsense", 400),
        ("events-of-an-actor", 400),
        ("../README", 404),
    ],
)
def test_wrong_requests(client: FlaskClient, address: str, status: int) -> None:
    assert client.get(f"/queries/{address}").status_code == status


def test_a_page_keeps_what_was_typed_and_says_what_is_wrong(client: FlaskClient) -> None:
    response = client.get("/queries/events-in-a-period?most=-5&since=2024-01-01", headers=HTML)
    assert response.status_code == 400
    assert 'role="alert"' in response.text
    assert 'value="-5"' in response.text
    assert 'value="2024-01-01"' in response.text


def test_a_form_offers_the_things_of_the_graph(client: FlaskClient) -> None:
    text = client.get("/queries/petition-life-cycle", headers=HTML).text
    value = "https://w3id.org/civicgraph/id/petition/clean-rivers-for-pokhara"
    assert f'<option value="{value}">Clean Rivers for Pokhara</option>' in text
    chosen = client.get("/queries/petition-life-cycle?which=cgid:petition/clean-rivers-for-pokhara", headers=HTML).text
    assert f'<option value="{value}" selected>' in chosen


def test_files_keep_the_values(client: FlaskClient) -> None:
    text = client.get("/queries/who-was-convicted-of-what?country=cgid:country/np", headers=HTML).text
    assert "/queries/who-was-convicted-of-what?country=cgid%3Acountry%2Fnp&amp;format=csv" in text


def test_an_empty_answer_is_said(client: FlaskClient) -> None:
    assert "0 rows" in client.get("/queries/fines-and-amounts?since=2090-01-01", headers=HTML).text


def test_markup_in_values_is_text(client: FlaskClient) -> None:
    address = "/queries/events-of-an-actor?actor=%22%3E%3Cscript%3Ealert(1)%3C/script%3E"
    text = client.get(address, headers=HTML).text
    assert foreign_scripts(text) == []
    text = client.get("/queries/events-of-an-actor", headers=HTML).text
    assert "&lt;script&gt;alert(1)" in text


@pytest.mark.parametrize("state", ["zm", "ZM", "Zambia", "https://w3id.org/civicgraph/id/country/zm"])
def test_a_state_is_meant_by_code_name_or_iri(client: FlaskClient, state: str) -> None:
    whole = client.get("/queries/events-in-a-period?format=csv").text
    found = client.get("/queries/events-in-a-period", query_string={"format": "csv", "country": state}).text
    assert 1 < len(found.splitlines()) < len(whole.splitlines())
    page = client.get("/queries/events-in-a-period", query_string={"format": "html", "country": state}).text
    assert '<option value="https://w3id.org/civicgraph/id/country/zm" selected>' in page


def test_what_is_no_state_is_told_how_to_name_one(client: FlaskClient) -> None:
    response = client.get("/queries/events-in-a-period?format=csv&country=Atlantis")
    assert response.status_code == 400
    assert "a state by its name or code of two letters (GE)" in response.text


def test_people_turn_pages_of_many_rows(client: FlaskClient) -> None:
    address, seen = "/queries/events-in-a-period?per_page=3&view=table", 0
    whole = client.get(address.replace("per_page=3", "per_page=1000"), headers=HTML).text
    while address:
        text = client.get(address, headers=HTML).text
        shown = text.count("<tr") - text.count('<tr class="quote"') - 1
        assert 0 < shown <= 3
        seen += shown
        after = re.search(r'<a href="([^"]+)" rel="next">', text)
        address = after[1].replace("&amp;", "&") if after else ""
    assert seen == whole.count("<tr") - whole.count('<tr class="quote"') - 1
    assert 'class="turns"' not in whole
    first = client.get("/timeline?per_page=2&kind=Conviction").text
    assert 'href="/timeline?kind=Conviction&amp;page=2&amp;per_page=2"' in first
