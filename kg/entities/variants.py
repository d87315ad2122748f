"""Given names that neighbouring languages write in their own way: "Sviatlana" and "Svetlana" (a packaged list)."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from functools import lru_cache

from kg.names import fold
from kg.resources import data_folder


@lru_cache(maxsize=1)
def _standards() -> Mapping[str, str]:
    path = data_folder("ontology") / "authorities" / "given_variants.csv"
    with path.open(encoding="utf8", newline="") as file:
        rows = [row["names"].split("|") for row in csv.DictReader(file)]
    return {fold(name): names[0] for names in rows for name in names}


def standard(given: str) -> str:
    """One form for all that neighbouring languages make of a given name; "" for a name that is not listed.

    >>> standard("Uladzimir") == standard("Volodymyr") != ""
    True
    """
    return _standards().get(fold(given), "")
