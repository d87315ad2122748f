"""Whom somebody named to head a body: "the mayor named Ana Soto, a diver, to lead the Rivers Commission"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kg.facts.grammar.clauses import is_passive, subjects
from kg.facts.grammar.phrases import named
from kg.facts.linked import ORGANISATIONS, View, token_range
from kg.facts.model import Fact
from kg.facts.relations.said import as_told
from kg.facts.relations.words import word_list

if TYPE_CHECKING:
    from kg.mentions.tokens import Token

TITLES = {"head": "head", "lead": "leader", "chair": "chair", "run": "head", "direct": "director"}
NOT_SURE = frozenset({"proposed", "proposes", "nominated", "nominates"})
AHEAD, BACK = 6, 14


def read_named_to_head(view: View) -> Iterator[Fact]:
    """`position` of those whom a word of naming gives a body to head."""
    for k, verb in enumerate(view.span):
        title = TITLES.get(verb.lower_)
        if title is None or not k or view.span[k - 1].lower_ != "to":
            continue
        naming = next((t for t in reversed(view.span[max(0, k - BACK) : k].tokens) if _names(t)), None)
        body = next((r.entity for t in view.span[k + 1 : k + AHEAD] for r in view.scene.at(t)
                     if r.cls in ORGANISATIONS), "")  # fmt: skip
        person = ""
        if naming is not None and body:
            person = _named_behind(view, naming, k) or _named_before(view, naming)
        if naming is not None and person:
            told = as_told(Fact(person, "position", body, view.proof, "named-to-head", title=title), naming, view)
            if told is not None:
                yield told


def _names(token: Token) -> bool:
    return token.lower_ in word_list("naming") - NOT_SURE


def _named_before(view: View, naming: Token) -> str:
    """ "Ana Soto, who was appointed to chair X": the subject of the passive."""
    if not is_passive(naming):
        return ""
    found = (r for t in subjects(naming) for r in named(t, view.scene) if r.cls == "Person")
    return next((r.entity for r in found), "")


def _named_behind(view: View, naming: Token, limit: int) -> str:
    """The person whose name stands between the word of naming and the "to", the first of them."""
    first = naming.i - view.span.start
    for reference in view.linked.references:
        start, end = token_range(view.linked, reference)
        if reference.cls == "Person" and first < start and end <= limit:
            return reference.entity
    return ""
