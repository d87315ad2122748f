from __future__ import annotations

import pytest
from flask.testing import FlaskClient

from kg.errors import CivicgraphError, QueryError, QueryLimit, QueryRefused, StoreError, UsageError
from server.problems import Problem, RequestError, problem_of
from tests.server.markup import foreign_scripts


@pytest.mark.parametrize(
    ("error", "status"),
    [
        (QueryError("bad", 1, 2), 400),
        (QueryRefused("no"), 403),
        (QueryLimit("slow", "time"), 504),
        (QueryLimit("busy", "busy"), 503),
        (QueryLimit("big", "memory"), 503),
        (QueryLimit("big", "size"), 503),
        (StoreError("gone"), 503),
        (UsageError("what"), 400),
        (RequestError("what", 415), 415),
        (CivicgraphError("ours"), 500),
    ],
)
def test_each_error_has_its_status(error: CivicgraphError, status: int) -> None:
    assert problem_of(error).status == status


def test_busy_says_when_to_come_back() -> None:
    assert problem_of(QueryLimit("busy", "busy")).headers == {"Retry-After": "2"}
    assert problem_of(QueryLimit("slow", "time")).headers == {}


def test_json_has_the_members_of_the_standard_and_no_empty_ones() -> None:
    assert Problem(400, "why", 1, 2).as_json() == {
        "type": "about:blank", "title": "Bad Request", "status": 400, "detail": "why", "line": 1, "column": 2,
        "hint": "Check the query, or begin with one of the saved queries.",
    }  # fmt: skip
    assert "line" not in Problem(404, "why").as_json()


@pytest.mark.parametrize(
    ("accept", "content_type"),
    [
        (None, "text/plain; charset=utf-8"),
        ("*/*", "text/plain; charset=utf-8"),
        ("text/html,*/*;q=0.8", "text/html; charset=utf-8"),
        ("application/json", "application/problem+json"),
        ("application/sparql-results+json", "application/problem+json"),
        ("text/turtle", "application/problem+json"),
        ("image/png", "text/plain; charset=utf-8"),
    ],
)
@pytest.mark.parametrize("path", ["/nowhere", "/queries/nothing", "/documents/nothing", "/page/person/nobody"])
def test_every_route_has_the_one_shape(client: FlaskClient, path: str, accept: str | None, content_type: str) -> None:
    response = client.get(path, headers={"Accept": accept} if accept else {})
    assert (response.status_code, response.content_type) == (404, content_type)
    assert "Accept" in response.headers["Vary"]


def test_the_path_of_a_missing_page_is_text(client: FlaskClient) -> None:
    response = client.get("/page/person/<script>alert(1)</script>x", headers={"Accept": "text/html"})
    assert response.status_code == 404
    assert foreign_scripts(response.text) == []
