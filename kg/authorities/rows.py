"""What a row of each authority list holds."""

from __future__ import annotations

from dataclasses import dataclass


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


@dataclass(frozen=True, slots=True)
class Regions:
    """The provinces and lands of a state that texts name without a word on what they are. `country` is ISO alpha-2."""

    country: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PartyName:
    """A political party that the world's press names. `country` is ISO alpha-2."""

    name: str
    other_names: tuple[str, ...]
    country: str
