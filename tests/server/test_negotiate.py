from __future__ import annotations

import pytest

from server.negotiate import BINDINGS, BOOLEAN, GRAPH, best, choose, prefers_html, ranges

BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"


@pytest.mark.parametrize(
    ("accept", "offers", "expected"),
    [
        (None, ["a/x", "a/y"], "a/x"),
        ("", ["a/x", "a/y"], "a/x"),
        ("*/*", ["a/x", "a/y"], "a/x"),
        ("a/y", ["a/x", "a/y"], "a/y"),
        ("A/Y", ["a/x", "a/y"], "a/y"),
        ("a/*", ["b/x", "a/y"], "a/y"),
        ("a/x;q=0.4, a/y;q=0.5", ["a/x", "a/y"], "a/y"),
        ("a/x;q=0.5, a/y;q=0.5", ["a/x", "a/y"], "a/x"),
        ("a/*;q=0.9, a/x;q=0.1", ["a/x", "a/y"], "a/y"),
        ("*/*, a/x;q=0", ["a/x", "a/y"], "a/y"),
        ("a/x ; q=0.5 ; charset=utf-8 , a/y ; q=1", ["a/x", "a/y"], "a/y"),
        ("a/y;profile=z", ["a/x", "a/y"], "a/y"),
        ("b/z", ["a/x", "a/y"], None),
        ("a/x;q=0", ["a/x"], None),
        ("a/x;q=2", ["a/x"], None),
        ("a/x;q=high", ["a/x"], None),
        ("nonsense", ["a/x"], None),
        ("*/x", ["a/x"], None),
        ("/", ["a/x"], None),
        (",,;q=1,", ["a/x"], None),
    ],
)
def test_best(accept: str | None, offers: list[str], expected: str | None) -> None:
    assert best(accept, offers) == expected


@pytest.mark.parametrize(
    ("accept", "formats", "expected"),
    [
        (None, BINDINGS, ("json", "application/sparql-results+json")),
        ("application/json", BINDINGS, ("json", "application/json")),
        ("application/json", GRAPH, ("jsonld", "application/json")),
        ("application/xml", BINDINGS, ("xml", "application/xml")),
        ("application/xml", GRAPH, ("rdfxml", "application/xml")),
        ("text/csv", BINDINGS, ("csv", "text/csv")),
        ("text/*", BINDINGS, ("csv", "text/csv")),
        ("text/csv", BOOLEAN, None),
        ("application/n-quads", GRAPH, ("nquads", "application/n-quads")),
        ("application/trig;q=0.9, text/turtle;q=0.8", GRAPH, ("trig", "application/trig")),
        ("image/png", GRAPH, None),
    ],
)
def test_choose(accept: str | None, formats: tuple[str, ...], expected: tuple[str, str] | None) -> None:
    assert choose(accept, formats) == expected


@pytest.mark.parametrize(
    ("accept", "expected"),
    [
        (BROWSER, True),
        ("text/html", True),
        ("text/html;q=0.1, image/png", True),
        ("text/html, application/sparql-results+json", False),
        ("application/sparql-results+json;q=0.5, text/html", True),
        ("*/*", False),
        ("text/*", False),
        (None, False),
        ("text/csv", False),
    ],
)
def test_prefers_html(accept: str | None, expected: bool) -> None:
    assert prefers_html(accept, BINDINGS) is expected


def test_a_long_header_is_read_only_in_part() -> None:
    assert len(ranges("text/html," * 100_000)) <= 100
