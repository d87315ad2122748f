"""The addresses of things, terms, feeds and links as OpenAPI 3.1 (pure)."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from server.negotiate import SUFFIXES

Json = dict[str, Any]
Errors = Callable[..., Json]
TERMS = ("text/html", "text/turtle", "application/ld+json", "application/n-triples", "application/rdf+xml")
ATOM = "application/atom+xml"
LINKSETS = ("application/linkset", "application/linkset+json")


def things(errors: Errors) -> Json:
    """The paths; `errors` makes the responses of some statuses."""
    thing = _in_path("path", "what stands after /id/, such as person/ann-lee")
    query = _in_path("name", "a saved query; its parameters go into the address as for the query itself")
    ending = {**_in_path("suffix", "the format"), "schema": {"type": "string", "enum": list(SUFFIXES)}}
    found = _many(errors)
    return {
        "/ontology": {"get": _get("ontology", "The terms, explained or as triples", [], TERMS, errors("406"))},
        "/ontology.{suffix}": {"get": _get("ontologyFile", "The terms as triples", [ending], TERMS[1:], errors("404"))},
        "/feed/{path}": {"get": _get("feed", "What is said of a thing, the newest first", [thing], [ATOM], found)},
        "/feed/queries/{name}": {"get": _get("queryFeed", "The newest rows of a query", [query], [ATOM], found)},
        "/linkset/{path}": {
            "get": _get("linkset", "What the page of a thing links to", [thing], LINKSETS, found | errors("406"))
        },
    }


def _many(errors: Errors) -> Json:
    return errors("400", "404", "429", "503", "504")


def _in_path(name: str, description: str) -> Json:
    schema = {"type": "string", "minLength": 1}
    return {"name": name, "in": "path", "required": True, "description": description, "schema": schema}


def _get(name: str, summary: str, parameters: list[Json], types: Iterable[str], failing: Json) -> Json:
    content: Json = {one: {"schema": {} if one.endswith("json") else {"type": "string"}} for one in types}
    answer = {"200": {"description": summary, "content": content}}
    return {"operationId": name, "summary": summary, "parameters": parameters, "responses": answer | failing}
