"""The parts of a page about one thing: names, facts, what others say of it, what is only said (pure)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from kg.resources import read_yaml
from server.catalogue import gettext as _
from server.catalogue import say
from server.facts import Said

WORDING = Path(__file__).parent / "wording.yaml"


@dataclass(frozen=True, slots=True)
class Group:
    """Statements under one heading; `left_out` counts those that a page has no room for."""

    heading: str
    said: tuple[Said, ...]
    left_out: int = 0


@dataclass(frozen=True, slots=True)
class Cluster:
    """Statements that the same sentences make; `proof` is any one of them, for its manner, speaker and sentences."""

    groups: tuple[Group, ...]
    proof: Said


@cache
def wording() -> dict[str, Any]:
    """The order and the words of properties."""
    found: dict[str, Any] = read_yaml(WORDING)
    return found


def local(iri: str) -> str:
    """The last part of a property's IRI."""
    return iri.replace("#", "/").rsplit("/", 1)[-1]


def shown(said: Iterable[Said]) -> list[Said]:
    """Without what the head of the page shows, or only the data."""
    return [one for one in said if local(one.predicate) not in wording()["hidden"]]


def named(said: Iterable[Said]) -> list[Said]:
    """Only names and spellings."""
    return [one for one in said if local(one.predicate) in wording()["names"]]


def outgoing_clusters(said: Iterable[Said], name: Callable[[str], str]) -> list[Cluster]:
    """What is said of the thing; what the same sentences say in the same manner stands together, with them once."""
    found: dict[tuple[object, ...], list[Said]] = {}
    for one in sorted(shown(said), key=lambda one: rank(one.predicate)):
        places = tuple(proof.sentence for proof in one.proofs)
        found.setdefault((places, one.manner, one.speaker), []).append(one)
    return [Cluster(tuple(_groups(every, lambda iri: outgoing_name(iri, name))), every[0]) for every in found.values()]


def outgoing_name(iri: str, name: Callable[[str], str]) -> str:
    """What a property is called on pages."""
    words: dict[str, str] = wording()["outgoing"]
    return say(words.get(local(iri), "")) or name(iri)


def tie_name(iri: str, name: Callable[[str], str]) -> str:
    """What a property is called in a drawing, from its subject to its object."""
    words: dict[str, str] = wording()["tie"]
    return say(words.get(local(iri), "")) or name(iri)


def incoming_groups(said: Sequence[Said], name: Callable[[str], str], most: int) -> list[Group]:
    """What is said of others in which the thing takes part; a petition's steps are not listed twice."""
    steps = {one.other for one in said if local(one.predicate) == "petition"}
    kept = [one for one in said if local(one.predicate) != "patient" or one.other not in steps]
    return _groups(kept, lambda iri: incoming_name(iri, name), most)


def incoming_name(iri: str, name: Callable[[str], str]) -> str:
    """What a property is called seen from its other end."""
    words: dict[str, str] = wording()["incoming"]
    return say(words.get(local(iri), "")) or _("%(name)s (of)", name=name(iri))


def _groups(said: Iterable[Said], heading: Callable[[str], str], most: int = 1_000_000) -> list[Group]:
    by_predicate: dict[str, list[Said]] = {}
    for one in said:
        by_predicate.setdefault(one.predicate, []).append(one)
    ordered = sorted(by_predicate, key=lambda iri: (rank(iri), heading(iri), iri))
    return [
        Group(heading(iri), tuple(by_predicate[iri][:most]), max(0, len(by_predicate[iri]) - most)) for iri in ordered
    ]


def rank(iri: str) -> int:
    """Where a property stands among those that pages show; unlisted ones stand last."""
    order = wording()["order"]
    return order.index(local(iri)) if local(iri) in order else len(order)
