"""Voices: labels before a colon ("Ann, 24, Lima: “I march because …”"), and quotations of several sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.facts.circumstances import country_of
from kg.facts.grammar.clauses import is_verbal
from kg.facts.model import Event
from kg.facts.scene import Scene

LABEL = re.compile(r"^[^:“”\"]{2,80}:\s*(?:[“\"«]|(?P<bare>[A-Z]))")
OPENING = ("“", "«", '"')
TOPICS = frozenset({"Petition", "Bill", "Law", "Policy", "Country", "GovernmentBody"})


def read_label(scene: Scene) -> list[Event]:
    """The statement of a sentence that begins with a person, a colon and a quotation; empty if it does not."""
    sentence = scene.linked.sentence
    match = LABEL.match(sentence.text)
    references = [r for r in scene.linked.references if r.how != "adjective"]
    if match is None or not references or references[0].cls != "Person" or references[0].start > sentence.start + 30:
        return []
    if references[0].start >= sentence.start + match.end() - 1:
        return []
    if match["bare"] and _tells(scene, match.end()):
        return []
    speaker = references[0].entity
    topic = [r.entity for r in references if r.cls in TOPICS and r.start > sentence.start + match.end()][:1]
    country = country_of("", [speaker, *topic], scene)
    return [Event("", "Statement", (scene.evidence(),), "quotes/label", agent=(speaker,), patient=tuple(topic),
                  country=country)]  # fmt: skip


def _tells(scene: Scene, end: int) -> bool:
    """Whether there is a verb before the colon: then it is a sentence, not a label."""
    base = scene.span.start_char
    return any(is_verbal(t) for t in scene.span if t.idx - base < end - 1)


def quoted(
    scenes: Sequence[Scene], told: Sequence[Sequence[Event]], beside: Sequence[Sequence[Event]] | None = None
) -> Iterator[Event]:
    """The events of a paragraph; what a whole sentence of a quotation tells has the speaker as its source.

    `told` holds the events of each scene, and `beside` those among which the speaker is sought, by default the same.
    Where no speaker is found, it is still only said.
    """
    inside = list(within_quotation([s.linked.sentence.text for s in scenes]))
    for number, events in enumerate(told):
        for event in events:
            if inside[number] and event.kind != "Statement" and not event.source:
                source = _speaker(number, told if beside is None else beside)
                event = replace(event, source=source, hearsay=not source)
            yield event


def within_quotation(sentences: Sequence[str]) -> Iterator[bool]:
    """Whether each sentence of a paragraph stands in quotation marks from its first word to its last.

    An opening mark right after a word closes, as careless setters have it.
    """
    is_open = False
    for text in sentences:
        words = text.strip()
        starts = is_open or words[:1] in OPENING
        depth = is_open
        closed_at = len(words)
        for place, sign in enumerate(words):
            turned = sign == "“" and place > 0 and not words[place - 1].isspace() and words[place - 1] not in "([—–"
            if (sign in "“«" and not turned) or (sign == '"' and not depth):
                depth = True
            elif turned or sign in '”»"':
                depth, closed_at = False, place
        yield starts and (depth or closed_at >= len(words.rstrip(".!?…")) - 1)
        is_open = depth


def _speaker(number: int, told: Sequence[Sequence[Event]]) -> str:
    """The speaker of the statement nearest to a sentence of the paragraph, the one before it first."""
    order = sorted(range(len(told)), key=lambda k: (abs(k - number), k))
    return next((e.agent[0] for k in order for e in told[k] if e.kind == "Statement" and e.polarity and e.agent), "")
