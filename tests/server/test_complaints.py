"""What is wrong with a query is told in the language of the page, and at the same place."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient

QUERIES = [
    ("SELECT * {?s", "столбец 10: `{` нигде не закрывается"),
    ("SELEC * {}", "столбец 1: ожидается SELECT, ASK, CONSTRUCT или DESCRIBE"),
    ("SELECT * { ?s foo:bar ?o }", "столбец 15: foo: не объявлен; добавьте PREFIX foo:"),
    ("SELECT * { ?s ?p 'x }", "столбец 18: строка не закрыта"),
    ("SELECT * { ?s ?p ?o } }", "закрывает то, что не было открыто"),
    ("SELECT (COUNT(?x) AS ?n) ?s { ?s ?p ?x }", "SELECT содержит переменную без значения"),
    ("SELECT * { <a> ?p 100%d }", "строка 1, столбец"),
]


@pytest.mark.parametrize(("query", "said"), QUERIES)
def test_in_russian(client: FlaskClient, query: str, said: str) -> None:
    answer = client.get("/query", query_string={"query": query, "lang": "ru"}, headers={"Accept": "text/html"})
    assert answer.status_code == 400
    assert said in answer.text
    assert "does not fit" not in answer.text


def test_in_english_as_the_endpoint_says_it(client: FlaskClient) -> None:
    query = {"query": "SELECT * {?s"}
    said = client.get("/sparql", query_string=query).text.strip()
    assert said in client.get("/query", query_string=query, headers={"Accept": "text/html"}).text
