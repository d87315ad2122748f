from __future__ import annotations

import re

import pytest
from flask.testing import FlaskClient

from kg.store.oxigraph import OxigraphView
from server import Site, create_app
from server.metrics import Metrics
from server.site import Status


def test_well(client: FlaskClient) -> None:
    response = client.get("/healthz")
    assert (response.status_code, response.get_json()["status"]) == (200, "ok")
    assert response.headers["Cache-Control"] == "no-store"
    assert "ETag" not in response.headers


def test_not_well() -> None:
    view = OxigraphView.__new__(OxigraphView)
    client = create_app(Site(view, status=lambda: Status("b", workers=0))).test_client()
    response = client.get("/healthz")
    assert (response.status_code, response.get_json()["workers"]) == (503, 0)


@pytest.mark.parametrize(("published", "taken"), [("b", True), ("c", False)])
def test_a_newer_build_that_waits_is_told(published: str, taken: bool) -> None:
    view = OxigraphView.__new__(OxigraphView)
    client = create_app(Site(view, status=lambda: Status("b", published=published))).test_client()
    told = client.get("/healthz").get_json()
    assert (told["build"], told["published"], told["up_to_date"]) == ("b", published, taken)


def test_figures_are_prometheus_text(client: FlaskClient) -> None:
    client.get("/sparql?query=SELEC")
    response = client.get("/metrics")
    assert response.content_type.startswith("text/plain; version=0.0.4")
    lines = response.text.splitlines()
    shape = re.compile(r'# TYPE \w+ (counter|gauge|histogram)|civicgraph_\w+(\{\w+="[^"]+"\})? [-+.0-9e]+')
    assert [line for line in lines if not shape.fullmatch(line)] == []
    found = dict(line.rsplit(" ", 1) for line in lines if not line.startswith("#"))
    assert float(found['civicgraph_requests_total{code="400"}']) >= 1
    assert float(found["civicgraph_workers"]) == 1


def test_the_histogram_adds_up() -> None:
    metrics = Metrics()
    for seconds in (0.0005, 0.003, 30.0):
        metrics.count("200", seconds)
    text = metrics.text({}, {'queries_total{outcome="time"}': 2})
    assert 'le="0.001"} 1\n' in text
    assert 'le="0.005"} 2\n' in text
    assert 'le="+Inf"} 3\n' in text
    assert "civicgraph_request_seconds_count 3\n" in text
    assert float(re.findall(r"_sum (.*)", text)[0]) == pytest.approx(30.0035)
    assert 'civicgraph_queries_total{outcome="time"} 2\n' in text
