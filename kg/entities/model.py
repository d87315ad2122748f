"""An entity and the way sentences refer to it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.mentions.model import Mention, Sentence


@dataclass(frozen=True, slots=True)
class Place:
    """Where a form of an entity's name stands: document, article number and code point offsets."""

    document: str
    article: int
    start: int
    end: int
    text: str


@dataclass(slots=True)
class Entity:
    """One real thing, all spellings of it, in all documents.

    `key` is stable within a build (`<class>:<folded name>`); the graph room makes the IRI from it. `names` maps each
    spelling to the places where it stands; pronouns and descriptions such as "the group" are references, not names.
    `adjectives` are the forms of a state that only qualify something else ("Kenyan police"); `identity` is an id of
    an authority list ("geonames 2306104", "listed UN Women") or "".
    """

    key: str
    cls: str
    name: str
    names: dict[str, list[Place]] = field(default_factory=dict)
    country: str = ""
    iso: str = ""
    part_of: str = ""
    protected: bool = False
    signatures: int | None = None
    threshold: int | None = None
    adjectives: dict[str, list[Place]] = field(default_factory=dict)
    identity: str = ""

    def in_document(self, document: str) -> dict[str, list[Place]]:
        """The spellings that stand in one document, each with its places there, in order of appearance."""
        found = {n: [p for p in places if p.document == document] for n, places in self.names.items()}
        return dict(sorted(((n, ps) for n, ps in found.items() if ps), key=lambda item: item[1][0].start))


@dataclass(frozen=True, slots=True)
class Reference:
    """A mention, pronoun or description in a sentence, linked to an entity.

    `start` and `end` are document offsets. `how` is "name", "pronoun", "description", "list" (a plural that stands
    for several: one Reference each) or "adjective" (a demonym: "Kazakh police" refers to the state as an adjective).
    """

    start: int
    end: int
    entity: str
    cls: str
    how: str = "name"
    mention: Mention | None = None


@dataclass(frozen=True, slots=True, eq=False)
class LinkedSentence:
    """A sentence with its references in order: the unit that the facts room reads.

    `inside` are the names that stand within longer ones: the author in "a bill by Ann Lee to protect rivers".
    """

    sentence: Sentence
    references: tuple[Reference, ...]
    inside: tuple[Reference, ...] = ()
