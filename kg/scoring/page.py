"""One document at work: its records on both sides, and how they are paired."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from kg.scoring.figures import Miss, Record, Score
from kg.scoring.names import folded

Pair = tuple[int, int]
Weigh = Callable[[Record, Record], float]


@dataclass(slots=True)
class Page:
    """A document's gold and found records, the names paired so far (folded → the gold's), and where results go."""

    document: str
    gold: Sequence[Record]
    found: Sequence[Record]
    score: Score
    names: dict[str, str] = field(default_factory=dict)

    def both(self, kind: str) -> tuple[list[Record], list[Record]]:
        """The gold and the found records of a kind."""
        return [r for r in self.gold if r.get("kind") == kind], [r for r in self.found if r.get("kind") == kind]

    def count(self, *figures: str, right: int = 0, wrong: int = 0, missed: int = 0) -> None:
        """Add to several figures at once."""
        for figure in figures:
            self.score.figures[figure].add(right, wrong, missed)

    def miss(self, fault: str, about: object, words: object) -> None:
        """Note a difference."""
        self.score.misses.append(Miss(self.document, fault, str(about), str(words)))

    def gold_name(self, name: str) -> str:
        """What the gold calls a found name; a name of no gold entity keeps its folded form behind a mark."""
        return self.names.get(folded(name), f"?{folded(name)}")

    def judge(self, records: Sequence[Record], right: set[int]) -> None:
        """Keep the verdict on each found record; `right` holds the positions of those that are."""
        self.score.verdicts += [(self.document, record, k in right) for k, record in enumerate(records)]


def paired(gold: Sequence[Record], found: Sequence[Record], weigh: Weigh) -> list[Pair]:
    """One-to-one pairs of positions, the heaviest first; records that weigh nothing together are no pair."""
    weighed = [(weigh(g, f), i, j) for i, g in enumerate(gold) for j, f in enumerate(found)]
    pairs: list[Pair] = []
    left, right = set(range(len(gold))), set(range(len(found)))
    for _, i, j in sorted((one for one in weighed if one[0] > 0), key=lambda one: (-one[0], one[1], one[2])):
        if i in left and j in right:
            pairs.append((i, j))
            left.remove(i)
            right.remove(j)
    return pairs


def unpaired(
    gold: Sequence[Record], found: Sequence[Record], pairs: Sequence[Pair]
) -> tuple[list[Record], list[Record]]:
    """The gold records that were missed, and the found ones that are surplus."""
    left, right = {i for i, _ in pairs}, {j for _, j in pairs}
    return [g for i, g in enumerate(gold) if i not in left], [f for j, f in enumerate(found) if j not in right]
