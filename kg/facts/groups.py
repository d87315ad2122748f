"""Who was named together, and which police: what "the three", "both" and "officers" may mean later (pure)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from kg.entities.model import Entity, LinkedSentence, Reference
from kg.facts.fields import WORDS
from kg.facts.grammar.inflect import words
from kg.facts.grammar.subjects import SUBJECTS

if TYPE_CHECKING:
    from kg.mentions.tokens import Token

FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
APART = 14  # words between two names of one list
PAIRS = {"both": 2, "pair": 2, "couple": 2, "duo": 2, "trio": 3, "quartet": 4}
PARTIES = frozenset({"nsubj", "nsubjpass", "dobj"})
POINTING = frozenset({"the", "all", "these", "those", "both"})
OFFICERS = words("officers officer policemen policeman police constables")


def named_together(sentence: LinkedSentence) -> dict[int, tuple[Reference, ...]]:
    """By its size, each list of two or more people that a sentence names: "A, B and their lawyer C"."""
    people = [r for r in sentence.references if r.cls == "Person" and r.how != "pronoun"]
    found: dict[int, tuple[Reference, ...]] = {}
    run: list[Reference] = people[:1]
    joined = False
    for last, here in pairwise(people):
        between = _between(sentence, last, here)
        if here.entity in {r.entity for r in run}:
            continue
        if between is None or joined:
            run, joined = [here], False
            continue
        run.append(here)
        joined = "and" in between
        if joined:
            found[len(run)] = tuple(run)
    return found


def _between(sentence: LinkedSentence, last: Reference, here: Reference) -> list[str] | None:
    """The words between two names, None if a clause of its own, or another sentence's end, lies there."""
    offset = sentence.sentence.offset
    tokens = [t for t in sentence.sentence.span if last.end <= t.idx + offset and t.idx + offset < here.start]
    if len(tokens) > APART or not any(t.text in (",", "and") for t in tokens):
        return None
    relative = any(t.lower_ in ("who", "whose") for t in tokens)
    if any((t.tag_ in FINITE and not relative) or t.text in (";", ":", "(") for t in tokens):
        return None
    return [t.lower_ for t in tokens]


def police(sentences: Sequence[LinkedSentence], entities: Mapping[str, Entity]) -> Reference | None:
    """The last police that these sentences name."""
    for sentence in reversed(sentences):
        for reference in reversed(sentence.references):
            entity = entities.get(reference.entity)
            if reference.cls == "GovernmentBody" and entity is not None and _polices(entity):
                return reference
    return None


def _polices(entity: Entity) -> bool:
    return any("police" in name.lower() for name in (entity.name, *entity.names))


def still_meant(sentence: LinkedSentence, before: tuple[Reference, ...]) -> tuple[Reference, ...]:
    """Whom "they" and "them" may mean after a sentence: the one list of people in it, else those meant before it, if it
    speaks of nobody else.
    """
    own = named_together(sentence)
    if own:
        return next(iter(own.values())) if len(own) == 1 else ()
    others = {r.entity for r in sentence.references if r.cls == "Person"} - {r.entity for r in before}
    crowd = any(t.tag_ == "NNS" and t.dep_ in SUBJECTS for t in sentence.sentence.span)
    return () if others or crowd else before


def is_plural_pronoun(token: Token) -> bool:
    """ "They" or "them", but not what "the officers said they …" or "those who …, they" says of somebody else."""
    if token.lower_ not in ("they", "them"):
        return False
    crowd = [t for t in token.sent if t.i < token.i and t.tag_ in ("NNS", "NNPS") and t.dep_ in PARTIES]
    return not crowd


def size(token: Token) -> int:
    """How many people a phrase that points back means: 3 for "all three", "the three editors"; 0 if it does not."""
    if any(c.lower_ == "of" for c in token.children):
        return 0
    if token.lower_ in PAIRS:
        return PAIRS[token.lower_]
    number = token if token.pos_ == "NUM" else next((c for c in token.children if c.dep_ == "nummod"), None)
    if any(c.lower_ == "both" for c in token.children) and token.tag_ == "NNS":
        return 2
    pointed = any(c.lower_ in POINTING for t in (token, number) if t is not None for c in t.children)
    return int(WORDS.get(number.lower_, 0)) if number is not None and pointed else 0
