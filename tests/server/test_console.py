from __future__ import annotations

from flask.testing import FlaskClient

from tests.server.markup import foreign_scripts

HTML = {"Accept": "text/html"}


def page(client: FlaskClient, query: str) -> tuple[int, str]:
    response = client.get("/query", query_string={"query": query}, headers=HTML)
    return response.status_code, response.text


def test_the_form_begins_with_an_example_that_works(client: FlaskClient) -> None:
    text = client.get("/query").text
    example = text.split("<textarea", 1)[1].split(">", 1)[1].split("</textarea>")[0]
    status, answer = page(client, example.replace("&lt;", "<").replace("&gt;", ">"))
    assert status == 200
    assert "3 rows" in answer


def test_a_table_names_things_and_says_when_it_is_cut(client: FlaskClient) -> None:
    status, text = page(client, "SELECT ?s ?p { ?s ?p ?o } LIMIT 40")
    assert status == 200
    assert "40 rows; the first 30 are shown" in text


def test_yes_no_and_graphs(client: FlaskClient) -> None:
    assert ">Yes<" in page(client, "ASK {}")[1]
    assert "&lt;x:s&gt; &lt;x:p&gt; &lt;x:o&gt;" in page(client, "CONSTRUCT { <x:s> <x:p> <x:o> } {}")[1]


def test_a_fault_is_shown_beside_the_query(client: FlaskClient) -> None:
    status, text = page(client, "SELECT ?s WHERE { ?s ?p }")
    assert status == 400
    assert 'role="alert"' in text
    assert "line 1, column" in text
    assert "SELECT ?s WHERE { ?s ?p }</textarea>" in text


def test_hostile_names_and_values_are_text(client: FlaskClient) -> None:
    values = '("<script>alert(1)</script>" AS ?v) (<javascript:alert(1)> AS ?i)'
    query = f'SELECT ?ünsafe {values} {{ BIND("</textarea>" AS ?ünsafe) }}'
    status, text = page(client, query)
    assert status == 200
    assert foreign_scripts(text) == []
    assert 'href="javascript' not in text
    assert text.count("</textarea>") == 1
