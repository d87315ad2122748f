"""The typed parameters of saved queries: a value from outside becomes one escaped term, or an error that says why."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from kg.authorities import country_by_iso, country_by_name
from kg.errors import QueryError
from kg.graph.terms import iri
from kg.sparql import string_literal

ParamType = Literal["string", "iri", "iris", "class", "integer", "decimal", "boolean", "date"]
STATE = "cg:Country"
XSD = "http://www.w3.org/2001/XMLSchema#"
_SHAPES = {
    "integer": (r"[+-]?[0-9]{1,18}", "a whole number"),
    "decimal": (r"[+-]?[0-9]{1,18}(\.[0-9]{1,18})?", "a number such as 2.5"),
    "boolean": (r"true|false", "true or false"),
    "date": (r"[0-9]{4}-[0-9]{2}-[0-9]{2}", "a day such as 2024-03-31"),
}
_IRI = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]*:[^\x00-\x20<>\"{}|^`\\\x7f-\x9f\ud800-\udfff]+")


@dataclass(frozen=True, slots=True)
class Param:
    """A parameter of a saved query. Without a `default` a value has to be given; `class_name` is what an IRI names."""

    name: str
    type: ParamType = "string"
    default: str | None = None
    choices: tuple[str, ...] = ()
    description: str = ""
    class_name: str | None = None

    @property
    def required(self) -> bool:
        """Has a value to be given?"""
        return self.default is None


def term(param: Param, value: str | None, prefixes: Mapping[str, str], *, bare: bool = False) -> str:
    """The SPARQL term for a value; nothing given (None or "") means the default.

    `bare` asks for the digits alone, for LIMIT and OFFSET. Raises QueryError naming the parameter and what it takes.
    """
    if param.type == "iris":  # for VALUES, which takes any number
        return " ".join(map(iri, (value or "").splitlines()))
    value = value or param.default
    if value is None:
        raise QueryError(f"parameter {param.name} needs a value: {takes(param)}")
    if param.choices and value not in param.choices:
        raise QueryError(f"parameter {param.name} is {value!r}; it takes {takes(param)}")
    if bare:
        return _count(param, value)
    if param.type in ("iri", "class"):
        return f"<{_iri(param, value, prefixes)}>"
    return _literal(param, value)


def takes(param: Param) -> str:
    """What a parameter accepts, in words."""
    if param.choices:
        return "one of " + ", ".join(param.choices)
    if param.type in _SHAPES:
        return _SHAPES[param.type][1]
    if param.type == "iris":
        return "whole IRIs, each on a line"
    if param.type == "string":
        return "text"
    whole = "a whole IRI, or one with a known prefix such as cg:Person"
    return f"a state by its name or code of two letters (GE), or as {whole}" if param.class_name == STATE else whole


def of_states(params: Mapping[str, Param], values: Mapping[str, str], base: str) -> dict[str, str]:
    """The values with states that are given by name or ISO code as their IRIs below a graph's base."""
    meant = {
        name: _state(value) for name, value in values.items() if name in params and params[name].class_name == STATE
    }
    return {name: f"{base}id/country/{meant[name]}" if meant.get(name) else value for name, value in values.items()}


def _state(value: str) -> str:
    """The code of a state, "" for what is none."""
    state = country_by_iso(value.upper()) or country_by_name(value)
    return state.iso.lower() if state else ""


def _literal(param: Param, value: str) -> str:
    if param.type == "string":
        if not _is_unicode(value):
            raise _wrong(param, value)
        return string_literal(value)
    if not re.fullmatch(_SHAPES[param.type][0], value, re.ASCII) or (param.type == "date" and not _is_day(value)):
        raise _wrong(param, value)
    return f'"{value}"^^<{XSD}{param.type}>'


def _iri(param: Param, value: str, prefixes: Mapping[str, str]) -> str:
    """A whole IRI, from itself, `<...>` or a prefixed name."""
    label, colon, local = value.partition(":")
    if colon and label in prefixes and not local.startswith("//"):
        value = prefixes[label] + local
    elif value.startswith("<") and value.endswith(">"):
        value = value[1:-1]
    if not _IRI.fullmatch(value):
        raise _wrong(param, value)
    return value


def _count(param: Param, value: str) -> str:
    if param.type != "integer" or not re.fullmatch(r"[0-9]{1,9}", value, re.ASCII):
        raise QueryError(f"parameter {param.name} is {value!r}; it takes a whole number that is not negative")
    return value


def _is_day(value: str) -> bool:
    try:
        date.fromisoformat(value)
    except ValueError:
        return False
    return True


def _is_unicode(value: str) -> bool:
    return not any("\ud800" <= letter <= "\udfff" for letter in value)


def _wrong(param: Param, value: str) -> QueryError:
    return QueryError(f"parameter {param.name} is {value[:80]!r}; it takes {takes(param)}")
