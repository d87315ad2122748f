"""A question made ready for an engine: size, refusals and tokens, the same for every backend."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from kg.errors import QueryError
from kg.sparql import (
    NAME,
    NAME_START,
    UPDATES,
    Edit,
    Token,
    has_any,
    names_dataset,
    outer_star,
    significant,
    tokens,
    variables,
)
from kg.store import guard
from kg.store.base import Question

_XML_NAME = re.compile(rf"[{NAME_START}][{NAME}.\-]*$")
_TELLING = ("SERVICE", "FROM", "*", *sorted(UPDATES))
"""Letters without which a text is no update, calls no service, and has neither FROM nor a star: most queries."""
_CONTROLS = re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]")


@dataclass(frozen=True)
class Prepared:
    """A question that may be asked.

    `star` is the star of an outermost `SELECT *`, and `first_seen` the variables of such a query in the order of their
    first appearance; `edits` make the text harmless to an engine that would follow SERVICE (see `kg.store.guard`).
    """

    question: Question
    star: Token | None
    first_seen: list[str]
    own_dataset: bool
    edits: list[Edit]

    @cached_property
    def tokens(self) -> list[Token]:
        """The tokens without comments. Raises QueryError at a string that never ends."""
        return significant(self.question.text)


def prepare(question: Question) -> Prepared:
    """Check a question. Raises QueryError, QueryRefused (update, SERVICE) or QueryLimit("size")."""
    guard.check_size(question.text)
    if not has_any(question.text, _TELLING):
        return Prepared(question, None, [], False, [])
    every = tokens(question.text)
    found = [token for token in every if token.kind != "comment"]
    guard.refuse_writes(question.text, found)
    guard.refuse_service(question.text, found)
    edits = guard.disarm(question.text, every)
    star = outer_star(found)
    return Prepared(question, star, variables(found) if star else [], names_dataset(found), edits)


def check_xml(body: bytes) -> bytes:
    """The body, if it is XML at all. Raises QueryError when a value holds a control character that XML cannot carry."""
    if _CONTROLS.search(body):
        raise QueryError("a value holds a control character, which XML cannot carry; ask for JSON or Turtle")
    return body


def check_properties(iris: Iterable[str]) -> None:
    """Raise QueryError for a property that RDF/XML cannot name: it writes properties as names of XML elements."""
    for iri in iris:
        if _XML_NAME.search(iri) is None:
            raise QueryError(f"RDF/XML cannot name the property <{iri}>; ask for Turtle")
