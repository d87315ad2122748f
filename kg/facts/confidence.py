"""How far a rule can be trusted: its precision as measured on the gold records, kept in `precision.json` beside it.

`UPDATE_GOLDEN=1 pytest tests/test_quality.py` measures again and writes the file. A rule with fewer than `ENOUGH` cases
is given the precision of its family (the pattern file of an event rule, the predicate of a relation rule); where the
family has too few as well, or the rule was never measured, there is no number.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from kg.errors import StoreError

FILE = Path(__file__).with_name("precision.json")
LEARNED = Path(__file__).parent / "learned" / "precision.json"
"""That of the model's guesses, measured on documents that it was not trained on: `make train` writes it."""
ENOUGH = 5
SUREST = 0.9
"""What is only guessed is trusted no more than that, even where none of the few guesses of a kind was wrong."""


@dataclass(frozen=True, slots=True)
class RuleCount:
    """How many records of a rule were right and wrong, and the family it pools with."""

    family: str
    right: int
    wrong: int


@cache
def confidence() -> Mapping[str, float]:
    """The precision (0 to 1) of each rule that was measured often enough. Raises StoreError for a broken file."""
    guessed = {rule: min(share, SUREST) for rule, share in pooled(read_counts(LEARNED)).items()}
    return pooled(read_counts(FILE)) | guessed


def pooled(counts: Mapping[str, RuleCount]) -> dict[str, float]:
    """Each rule's own precision if it has enough cases, else its family's, else none."""
    families: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for one in counts.values():
        families[one.family][0] += one.right
        families[one.family][1] += one.wrong
    found: dict[str, float] = {}
    for rule, one in sorted(counts.items()):
        right, wrong = (one.right, one.wrong) if one.right + one.wrong >= ENOUGH else families[one.family]
        if right + wrong >= ENOUGH:
            found[rule] = round(right / (right + wrong), 4)
    return found


def read_counts(path: Path) -> dict[str, RuleCount]:
    """The counts of a file, by rule. Raises StoreError if it is missing or malformed."""
    try:
        rows = json.loads(path.read_text(encoding="utf8"))["rules"]
        return {rule: RuleCount(str(row["family"]), int(row["right"]), int(row["wrong"])) for rule, row in rows.items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise StoreError(f"{path}: cannot be read ({type(error).__name__}: {error}); install again") from error
