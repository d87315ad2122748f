"""What every reader of world news knows: states, currencies, treaties, offices … (packaged lists, pure values).

The lists are `ontology/authorities/*.csv`; a cell that holds several values separates them with "|". They hold
general knowledge only and are read once per process. A lookup that finds nothing answers None or "".
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable
from dataclasses import dataclass, fields
from functools import cache
from typing import Any, TypeVar

from anyascii import anyascii

from kg.resources import data_folder

LONGEST_ACRONYM = 6
Entry = TypeVar("Entry")
Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class Country:
    """A state. `iso` is ISO 3166-1 alpha-2 (SU for the Soviet Union), `name` the short name that the records use.

    `adjectives` holds the adjective and every demonym, plurals left out; each belongs to one state only.
    `currency` is ISO 4217, `wikidata` a Q number or "", `former` tells that the state is no more.
    """

    iso: str
    iso3: str
    name: str
    other_names: tuple[str, ...]
    adjectives: tuple[str, ...]
    capital: str
    currency: str
    wikidata: str
    former: bool


@dataclass(frozen=True, slots=True)
class Currency:
    """Words for a currency. `country` is the state in which an ambiguous word ("peso") means this one, "" for any."""

    code: str
    words: tuple[str, ...]
    country: str


@dataclass(frozen=True, slots=True)
class Organisation:
    """An international organisation, or a body of one (`part_of` names it). `kind` is intergovernmental or ngo."""

    name: str
    other_names: tuple[str, ...]
    acronyms: tuple[str, ...]
    part_of: str
    kind: str


@dataclass(frozen=True, slots=True)
class Treaty:
    """A treaty, declaration or international act. `year` is the year of adoption; `body` watches over it, or "" ."""

    name: str
    other_names: tuple[str, ...]
    acronyms: tuple[str, ...]
    year: str
    body: str


@dataclass(frozen=True, slots=True)
class Legislature:
    """A national parliament, or a chamber of one (`part_of` names it). `country` is "" where many use the word."""

    name: str
    other_names: tuple[str, ...]
    country: str
    part_of: str


@dataclass(frozen=True, slots=True)
class Outlet:
    """A news agency, broadcaster or newspaper known the world over. `country` is ISO alpha-2."""

    name: str
    other_names: tuple[str, ...]
    country: str


@dataclass(frozen=True, slots=True)
class Office:
    """A word for what a person is. `kind` is "state", "organisation" or "profession"; `gender` is "m", "f" or "" .

    `takes` is the word that a body follows ("of" in "minister of"), "" where none does.
    """

    word: str
    kind: str
    gender: str
    takes: str


@dataclass(frozen=True, slots=True)
class Holiday:
    """A day that texts name instead of its date."""

    name: str
    other_names: tuple[str, ...]
    month: int
    day: int


@dataclass(frozen=True, slots=True)
class GivenName:
    """A given name. `gender` is "m" or "f"; names that both bear are not listed."""

    name: str
    gender: str


@dataclass(frozen=True, slots=True)
class NameShape:
    """An ending of surnames or patronymics. `gender` is "m", "f" or "" (both); `kind` is surname or patronymic.

    `stem` is the least number of letters that must stand before the ending.
    """

    suffix: str
    gender: str
    kind: str
    stem: int


def _several(cell: str) -> tuple[str, ...]:
    """The values of a cell, in the order of the list."""
    return tuple(part.strip() for part in cell.split("|") if part.strip())


READERS: dict[str, Callable[[str], object]] = {
    "str": str.strip,
    "int": int,
    "bool": lambda cell: cell.strip() == "yes",
    "tuple[str, ...]": _several,
}


def _load(kind: Callable[..., Row], name: str) -> tuple[Row, ...]:
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


def _found(index: dict[str, Entry], text: str) -> Entry | None:
    """The entry under the folded text; a short word in capitals is tried as an acronym, then as a word."""
    key = fold(text)
    return index.get(key) or (index.get(key.lower()) if len(key) > 3 else None)


def _index(pairs: Iterable[tuple[Entry, tuple[str, ...]]]) -> dict[str, Entry]:
    """Folded name to entry; the first entry that claims a name keeps it."""
    index: dict[str, Entry] = {}
    for entry, names in pairs:
        for name in names:
            index.setdefault(fold(name), entry)
    return index


@cache
def countries() -> tuple[Country, ...]:
    """All states, in the order of their names."""
    return _load(Country, "countries")


@cache
def _country_names() -> dict[str, Country]:
    return _index((c, (c.name, *c.other_names)) for c in countries())


@cache
def _country_adjectives() -> dict[str, Country]:
    return _index((c, c.adjectives) for c in countries())


def country_by_name(name: str) -> Country | None:
    """The state with this name, in any of its English forms."""
    return _found(_country_names(), name)


def country_by_adjective(word: str) -> Country | None:
    """The state of an adjective or demonym, singular or plural ("Kazakh", "Kyrgyzstanis")."""
    index = _country_adjectives()
    return _found(index, word) or (_found(index, word[:-1]) if word.endswith("s") else None)


def country_by_iso(iso: str) -> Country | None:
    """The state with this alpha-2 code."""
    return next((c for c in countries() if c.iso == iso), None)


@cache
def currencies() -> tuple[Currency, ...]:
    """All currencies; a word that several share stands in several rows, the most usual first."""
    return _load(Currency, "currencies")


def currency_code(word: str, country: str = "") -> str:
    """The ISO 4217 code of a word or sign, or "" when it is unknown or stays ambiguous without the country."""
    folded = word.strip().casefold().rstrip(".")
    found = [c for c in currencies() if any(w.casefold().rstrip(".") == folded for w in c.words)]
    here = [c for c in found if c.country == country]
    anywhere = [c for c in found if not c.country]
    chosen = here or anywhere or (found if len({c.code for c in found}) == 1 else [])
    return chosen[0].code if chosen else ""


@cache
def international() -> tuple[Organisation, ...]:
    """International organisations, their bodies, and non-governmental ones that work the world over."""
    return _load(Organisation, "international")


@cache
def treaties() -> tuple[Treaty, ...]:
    """Treaties and international acts."""
    return _load(Treaty, "treaties")


@cache
def legislatures() -> tuple[Legislature, ...]:
    """National parliaments and their chambers."""
    return _load(Legislature, "legislatures")


@cache
def media() -> tuple[Outlet, ...]:
    """News agencies, broadcasters and newspapers."""
    return _load(Outlet, "media")


@cache
def offices() -> tuple[Office, ...]:
    """Words for offices, roles and professions."""
    return _load(Office, "offices")


@cache
def holidays() -> tuple[Holiday, ...]:
    """Days with a fixed date."""
    return _load(Holiday, "holidays")


@cache
def name_shapes() -> tuple[NameShape, ...]:
    """Endings of surnames and patronymics, longest first."""
    return tuple(sorted(_load(NameShape, "surnames"), key=lambda s: (-len(s.suffix), s.suffix)))


@cache
def name_shape(word: str) -> NameShape | None:
    """The longest known ending of a word that leaves a stem, or None."""
    folded = anyascii(word).lower().strip("-' ")
    fitting = (s for s in name_shapes() if folded.endswith(s.suffix) and len(folded) - len(s.suffix) >= s.stem)
    return next(fitting, None)


def surname_gender(word: str) -> str:
    """ "m" or "f" where the ending of a surname or patronymic tells it, else ""."""
    shape = name_shape(word)
    return shape.gender if shape else ""


@cache
def _given_names() -> dict[str, str]:
    return {fold(n.name).lower(): n.gender for n in _load(GivenName, "given_names")}


def given_name_gender(word: str) -> str:
    """ "m" or "f" where a given name is known to be one, else ""."""
    return _given_names().get(fold(word).lower(), "")
