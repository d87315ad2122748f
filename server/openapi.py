"""The addresses for programs as OpenAPI 3.1: saved queries with their parameters, the endpoint, the graphs (pure)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from kg.saved import SavedQuery
from kg.saved_values import Param, takes
from kg.sparql import form_of
from kg.store.base import MEDIA_TYPES
from server.negotiate import BINDINGS, FORMS, GRAPH
from server.openapi_things import things
from server.paging import MOST_PER_PAGE, PER_PAGE
from server.problems import PROBLEM

SHAPES: dict[str, dict[str, Any]] = {
    "integer": {"type": "integer", "minimum": 0},
    "decimal": {"type": "number"},
    "boolean": {"type": "boolean"},
    "date": {"type": "string", "format": "date"},
    "iri": {"type": "string", "description": "an IRI, whole or with a known prefix"},
    "iris": {"type": "string", "description": "whole IRIs, each on a line"},
    "class": {"type": "string", "description": "the IRI of a class, whole or with a known prefix"},
    "string": {"type": "string"},
}
ERRORS = {
    "400": "The request, or a value in it, is wrong.",
    "403": "Updates and SERVICE are refused.",
    "404": "There is no such query or graph.",
    "406": "There is no such format of this answer.",
    "413": "The query is too long.",
    "415": "The body is of a type that is not read.",
    "429": "The client has too many queries running.",
    "503": "A limit was met, or all workers are busy.",
    "504": "The query took too long.",
}
Json = dict[str, Any]


def openapi(queries: Mapping[str, SavedQuery], root: str, version: str) -> Json:
    """The whole description. `root` is the server's address."""
    paths: Json = {f"/queries/{name}": {"get": _saved(query)} for name, query in queries.items()}
    paths |= {
        "/queries": {"get": _index()},
        "/sparql": {"get": _ask_by_get(), "post": _ask_by_post()},
        "/store": {"get": _store()},
        **things(_errors),
    }
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "civicgraph",
            "version": version,
            "summary": "Actors, laws, petitions, events and countries, each fact with its sentence.",
        },
        "servers": [{"url": root.rstrip("/")}],
        "paths": paths,
        "components": {"schemas": {"Problem": PROBLEM_SCHEMA, "Rows": ROWS_SCHEMA, "Query": QUERY_SCHEMA}},
    }


def as_listed(query: SavedQuery) -> Json:
    """A saved query in the list for programs."""
    return {
        "name": query.name,
        "title": query.title,
        "question": query.question,
        "tags": list(query.tags),
        "view": query.view,
        "href": f"/queries/{query.name}",
        "params": [
            {"name": one.name, "type": one.type, "required": one.required, "default": one.default, "takes": takes(one),
             "description": one.description}
            for one in query.params.values()
        ],
    }  # fmt: skip


def _saved(query: SavedQuery) -> Json:
    formats = FORMS[form_of(query.text)]
    pages = [_page("page", 1, 1_000_000), _page("per_page", PER_PAGE, MOST_PER_PAGE)] if formats == BINDINGS else []
    return {
        "operationId": query.name,
        "summary": query.title,
        "description": query.question,
        "tags": list(query.tags),
        "parameters": [*map(_parameter, query.params.values()), *pages, _format(formats)],
        "responses": {"200": _answer(formats)} | _errors("400", "404", "406", "429", "503", "504"),
    }


def _parameter(param: Param) -> Json:
    """A typed parameter; what is left out, or empty, is its default."""
    schema = {**SHAPES[param.type]}
    if param.choices:
        schema["enum"] = list(param.choices)
    if param.default is not None:
        schema["default"] = _typed(param)
    description = param.description or takes(param)
    return {"name": param.name, "in": "query", "required": param.required, "description": description, "schema": schema}


def _typed(param: Param) -> object:
    """The default as a JSON value of its type."""
    assert param.default is not None
    if param.type == "boolean":
        return param.default == "true"
    if param.type in ("integer", "decimal"):
        return int(param.default) if param.type == "integer" else float(param.default)
    return param.default


def _page(name: str, default: int, most: int) -> Json:
    schema = {"type": "integer", "minimum": 1, "maximum": most, "default": default}
    description = "Without page and per_page all rows come at once; with one of them, Link and X-Total-Count say more."
    return {"name": name, "in": "query", "required": False, "description": description, "schema": schema}


def _format(formats: Iterable[str]) -> Json:
    schema = {"type": "string", "enum": list(formats)}
    return {"name": "format", "in": "query", "required": False, "description": "instead of Accept", "schema": schema}


def _answer(formats: Iterable[str]) -> Json:
    """The content of an answer, by its media type; a page for people is one of them."""
    content: Json = {MEDIA_TYPES[one]: {"schema": {"type": "string"}} for one in formats}
    for one in ("application/json", MEDIA_TYPES["json"]):
        if "json" in formats:
            content[one] = {"schema": {"$ref": "#/components/schemas/Rows"}}
    return {"description": "The answer.", "content": content | {"text/html": {"schema": {"type": "string"}}}}


def _errors(*statuses: str) -> Json:
    content: Json = {one: {"schema": {"type": "string"}} for one in ("text/plain", "text/html")}
    content[PROBLEM] = {"schema": {"$ref": "#/components/schemas/Problem"}}
    return {status: {"description": ERRORS[status], "content": content} for status in statuses}


def _index() -> Json:
    listed = {"type": "array", "items": {"$ref": "#/components/schemas/Query"}}
    content = {"application/json": {"schema": listed}, "text/html": {"schema": {"type": "string"}}}
    responses = {"200": {"description": "All saved queries.", "content": content}} | _errors("406")
    return {"operationId": "queries", "summary": "The saved queries", "responses": responses}


def _ask_by_get() -> Json:
    query = {"name": "query", "in": "query", "required": False, "schema": {"type": "string"},
             "description": "a SPARQL 1.1 query; without one the answer is the service description"}  # fmt: skip
    return {
        "operationId": "ask",
        "summary": "A SPARQL query",
        "parameters": [query, *_dataset(), _format((*BINDINGS, *GRAPH))],
        "responses": {"200": _answer((*BINDINGS, *GRAPH))} | _errors(*sorted(set(ERRORS) - {"404", "415"})),
    }


def _ask_by_post() -> Json:
    fields = {"query": {"type": "string"}, "format": {"type": "string", "enum": [*BINDINGS, *GRAPH]}}
    form = {"type": "object", "required": ["query"], "properties": fields}
    content = {"application/x-www-form-urlencoded": {"schema": form},
               "application/sparql-query": {"schema": {"type": "string"}}}  # fmt: skip
    return {
        "operationId": "askByPost",
        "summary": "A SPARQL query, however long",
        "parameters": _dataset(),
        "requestBody": {"required": True, "content": content},
        "responses": {"200": _answer((*BINDINGS, *GRAPH))} | _errors(*sorted(set(ERRORS) - {"404"})),
    }


def _dataset() -> list[Json]:
    """The graphs to ask, as often as there are graphs."""
    schema = {"type": "array", "items": {"type": "string", "format": "iri"}}
    names = ("default-graph-uri", "named-graph-uri")
    return [{"name": name, "in": "query", "required": False, "schema": schema} for name in names]


def _store() -> Json:
    graph = {"name": "graph", "in": "query", "required": False, "schema": {"type": "string", "format": "iri"}}
    default = {
        "name": "default",
        "in": "query",
        "required": False,
        "allowEmptyValue": True,
        "schema": {"type": "string"},
    }
    return {
        "operationId": "graph",
        "summary": "A whole graph (Graph Store Protocol): either graph= or default",
        "parameters": [graph, default, _format(GRAPH)],
        "responses": {"200": _answer(GRAPH)} | _errors("400", "404", "406", "429", "503", "504"),
    }


PROBLEM_SCHEMA: Json = {
    "type": "object",
    "required": ["type", "title", "status", "detail"],
    "properties": {
        "type": {"type": "string"},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string"},
        "hint": {"type": "string"},
        "limit": {"type": "string", "enum": ["time", "memory", "busy", "size", "share"]},
        "line": {"type": "integer", "minimum": 1},
        "column": {"type": "integer", "minimum": 1},
    },
}
ROWS_SCHEMA: Json = {
    "type": "object",
    "required": ["head"],
    "properties": {
        "head": {"type": "object", "properties": {"vars": {"type": "array", "items": {"type": "string"}}}},
        "results": {"type": "object", "required": ["bindings"], "properties": {"bindings": {"type": "array"}}},
        "boolean": {"type": "boolean"},
    },
}
QUERY_SCHEMA: Json = {
    "type": "object",
    "required": ["name", "title", "question", "href", "params"],
    "properties": {
        "name": {"type": "string"},
        "title": {"type": "string"},
        "question": {"type": "string"},
        "href": {"type": "string"},
        "tags": {"type": "array", "items": {"type": "string"}},
        "params": {"type": "array", "items": {"type": "object"}},
    },
}
