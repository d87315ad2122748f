"""How sure is it that two names are one thing? Two visible tables of scoring functions, for people and for things.

Each function looks at one side of the question and explains itself in its docstring; it answers with points and what it
saw, or with None where it has nothing to say. The points add up. From MERGE on two names are one without asking; from
QUEUE to there a person is asked (`civicgraph review`); below it they are two.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from kg.entities import score_people, score_things
from kg.entities.sides import Points, Side

MERGE, QUEUE = 90, 55
TABLES: Mapping[str, Sequence[Callable[[Side, Side], Points | None]]] = {
    "people": score_people.TABLE,
    "things": score_things.TABLE,
}


@dataclass(frozen=True, slots=True)
class Reason:
    """What one function of the table saw: its name, its points (they may be negative) and its words."""

    rule: str
    points: int
    saw: str


@dataclass(frozen=True, slots=True)
class Score:
    """The reasons in the order of the table."""

    reasons: tuple[Reason, ...]

    @property
    def total(self) -> int:
        """The sum of the points, from 0 to 100."""
        return max(0, min(100, sum(r.points for r in self.reasons)))


def score(left: Side, right: Side) -> Score:
    """Everything that the table of their class says of two names of one class."""
    table = TABLES["people" if left.cls == "Person" else "things"]
    said = ((compare.__name__, compare(left, right)) for compare in table)
    return Score(tuple(Reason(rule, points, saw) for rule, found in said if found for points, saw in [found]))


def explained() -> list[tuple[str, str, str]]:
    """Table, rule and what it counts, for people to read."""
    return [(t, c.__name__, " ".join((c.__doc__ or "").split())) for t, table in TABLES.items() for c in table]
