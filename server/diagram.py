"""The class diagram of the ontology: boxes and arrows with their places, for an SVG (pure).

Classes that nothing of ours stands above have boxes, and so have a few below them to which properties lead. Where a box
stands is a matter of taste, so the known ones have a place here; new ones come below them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from textwrap import wrap

from server.links import ONTOLOGY
from server.terms import RDFS, SUBCLASS, Defined

# Column and row; chosen so that no arrow passes through a box.
PLACES = {
    "Disagreement": (0, 0), "Claim": (1, 0), "Sentence": (2, 0), "Article": (3, 0), "Document": (4, 0),
    "Custody": (0, 1), "Event": (1, 1), "ReportedEvent": (2, 1), "Sanction": (3, 1),
    "Person": (0, 2), "Place": (1, 2), "LegalResource": (2, 2), "Petition": (3, 2),
    "Country": (1, 3), "Organization": (3, 3), "Actor": (0, 4), "Position": (1, 4),
}  # fmt: skip
COLUMNS, CELL, ROW, WIDTH, HEIGHT = 5, 232, 112, 144, 46
SHORT, LONG, LINE = 13, 20, 13
"""Letters of a line between boxes and in them, and how high a line is."""


@dataclass(frozen=True, slots=True)
class Box:
    """A class in the drawing; `x` and `y` are its centre, `inner` the properties that lead back to it."""

    term: Defined
    x: int
    y: int
    inner: tuple[Defined, ...]

    @property
    def lines(self) -> list[str]:
        """Its name, in lines that fit into it."""
        return wrap(self.term.label, LONG, break_long_words=False)


@dataclass(frozen=True, slots=True)
class Arrow:
    """A line from box to box with the properties that it stands for; none for a subclass."""

    start: tuple[float, float]
    end: tuple[float, float]
    terms: tuple[Defined, ...]
    both: bool = False
    """Does another arrow lead back?"""

    @property
    def lines(self) -> list[str]:
        """Its words, in lines that fit between two boxes."""
        return [line for term in self.terms for line in wrap(term.label, SHORT, break_long_words=False)]

    @property
    def x(self) -> float:
        """The middle of its words."""
        return self._between(0)

    @property
    def y(self) -> float:
        """The base of their first line."""
        return self._between(1) - LINE / 2 * (len(self.lines) - 1) + 4

    def _between(self, axis: int) -> float:
        share = 0.7 if self.both else 0.5
        return round(self.start[axis] * share + self.end[axis] * (1 - share), 1)


@dataclass(frozen=True, slots=True)
class Diagram:
    """All of it, and how large it is."""

    boxes: Sequence[Box]
    arrows: Sequence[Arrow]
    width: int = COLUMNS * CELL
    height: int = 0
    box: tuple[int, int] = (WIDTH, HEIGHT)


def diagram(terms: Mapping[str, Defined]) -> Diagram:
    """The drawing of the classes among the terms."""
    places = _places(terms)
    pairs: dict[tuple[str, str], list[Defined]] = {}
    for term in terms.values():
        for start in term.of(f"{RDFS}domain"):
            for end in term.of(f"{RDFS}range"):
                pair = (_shown(start, terms, places), _shown(end, terms, places))
                if all(pair) and term.is_property:
                    pairs.setdefault(pair, []).append(term)
    boxes = [Box(terms[iri], *_centre(places[iri]), tuple(pairs.pop((iri, iri), ()))) for iri in places]
    for iri in places:
        for parent in terms[iri].of(SUBCLASS):
            if parent in places:
                pairs[iri, parent] = []
    arrows = [
        Arrow(*_clipped(_centre(places[a]), _centre(places[b])), tuple(found), (b, a) in pairs)
        for (a, b), found in sorted(pairs.items())
    ]
    rows = max((row for _, row in places.values()), default=0) + 1
    return Diagram(boxes, arrows, height=rows * ROW)


def _places(terms: Mapping[str, Defined]) -> dict[str, tuple[int, int]]:
    """Column and row of each class that has a box."""
    classes = [term for term in terms.values() if term.is_a("owl:Class")]
    found = {term.iri: PLACES[term.anchor] for term in classes if term.anchor in PLACES}
    below = max((row for _, row in found.values()), default=-1) + 1
    new = [term.iri for term in classes if term.iri not in found and not term.parents]
    return found | {iri: (at % COLUMNS, below + at // COLUMNS) for at, iri in enumerate(new)}


def _shown(iri: str, terms: Mapping[str, Defined], places: Mapping[str, object]) -> str:
    """The class itself, or the nearest above it that has a box; "" if there is none."""
    while iri not in places:
        above = terms[iri].parents if iri.startswith(ONTOLOGY) and iri in terms else []
        if not above:
            return ""
        iri = above[0]
    return iri


def _centre(place: tuple[int, int]) -> tuple[int, int]:
    return place[0] * CELL + CELL // 2, place[1] * ROW + ROW // 2


def _clipped(a: tuple[int, int], b: tuple[int, int]) -> tuple[tuple[float, float], tuple[float, float]]:
    """The line between two boxes without what lies inside of them."""
    return _border(a, b), _border(b, a)


def _border(centre: tuple[int, int], towards: tuple[int, int]) -> tuple[float, float]:
    dx, dy = towards[0] - centre[0], towards[1] - centre[1]
    share = min(WIDTH / 2 / abs(dx) if dx else 1e9, HEIGHT / 2 / abs(dy) if dy else 1e9)
    return round(centre[0] + dx * share, 1), round(centre[1] + dy * share, 1)
