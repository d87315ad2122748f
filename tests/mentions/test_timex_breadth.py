"""Expressions of time as papers write them: weekends, half years, anniversaries, moving feasts, what comes before."""

from __future__ import annotations

import pytest

from kg.mentions.timex.article import article_dates
from kg.mentions.timex.feasts import easter, feasts

TOLD = "On 3 May 2024 they came."
PUBLISHED = "2024-05-10"  # a Friday


def edtf(sentence: str, before: str = TOLD) -> list[str]:
    found = article_dates([(0, before), (1, sentence)], published=PUBLISHED, paragraphs={0: (0, ""), 1: (0, "")})
    return [dated.date.edtf for dated in found.of(1)]


@pytest.mark.parametrize(("sentence", "dates"), [
    ("It was shut over the weekend.", ["2024-05-04/2024-05-05"]),
    ("It was shut last weekend.", ["2024-05-04/2024-05-05"]),
    ("It was shut on Tuesday last week.", ["2024-04-30"]),
    ("It was shut on Tuesday of last week.", ["2024-04-30"]),
    ("It was shut last week on Tuesday.", ["2024-04-30"]),
    ("It was shut in the past week.", ["2024-05-03~/2024-05-10~"]),
    ("A fortnight later he was freed.", ["2024-05-17~"]),
    ("It was shut half a year later.", ["2024-11"]),
    ("He was freed a year and a half earlier.", ["2022-11"]),
    ("It was shut the year before.", ["2023"]),
    ("They met in October the year before.", ["2023-10"]),
    ("He was freed two years earlier, in October.", ["2022-10", "2022-10"]),
    ("In the two days that followed they marched.", ["2024-05-04/2024-05-05"]),
    ("Within a week police had arrested her.", ["2024-05-03/2024-05-10~"]),
    ("The law enters into force on 29 September.", ["2024-09-29"]),
    ("The country goes to the polls on Friday.", ["2024-05-10"]),
    ("They marched on the third anniversary of the raid of 9 May 2020.", ["2023-05-09"]),
    ("They marched three years to the day after the raid of 9 May 2020.", ["2023-05-09"]),
    ("It was shut in H1 2023.", ["2023-01/2023-06"]),
    ("It was shut in the last three months of 2023.", ["2023-10/2023-12"]),
    ("By the end of the year 40 had left.", ["2024-12"]),
    ("It was shut on 2024/03/05.", ["2024-03-05"]),
    ("He was held during Ramadan.", ["2024-03-11~/2024-04-09~"]),
    ("He was freed on Good Friday.", ["2024-03-29"]),
    ("He was freed on Orthodox Easter 2023.", ["2023-04-16"]),
])  # fmt: skip
def test_expressions_of_time(sentence: str, dates: list[str]) -> None:
    assert edtf(sentence) == dates


@pytest.mark.parametrize("sentence", [
    "They spoke of a weekend market.",
    "The weekend edition was pulped.",
    "He was seized the night before the vote.",  # of a day that nothing names
    "The Easter Rising was remembered.",
    "They met in the weeks that followed.",
    "The ministry must answer within a month of the request.",
])  # fmt: skip
def test_what_dates_nothing(sentence: str) -> None:
    assert edtf(sentence) == []


def test_a_semicolon_parts_what_two_days_after_counts_from() -> None:
    assert edtf("He was held on 2 May; two days after his release, he complained.") == ["2024-05-02", "2024-05-04"]
    assert edtf("On 4 May, two days after his release, he complained.")[0] == "2024-05-04"


def test_the_day_of_a_dateline_may_have_its_weekday() -> None:
    sentence = "Algiers, Friday 10 May 2024: On Thursday, a judge jailed her."
    assert [d.date.edtf for d in article_dates([(0, sentence)]).of(0)] == ["2024-05-09"]


def test_a_year_that_is_only_guessed_makes_no_month_recent() -> None:
    found = article_dates(
        [(0, "In August 2021 the radio was shut."), (1, "It sued in September."), (2, "In November it won.")],
        paragraphs=dict.fromkeys(range(3), (0, "")),
    )
    assert [found.of(n)[0].date.edtf for n in range(3)] == ["2021-08", "2021-09", "2021-11"]


def test_feasts_that_move() -> None:
    assert [easter(y).isoformat() for y in (2021, 2022, 2025)] == ["2021-04-04", "2022-04-17", "2025-04-20"]
    assert easter(2025, julian=True) == easter(2025)
    assert [f.edtf for f in feasts("eid al-adha", 2023)] == ["2023-06-29~"]
    assert [f.edtf for f in feasts("pentecost", 2024)] == ["2024-05-19"]
