"""Who keeps which role of an event, where a pattern finds somebody in two (pure)."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.facts.patterns import Pattern
    from kg.facts.scene import Scene

TOPIC_ORDER = ("Petition", "Bill", "Law", "LawProvision", "Policy", "Treaty", "CivilSocietyOrganization", "MediaOutlet",
               "GovernmentBody", "PoliticalParty", "Court", "Legislature", "Company", "ArmedGroup",
               "InternationalOrganization", "Person", "Country", "Place")  # fmt: skip
Roles = dict[str, tuple[str, ...]]


def tidy(pattern: Pattern, roles: Roles, scene: Scene) -> Roles:
    """Nobody is both doer and done to; a statement is about one thing."""
    agents = set(roles.get("agent", ()))
    for name in ("patient", "participant"):
        roles[name] = tuple(k for k in roles.get(name, ()) if k not in agents)
    if pattern.kind != "Statement":
        roles["participant"] = tuple(k for k in roles["participant"] if k not in roles["patient"])
    if pattern.kind == "Statement":
        roles["patient"] = tuple(k for k in roles["patient"] if k not in roles["participant"])
        roles["patient"] = _alike(sorted(roles["patient"], key=lambda k: _topic_rank(k, scene)))
    return roles


def _topic_rank(key: str, scene: Scene) -> int:
    entity = scene.entity(key)
    return TOPIC_ORDER.index(entity.cls) if entity is not None and entity.cls in TOPIC_ORDER else len(TOPIC_ORDER)


def _alike(keys: list[str]) -> tuple[str, ...]:
    """The first of what a statement is about, with those of its class: people named together."""
    return (
        tuple(k for k in keys if k.startswith("Person:")) if keys and keys[0].startswith("Person:") else tuple(keys[:1])
    )
