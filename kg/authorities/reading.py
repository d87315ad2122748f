"""Reading the lists, and the form under which their names are looked up."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable
from dataclasses import fields
from typing import Any, TypeVar

from anyascii import anyascii

from kg.resources import data_folder

LONGEST_ACRONYM = 6
Entry = TypeVar("Entry")
Row = TypeVar("Row")


def _several(cell: str) -> tuple[str, ...]:
    """The values of a cell, in the order of the list."""
    return tuple(part.strip() for part in cell.split("|") if part.strip())


READERS: dict[str, Callable[[str], object]] = {
    "str": str.strip,
    "int": int,
    "bool": lambda cell: cell.strip() == "yes",
    "tuple[str, ...]": _several,
}


def load(kind: Callable[..., Row], name: str) -> tuple[Row, ...]:
    """The rows of one packaged list: each column is a field of `kind`, read as the field's type says."""
    shape: Any = kind
    readers = {f.name: READERS[str(f.type)] for f in fields(shape)}
    path = data_folder("ontology") / "authorities" / f"{name}.csv"
    with path.open(encoding="utf8", newline="") as file:
        return tuple(kind(**{f: read(row[f]) for f, read in readers.items()}) for row in csv.DictReader(file))


def fold(text: str) -> str:
    """The key of names in lookups: ASCII, lower case, no leading "the", no full stops; acronyms keep their case.

    >>> fold("the Republic of Türkiye"), fold("U.S.")
    ('republic of turkiye', 'US')
    """
    plain = " ".join(anyascii(text).replace(".", "").replace("`", "'").split())
    plain = plain[4:] if plain[:4].lower() == "the " else plain
    return plain if plain.isupper() and len(plain) <= LONGEST_ACRONYM else plain.lower()


def found(names: dict[str, Entry], text: str) -> Entry | None:
    """The entry under the folded text; a short word in capitals is tried as an acronym, then as a word."""
    key = fold(text)
    return names.get(key) or (names.get(key.lower()) if len(key) > 3 else None)


def index(pairs: Iterable[tuple[Entry, tuple[str, ...]]]) -> dict[str, Entry]:
    """Folded name to entry; the first entry that claims a name keeps it."""
    made: dict[str, Entry] = {}
    for entry, names in pairs:
        for name in names:
            made.setdefault(fold(name), entry)
    return made
