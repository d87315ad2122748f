"""Answers as Python values: small frozen terms read from the JSON form, the same from every backend."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any, Literal

from kg.errors import QueryError
from kg.store.base import Answer, Question, View


@dataclass(frozen=True, slots=True)
class Term:
    """An RDF term. `datatype` is an IRI and `language` a tag, both only of literals; plain strings have neither."""

    kind: Literal["iri", "blank", "literal"]
    value: str
    datatype: str | None = None
    language: str | None = None


_KINDS: dict[str, Literal["iri", "blank", "literal"]] = {
    "uri": "iri",
    "bnode": "blank",
    "literal": "literal",
    "typed-literal": "literal",
}


def rows(view: View, text: str, **settings: Any) -> list[dict[str, Term]]:
    """The rows of a SELECT; an unbound column is absent from its row. `settings` are the other fields of Question.

    Raises what `View.answer` raises, and QueryError for a query of another form.
    """
    return _rows(_asked(view, text, "bindings", settings))


def table(answer: Answer) -> list[dict[str, Term]]:
    """The rows of a JSON answer to a SELECT."""
    return _rows(json.loads(answer.body))


def _rows(results: Any) -> list[dict[str, Term]]:
    return [{name: term_of(cell) for name, cell in row.items()} for row in results["results"]["bindings"]]


def columns(answer: Answer) -> list[str]:
    """The column names of a JSON answer, in order."""
    return list(json.loads(answer.body)["head"].get("vars", []))


def ask(view: View, text: str, **settings: Any) -> bool:
    """The truth of an ASK. Raises like `rows`."""
    return bool(_asked(view, text, "boolean", settings)["boolean"])


def term_of(cell: dict[str, str]) -> Term:
    """One cell of the SPARQL results JSON format."""
    return Term(_KINDS[cell["type"]], cell["value"], cell.get("datatype"), cell.get("xml:lang"))


def _asked(view: View, text: str, kind: str, settings: dict[str, Any]) -> Any:
    answer = view.answer(Question(text, bindings="json", **settings))
    if answer.kind != kind:
        form = "SELECT" if kind == "bindings" else "ASK"
        raise QueryError(f"expected {form}, and the query has another form")
    return json.loads(answer.body)
