"""Who stands behind a gathering or an office, told in a clause of its own: its organisers, the body of a post."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kg.entities.model import Reference
from kg.facts.grammar.clauses import Clause, is_passive, subjects
from kg.facts.grammar.lexicon import forms
from kg.facts.grammar.phrases import named
from kg.facts.scene import ORGANIZATION, Scene

if TYPE_CHECKING:
    from kg.mentions.tokens import Token

CALLING = forms("call organise organize stage hold convene plan announce initiate schedule mount")
WISHING = forms("want hope intend mean try ask seek apply")
POSTS = frozenset({"Appointment", "Resignation"})
OF_A_POST = frozenset({"of", "at", "in", "for"})


def callers(noun: Token, scene: Scene) -> list[Reference]:
    """ "a march called by X", "the rally that X had wanted to hold": X."""
    return [r for c in noun.children if c.dep_ in ("acl", "relcl") for t in _doers(c) for r in named(t, scene)]


def _doers(clause: Token) -> list[Token]:
    wished = [c for c in clause.children if c.dep_ == "xcomp" and c.lower_ in CALLING]
    if clause.lower_ in WISHING and wished:
        return subjects(clause)
    if clause.lower_ not in CALLING:
        return []
    if is_passive(clause):
        agents = [c for c in clause.children if c.dep_ == "agent" or c.lower_ == "by"]
        return [t for a in agents for t in a.children if t.dep_ == "pobj"]
    return subjects(clause)


def bodies(kind: str, clause: Clause, scene: Scene) -> tuple[str, ...]:
    """The body of the post that somebody gets or leaves: "appointed head of X", "gave up her seat in X", "to X"."""
    if kind not in POSTS or clause.verb is None:
        return ()
    found = (r for t in _posts(clause.verb) for r in scene.at(t) if r.cls in ORGANIZATION)
    return tuple(dict.fromkeys(r.entity for r in found))[:1]


def _posts(verb: Token) -> Iterator[Token]:
    """What a post is of: "head of X", "its chief", "X's head"; or where somebody is sent: "appointed to X"."""
    for child in verb.children:
        if child.dep_ in ("oprd", "attr", "dobj", "ccomp", "xcomp") and child.pos_ == "NOUN":
            yield from _of(child)
        if child.dep_ == "prep" and child.lower_ in ("as", "to"):
            for post in child.children:
                yield from _of(post) if post.pos_ == "NOUN" else ()
                if child.lower_ == "to" and verb.lower_ in ("appointed", "named", "nominated", "elected"):
                    yield post


def _of(post: Token) -> Iterator[Token]:
    yield from (c for c in post.children if c.dep_ in ("poss", "compound"))
    yield from (o for c in post.children if c.dep_ == "prep" and c.lower_ in OF_A_POST for o in c.children)
