"""Voices set off by a colon: "Ann, 24, Lima: “I march because …”" is a statement of hers without a verb of speech."""

from __future__ import annotations

import re

from kg.facts.circumstances import country_of
from kg.facts.model import Event
from kg.facts.scene import Scene

LABEL = re.compile(r"^[^:“”\"]{2,80}:\s*[“\"«]")
TOPICS = frozenset({"Petition", "Bill", "Law", "Policy", "Country", "GovernmentBody"})


def read_label(scene: Scene) -> list[Event]:
    """The statement of a sentence that begins with a person, a colon and a quotation; empty if it does not."""
    sentence = scene.linked.sentence
    match = LABEL.match(sentence.text)
    references = [r for r in scene.linked.references if r.how != "adjective"]
    if match is None or not references or references[0].cls != "Person" or references[0].start > sentence.start + 30:
        return []
    speaker = references[0].entity
    topic = [r.entity for r in references if r.cls in TOPICS and r.start > sentence.start + match.end()][:1]
    country = country_of("", [speaker, *topic], scene)
    return [Event("", "Statement", (scene.evidence(),), "quotes/label", agent=(speaker,), patient=tuple(topic),
                  country=country)]  # fmt: skip
