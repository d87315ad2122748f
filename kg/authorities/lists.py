"""The lists that are gone through as a whole: currencies, bodies, treaties, media, parties …"""

from __future__ import annotations

from functools import cache

from kg.authorities.reading import load
from kg.authorities.rows import Currency, Holiday, Legislature, Office, Organisation, Outlet, PartyName, Treaty


@cache
def currencies() -> tuple[Currency, ...]:
    """All currencies; a word that several share stands in several rows, the most usual first."""
    return load(Currency, "currencies")


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
    return load(Organisation, "international")


@cache
def treaties() -> tuple[Treaty, ...]:
    """Treaties and international acts."""
    return load(Treaty, "treaties")


@cache
def legislatures() -> tuple[Legislature, ...]:
    """National parliaments and their chambers."""
    return load(Legislature, "legislatures")


@cache
def media() -> tuple[Outlet, ...]:
    """News agencies, broadcasters and newspapers."""
    return load(Outlet, "media")


@cache
def offices() -> tuple[Office, ...]:
    """Words for offices, roles and professions."""
    return load(Office, "offices")


@cache
def holidays() -> tuple[Holiday, ...]:
    """Days with a fixed date."""
    return load(Holiday, "holidays")


@cache
def parties() -> tuple[PartyName, ...]:
    """Political parties that need no word beside them."""
    return load(PartyName, "parties")
