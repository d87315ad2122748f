"""Chronologies: list items that begin with a date ("6 February: Name, role, did this at that place")."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from kg.entities.model import Reference
from kg.facts.circumstances import country_of
from kg.facts.model import Event
from kg.facts.patterns import by_trigger
from kg.facts.reader import read_sentence
from kg.facts.scene import Scene
from kg.mentions.timex.model import Dated

LABEL_LEAD = re.compile(
    r"[ •*–-]*(?:On )?(?:[Tt]he )?(?:(?:[Nn]ight|[Ee]vening|[Mm]orning|[Aa]fternoon) of (?:the )?)?"
)
LABEL_SIGN = re.compile(r"^\s{0,2}(?:[:–—]| -)(?:\s|$)")
ASSEMBLIES = frozenset({"Picket", "Rally", "March", "Meeting", "PressConference"})
OF_OTHERS = re.compile(r"\b(?:for|of|with|against|before|after|ahead|about|to)\b")
NEAR = re.compile(r"\b(?:in|at|on|outside|near|before|opposite|to|of|inside|through|along|by)(?: the)? ?[“\"]?$")


def read_item(scenes: Sequence[Scene]) -> list[Event]:
    """The events of one item; the label's date is that of every event in it that has none of its own."""
    label = label_date(scenes[0])
    # The parser may take the label for a sentence of its own.
    alone = label is not None and len(scenes) > 1 and not scenes[0].linked.sentence.text[label.end + 1 :].strip()
    first = scenes[1] if alone else scenes[0]
    events = [event for scene in scenes for event in read_sentence(scene, label)]
    if label is not None:
        led = {key for event in events for key in event.agent}
        events = [_with_leader(event, first, label, led) for event in events]
        if not any(e.evidence[0] == first.evidence() for e in events):
            events += _from_lead(first, label)
    return [_placed(event, first) for event in events]


def label_date(scene: Scene) -> Dated | None:
    """The date that an item begins with and sets off by a colon or dash."""
    for dated in scene.dates:
        before, after = scene.linked.sentence.text[: dated.start], scene.linked.sentence.text[dated.end :]
        if LABEL_LEAD.fullmatch(before) and LABEL_SIGN.match(after):
            return dated
    return None


def _with_leader(event: Event, scene: Scene, label: Dated, led: Collection[str]) -> Event:
    """An assembly whose grammar names nobody is that of the person with whom the entry begins, unless the
    entry already tells another of theirs (`led`)."""
    if event.agent or event.kind not in ASSEMBLIES or event.evidence[0] != scene.evidence():
        return event
    text, base = scene.linked.sentence.text, scene.linked.sentence.start
    start = label.end if label in scene.dates else 0
    people = [r for r in _people(scene)[:1] if not OF_OTHERS.search(text[start : r.start - base])]
    return replace(event, agent=tuple(r.entity for r in people if r.entity not in led))


def _people(scene: Scene) -> list[Reference]:
    return [r for r in scene.linked.references if r.cls == "Person" and r.how != "adjective"]


def _from_lead(scene: Scene, label: Dated) -> list[Event]:
    """An item without a verb of its own tells what the list is about ("the pickets held so far")."""
    paragraph = scene.linked.sentence.paragraph
    kind = _kind_of(paragraph.heading) or _kind_of(scene.lead)
    people = _people(scene)
    if not kind or not people:
        return []
    country = country_of("", [people[0].entity], scene)
    return [
        Event(
            "",
            kind,
            (scene.evidence(),),
            "listing/lead",
            agent=(people[0].entity,),
            country=country,
            date=label.date,
            date_stated=label.text,
        )
    ]


def _kind_of(text: str) -> str:
    """The kind of assembly that the words of a heading or lead name."""
    for word in re.findall(r"[a-z]+", text.lower()):
        for pattern in by_trigger().get(word, ()):
            if word in pattern.nouns and pattern.kind in ASSEMBLIES:
                return pattern.kind
    return ""


def _placed(event: Event, scene: Scene) -> Event:
    """Take the item's place where the grammar gave none: the finest one that a preposition leads to."""
    if event.place or event.kind not in ASSEMBLIES or event.evidence[0] != scene.evidence():
        return event
    text, base = scene.linked.sentence.text, scene.linked.sentence.start
    for reference in scene.linked.references:
        if reference.cls == "Place" and NEAR.search(text[: reference.start - base]):
            country = country_of(reference.entity, [], scene) or event.country
            return replace(event, place=reference.entity, country=country)
    return event
