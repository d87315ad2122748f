"""The description is valid, names all there is, and the server does what it says."""

from __future__ import annotations

import csv
import io
import json
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from typing import Any

import pytest
import schemathesis
import waitress.server
from flask import Flask
from flask.testing import FlaskClient
from hypothesis import HealthCheck, settings
from openapi_spec_validator import OpenAPIV31SpecValidator, validate
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from kg.prefixes import known_prefixes
from kg.resources import data_folder
from kg.saved import bind, load, parse
from server.openapi import openapi
from server.snippets import snippets

QUERIES = load(data_folder("queries"))
DESCRIPTION = openapi(QUERIES, "http://localhost/", "0")
CHECKS = [not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance]
schemathesis.serializer("application/sparql-query")(lambda _, value: str(value).encode())
described = schemathesis.openapi.from_dict(DESCRIPTION)
every = {"max_examples": 6, "deadline": None, "derandomize": True, "suppress_health_check": list(HealthCheck)}


def test_it_is_valid(client: FlaskClient) -> None:
    found = client.get("/openapi.json").get_json()
    validate(found, cls=OpenAPIV31SpecValidator)
    assert found["openapi"].startswith("3.1")
    assert {f"/queries/{name}" for name in QUERIES} <= set(found["paths"])
    assert {"/ontology", "/feed/{path}", "/linkset/{path}"} <= set(found["paths"])
    assert found["servers"] == [{"url": "http://localhost"}]


def test_parameters_are_typed() -> None:
    query = parse("x", "#+ title: T\n#+ question: Q?\n#+ params:\n#+   most: {type: integer, default: 5}\n"
                       "#+   word: {choices: [a, b]}\nSELECT ?s { ?s ?p ?word } LIMIT ?most\n")  # fmt: skip
    found = openapi({"x": query}, "http://h/", "0")["paths"]["/queries/x"]["get"]["parameters"]
    schemas = {one["name"]: one["schema"] for one in found}
    assert schemas["most"] == {"type": "integer", "minimum": 0, "default": 5}
    assert schemas["word"] == {"type": "string", "enum": ["a", "b"]}
    assert [one["name"] for one in found if one["required"]] == ["word"]


@pytest.fixture(scope="module")
def address(app: Flask) -> Iterator[str]:
    server = waitress.server.create_server(app, host="127.0.0.1", port=0, threads=4)
    threading.Thread(target=server.run, daemon=True).start()
    yield f"http://127.0.0.1:{server.effective_port}"
    server.close()


@described.parametrize()
@settings(**every)
def test_the_server_does_what_it_says(case: Any, address: str) -> None:
    case.call_and_validate(base_url=address, checks=CHECKS)


def test_the_list_for_programs(client: FlaskClient) -> None:
    response = client.get("/queries", headers={"Accept": "application/json"})
    assert response.content_type == "application/json"
    found = {one["name"]: one for one in response.get_json()}
    assert set(found) == set(QUERIES)
    assert found["events-in-a-period"]["params"][0]["name"] == "country"
    assert client.get("/queries", headers={"Accept": "image/png"}).status_code == 406
    assert client.get("/queries").content_type.startswith("text/html")


def rows(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text)))


@pytest.mark.parametrize("name", ["events-in-a-period", "documents-and-their-yield", "places-with-most-events"])
def test_pages_together_are_the_whole(client: FlaskClient, name: str) -> None:
    head, *whole = rows(client.get(f"/queries/{name}?format=csv").text)
    address, together, pages = f"/queries/{name}?format=csv&per_page=2", [], 0
    while address:
        response = client.get(address)
        assert response.status_code == 200
        assert response.headers["X-Total-Count"] == str(len(whole))
        order, *found = rows(response.text)
        assert order == head
        together += found
        pages += 1
        address = next(
            (link.split(">")[0].strip(" <") for link in response.headers["Link"].split(",") if 'rel="next"' in link), ""
        )
    assert together == whole
    assert pages == -(-len(whole) // 2)


def test_a_page_of_nothing_and_wrong_pages(client: FlaskClient) -> None:
    response = client.get("/queries/events-in-a-period?format=csv&page=900")
    assert (response.status_code, len(rows(response.text))) == (200, 1)
    assert 'rel="last"' in response.headers["Link"]
    for wrong in ("page=0", "page=x", "per_page=0", "per_page=1000000", "page=-1", "page=1&page=2"):
        assert client.get(f"/queries/events-in-a-period?format=csv&{wrong}").status_code == 400


NASTY = 'it\'s "so" $(rm) `x` \\ </script> ü\n'


def test_snippets_run(address: str) -> None:
    query = QUERIES["who-was-convicted-of-what"]
    values = {"since": "2024-05-01"}
    found = {
        one.language: one.code
        for one in snippets(f"{address}/", query.name, values, bind(query, values, known_prefixes()))
    }
    assert set(found) == {"curl", "Python", "R", "JavaScript"}
    python = subprocess.run(
        [sys.executable, "-c", found["Python"]], capture_output=True, text=True, check=True, timeout=60
    )
    assert "Chanda Phiri" in python.stdout
    if curl := shutil.which("curl"):
        code = found["curl"].replace("curl ", f"{curl} --silent ", 1)
        assert "Chanda Phiri" in subprocess.run(["sh", "-c", code], capture_output=True, text=True, check=True).stdout
    if node := shutil.which("node"):
        command = [node, "--input-type=module", "-e", found["JavaScript"]]
        assert "Chanda Phiri" in subprocess.run(command, capture_output=True, text=True, check=True, timeout=60).stdout


def test_no_value_leaves_its_place_in_a_snippet() -> None:
    found = {
        one.language: one.code
        for one in snippets("http://h/", "q", {"word": NASTY}, f"ASK {{ ?s ?p {json.dumps(NASTY)} }}")
    }
    compile(found["Python"], "snippet", "exec")
    shell = subprocess.run(
        ["sh", "-c", found["curl"].replace("curl ", "printf '%s|' ", 1)], capture_output=True, text=True, check=True
    )
    assert f"|word={NASTY}|" in shell.stdout
    assert found["R"].count('"') == 2
    assert "</script" not in found["JavaScript"].split("console")[0]


def test_they_are_on_the_page(client: FlaskClient) -> None:
    text = client.get("/queries/who-was-convicted-of-what?since=2024-05-01", headers={"Accept": "text/html"}).text
    assert "from SPARQLWrapper import" in text
    assert "curl --get" in text
    broken = client.get("/queries/who-was-convicted-of-what?since=x", headers={"Accept": "text/html"}).text
    assert "curl --get" not in broken
