"""Places on a map in plate carrée: a degree is as long in both directions, so that a grid tells where one is (pure)."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

WIDTH, HEIGHT = 960, 480
NARROWEST = 40.0
"""Degrees of longitude that a map shows at least, so that there is a coast to know it by."""
NAMED = 12
STEPS = ((200.0, 30), (100.0, 20), (50.0, 10), (0.0, 5))
SMALL, LARGE = 4.0, 16.0


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in degrees, with what is counted there."""

    latitude: float
    longitude: float
    name: str
    weight: float = 1.0
    href: str | None = None
    said: str = ""


@dataclass(frozen=True, slots=True)
class Point:
    """A spot in the drawing; `named` tells whether there is room for its name."""

    spot: Spot
    x: float
    y: float
    r: float
    named: bool


@dataclass(frozen=True, slots=True)
class WorldMap:
    """Points over a grid. Land in degrees (x = longitude + 180, y = 90 − latitude) comes to its place by first moving
    it by `dx`, `dy` and then scaling it."""

    points: Sequence[Point]
    scale: float
    dx: float
    dy: float
    meridians: Sequence[tuple[str, float]]
    parallels: Sequence[tuple[str, float]]

    @property
    def of_states(self) -> bool:
        """Are its points whole states?"""
        return any((point.spot.href or "").startswith("/page/country/") for point in self.points)


def map_of(spots: Sequence[Spot]) -> WorldMap:
    """The part of the world where the spots lie; the heavier lie below the lighter."""
    west, north, degrees = _window(spots)
    scale = WIDTH / degrees
    step = next(step for least, step in STEPS if degrees >= least)
    most = max((spot.weight for spot in spots), default=1.0) or 1.0
    points: list[Point] = []
    for spot in sorted(spots, key=lambda one: (-one.weight, one.name)):
        x, y = (spot.longitude - west) * scale, (north - spot.latitude) * scale
        radius = SMALL + (LARGE - SMALL) * math.sqrt(max(0.0, spot.weight) / most)
        points.append(Point(spot, round(x, 1), round(y, 1), round(radius, 1), _has_room(x, y, spot.name, points)))
    south = north - degrees * HEIGHT / WIDTH
    return WorldMap(
        points,
        round(scale, 4),
        round(-(west + 180), 4),
        round(-(90 - north), 4),
        [(_degrees(at, "E", "W"), round((at - west) * scale, 1)) for at in _multiples(west, west + degrees, step)],
        [(_degrees(at, "N", "S"), round((north - at) * scale, 1)) for at in _multiples(south, north, step)],
    )


def _window(spots: Sequence[Spot]) -> tuple[float, float, float]:
    """The west and north end of the part to show, and its degrees of longitude."""
    if not spots:
        return -180.0, 90.0, 360.0
    longitudes, latitudes = [one.longitude for one in spots], [one.latitude for one in spots]
    wide = (max(longitudes) - min(longitudes)) * 1.25
    high = (max(latitudes) - min(latitudes)) * 1.4 * WIDTH / HEIGHT
    degrees = min(360.0, max(wide, high, NARROWEST))
    west = (max(longitudes) + min(longitudes) - degrees) / 2
    north = (max(latitudes) + min(latitudes) + degrees * HEIGHT / WIDTH) / 2
    return min(max(west, -180.0), 180.0 - degrees), max(min(north, 90.0), degrees * HEIGHT / WIDTH - 90.0), degrees


def _has_room(x: float, y: float, name: str, before: Sequence[Point]) -> bool:
    """May the name stand beside its point without lying on another name?"""
    named = [one for one in before if one.named]
    near = any(abs(one.y - y) < 16 and x - 8 * len(one.spot.name) < one.x < x + 8 * len(name) for one in named)
    return len(named) < NAMED and not near and x + 8 * len(name) < WIDTH


def _multiples(low: float, high: float, step: int) -> range:
    return range(math.ceil(low / step) * step, math.floor(high) + 1, step)


def _degrees(at: int, above: str, below: str) -> str:
    """A degree with its side.

    >>> _degrees(-20, "E", "W"), _degrees(0, "N", "S")
    ('20° W', '0°')
    """
    return "0°" if at == 0 else f"{abs(at)}° {above if at > 0 else below}"
