"""The parts of a page about one thing: names, facts, what others say of it, what is only said (pure)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from server.facts import Said

WORDING = Path(__file__).parent / "wording.yaml"


@dataclass(frozen=True, slots=True)
class Group:
    """Statements under one heading; `left_out` counts those that a page has no room for."""

    heading: str
    said: tuple[Said, ...]
    left_out: int = 0


@cache
def wording() -> dict[str, Any]:
    """The order and the words of properties."""
    found: dict[str, Any] = yaml.safe_load(WORDING.read_text("utf8"))
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


def outgoing_groups(said: Iterable[Said], name: Callable[[str], str]) -> list[Group]:
    """What is said of the thing, by property, the important ones first. `name` tells what an IRI is called."""
    return _groups(shown(said), name)


def incoming_groups(said: Sequence[Said], name: Callable[[str], str], most: int) -> list[Group]:
    """What is said of others in which the thing takes part; a petition's steps are not listed twice."""
    steps = {one.other for one in said if local(one.predicate) == "petition"}
    kept = [one for one in said if local(one.predicate) != "patient" or one.other not in steps]
    words = wording()["incoming"]
    return _groups(kept, lambda iri: words.get(local(iri)) or f"{name(iri)} (of)", most)


def _groups(said: Iterable[Said], heading: Callable[[str], str], most: int = 1_000_000) -> list[Group]:
    by_predicate: dict[str, list[Said]] = {}
    for one in said:
        by_predicate.setdefault(one.predicate, []).append(one)
    ordered = sorted(by_predicate, key=lambda iri: (_rank(iri), heading(iri), iri))
    return [
        Group(heading(iri), tuple(by_predicate[iri][:most]), max(0, len(by_predicate[iri]) - most)) for iri in ordered
    ]


def _rank(iri: str) -> int:
    order = wording()["order"]
    return order.index(local(iri)) if local(iri) in order else len(order)
