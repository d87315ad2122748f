"""Lists of demands: "The Forum calls on:", then an item for each who is to do something (pure)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.facts.circumstances import country_of
from kg.facts.model import Event
from kg.facts.scene import ORGANIZATION, Scene

ASKING = re.compile(
    r"\b(?:calls?|called|calling|urges?|urged|urging|asks?|appeals?|recommends?|demands?)\b[^.]*:\s*$", re.I
)
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
    text, base = scene.linked.sentence.text, scene.linked.sentence.start
    first = next((r for r in scene.linked.references if r.cls in SPEAKERS and r.how != "adjective"), None)
    if first is None or not FIRST_WORDS.match(text[: first.start - base]) or not TASK.match(text[first.end - base :]):
        return []
    speaker = _speaker(scene, told)
    if not speaker or speaker == first.entity:
        return []
    country = country_of("", [first.entity, speaker], scene)
    return [Event("", "Statement", (scene.evidence(),), "demands/item", agent=(speaker,), patient=(first.entity,),
                  country=country)]  # fmt: skip


def _speaker(scene: Scene, told: Sequence[Event]) -> str:
    """Who is named in the lead, else the organisation that made the last statement of the article."""
    lead = scene.lead.lower()
    named = [
        key for key, entity in scene.entities.items()
        if entity.cls in ORGANIZATION and any(len(n) > 4 and n.lower() in lead for n in (entity.name, *entity.names))
    ]  # fmt: skip
    if named:
        return max(named, key=lambda key: (len(scene.entities[key].name), key))
    before = [
        e for e in told if e.kind == "Statement" and e.evidence[0].start < scene.linked.sentence.start and e.agent
    ]
    bodies = [e.agent[0] for e in before if (entity := scene.entity(e.agent[0])) and entity.cls in ORGANIZATION]
    return bodies[-1] if bodies else ""
