"""What happened to so many here and so many there: "arrested 74 people in Suva and a further 19 in Labasa" (pure)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.facts import fields
from kg.facts.match import Match
from kg.facts.model import Event
from kg.facts.scene import Scene

if TYPE_CHECKING:
    from kg.mentions.tokens import Token

COUNTED = frozenset({"Detention", "Release", "Killing", "Assault", "Charge"})
LISTED = frozenset({"conj", "npadvmod", "dobj", "appos", "dep"})
AT = frozenset({"in", "at", "near"})


def elsewhere(base: Event, match: Match, scene: Scene) -> Iterator[Event]:
    """One more event for each bare number with a place of its own behind the people whom the first counts."""
    verb = match.clause.verb
    if base.count is None or verb is None or base.kind not in COUNTED or not base.place:
        return
    for numeral in verb.subtree:
        place = _place(numeral, scene) if _is_bare(numeral, verb) else ""
        number = fields.count("", numeral.text) if place and place != base.place else None
        if number is not None:
            yield replace(base, count=number, place=place, patient=())


def _is_bare(numeral: Token, verb: Token) -> bool:
    """A number that stands for people: "19", "a further 19", not "19 officers"."""
    return numeral.pos_ == "NUM" and numeral.i > verb.i and numeral.dep_ in LISTED


def _place(numeral: Token, scene: Scene) -> str:
    led = [t for c in numeral.children if c.dep_ == "prep" and c.lower_ in AT for t in c.children]
    return next((r.entity for t in led for r in scene.at(t) if r.cls == "Place"), "")
