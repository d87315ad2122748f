"""Every sentence with its references: the names in it, and what its pronouns and descriptions stand for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kg.entities.model import Entity, LinkedSentence, Reference
from kg.entities.reference import Memory
from kg.entities.seen import held
from kg.mentions.model import Mention, Sentence

At = Mapping[tuple[str, int, int], str]


def link(
    sentences: Sequence[Sentence], mentions: Sequence[Sequence[Mention]], at: At, entities: Mapping[str, Entity]
) -> list[LinkedSentence]:
    """The linked sentences of a document, in order. `at` maps (document, start, end) of a mention to an entity key."""
    linked: list[LinkedSentence] = []
    memory, article, number = Memory(entities), "", 0
    for sentence, here in zip(sentences, mentions, strict=True):
        if sentence.article.id != article:
            memory, article, number = Memory(entities), sentence.article.id, 0
        named = [_reference(sentence, m, at) for m in here]
        inside = tuple(_reference(sentence, m, at) for outer in here for m in held(outer))
        linked.append(LinkedSentence(sentence, tuple(memory.resolve(number, sentence, named)), inside))
        number += 1
    return linked


def _reference(sentence: Sentence, m: Mention, at: At) -> Reference:
    how = "adjective" if m.facts.get("adjective") else "name"
    return Reference(m.start, m.end, at[sentence.document.id, m.start, m.end], m.cls, how, m)
