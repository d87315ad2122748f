"""The events of a sentence that no pattern has told, where the model finds one likely enough."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from kg.facts.grammar.clauses import clause_of
from kg.facts.learned import model as learned
from kg.facts.learned.features import features, may_tell, word_of
from kg.facts.learned.roles import as_pattern, families
from kg.facts.match import Match, in_a_name, match_of
from kg.facts.model import Event
from kg.facts.reader import events_of, is_question
from kg.facts.scene import Scene
from kg.mentions.timex.model import Dated

NEVER = 2.0
"""A chance that nothing reaches."""


def read_learned(scene: Scene, told: Sequence[Event], label: Dated | None = None) -> list[Event]:
    """What the model adds to the events that are `told` of a sentence, one of each family at most, the likeliest."""
    if is_question(scene):
        return []
    covered = {families().get(e.kind, "") for e in told}
    found: list[Event] = []
    for chance, match in sorted(_likely(scene, label), key=lambda pair: -pair[0]):
        family = families()[match.pattern.kind]
        if family not in covered:
            covered.add(family)
            found += [replace(e, guessed=chance) for e in events_of(match, scene)]
    return found


def _likely(scene: Scene, label: Dated | None) -> Iterator[tuple[float, Match]]:
    known = learned.model()
    for token in scene.span:
        if may_tell(token) and word_of(token) in known.words and not in_a_name(token, scene):
            kind, chance = known.guess(features(token, scene))
            if chance >= known.least.get(kind, NEVER) and (
                match := match_of(as_pattern()[kind], clause_of(token), scene, label)
            ):
                yield chance, match


def still_unsaid(events: Iterable[Event]) -> list[Event]:
    """The events without the guesses of a family of which the same sentence tells something by a rule."""
    events = list(events)
    said = {(e.evidence[0].start, families().get(e.kind, "")) for e in events if not e.guessed}
    return [e for e in events if not e.guessed or (e.evidence[0].start, families().get(e.kind, "")) not in said]
