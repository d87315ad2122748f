"""Query evaluation, in every result format that can carry the answer."""

from __future__ import annotations

from http.client import HTTPConnection
from urllib.parse import urlencode

import pyoxigraph as ox
import pytest
import rdflib

from kg.sparql import first_word, names_dataset, significant
from kg.store.base import MEDIA_TYPES
from tests.w3c.answers import as_csv, csv_rows, expected_rows, read_rows, same_graph, same_rows
from tests.w3c.conftest import Served
from tests.w3c.known import MISSES
from tests.w3c.manifests import Case, cases, need_suite

need_suite()
FOLDERS = (
    "aggregates", "bind", "bindings", "cast", "construct", "csv-tsv-res", "exists", "functions", "grouping", "json-res",
    "negation", "project-expression", "property-path", "subquery",
)  # fmt: skip
GRAPHS = {
    "turtle": "turtle",
    "ntriples": "nt",
    "rdfxml": "xml",
    "jsonld": "json-ld",
    "trig": "trig",
    "nquads": "nquads",
}
DEFAULT = "urn:the-default-graph"
RESULT_FILES = ("QueryEvaluationTest", "CSVResultFormatTest")
CASES = [case for case in cases(*FOLDERS) if case.kind in RESULT_FILES]


def load(case: Case) -> ox.Store:
    """The test's data; its default graph has a name, by which the request asks for it."""
    store = ox.Store()
    for path in case.data:
        for graph in (DEFAULT, path.as_uri()):
            store.load(path=str(path), base_iri=path.as_uri(), to_graph=ox.NamedNode(graph))
    for iri, path in case.graphs:
        store.load(path=str(path), base_iri=path.as_uri(), to_graph=ox.NamedNode(iri))
    return store


def ask(served: Served, case: Case, form: str) -> bytes:
    """The body of the answer in a format."""
    assert case.query is not None
    text = case.query.read_text("utf8")
    fields = [("query", f"BASE <{case.query.as_uri()}>\n{text}")]
    if not names_dataset(significant(text)):
        fields += [("default-graph-uri", DEFAULT), *(("named-graph-uri", iri) for iri, _ in case.graphs)]
    connection = HTTPConnection("127.0.0.1", served.port, timeout=30)
    connection.request("GET", "/sparql?" + urlencode(fields), headers={"Accept": MEDIA_TYPES[form]})
    response = connection.getresponse()
    body = response.read()
    connection.close()
    assert response.status == 200, (form, response.status, body[:300])
    assert response.headers["Content-Type"].split(";")[0] == MEDIA_TYPES[form]
    return body


def check(served: Served, case: Case) -> None:
    served.store = load(case)
    assert case.query is not None
    assert case.result is not None
    form = first_word(significant(case.query.read_text("utf8")))
    if form in ("CONSTRUCT", "DESCRIBE"):
        expected = rdflib.Graph().parse(case.result, publicID=case.result.as_uri())
        for name, parser in GRAPHS.items():
            found = rdflib.Dataset(default_union=True)
            found.parse(data=ask(served, case, name), format=parser)
            assert same_graph(found, expected), name
    elif case.kind == "CSVResultFormatTest":
        assert csv_rows(ask(served, case, "csv")) == csv_rows(case.result.read_bytes())
    else:
        check_rows(served, case)


def check_rows(served: Served, case: Case) -> None:
    assert case.result is not None
    expected = expected_rows(case.result)
    if isinstance(expected, bool):
        assert [read_rows(ask(served, case, form), form) for form in ("json", "xml")] == [expected, expected]
        return
    columns, rows = expected
    for form in ("json", "xml", "tsv"):
        found = read_rows(ask(served, case, form), form)
        assert not isinstance(found, bool)
        assert sorted(found[0]) == sorted(columns), form
        assert same_rows(found[1], rows), (form, found[1], rows)
    order, found_csv = csv_rows(ask(served, case, "csv"))
    assert found_csv == as_csv(order, rows), "csv"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_evaluation(served: Served, case: Case) -> None:
    if case.name in MISSES:
        with pytest.raises((AssertionError, SyntaxError)):
            check(served, case)
        return
    check(served, case)


def test_the_count() -> None:
    """All tests that ask data (but for entailment and federation), of which Oxigraph passes 224 in process."""
    assert len(CASES) == 235
    assert len([case for case in CASES if case.name not in MISSES]) >= 224
