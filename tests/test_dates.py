"""Partial dates: reading EDTF, spans, and comparing."""

from __future__ import annotations

from contextlib import suppress
from datetime import date

import edtf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg import dates
from kg.dates import PartialDate, after, parse_edtf

MIN, MAX = date.min, date.max


@pytest.mark.parametrize(
    ("text", "earliest", "latest", "precision"),
    [
        ("2025-02-13", date(2025, 2, 13), date(2025, 2, 13), "day"),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29), "month"),
        ("2023-02", date(2023, 2, 1), date(2023, 2, 28), "month"),
        ("2024", date(2024, 1, 1), date(2024, 12, 31), "year"),
        ("192X", date(1920, 1, 1), date(1929, 12, 31), "decade"),
        ("19XX", date(1900, 1, 1), date(1999, 12, 31), "century"),
        ("000X", date(1, 1, 1), date(9, 12, 31), "decade"),
        ("2024-XX", date(2024, 1, 1), date(2024, 12, 31), "year"),
        ("2024-XX-XX", date(2024, 1, 1), date(2024, 12, 31), "year"),
        ("2024-02-XX", date(2024, 2, 1), date(2024, 2, 29), "month"),
        ("2023-21", date(2023, 3, 1), date(2023, 5, 31), "interval"),
        ("2023-24", date(2023, 12, 1), date(2024, 2, 29), "interval"),
        ("2024-03/2024-05", date(2024, 3, 1), date(2024, 5, 31), "interval"),
        ("2022/2023", date(2022, 1, 1), date(2023, 12, 31), "interval"),
        ("../2024-04", MIN, date(2024, 4, 30), "interval"),
        ("/2024-04", MIN, date(2024, 4, 30), "interval"),
        ("2021-08/..", date(2021, 8, 1), MAX, "interval"),
        ("2021/", date(2021, 1, 1), MAX, "interval"),
        ("2025-03-03~", date(2025, 3, 3), date(2025, 3, 3), "day"),
        ("2025~", date(2025, 1, 1), date(2025, 12, 31), "year"),
        ("2025-03?/2025-04%", date(2025, 3, 1), date(2025, 4, 30), "interval"),
        (" 2025 ", date(2025, 1, 1), date(2025, 12, 31), "year"),
    ],
)
def test_reads(text: str, earliest: date, latest: date, precision: str) -> None:
    value = parse_edtf(text)
    assert (value.earliest, value.latest, value.precision) == (earliest, latest, precision)


@pytest.mark.parametrize(
    "text",
    ["", "..", "../..", "/", "2024-02-30", "2023-02-29", "2024-13", "2024-00", "0000", "24", "2024-1", "2024-01-1",
     "yesterday", "2024-05/2024-03", "XXXX", "192X-05", "2024-XX-05", "2024/2025/2026", "2024-25", "२०२४", "2024-01-32",
     "9999-24"],
)  # fmt: skip
def test_refuses(text: str) -> None:
    with pytest.raises(ValueError, match=r"not a date|out of range|must be in|month"):
        parse_edtf(text)


@pytest.mark.parametrize("parts", [(2025, 2, 30), (2023, 2, 29), (2024, 13, 1), (0, 1, 1), (10000, 1, 1)])
def test_days_that_no_calendar_has(parts: tuple[int, int, int]) -> None:
    with pytest.raises(ValueError, match=r"out of range|must be in"):
        dates.day(*parts)


def test_constructors() -> None:
    assert dates.day(2024, 2, 29).edtf == "2024-02-29"
    assert dates.month(987, 2).edtf == "0987-02"
    assert dates.year(2024, rule="weekday") == PartialDate(
        "2024", date(2024, 1, 1), date(2024, 12, 31), "year", "weekday"
    )
    assert dates.decade(1994).edtf == dates.decade(1990).edtf == "199X"


def test_intervals() -> None:
    march, may = dates.month(2024, 3), dates.month(2024, 5)
    assert dates.interval(march, may).edtf == "2024-03/2024-05"
    assert dates.interval(None, may).edtf == "../2024-05"
    assert dates.interval(march, None).edtf == "2024-03/.."
    assert dates.interval(march, march).edtf == "2024-03"
    assert dates.interval(parse_edtf("2020/2021"), parse_edtf("2023/..")).edtf == "2020/.."
    with pytest.raises(ValueError, match="before it begins"):
        dates.interval(may, march)
    with pytest.raises(ValueError, match="both ends"):
        dates.interval(None, None)


def test_approximate() -> None:
    value = dates.approximate(dates.day(2025, 3, 3, rule="story"))
    assert (value.edtf, value.loose, value.rule, str(value)) == ("2025-03-03~", True, "story", "2025-03-03~")
    assert dates.approximate(value) == value
    assert dates.approximate(parse_edtf("2020/..")).edtf == "2020~/.."
    assert not dates.year(2025).loose


@pytest.mark.parametrize(
    ("one", "other", "overlap", "inside"),
    [
        ("2024", "2024-05", True, True),
        ("2024-05", "2024", True, False),
        ("2024-05", "2024-06", False, False),
        ("2024-06", "2024-05", False, False),
        ("2024-05-31", "2024-06-01", False, False),
        ("2024-05/..", "2030-01-01", True, True),
        ("../2024-04", "2024-04-30", True, True),
        ("202X", "2019/2021", True, False),
    ],
)
def test_comparing(one: str, other: str, overlap: bool, inside: bool) -> None:
    a, b = parse_edtf(one), parse_edtf(other)
    assert (dates.overlaps(a, b), dates.contains(a, b)) == (overlap, inside)
    assert dates.overlaps(b, a) is overlap


days = st.dates(min_value=date(1000, 1, 1))
singles = days.flatmap(lambda d: st.sampled_from([d.isoformat(), d.isoformat()[:7], d.isoformat()[:4]]))
ranges = st.tuples(singles, singles).map(sorted).map("/".join)
texts = st.one_of(singles, singles.map(lambda t: t + "~"), ranges, singles.map(lambda t: t[:3] + "X"))


@given(texts)
def test_round_trip_and_span(text: str) -> None:
    try:
        value = parse_edtf(text)
    except ValueError:  # a range whose sorted texts are reversed in time
        assert "/" in text
        return
    assert str(value) == text
    assert parse_edtf(str(value)) == value
    assert value.earliest <= value.latest


@given(texts.filter(lambda t: "~" not in t))
def test_agrees_with_the_edtf_package(text: str) -> None:
    try:
        value = parse_edtf(text)
    except ValueError:
        return
    other = edtf.parse_edtf(text)
    assert value.earliest == date(*other.lower_strict()[:3])
    assert value.latest == date(*other.upper_strict()[:3])


@given(st.text(max_size=20))
def test_any_text_is_a_date_or_a_value_error(text: str) -> None:
    with suppress(ValueError):
        assert parse_edtf(text).precision


@pytest.mark.parametrize(
    ("start", "duration", "end"),
    [
        ("2024-10-18", "P4Y6M", "2029-04-18"),
        ("2024-08-31", "P6M", "2025-02-28"),
        ("2024-02-28", "P2W", "2024-03-13"),
        ("2024-02-28", "PT48H", "2024-03-01"),
        ("2024-02-28", "PT7H30M", "2024-02-28"),
        ("2024-02-28", "P0D", "2024-02-28"),
    ],
)
def test_a_duration_after_a_day(start: str, duration: str, end: str) -> None:
    assert after(date.fromisoformat(start), duration) == date.fromisoformat(end)


@pytest.mark.parametrize("duration", ["", "P", "PT", "10 days", "P1.5Y", "P99999Y", "P99999999D"])
def test_no_duration_or_past_the_calendar(duration: str) -> None:
    with pytest.raises(ValueError, match="not a d"):
        after(date(2024, 2, 28), duration)
