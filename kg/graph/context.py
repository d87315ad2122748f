"""What the mapping rules look things up in: entities by key, protection, proofs (pure)."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from kg.entities.model import Entity
from kg.errors import GateError
from kg.facts.across.identity import Identity
from kg.facts.model import Event
from kg.graph.claims import UNNAMED_SOURCE
from kg.graph.iris import Iris
from kg.graph.proof import Proofs
from kg.graph.terms import Term


@dataclass(frozen=True, slots=True)
class Context:
    """One build's look-up tables.

    `entities` holds those that are not protected, by key; `wholes` what something can be part of, by key and folded
    name; `hidden` matches the names of protected persons in running words, or is None; `identity` tells which events
    are one.
    """

    iris: Iris
    entities: Mapping[str, Entity]
    wholes: Mapping[str, Entity]
    events: Mapping[str, Event]
    protected: Collection[str]
    proofs: Proofs
    hidden: re.Pattern[str] | None
    identity: Identity = field(default_factory=Identity)

    def entity(self, key: str) -> Entity:
        """The entity with the key. Raises GateError if there is none."""
        found = self.entities.get(key)
        if found is None:
            raise GateError(f"entity {key!r} is referred to but does not exist; resolve entities again")
        return found

    def term(self, key: str) -> Term:
        """The IRI of an entity, "" for a protected person. Raises GateError if the key is unknown."""
        return "" if key in self.protected else self.iris.entity(self.entity(key).key)

    def source(self, key: str) -> Term:
        """Who says so: "" for the document itself, a term that names nobody for a protected person."""
        return (self.term(key) or UNNAMED_SOURCE) if key else ""

    def event(self, identity: str) -> Term:
        """The IRI of an event by its id, "" if this build has no such event. Events that are one have one."""
        event = self.events.get(self.identity.of(identity))
        if event is None:
            return ""
        return self.iris.event(event.kind, event.date.edtf if event.date else "", event.id)

    def together(self, event: Event) -> Event:
        """The event as all articles tell it that tell of it; itself if it is told by one."""
        return self.identity.whole.get(self.identity.of(event.id), event)

    def may_show(self, words: str) -> bool:
        """Whether words of a text can stand in the graph: none of them names a protected person."""
        return bool(words) and not (self.hidden and self.hidden.search(words))


def names_pattern(entities: Iterable[Entity]) -> re.Pattern[str] | None:
    """Matches any spelling of the entities as whole words; None if there are none."""
    spellings = {spelling for e in entities for spelling in (e.name, *e.names) if spelling.strip()}
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(spellings)))})\b") if spellings else None
