"""Whom a demand is made to, and what it is to be done about: "urged the ministry to free Ann and repeal the act".

A demand is about both: the one who is to act, and the person, text or group that the deed is done to.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kg.entities.model import Reference
from kg.facts.grammar.clauses import Clause, clause_of, conjuncts, is_verbal
from kg.facts.grammar.inflect import words
from kg.facts.grammar.lexicon import forms
from kg.facts.grammar.phrases import named
from kg.facts.scene import ORGANIZATION, TEXTS, Scene
from kg.facts.topics import recalled_text

if TYPE_CHECKING:
    from kg.mentions.tokens import Token

ASKING = forms(
    "urge ask call appeal press push implore beg beseech entreat exhort request demand recommend encourage advise "
    "plead lobby petition remind challenge require propose suggest pressure counsel"
)
TO_WHOM = ("prep:on", "prep:upon", "prep:to", "prep:with")
HEARERS = (ORGANIZATION | {"Country", "Person"}) - {"Court"}  # a court that is asked for something hears a case
# Whom or what a demand may be about; a state or an authority in it is only where the deed is to be done.
DONE_TO = TEXTS | {"Person", "CivilSocietyOrganization", "MediaOutlet", "PoliticalParty"}
# Verbs whose object stands after "to".
INTRANSITIVE = forms("accede adhere return agree object")
# Between a deed and whom it is about: "drop the charges against X"; "lift X's immunity" has none.
LEADING = words("of against on for into")
DEEP = 3


def demanded(clause: Clause, scene: Scene) -> tuple[str, ...]:
    """The keys of those whom a demand is made to, then of what it is about; empty where nothing is asked for."""
    if clause.trigger.lower_ not in ASKING:
        return ()
    deeds = list(_deeds(clause.trigger))
    if not deeds:
        return ()
    hearers = [r for t in _hearers(clause, deeds) for r in named(t, scene) if r.cls in HEARERS]
    about = [r for deed in deeds for r in _done_to(deed, scene)]
    speakers = {r.entity for t in clause.heads("subject") for r in named(t, scene)}
    return tuple(dict.fromkeys(r.entity for r in (*hearers, *about) if r.entity not in speakers))


def also_asked(clause: Clause, scene: Scene) -> Iterator[tuple[str, ...]]:
    """ "calls on X to free Ann, on Y to adopt the bill and on Z to send observers": what is asked of Y, and of Z."""
    leading = next((c for c in clause.trigger.children if c.dep_ == "prep" and c.lower_ in ("on", "upon")), None)
    if clause.trigger.lower_ not in ASKING or leading is None:
        return
    for again in scene.span.doc[leading.i + 1 : scene.span.end]:
        if again.lower_ == leading.lower_ and again.nbor(-1).text in (";", ",", "and"):
            hearer = next((r for r in scene.within(again.i + 1, again.i + 8) if r.cls in HEARERS), None)
            deed = _first_deed(scene, again.i) if hearer is not None else None
            if hearer is not None and deed is not None:
                about = (r.entity for t in conjuncts(deed) for r in _done_to(t, scene))
                yield tuple(dict.fromkeys((hearer.entity, *about)))


def asked_in(scene: Scene) -> tuple[str, ...]:
    """What an item of a list of demands is about: the objects of its infinitives ("to free Ann and repeal the act")."""
    deed = _first_deed(scene, scene.span.start - 1)
    about = (r.entity for t in conjuncts(deed) for r in _done_to(t, scene)) if deed is not None else ()
    return tuple(dict.fromkeys(about))


def _first_deed(scene: Scene, after: int) -> Token | None:
    found = (t for t in scene.span.doc[after + 1 : scene.span.end] if t.tag_ == "VB")
    return next((t for t in found if any(c.lower_ == "to" and c.dep_ == "aux" for c in t.children)), None)


def _deeds(asking: Token) -> Iterator[Token]:
    """What somebody is asked to do: infinitives, and the subjunctive after "that"."""
    for child in asking.children:
        if child.dep_ in ("xcomp", "ccomp", "advcl") and is_verbal(child) and child.i > asking.i and _wished(child):
            yield from (t for t in conjuncts(child) if is_verbal(t))


def _wished(verb: Token) -> bool:
    found = {c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass", "mark")}
    return "to" in found or (verb.dep_ == "ccomp" and "that" in found and verb.tag_ in ("VB", "VBN", "VBP"))


def _hearers(clause: Clause, deeds: list[Token]) -> Iterator[Token]:
    """Those who are asked: an object, whom "on" or "to" leads to, or who is to do it."""
    yield from clause.heads("object")
    for edge in TO_WHOM:
        yield from (t for t in clause.heads(edge) if t.i < deeds[0].i)
    for deed in deeds:
        yield from (t for c in deed.children if c.dep_ == "nsubj" for t in conjuncts(c))


def _done_to(deed: Token, scene: Scene) -> Iterator[Reference]:
    """The person, text or group that a deed is done to."""
    of_deed = clause_of(deed)
    heads = [t for t in of_deed.heads("object") if t.i > deed.i or t.dep_ == "nsubjpass"]
    if deed.lower_ in INTRANSITIVE:
        heads += of_deed.heads("prep:to")
    for head in heads:
        found = [r for r in _at(head, scene, 0) if r.cls in DONE_TO]
        yield from found or recalled_text([head], of_deed, scene)[:1]


def _at(head: Token, scene: Scene, depth: int) -> list[Reference]:
    """The references of a phrase, or of what it is of or against ("the charges against X", "X's removal")."""
    if found := named(head, scene):
        return found
    if depth == DEEP:
        return []
    inner = [c for c in head.children if c.dep_ == "poss"]
    inner += [t for c in head.children if c.dep_ == "acl" and c.tag_ == "VB" for t in clause_of(c).heads("object")]
    inner += [o for c in head.children if c.dep_ == "prep" and c.lower_ in LEADING for o in c.children]
    return [r for o in inner for t in conjuncts(o) for r in _at(t, scene, depth + 1)]
