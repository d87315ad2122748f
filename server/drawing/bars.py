"""Numbers as bars, one under the other (pure)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

MOST = 40
LINE, LEFT, WIDTH = 26, 330, 1000
LONGEST = 46


@dataclass(frozen=True, slots=True)
class Bar:
    """One number: `name` whole, `short` as it fits, `width` and `y` in units of the drawing."""

    name: str
    short: str
    value: float
    shown: str
    width: float
    y: float
    href: str | None


@dataclass(frozen=True, slots=True)
class Bars:
    """The bars under their common heading; `left_out` counts those for which there is no room."""

    heading: str
    bars: Sequence[Bar]
    height: float
    left_out: int


def bars_of(heading: str, numbers: Sequence[tuple[str, float, str, str | None]]) -> Bars:
    """Bars for (name, number, number as it is shown, where it leads), in their order; none is shorter than nought."""
    most = max((number for _, number, _, _ in numbers[:MOST]), default=0.0)
    scale = (WIDTH - LEFT - 90) / most if most > 0 else 0.0
    bars = [
        Bar(name, _short(name), number, shown, round(max(0.0, number) * scale, 1), at * LINE, href)
        for at, (name, number, shown, href) in enumerate(numbers[:MOST])
    ]
    return Bars(heading, bars, LINE * len(bars), max(0, len(numbers) - MOST))


def _short(name: str) -> str:
    return name if len(name) <= LONGEST else f"{name[: LONGEST - 1]}…"
