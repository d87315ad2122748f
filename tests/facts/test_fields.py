"""Values beside a trigger: numbers, sums, charges, crowds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.facts import fields


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
    list(fields.money(text, "KE"))
    fields.charge(text)
    fields.attendance(text)


@pytest.mark.parametrize(
    ("text", "country", "amount", "code"),
    [
        ("fined P50,000", "PH", 50_000, "PHP"),
        ("fined R5,000", "ZA", 5_000, "ZAR"),
        ("fined Rs. 5 lakh", "IN", 500_000, "INR"),
        ("fined 1.5m tenge", "KZ", 1_500_000, "KZT"),
        ("a fine of Shs 2.5 million", "UG", 2_500_000, "UGX"),
        ("a €2m fine", "", 2_000_000, "EUR"),
        ("a S$4,000 fine", "", 4_000, "SGD"),
        ("fined P50,000", "", 50_000, ""),  # of the Philippines, or of Botswana
    ],
)
def test_sums_of_money(text: str, country: str, amount: float, code: str) -> None:
    assert [one[2:] for one in fields.money(text, country)] == [(amount, code)]


@pytest.mark.parametrize("text", ["at 10 p.m. on Monday", "the K-9 unit of the police", "Section 12 R"])
def test_letters_beside_numbers_that_are_no_money(text: str) -> None:
    assert list(fields.money(text, "PH")) == []


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
        ("guilty of “spying” and “aiding a foreign state” for letters", "spying and aiding a foreign state"),
        ("guilty of taking part in “riots” in Gulu", "taking part in “riots” in Gulu"),
        ("charged with treason, two weeks after the court had cleared him", "treason"),
        ("convicted of insulting a judge online under the Computer Crimes Act", "insulting a judge online"),
        ("arrested a day after she said that there was “no plan for the poor”", ""),
        ("prosecuted under a decree whose article provides for up to five years in prison", ""),
        ("arrested at home for insulting a judge", "insulting a judge"),
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
        ("On 12 May miners marched", None),
        ("Officers broke up the rally and arrested 31 people", None),
        ("Officers broke up the rally of 200 people and arrested more than 31 people", (200, 200)),
        ("45 people were briefly detained at the rally", None),
        ("police beat dozens of people at the rally", None),
    ],
)
def test_attendance(text: str, crowd: tuple[int, int] | None) -> None:
    assert fields.attendance(text) == crowd


@pytest.mark.parametrize(
    ("text", "noun", "count"), [("24 times", "", 24), ("twice", "", 2), ("refusals", "ten", 10), ("once", "", None)]
)
def test_count(text: str, noun: str, count: int | None) -> None:
    assert fields.count(text, noun) == count
