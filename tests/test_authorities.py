"""The authority lists: what they answer, and that they hold together."""

from __future__ import annotations

import calendar
import csv
import json
import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pycountry
import pytest

from kg import authorities as a
from kg.resources import data_folder

LISTS = sorted((data_folder("ontology") / "authorities").glob("*.csv"))


@pytest.mark.parametrize(
    ("name", "iso"),
    [
        ("Kazakhstan", "KZ"), ("the Republic of Kazakhstan", "KZ"), ("Russia", "RU"), ("Russian Federation", "RU"),
        ("Turkey", "TR"), ("Turkiye", "TR"), ("Türkiye", "TR"), ("Burma", "MM"), ("U.S.", "US"), ("the US", "US"),
        ("USA", "US"), ("America", "US"), ("UK", "GB"), ("Czech Republic", "CZ"), ("Ivory Coast", "CI"),
        ("Soviet Union", "SU"), ("USSR", "SU"), ("CHINA", "CN"), ("Georgia", "GE"), ("South Korea", "KR"),
        ("us", ""), ("uk", ""), ("car", ""), ("Atlantis", ""), ("", ""),
    ],
)  # fmt: skip
def test_country_by_name(name: str, iso: str) -> None:
    country = a.country_by_name(name)
    assert (country.iso if country else "") == iso


@pytest.mark.parametrize(
    ("word", "iso"),
    [
        ("Kazakh", "KZ"), ("Kazakhstani", "KZ"), ("Kyrgyzstanis", "KG"), ("Kyrgyz", "KG"), ("Uzbeks", "UZ"),
        ("American", "US"), ("Scottish", "GB"), ("French", "FR"), ("Swiss", "CH"), ("Nigerien", "NE"),
        ("Nigerian", "NG"), ("Sri Lankan", "LK"), ("Bissau-Guinean", "GW"), ("Soviet", "SU"), ("South Sudanese", "SS"),
        ("Dutch", "NL"), ("Kazakhstan", ""), ("Martian", ""), ("s", ""), ("", ""),
    ],
)  # fmt: skip
def test_country_by_adjective(word: str, iso: str) -> None:
    country = a.country_by_adjective(word)
    assert (country.iso if country else "") == iso


def test_country_by_iso() -> None:
    kenya = a.country_by_iso("KE")
    assert kenya is not None
    assert (kenya.name, kenya.capital, kenya.currency, kenya.wikidata) == ("Kenya", "Nairobi", "KES", "Q114")
    assert a.country_by_iso("ZZ") is None


@pytest.mark.parametrize(
    ("word", "country", "code"),
    [
        ("tenge", "", "KZT"), ("som", "", "KGS"), ("som", "UZ", "UZS"), ("sum", "UZ", "UZS"), ("somoni", "", "TJS"),
        ("manat", "AZ", "AZN"), ("manat", "TM", "TMT"), ("manat", "", ""), ("rupees", "PK", "PKR"), ("rupees", "", ""),
        ("$", "", "USD"), ("dollars", "CA", "CAD"), ("US dollars", "CA", "USD"), ("€", "", "EUR"), ("£", "", "GBP"),
        ("pounds", "EG", "EGP"), ("rubles", "", "RUB"), ("roubles", "BY", "BYN"), ("Naira", "", "NGN"),
        ("PEN", "", "PEN"), ("pesos", "MX", "MXN"), ("pesos", "KZ", ""), ("apples", "", ""), ("", "", ""),
    ],
)  # fmt: skip
def test_currency_code(word: str, country: str, code: str) -> None:
    assert a.currency_code(word, country) == code


@pytest.mark.parametrize(
    ("word", "gender"),
    [
        ("Petrov", "m"), ("Petrova", "f"), ("Zelinsky", "m"), ("Zelinskaya", "f"), ("Orazbayev", "m"),
        ("Asanbekova", "f"), ("Serikuly", "m"), ("Marat-uulu", "m"), ("Saparkyzy", "f"), ("Ivanovich", "m"),
        ("Ivanovna", "f"), ("Stepanenko", ""), ("Beridze", ""), ("Grigoryan", ""), ("House", ""), ("ov", ""), ("", ""),
    ],
)  # fmt: skip
def test_surname_gender(word: str, gender: str) -> None:
    assert a.surname_gender(word) == gender


def test_the_longest_ending_wins() -> None:
    shape = a.name_shape("Orazbayeva")
    assert shape is not None
    assert (shape.suffix, shape.kind) == ("bayeva", "surname")
    assert a.name_shape("Table") is None


@pytest.mark.parametrize(
    "word",
    [
        "Republic", "Democratic", "Person", "Prison", "Institute", "Kenyan", "Libyan", "Egyptian", "Alaska", "July",
        "Kiev", "Azov", "Uzbek", "Slavic", "Civic", "Hygiene", "Lesson", "Press", "Ministry", "Convention",
    ],
)  # fmt: skip
def test_common_words_have_no_shape(word: str) -> None:
    assert a.name_shape(word) is None


@pytest.mark.parametrize(
    ("name", "gender"), [("Maria", "f"), ("José", "m"), ("Jose", "m"), ("AYSEL", "f"), ("Andrea", ""), ("Xqz", "")]
)
def test_given_name_gender(name: str, gender: str) -> None:
    assert a.given_name_gender(name) == gender


@pytest.mark.parametrize("path", LISTS, ids=lambda path: path.stem)
def test_lists_are_tidy(path: Path) -> None:
    with path.open(encoding="utf8", newline="") as file:
        rows = list(csv.reader(file))
    assert len({len(row) for row in rows}) == 1
    assert [row for row, number in Counter(map(tuple, rows)).items() if number > 1] == []
    for cell in (cell for row in rows for cell in row):
        assert cell == cell.strip()
        assert "" not in cell.split("|") or not cell


def test_states_have_known_codes() -> None:
    for state in a.countries():
        if not state.former and state.iso != "XK":
            assert pycountry.countries.get(alpha_2=state.iso).alpha_3 == state.iso3
        assert state.former or pycountry.currencies.get(alpha_3=state.currency) or state.currency == "ZWG"
        assert re.fullmatch(r"(Q[1-9]\d*)?", state.wikidata)
    assert len([state for state in a.countries() if not state.former]) == 197


@pytest.mark.parametrize("field", ["iso", "iso3", "name", "wikidata"])
def test_states_differ(field: str) -> None:
    values = [getattr(state, field) for state in a.countries() if getattr(state, field)]
    assert len(values) == len(set(values))


@pytest.mark.parametrize("names", [lambda c: c.adjectives, lambda c: (c.name, *c.other_names)])
def test_a_word_belongs_to_one_state(names: Callable[[a.Country], tuple[str, ...]]) -> None:
    owners = Counter(word for state in a.countries() for word in set(map(a.fold, names(state))))
    assert [word for word, number in owners.items() if number > 1] == []


def test_every_state_has_an_adjective_but_three() -> None:
    assert {state.iso for state in a.countries() if not state.adjectives} == {"CG", "DM", "VA"}


def test_currencies_belong_to_states() -> None:
    states = {state.iso for state in a.countries()}
    for currency in a.currencies():
        assert re.fullmatch(r"[A-Z]{3}", currency.code)
        assert currency.country in states | {""}
        assert currency.words


@pytest.mark.parametrize("entries", [a.international, a.legislatures])
def test_parts_have_their_whole(entries: Callable[[], tuple[a.Organisation | a.Legislature, ...]]) -> None:
    names = {entry.name for entry in entries()}
    assert {entry.part_of for entry in entries()} - names == {""}


def test_treaty_bodies_are_organisations() -> None:
    assert {treaty.body for treaty in a.treaties()} - {body.name for body in a.international()} == {""}
    assert all(re.fullmatch(r"(19|20)\d\d", treaty.year) for treaty in a.treaties())


@pytest.mark.parametrize("entries", [a.legislatures, a.media])
def test_countries_are_codes(entries: Callable[[], tuple[a.Legislature | a.Outlet, ...]]) -> None:
    assert {entry.country for entry in entries()} - {state.iso for state in a.countries()} <= {""}


@pytest.mark.parametrize("entries", [a.international, a.treaties, a.legislatures, a.media, a.parties])
def test_names_differ(entries: Callable[[], tuple[a.Outlet, ...]]) -> None:
    names = Counter(name for entry in entries() for name in {a.fold(n) for n in (entry.name, *entry.other_names)})
    assert [name for name, number in names.items() if number > 1] == []


def test_offices() -> None:
    offices = {office.word: office for office in a.offices()}
    assert len(offices) == len(a.offices())
    assert {office.kind for office in a.offices()} == {"state", "organisation", "profession"}
    assert {office.gender for office in a.offices()} == {"", "m", "f"}
    assert (offices["minister"].kind, offices["minister"].takes) == ("state", "of")
    assert (offices["chairwoman"].gender, offices["journalist"].kind) == ("f", "profession")


def test_holidays_are_days() -> None:
    for holiday in a.holidays():
        assert 1 <= holiday.day <= calendar.monthrange(2024, holiday.month)[1]
    days = {name: (h.month, h.day) for h in a.holidays() for name in (h.name, *h.other_names)}
    assert days["International Women's Day"] == (3, 8)
    assert days["Human Rights Day"] == (12, 10)


def test_lists_name_nobody_of_the_real_documents(seeds: Path) -> None:
    """General knowledge only: of what people found in the documents, the lists may know states, places and bodies."""
    general = {"Country", "Place", "Treaty", "InternationalOrganization", "Legislature"}
    capitals = {state.capital.casefold() for state in a.countries()}
    named: set[str] = set()
    for path in sorted((seeds.parent / "gold").glob("*.jsonl")):
        for record in map(json.loads, path.read_text(encoding="utf8").splitlines()):
            if record["kind"] == "entity" and record["class"] not in general:
                named |= {name.casefold() for name in (record["name"], *record["aliases"])}
    for path in LISTS:
        with path.open(encoding="utf8", newline="") as file:
            known = {part.casefold() for row in csv.reader(file) for cell in row for part in cell.split("|")}
        assert known & named - capitals - {"taliban"} == set(), path.name
