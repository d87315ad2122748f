"""Slugs that stay: which IRI path an entity has had since it was first seen (pure).

The registry is a plain mapping `"<family>|<folded spelling>" -> "<kind>/<slug>"` that the caller keeps as JSON next
to the store. An entity is found again by its key, by its name, or by any spelling that tells enough; only then does
it get a new path. A document that is added therefore never renames an entity.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from kg.authorities import country_by_iso
from kg.entities.model import Entity
from kg.ids import slug
from kg.names import plain

LAWS = ("Law", "LawProvision", "Bill", "Treaty", "Policy")
# Classes within a family may be corrected by later documents; the path must not change with them.
FAMILIES: dict[str, str] = {"Person": "person", "Petition": "petition", "Country": "country", "Place": "place"} | {
    "Law": "law", "LawProvision": "law", "Bill": "bill", "Treaty": "treaty", "Policy": "policy"
}  # fmt: skip
ORGANISATION = "organization"
ARTICLE = re.compile(r"^art(?:icle)?s?\.?\s+", re.IGNORECASE)


@dataclass(slots=True)
class Paths:
    """The paths given out in one build (`taken`, by entity key), over everything remembered."""

    remembered: dict[str, str]
    taken: dict[str, str] = field(default_factory=dict)
    used: set[str] = field(default_factory=set)
    known: set[str] = field(default_factory=set)

    def reuse(self, entity: Entity, handles: Iterable[str]) -> bool:
        """Give the entity the path of the first handle that is remembered and free in this build."""
        for handle in handles:
            path = self.remembered.get(handle)
            if path and path not in self.used:
                return self.give(entity, path)
        return False

    def mint(self, entity: Entity, wished: str) -> bool:
        """Give the entity a path that nobody has or ever had: `wished`, or `wished-2`, `wished-3` …"""
        path, n = wished, 2
        while path in self.known:
            path, n = f"{wished}-{n}", n + 1
        return self.give(entity, path)

    def give(self, entity: Entity, path: str) -> bool:
        """Note that the entity has the path."""
        self.taken[entity.key] = path
        self.used.add(path)
        self.known.add(path)
        return True


def family(cls: str) -> str:
    """The part of the IRI that a class stands for; all organisations share one."""
    return FAMILIES.get(cls, ORGANISATION)


def assign(entities: Sequence[Entity], remembered: Mapping[str, str]) -> tuple[dict[str, str], dict[str, str]]:
    """Paths by entity key, and the registry to remember them with (the one given, and what is new).

    States are known by ISO code. Laws go before their provisions, whose paths lie under theirs.
    """
    paths = Paths(dict(remembered), known=set(remembered.values()))
    by_handle = parents_by_name(entities)
    todo = sorted((e for e in entities if not e.iso), key=lambda e: e.key)
    for entity in sorted((e for e in entities if e.iso), key=lambda e: e.key):
        paths.give(entity, f"country/{slug(entity.iso)}")
    _settle([e for e in todo if e.cls != "LawProvision"], paths, by_handle)
    _settle([e for e in todo if e.cls == "LawProvision"], paths, by_handle)
    return paths.taken, dict(sorted(paths.remembered.items()))


def parents_by_name(entities: Sequence[Entity]) -> dict[str, Entity]:
    """Every key and unambiguous folded spelling of a legal resource or organisation, for `part_of` that holds words."""
    found: dict[str, Entity] = {}
    for entity in sorted(entities, key=lambda e: e.key):
        for spelling in (entity.name, *entity.names):
            found.setdefault(plain(spelling), entity)
    return found | {plain(e.name): e for e in sorted(entities, key=lambda e: e.key)} | {e.key: e for e in entities}


def parent_of(entity: Entity, by_handle: Mapping[str, Entity]) -> Entity | None:
    """What the entity is part of, whether `part_of` is a key or a name; None if unknown."""
    if not entity.part_of:
        return None
    found = by_handle.get(entity.part_of) or by_handle.get(plain(entity.part_of))
    return found if found is not entity else None


def _settle(entities: Sequence[Entity], paths: Paths, by_handle: Mapping[str, Entity]) -> None:
    """Old paths by key, then by name, then by other spellings; new ones for the rest. All in order of keys."""
    handles = {e.key: list(_handles(e, paths, by_handle)) for e in entities}
    waiting = list(entities)
    for part in (slice(0, 1), slice(1, 2), slice(2, None)):
        waiting = [e for e in waiting if not paths.reuse(e, handles[e.key][part])]
    for entity in waiting:
        paths.mint(entity, _wished(entity, paths, by_handle))
    for entity in entities:
        for handle in handles[entity.key]:
            paths.remembered.setdefault(handle, paths.taken[entity.key])


def _handles(entity: Entity, paths: Paths, by_handle: Mapping[str, Entity]) -> Iterator[str]:
    """What the entity may be recognised by: its key, its name, and spellings that are not a bare first or last name."""
    kind, scope = family(entity.cls), _scope(entity, paths, by_handle)
    yield f"{kind}|={scope if entity.cls == 'LawProvision' else ''}{entity.key}"
    yield f"{kind}|{scope}{_fold(entity.name)}"
    for spelling in sorted(entity.names):
        if entity.cls != "Person" or " " in spelling.strip():
            yield f"{kind}|{scope}{_fold(spelling)}"


def _fold(spelling: str) -> str:
    return plain(spelling) or slug(spelling)


def _scope(entity: Entity, paths: Paths, by_handle: Mapping[str, Entity]) -> str:
    """What makes "Article 5" or "Criminal Code" one thing: the law it is in, the state whose law it is."""
    if entity.cls == "LawProvision":
        return f"{_law_path(entity, paths, by_handle)}/"
    return f"{entity.country.lower()}/" if entity.cls in LAWS and entity.country else ""


def _law_path(provision: Entity, paths: Paths, by_handle: Mapping[str, Entity]) -> str:
    """The path of the law of a provision; made from its words where no document names the law by itself."""
    law = parent_of(provision, by_handle)
    if law and law.key in paths.taken:
        return paths.taken[law.key]
    return _legal_path("law", provision.country, provision.part_of or "unnamed")


def _legal_path(kind: str, country: str, name: str) -> str:
    """`law/kz/criminal-code`: the state that is in the path need not be in the name."""
    state = country_by_iso(country.upper()) if country else None
    for form in sorted((state.name, *state.other_names), key=len, reverse=True) if state else ():
        name = re.sub(rf"\s+(?:of|in)\s+(?:the\s+)?{re.escape(form)}$", "", name, flags=re.IGNORECASE)
    return "/".join(part for part in (kind, slug(country) if country else "", slug(name)) if part)


def _wished(entity: Entity, paths: Paths, by_handle: Mapping[str, Entity]) -> str:
    """The path an entity has if nobody else has it."""
    if entity.cls == "LawProvision":
        return f"{_law_path(entity, paths, by_handle)}/{slug(ARTICLE.sub('art ', entity.name))}"
    if entity.cls in LAWS:
        return _legal_path(family(entity.cls), entity.country, entity.name)
    return f"{family(entity.cls)}/{slug(entity.name)}"
