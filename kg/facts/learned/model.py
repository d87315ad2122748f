"""The weights of the model, and the chance they give each kind of event at a word.

A softmax over the sum of a word's features: the file holds a row of small integers for each feature, a column for each
kind and one ("") for no event.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import BadZipFile

from kg.arithmetic import settle
from kg.errors import StoreError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

FILE = Path(__file__).with_name("weights.npz")
STEP = 1 / 32
"""What one of the integers stands for."""


@dataclass(frozen=True, slots=True, eq=False)
class Model:
    """`rows` holds for each feature its row in `weights` (features by kinds, in `STEP`s); `bias` is a row too.

    `words` are those that told of an event somewhere in the training texts; of others it knows nothing. `least`
    is the chance from which on a kind is right more often than wrong; a kind without one is never guessed. `source` is
    the digest of the texts and their records.
    """

    kinds: tuple[str, ...]
    words: frozenset[str]
    rows: Mapping[str, int]
    weights: NDArray[np.int16]
    bias: NDArray[np.int16]
    least: Mapping[str, float]
    source: str

    def guess(self, features: Iterable[str]) -> tuple[str, float]:
        """The likeliest kind of event, and how likely it is (0 to 1) beside all others and none."""
        chances = self._chances(features)
        chances[self.kinds.index("")] = 0.0
        best = int(chances.argmax())
        return self.kinds[best], float(chances[best])

    def chance(self, features: Iterable[str], kind: str) -> float:
        """How likely one kind is (0 to 1). Raises ValueError for one that it does not know."""
        return float(self._chances(features)[self.kinds.index(kind)])

    def _chances(self, features: Iterable[str]) -> NDArray[np.float64]:
        import numpy as np

        known = [self.rows[f] for f in features if f in self.rows]
        scores = (self.weights[known].sum(axis=0, dtype=np.int64) + self.bias) * STEP
        chances = np.exp(scores - scores.max())
        return np.asarray(chances / chances.sum())


def read_model(path: Path) -> Model:
    """The model in a file. Raises StoreError if it is missing or broken."""
    settle()
    import numpy as np

    try:
        with path.open("rb") as file, np.load(file, allow_pickle=False) as held:
            names = held["features"].item().decode("utf8").split("\n")
            return Model(
                kinds=tuple(held["kinds"].tolist()),
                words=frozenset(held["words"].tolist()),
                rows={name: row for row, name in enumerate(names)},
                weights=held["weights"],
                bias=held["bias"],
                least=dict(zip(held["guessed"].tolist(), held["least"].tolist(), strict=True)),
                source=held["source"].item(),
            )
    except (OSError, EOFError, ValueError, KeyError, AttributeError, BadZipFile) as error:
        raise StoreError(f"{path}: cannot be read ({type(error).__name__}: {error}); install again") from error


@cache
def model() -> Model:
    """The model that comes with the program, read once per process."""
    return read_model(FILE)
