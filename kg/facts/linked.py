"""Small questions about a linked sentence that several readers ask."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from kg.entities.model import Entity, LinkedSentence, Reference
from kg.facts.model import Evidence

ORGANISATIONS = frozenset({"CivilSocietyOrganization", "PoliticalParty", "GovernmentBody", "Legislature", "Court", "MediaOutlet",
                           "InternationalOrganization", "Company", "ArmedGroup"})  # fmt: skip
NORMS = frozenset({"Law", "Bill", "Policy", "Petition"})


def evidence(linked: LinkedSentence) -> tuple[Evidence, ...]:
    """The sentence as proof."""
    s = linked.sentence
    return (Evidence(s.document.id, s.article.number, s.start, s.end, s.text),)


def token_range(linked: LinkedSentence, reference: Reference) -> tuple[int, int]:
    """The tokens of a reference, as indexes within the sentence's span (end excluded)."""
    span, offset = linked.sentence.span, linked.sentence.offset
    start = next((k for k, t in enumerate(span) if offset + t.idx + len(t) > reference.start), len(span))
    end = next((k for k, t in enumerate(span) if offset + t.idx >= reference.end), len(span))
    return start, max(end, start + 1)


def of_class(linked: LinkedSentence, classes: Iterable[str]) -> Iterator[Reference]:
    """The references whose entity is of one of the classes, adjectives left out."""
    wanted = frozenset(classes)
    return (r for r in linked.references if r.cls in wanted and r.how != "adjective")


def state_key(entities: Mapping[str, Entity], iso: str) -> str:
    """The key of the state with this ISO code, "" if no text names it."""
    key = f"Country:{iso}:{iso}"
    return key if key in entities else ""
