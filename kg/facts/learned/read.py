"""The events of a sentence that no pattern has told, where the model finds one likely enough."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.facts.grammar.clauses import Clause, clause_of
from kg.facts.learned.features import Around, features, may_tell, word_of
from kg.facts.learned.model import Model
from kg.facts.learned.roles import as_pattern, file_of_kind
from kg.facts.match import in_a_name, match_of
from kg.facts.model import Event
from kg.facts.reader import events_of, is_question
from kg.facts.scene import Scene
from kg.mentions.timex.model import Dated

SAID = "Statement"
NEVER = 2.0
"""A chance that nothing reaches."""


def read_learned(scene: Scene, told: Sequence[Event], label: Dated | None, known: Model) -> list[Event]:
    """What the model adds to the events that rules have `told` of a sentence, one of each family, the likeliest.

    Where something has a source, the rules have heard who says it.
    """
    if is_question(scene):
        return []
    covered = {file_of_kind().get(e.kind, "") for e in told} | {file_of_kind()[SAID] for e in told if e.source}
    found: list[Event] = []
    for chance, kind, clause in sorted(_likely(scene, known), key=lambda one: -one[0]):
        family = file_of_kind()[kind]
        if family not in covered and (match := match_of(as_pattern()[kind], clause, scene, label)):
            covered.add(family)
            found += [replace(e, guessed=chance) for e in events_of(match, scene)]
    return found


def _likely(scene: Scene, known: Model) -> Iterator[tuple[float, str, Clause]]:
    """The words that are likely enough to tell of an event: how likely, of which kind, and their clauses."""
    words = [t for t in scene.span if may_tell(t) and word_of(t) in known.words and not in_a_name(t, scene)]
    if not words:
        return
    around = Around(scene)
    for token in words:
        clause = clause_of(token)
        kind, chance = known.guess(features(token, clause, around))
        if chance >= known.least.get(kind, NEVER):
            yield chance, kind, clause
