"""Values beside a trigger: numbers, punishments, charges, crowds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.facts import fields
from kg.facts.model import Sanction


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("twenty-five", 25),
        ("1.8 billion", 1.8e9),
        ("50 thousand", 50_000),
        ("393,000", 393_000),
        ("two hundred", 200),
        ("three hundred thousand", 300_000),
        ("some", None),
    ],
)
def test_number(text: str, value: float | None) -> None:
    assert fields.number(text) == value


@given(st.integers(min_value=0, max_value=10**12))
def test_figures_with_thousands_are_read_back(value: int) -> None:
    assert fields.number(f"{value:,}") == value


@given(st.text(max_size=60))
def test_no_text_breaks_a_reader(text: str) -> None:
    fields.sanctions(text, "imprisonment", "KE")
    fields.charge(text)
    fields.attendance(text)


@pytest.mark.parametrize(
    ("text", "kind", "country", "expected"),
    [
        ("sentenced him to ten days in jail", "imprisonment", "", [Sanction("detention", "P10D")]),
        ("sentenced to seven years in prison", "imprisonment", "", [Sanction("imprisonment", "P7Y")]),
        ("sentenced to a two-year suspended sentence", "imprisonment", "",
         [Sanction("suspendedSentence", "P2Y", suspended=True)]),
        ("sentenced to life imprisonment", "imprisonment", "", [Sanction("life")]),
        ("fined 20,000 shillings", "fine", "KE", [Sanction("fine", amount=20000, currency="KES")]),
        ("fined $1,500", "fine", "", [Sanction("fine", amount=1500, currency="USD")]),
        ("fined 30 monthly calculation indices", "fine", "", [Sanction("fine", amount=30)]),
        ("fined for a post", "fine", "", [Sanction("fine")]),
        ("to three years in prison and banned from teaching for five years", "imprisonment", "",
         [Sanction("imprisonment", "P3Y"), Sanction("activityBan", "P5Y")]),
        ("spoke for two years", "", "", []),
    ],
)  # fmt: skip
def test_sanctions(text: str, kind: str, country: str, expected: list[Sanction]) -> None:
    assert fields.sanctions(text, kind, country) == expected


@pytest.mark.parametrize(
    ("text", "charge"),
    [
        ("arrested on charges of fraud in May", "fraud"),
        ("guilty of insulting the flag and fined 5 euros", "insulting the flag"),
        ("jailed for five years for sedition.", "sedition"),
        ("fined for blocking a road", "blocking a road"),
        ("jailed for five years", ""),
        ("charged with “hooliganism” under Article 12", "hooliganism"),
        ("fined on charges of “minor mischief,” supposedly for whistling at a mayor", "minor mischief"),
        ("guilty of “spying” and “aiding a foreign state” for letters", "spying” and “aiding a foreign state"),
        ("guilty of taking part in “riots” in Gulu", "taking part in “riots” in Gulu"),
        ("charged with treason, two weeks after the court had cleared him", "treason"),
        ("convicted of insulting a judge online under the Computer Crimes Act", "insulting a judge online"),
        ("convicted of theft under a new law", "theft under a new law"),
    ],
)
def test_charge(text: str, charge: str) -> None:
    assert fields.charge(text) == charge


@pytest.mark.parametrize(
    ("text", "crowd"),
    [
        ("More than 300 people stood outside", (300, 300)),
        ("1000-3000 protestors gathered", (1000, 3000)),
        ("thousands of people marched", (1000, 9999)),
        ("On April 12 about 600 people marched", (600, 600)),
        ("On May 3 the people marched", None),
    ],
)
def test_attendance(text: str, crowd: tuple[int, int] | None) -> None:
    assert fields.attendance(text) == crowd


@pytest.mark.parametrize(
    ("text", "noun", "count"), [("24 times", "", 24), ("twice", "", 2), ("refusals", "ten", 10), ("once", "", None)]
)
def test_count(text: str, noun: str, count: int | None) -> None:
    assert fields.count(text, noun) == count
