"""One side of a comparison: a name and what is known of its bearer."""

from __future__ import annotations

from dataclasses import dataclass

Points = tuple[int, str]


@dataclass(frozen=True, slots=True)
class Side:
    """A name and where it stands. `country` is ISO or "", `identity` an id of an authority list (GeoNames) or "".

    `company` holds the names of what else its sentences tell of, states and places left out.
    """

    cls: str
    name: str
    country: str = ""
    documents: frozenset[str] = frozenset()
    company: frozenset[str] = frozenset()
    identity: str = ""
