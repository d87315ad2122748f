"""Lists of demands: "The Forum calls on:", then an item for each who is to do something (pure)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.facts.aims import asked_in
from kg.facts.circumstances import country_of
from kg.facts.known import by_name
from kg.facts.merge import ITEM
from kg.facts.model import Event
from kg.facts.scene import ORGANIZATION, Scene

ASKED = re.compile(r"\b(?:calls?|called|calling|urges?|urged|urging|asks?|appeals?|recommends?|demands?)\b", re.I)
ASKING = re.compile(rf"{ASKED.pattern}[^.]*:\s*$", re.I)
JOINT = re.compile(r"\b(?:undersigned|joint(?:ly)?|signatories|organi[sz]ations|groups|associations|unions)\b")
GOVERNING = re.compile(r"\b(?:authorities|government)\b")
DEED = re.compile(r"^[\s•*–—-]*to [a-z]+", re.IGNORECASE)
FIRST_WORDS = re.compile(r"^[\s•*–—-]*(?:the )?$", re.IGNORECASE)
TASK = re.compile(r"^[^.]{0,160}?\bto [a-z]+")
SPEAKERS = ORGANIZATION | {"Person", "Country"}
HEARERS = ORGANIZATION | {"Country"}
LONGEST = 200  # characters of a name in a lead


def is_demanded(scene: Scene) -> bool:
    """Whether an item stands under words that ask somebody for something."""
    return bool(ASKING.search(scene.lead))


def read_demand(scenes: Sequence[Scene], told: Sequence[Event]) -> list[Event]:
    """The statement of an item: made by who leads the list in, else by the last who spoke for an organisation, to the
    body that the item begins with."""
    scene = scenes[0]
    if DEED.match(scene.linked.sentence.text):
        return _to_the_same(scene, told)
    text, base = scene.linked.sentence.text, scene.linked.sentence.start
    first = next((r for r in scene.linked.references if r.cls in SPEAKERS and r.how != "adjective"), None)
    if first is None or not FIRST_WORDS.match(text[: first.start - base]) or not TASK.match(text[first.end - base :]):
        return []
    speaker = _speaker(scene, told)
    if not speaker or speaker == first.entity:
        return []
    return [_demand(speaker, first.entity, scene)]


def _to_the_same(scene: Scene, told: Sequence[Event]) -> list[Event]:
    """The statement of an item that begins with a deed ("to free Ann"): the lead names who asks, and whom."""
    asking = ASKED.search(scene.lead)
    speaker = _speaker(scene, told)
    hearer = _hearer(scene.lead[asking.end() :], scene, told) if asking is not None else ""
    return [_demand(speaker, hearer, scene)] if hearer and speaker not in ("", hearer) else []


def _demand(speaker: str, hearer: str, scene: Scene) -> Event:
    about = tuple(key for key in asked_in(scene) if key not in (speaker, hearer))
    return Event("", "Statement", (scene.evidence(),), ITEM, agent=(speaker,), patient=(hearer, *about),
                 country=country_of("", [hearer, speaker], scene))  # fmt: skip


def _speaker(scene: Scene, told: Sequence[Event]) -> str:
    """Who is named in the lead; where it says "we" or "they", the organisation that made the last statement before."""
    asking = ASKED.search(scene.lead)
    words = scene.lead[: asking.start()] if asking is not None else ""
    if named := _named_in(words, scene):
        return named
    if any(word[:1].isupper() for word in words.split()[1:]):
        return ""  # somebody with a name that nobody knows
    before = [
        e for e in told if e.kind == "Statement" and e.evidence[0].start < scene.linked.sentence.start and e.agent
    ]
    bodies = [e.agent[0] for e in before if (entity := scene.entity(e.agent[0])) and entity.cls in ORGANIZATION]
    if JOINT.search(words):  # of several, who speaks first for them
        bodies = [e.agent[0] for e in before if e.agent[0] in bodies and JOINT.search(e.evidence[0].quote)][:1]
    return bodies[-1] if bodies else ""


def _hearer(words: str, scene: Scene, told: Sequence[Event]) -> str:
    """Who is asked: named in the lead, or "the authorities" of which the article has told last."""
    if named := _named_in(words, scene):
        return named
    keys = [k for e in told for k in (*e.agent, *e.patient)] if GOVERNING.search(words) else []
    states = [k for k in keys if (entity := scene.entity(k)) and entity.name.startswith("Government of ")]
    return states[-1] if states else ""


def _named_in(words: str, scene: Scene) -> str:
    """The organisation or state that some words name, by its longest name with a capital letter; "" if none."""
    known = [by_name(scene.entities, cls) for cls in HEARERS]
    named = [
        (len(name), entity.key)
        for name in _whole(words) for bearers in known for entity in bearers.get(name, ())
        if name == entity.name or name in entity.names
    ]  # fmt: skip
    return max(named)[1] if named else ""


def _whole(words: str) -> Iterator[str]:
    """The stretches of whole words that begin with a capital letter."""
    edges = [m.start() for m in re.finditer(r"\b", words)]
    for number, start in enumerate(edges):
        if words[start : start + 1].isupper():
            yield from (words[start:end] for end in edges[number + 1 :] if 2 < end - start < LONGEST)
