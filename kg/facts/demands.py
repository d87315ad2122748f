"""Lists of demands: "The Forum calls on:", then an item for each who is to do something (pure)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.facts.aims import asked_in
from kg.facts.circumstances import country_of
from kg.facts.merge import ITEM
from kg.facts.model import Event
from kg.facts.scene import ORGANIZATION, Scene

ASKED = re.compile(r"\b(?:calls?|called|calling|urges?|urged|urging|asks?|appeals?|recommends?|demands?)\b", re.I)
ASKING = re.compile(rf"{ASKED.pattern}[^.]*:\s*$", re.I)
DEED = re.compile(r"^[\s•*–—-]*to [a-z]+", re.IGNORECASE)
FIRST_WORDS = re.compile(r"^[\s•*–—-]*(?:the )?$", re.IGNORECASE)
TASK = re.compile(r"^[^.]{0,160}?\bto [a-z]+")
SPEAKERS = ORGANIZATION | {"Person", "Country"}


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
    hearer = _named_in(scene.lead[asking.end() :], scene) if asking is not None else ""
    return [_demand(speaker, hearer, scene)] if hearer and speaker not in ("", hearer) else []


def _demand(speaker: str, hearer: str, scene: Scene) -> Event:
    about = tuple(key for key in asked_in(scene) if key not in (speaker, hearer))
    return Event("", "Statement", (scene.evidence(),), ITEM, agent=(speaker,), patient=(hearer, *about),
                 country=country_of("", [hearer, speaker], scene))  # fmt: skip


def _speaker(scene: Scene, told: Sequence[Event]) -> str:
    """Who is named in the lead, else the organisation that made the last statement of the article."""
    asking = ASKED.search(scene.lead)
    if asking is not None and (named := _named_in(scene.lead[: asking.start()], scene)):
        return named
    before = [
        e for e in told if e.kind == "Statement" and e.evidence[0].start < scene.linked.sentence.start and e.agent
    ]
    bodies = [e.agent[0] for e in before if (entity := scene.entity(e.agent[0])) and entity.cls in ORGANIZATION]
    return bodies[-1] if bodies else ""


def _named_in(words: str, scene: Scene) -> str:
    """The organisation or state that some words name, by its longest name; "" if none."""
    lower = words.lower()
    named = [
        (len(n), key) for key, entity in scene.entities.items() if entity.cls in ORGANIZATION | {"Country"}
        for n in (entity.name, *entity.names) if len(n) > 4 and n.lower() in lower
    ]  # fmt: skip
    return max(named)[1] if named else ""
