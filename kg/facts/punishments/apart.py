"""One sentence, several events: who got which punishment, on which of the days, each alone (pure)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.facts.aims import also_asked
from kg.facts.grammar.clauses import is_verbal
from kg.facts.grammar.inflect import words
from kg.facts.match import Match
from kg.facts.model import Event, Sanction
from kg.facts.punishments.read import is_full, sanctions
from kg.facts.punishments.shares import shares
from kg.facts.punishments.terms import terms
from kg.facts.scene import Scene
from kg.facts.tails import tail, tail_range
from kg.facts.tallies import elsewhere

if TYPE_CHECKING:
    from kg.mentions.tokens import Token

PUNISHED = frozenset({"Conviction"})
GATHERINGS = frozenset({"Rally", "March", "Picket", "Unrest"})
PUNISHMENTS = frozenset(words("sentence fine term penalty punishment ban years months days year month fines sentences"))
BRACKETS = re.compile(r" ?\(([^()]{4,60})\)")
SOLO = frozenset({"single", "solo", "lone", "one-person", "single-person", "individual", "one-man", "one-woman"})


def told_apart(base: Event, match: Match, scene: Scene) -> Iterator[Event]:
    """The events that the one found stands for."""
    if match.pattern.kind in PUNISHED or match.pattern.sanction:
        yield from _shared_out(base, match, scene)
    elif any(c.lower_ in SOLO for c in match.clause.trigger.children) and len(base.agent) > 1:
        yield from (replace(base, agent=(key,)) for key in base.agent)
    elif match.pattern.kind in GATHERINGS and len(places := _places(match, scene)) > 1:
        yield from (replace(base, place=key) for key in places)
    elif match.pattern.kind == "Statement":
        yield base  # however many it is about
        yield from (replace(base, patient=keys) for keys in also_asked(match.clause, scene))
    else:
        yield from _by_date(replace(base, sanctions=terms(match, _words(match, scene))), match)
        yield from elsewhere(base, match, scene)


def _places(match: Match, scene: Scene) -> list[str]:
    """ "crowds gathered in Lima, Cusco and Puno": one gathering each."""
    heads = [t for t in match.clause.heads("prep:in") if t.dep_ == "conj" or any(c.dep_ == "conj" for c in t.children)]
    found = [r.entity for t in heads for r in scene.at(t) if r.cls == "Place"]
    return list(dict.fromkeys(found)) if len(found) == len(heads) else []


def _shared_out(base: Event, match: Match, scene: Scene) -> Iterator[Event]:
    text, people = _people(match, scene)
    first = tuple(k for k in base.patient if k not in {key for _, key in people})
    parts = shares(text, people, first, match.pattern.sanction, base.country)
    if len(parts) > 1:
        days = [d for d in match.dates if d.modifier != "until"]
        for k, (keys, found) in enumerate(parts):
            event = replace(base, patient=keys, sanctions=found, count=None if keys else base.count)
            own = days[k] if len(days) == len(parts) else None
            yield replace(event, date=own.date, date_stated=own.text) if own else event
        return
    if asides := _in_brackets(base, scene):
        yield from asides
        return
    found = parts[0][1]
    if (not is_full(found) or match.clause.voice == "nominal") and (before := _before(match.clause.trigger)):
        found = tuple(sanctions(f"{before} {text}", match.pattern.sanction, base.country)) or found
    yield from _by_date(replace(base, sanctions=found), match)


def _in_brackets(base: Event, scene: Scene) -> list[Event]:
    """ "Ann (eight months) and Bo (six months) were convicted": to each what stands in brackets behind the name."""
    own: dict[str, tuple[Sanction, ...]] = {}
    for reference in scene.linked.references:
        after = scene.linked.sentence.text[reference.end - scene.linked.sentence.start :]
        aside = BRACKETS.match(after) if reference.entity in base.patient else None
        if aside and is_full(found := sanctions(f"to {aside[1]}", "imprisonment", base.country)):
            own[reference.entity] = tuple(found)
    rest = tuple(key for key in base.patient if key not in own)
    told = [replace(base, patient=(key,), sanctions=found) for key, found in own.items()]
    return [*told, replace(base, patient=rest)] if told and rest else told


def _words(match: Match, scene: Scene) -> str:
    """The tail; of a noun, that of its verb: "ordered the detention of Ann for two months"."""
    trigger = match.clause.trigger
    if match.clause.voice != "nominal" or not is_verbal(trigger.head):
        return tail(match.clause, scene)
    return str(trigger.doc[trigger.i : max(t.i for t in trigger.head.subtree) + 1].text)


def _before(trigger: Token) -> str:
    """The words of a punishment before its verb or noun: "a fine of 50 euros was imposed", "a two-year term"."""
    if trigger.pos_ in ("NOUN", "PROPN"):
        return str(trigger.doc[trigger.left_edge.i : trigger.i].text)
    heads = [c for c in trigger.lefts if c.dep_ in ("nsubj", "nsubjpass") and c.lower_ in PUNISHMENTS]
    if trigger.dep_ in ("acl", "relcl") and trigger.head.lower_ in PUNISHMENTS:  # "the two-year term handed to Ann"
        return str(trigger.doc[trigger.head.left_edge.i : trigger.i].text)
    return " ".join(str(head.doc[head.left_edge.i : head.right_edge.i + 1].text) for head in heads)


def _by_date(event: Event, match: Match) -> Iterator[Event]:
    """ "On May 2 and 9, courts sentenced A and B": as many dates as people are one each."""
    dates = [d for d in match.dates if d.modifier != "until"]
    if len(dates) != len(event.patient) or len(dates) < 2:
        yield event
        return
    for key, dated in zip(event.patient, dates, strict=True):
        yield replace(event, patient=(key,), date=dated.date, date_stated=dated.text)


def _people(match: Match, scene: Scene) -> tuple[str, list[tuple[int, str]]]:
    start, end = tail_range(match.clause)
    span = scene.span.doc[start:end]
    base = span.start_char + scene.linked.sentence.offset
    role = match.pattern.roles.get("patient")
    wanted = role.classes if role is not None else frozenset({"Person"})
    found: dict[str, int] = {}
    for reference in scene.within(start + 1, end):
        if reference.cls in wanted and reference.cls == "Person":
            found.setdefault(reference.entity, reference.start - base)  # "sentenced Ann … and barred her": once
    return str(span.text), [(at, key) for key, at in found.items()]
