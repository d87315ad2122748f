"""Gatherings that a text only mentions, as the place, the time or the cause of something else (pure, over tokens)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.facts.grammar.clauses import governor
from kg.facts.grammar.inflect import words

if TYPE_CHECKING:
    from kg.facts.grammar.clauses import Clause
    from kg.facts.scene import Scene
    from kg.mentions.tokens import Token

# Prepositions that take what took place: "amid protests", "despite a rally outside", never "for" or "against".
TAKING_PLACE = words("amid amidst despite following after during since")
# What makes a bare noun a certain one: "mass protests", "protests outside the ministry", "weeks of protests".
MARKED = frozenset({"det", "amod", "compound", "nmod", "nummod", "poss", "prep", "relcl", "acl"})
VAGUE = words("any future further possible potential more new peaceful such similar other no")
WAKE = words("wake aftermath midst course face")
SPANS = words("days weeks months day week month year years night nights hours wave waves series spate string")


def rooted(clause: Clause, scene: Scene) -> bool:
    """ "which led to rallies in Lima": a gathering told with its own place, under a verb in the past."""
    above = _told_by(clause.trigger)
    at = [t for p in ("in", "at", "outside", "near") for t in clause.heads(f"prep:{p}")]
    return above is not None and above.tag_ == "VBD" and any(r.cls == "Place" for t in at for r in scene.at(t))


def backdrop(noun: Token) -> bool:
    """ "The king dissolved the house amid mass protests", "after weeks of protests": behind what happened."""
    phrase = noun.head.head if _of_a_span(noun) else noun
    preposition = phrase.head
    taking = TAKING_PLACE | {"in"} if phrase.lower_ in WAKE else TAKING_PLACE
    if phrase.dep_ != "pobj" or preposition.lower_ not in taking:
        return False
    above = _told_by(preposition)
    if above is None or not _past(above):
        return False
    own = {c.dep_ for c in noun.children} | ({"prep"} if phrase != noun else set())
    return bool(own & MARKED) and not any(c.lower_ in VAGUE for c in noun.children)


def _told_by(token: Token) -> Token | None:
    """The verb over a word; "following" is none, nor is the "swarming" of "led to swarming rallies"."""
    above = governor(token)
    while above is not None and (above.dep_ == "prep" or (above.dep_ == "pcomp" and above.tag_ == "VBG")):
        above = governor(above)
    return above


def _of_a_span(noun: Token) -> bool:
    return noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.lower_ in SPANS | WAKE


def _past(verb: Token) -> bool:
    had = any(c.lower_ in ("had", "was", "were", "has", "have") for c in verb.children if c.dep_ in ("aux", "auxpass"))
    negated = any(c.dep_ in ("neg",) for c in verb.children)
    return not negated and (verb.tag_ == "VBD" or (verb.tag_ == "VBN" and had))
