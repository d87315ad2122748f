"""States: by name, by adjective or demonym, by code."""

from __future__ import annotations

from functools import cache, lru_cache

from kg.authorities.reading import found, index, load
from kg.authorities.rows import Country, Regions


@cache
def countries() -> tuple[Country, ...]:
    """All states, in the order of their names."""
    return load(Country, "countries")


@cache
def _country_names() -> dict[str, Country]:
    return index((c, (c.name, *c.other_names)) for c in countries())


@cache
def _country_adjectives() -> dict[str, Country]:
    return index((c, c.adjectives) for c in countries())


def country_by_name(name: str) -> Country | None:
    """The state with this name, in any of its English forms."""
    return found(_country_names(), name)


@lru_cache(maxsize=4096)
def country_by_adjective(word: str) -> Country | None:
    """The state of an adjective or demonym, singular or plural ("Kazakh", "Kyrgyzstanis")."""
    names = _country_adjectives()
    return found(names, word) or (found(names, word[:-1]) if word.endswith("s") else None)


def country_by_iso(iso: str) -> Country | None:
    """The state with this alpha-2 code."""
    return next((c for c in countries() if c.iso == iso), None)


@cache
def _regions() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for row in load(Regions, "regions"):
        for name in row.names:
            found[name] = (*found.get(name, ()), row.country)
    return found


def region_states(name: str) -> tuple[str, ...]:
    """The states (ISO) that have a province or land of this name, none where it is unknown."""
    return _regions().get(name, ())
