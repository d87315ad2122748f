"""The form of a saved query: one input for each parameter, with the things of the graph to choose from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kg.saved import SavedQuery
from kg.saved_values import Param, takes
from server.catalogue import mark, say
from server.labels import labels_of_rows
from server.links import local_name
from server.site import site

# What a parameter may take, as `kg.saved_values` says it.
TAKEN = (
    mark("a whole number"), mark("a number such as 2.5"), mark("true or false"), mark("a day such as 2024-03-31"),
    mark("text"), mark("a whole IRI, or one with a known prefix such as cg:Person"),
)  # fmt: skip
KINDS = {"integer": "number", "decimal": "number", "date": "date"}


@dataclass(frozen=True, slots=True)
class Input:
    """One parameter as a form shows it. `options` are values with their names; without any it is typed in."""

    param: Param
    value: str
    options: tuple[tuple[str, str], ...] = ()

    @property
    def kind(self) -> str:
        """The type of the HTML input."""
        return KINDS.get(self.param.type, "text")

    @property
    def takes(self) -> str:
        """What may be given, in words."""
        return takes(self.param)


def inputs(query: SavedQuery, values: Mapping[str, str]) -> list[Input]:
    """The inputs of a form, filled with the values that were given."""
    return [Input(param, _expanded(values.get(param.name, "")), _options(param)) for param in query.params.values()]


def is_ready(query: SavedQuery, values: Mapping[str, str]) -> bool:
    """Has every parameter that must be given been given?"""
    return all(values.get(param.name) for param in query.params.values() if param.required)


def _options(param: Param) -> tuple[tuple[str, str], ...]:
    if param.choices:
        return tuple((_expanded(one), say(local_name(_expanded(one)))) for one in param.choices if one != param.default)
    if param.class_name is None:
        return ()
    rows = site().ask("members-of", **{"class": param.class_name})
    labels = labels_of_rows([{"thing": row["thing"]} for row in rows])
    names = {row["thing"].value: labels.name(row["thing"].value) for row in rows}
    return tuple(sorted(names.items(), key=lambda item: (item[1].casefold(), item[0])))


def _expanded(value: str) -> str:
    """A prefixed name as its IRI; other values as they are."""
    label, colon, local = value.partition(":")
    known = site().prefixes
    return known[label] + local if colon and label in known and not local.startswith("//") else value
