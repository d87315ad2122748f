"""What is a query and what is not: 200 or 400; what is an update or calls a service is refused with 403."""

from __future__ import annotations

from http.client import HTTPConnection

import pyoxigraph as ox
import pytest

from tests.w3c.conftest import Served
from tests.w3c.known import SYNTAX
from tests.w3c.manifests import Case, cases, need_suite

need_suite()
QUERIES = [case for case in cases("syntax-query", "aggregates", "construct", "grouping") if "Syntax" in case.kind]
UPDATES = [case for case in cases("syntax-update-1", "syntax-update-2") if "Syntax" in case.kind]
FEDERATED = [case for case in cases("syntax-fed") if "Syntax" in case.kind]


def status(served: Served, case: Case, media_type: str) -> int:
    assert case.query is not None
    served.store = ox.Store()
    connection = HTTPConnection("127.0.0.1", served.port, timeout=30)
    connection.request("POST", "/sparql", case.query.read_bytes(), {"Content-Type": media_type})
    response = connection.getresponse()
    response.read()
    connection.close()
    return response.status


@pytest.mark.parametrize("case", QUERIES, ids=lambda case: case.name)
def test_queries(served: Served, case: Case) -> None:
    expected = 200 if case.kind.startswith("Positive") else 400
    found = status(served, case, "application/sparql-query")
    assert (found == expected) is (case.name not in SYNTAX)


@pytest.mark.parametrize("case", UPDATES, ids=lambda case: case.name)
def test_no_update_is_taken_however_it_is_sent(served: Served, case: Case) -> None:
    assert status(served, case, "application/sparql-update") == 403
    assert status(served, case, "application/sparql-query") in (400, 403)  # 400: no update of anything, or malformed


@pytest.mark.parametrize("case", FEDERATED, ids=lambda case: case.name)
def test_no_service_is_called(served: Served, case: Case) -> None:
    assert status(served, case, "application/sparql-query") == 403
