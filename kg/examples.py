"""The packaged queries as the dataset graph describes them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from kg.graph.dataset import QueryExample, QueryParam
from kg.prefixes import known_prefixes
from kg.resources import data_folder
from kg.saved import SavedQuery, bind
from kg.saved import load as load_queries
from kg.saved_values import Param, term
from kg.sparql import form_of


@cache
def examples() -> tuple[QueryExample, ...]:
    """The packaged queries, read once per process."""
    return tuple(_example(query) for query in load_queries(data_folder("queries")).values())


def _example(query: SavedQuery) -> QueryExample:
    """A saved query for the dataset graph, with its defaults in it where it has one for each parameter."""
    known, needy = known_prefixes(), any(param.required for param in query.params.values())
    form = form_of(query.text).lower()
    params = tuple(_param(param, known) for param in query.params.values())
    text = query.text if needy else bind(query, {}, known)
    return QueryExample(query.name, query.title, query.question, text, form, query.tags, params)


def _param(param: Param, known: Mapping[str, str]) -> QueryParam:
    is_iri = param.type in ("iri", "class")
    default = term(param, None, known)[1:-1] if is_iri and param.default else param.default
    prefix, _, local = (param.class_name or "").partition(":")
    class_iri = known[prefix] + local if prefix in known else ""
    return QueryParam(param.name, "" if is_iri else param.type, class_iri, default, param.description)
