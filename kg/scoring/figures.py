"""What a measurement is made of: tallies by name, the single misses, and the verdict on each record."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

Record = Mapping[str, Any]


@dataclass(slots=True)
class Tally:
    """How many were right, wrong (found, not in the gold) and missed (in the gold, not found)."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    def add(self, right: int = 0, wrong: int = 0, missed: int = 0) -> None:
        """Count more of them."""
        self.right, self.wrong, self.missed = self.right + right, self.wrong + wrong, self.missed + missed

    @property
    def precision(self) -> float:
        """The share of what was found that is right; 0 where nothing was found."""
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 0.0

    @property
    def recall(self) -> float:
        """The share of the gold that was found; 0 where there is no gold."""
        return self.right / (self.right + self.missed) if self.right + self.missed else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(frozen=True, slots=True)
class Miss:
    """One difference: in which document, what kind of fault, about which class or role, and the words."""

    document: str
    fault: str
    about: str
    words: str


@dataclass(slots=True)
class Score:
    """The figures by name, every miss, and the verdict on every relation and event found: (document, record, right)."""

    figures: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    misses: list[Miss] = field(default_factory=list)
    verdicts: list[tuple[str, Record, bool]] = field(default_factory=list)
