"""Resolving one expression against a context; every rule of the table, with the cases that must stay open."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg import dates
from kg.dates import parse_edtf
from kg.mentions.timex.article import Context, find, resolve
from kg.mentions.timex.model import Parts, Tense, Timex
from kg.mentions.timex.shift import shifted, stretch, week_of

ARTICLE = Context(reference=dates.day(2023, 6, 14))  # a Wednesday
PAGE = Context(reference=dates.day(2023, 6, 14), bound=True)
REPORT = Context(reference=dates.year(2022), bound=True, report_year=2022)
NOWHERE = Context()


def read(text: str, context: Context) -> tuple[str, str] | None:
    (timex,) = find(text)
    value = resolve(timex, context)
    return None if value is None else (value.edtf, value.rule)


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("on 5 May 2021", "2021-05-05"),
        ("in May 2021", "2021-05"),
        ("in 2021", "2021"),
        ("in the 1920s", "192X"),
        ("in spring 2021", "2021-03/2021-05"),
        ("in winter 2021", "2021-12/2022-02"),
        ("from March to May 2021", "2021-03/2021-05"),
        ("1933–1973", "1933/1973"),
        ("on 3-5 May 2021", "2021-05-03/2021-05-05"),
        ("since 2019", "2019/.."),
        ("after 2019", "2020/.."),
        ("before March 2019", "../2019-02"),
        ("after 31 December 2019,", "2020-01-01/.."),
        ("until 2019", "2019"),
        ("by 5 May 2019", "2019-05-05"),
        ("late December 2019", "2019-12-21/2019-12-31"),
        ("early December 2019", "2019-12-01/2019-12-10"),
        ("in mid-February 2020", "2020-02-11/2020-02-20"),
        ("late February 2020", "2020-02-21/2020-02-29"),
        ("since late May 2019", "2019-05-21/.."),
        ("at the end of May 2019", "2019-05"),
        ("in late 2019", "2019"),
        ("late on 3 May 2019", "2019-05-03"),
        ("around 2010", "2010~"),
        ("the first half of 2021", "2021-01/2021-06"),
        ("on World Press Freedom Day 2021", "2021-05-03"),
    ],
)
def test_explicit_needs_no_context(text: str, edtf: str) -> None:
    assert read(text, NOWHERE) in {(edtf, "explicit"), (edtf, "holiday")}


@pytest.mark.parametrize(
    "text", ["on 30 February 2021", "on 29 February 2023", "on 31 June 2021", "5 May 2021 – 3 May 2021"]
)
def test_no_such_day(text: str) -> None:
    assert all(resolve(timex, ARTICLE) is None for timex in find(text))


@pytest.mark.parametrize(
    ("text", "tense", "edtf"),
    [
        ("on 5 May", "past", "2023-05-05"),
        ("on 14 June", "past", "2023-06-14"),
        ("on 15 June", "past", "2022-06-15"),
        ("on 1 December", "past", "2022-12-01"),
        ("on 15 June", "future", "2023-06-15"),
        ("on 14 June", "future", "2023-06-14"),
        ("on 5 May", "future", "2024-05-05"),
        ("on 20 June", "", "2023-06-20"),
        ("on 5 May", "", "2023-05-05"),
        ("on 5 December", "", "2022-12-05"),
        ("on 29 February", "past", "2020-02-29"),
        ("on 29 February", "future", "2024-02-29"),
        ("in May", "past", "2023-05"),
        ("in June", "past", "2023-06"),
        ("in July", "past", "2022-07"),
        ("in July", "future", "2023-07"),
        ("in July", "", "2022-07"),
        ("between March and May", "past", "2023-03/2023-05"),
        ("from November to February", "past", "2022-11/2023-02"),
        ("from 1 to 30 June", "past", "2023-06-01/2023-06-30"),
        ("from 20 to 30 June", "past", "2022-06-20/2022-06-30"),
        ("from 30 May to 2 June", "past", "2023-05-30/2023-06-02"),
        ("since April", "past", "2023-04/2023-06-14"),
        ("last summer", "past", "2022-06/2022-08"),
    ],
)
def test_news(text: str, tense: Tense, edtf: str) -> None:
    value = read(text, Context(reference=ARTICLE.reference, tense=tense))
    assert value is not None
    assert value[0] == edtf


@pytest.mark.parametrize(
    ("text", "context", "expected"),
    [
        ("on 5 May", NOWHERE, None),
        ("in May", NOWHERE, None),
        ("last year", NOWHERE, None),
        ("the next day", NOWHERE, None),
        ("on Monday", NOWHERE, None),
        ("on Monday", PAGE, None),
        ("yesterday", PAGE, None),
        ("a week ago", PAGE, None),
        ("last year", PAGE, ("2022", "relative")),
        ("in October", REPORT, ("2022-10", "year-from-report")),
        ("on October 5", REPORT, ("2022-10-05", "year-from-report")),
        ("as of this writing", REPORT, ("../2022", "relative")),
        ("as of this writing", ARTICLE, ("../2023-06-14", "relative")),
        ("this year", REPORT, ("2022", "relative")),
        ("on Monday", ARTICLE, ("2023-06-12", "weekday")),
        ("on Wednesday", ARTICLE, ("2023-06-14", "weekday")),
        ("last Wednesday", ARTICLE, ("2023-06-07", "weekday")),
        ("next Wednesday", ARTICLE, ("2023-06-21", "weekday")),
        ("next Friday", ARTICLE, ("2023-06-16", "weekday")),
        ("on Monday, March 2", ARTICLE, ("2020-03-02", "weekday")),
        ("yesterday", ARTICLE, ("2023-06-13", "relative")),
        ("today", ARTICLE, ("2023-06-14", "relative")),
        ("tomorrow", ARTICLE, ("2023-06-15", "relative")),
        ("two days ago", ARTICLE, ("2023-06-12", "relative")),
        ("a week ago", ARTICLE, ("2023-06-07~", "relative")),
        ("two months ago", ARTICLE, ("2023-04", "relative")),
        ("six months ago", ARTICLE, ("2022-12", "relative")),
        ("ten years ago", ARTICLE, ("2013", "relative")),
        ("several years ago", ARTICLE, ("2020~", "relative")),
        ("two decades ago", ARTICLE, ("2003~", "relative")),
        ("last week", ARTICLE, ("2023-06-05/2023-06-11", "relative")),
        ("this week", ARTICLE, ("2023-06-12/2023-06-18", "relative")),
        ("last month", ARTICLE, ("2023-05", "relative")),
        ("next month", ARTICLE, ("2023-07", "relative")),
        ("earlier this year", ARTICLE, ("2023", "relative")),
        ("since last year", ARTICLE, ("2022/2023-06-14", "relative")),
        ("since last year", REPORT, ("2021/..", "relative")),
        ("over the past three years", ARTICLE, ("2020/2023", "relative")),
        ("during the last two weeks", ARTICLE, ("2023-05-31~/2023-06-14~", "relative")),
        ("last November", ARTICLE, ("2022-11", "year-word")),
        ("last May", ARTICLE, ("2023-05", "year-word")),
        ("last June", ARTICLE, ("2022-06", "year-word")),
        ("this May", ARTICLE, ("2023-05", "year-word")),
        ("next March", ARTICLE, ("2024-03", "year-word")),
        ("on 3 May last year", ARTICLE, ("2022-05-03", "year-word")),
        ("in May of this year", ARTICLE, ("2023-05", "year-word")),
        ("this year's Human Rights Day", ARTICLE, ("2023-12-10", "holiday")),
        ("World Press Freedom Day", ARTICLE, ("2023-05-03", "holiday")),
        ("three days before 2 May 2021", ARTICLE, ("2021-04-29", "relative")),
        ("two days after World Press Freedom Day", ARTICLE, ("2023-05-05", "relative")),
    ],
)
def test_context(text: str, context: Context, expected: tuple[str, str] | None) -> None:
    assert read(text, context) == expected


@pytest.mark.parametrize(
    ("text", "story", "expected"),
    [
        ("the next day", "2010-04-03", "2010-04-04"),
        ("the next day", "2010", "2010"),
        ("the same day", "2010-04-03", "2010-04-03"),
        ("that evening", "2010-04-03", "2010-04-03"),
        ("two days later", "2010-12-31", "2011-01-02"),
        ("a few days later", "2010-04-03", "2010-04-06~"),
        ("a week later", "2010-04-03", "2010-04-10~"),
        ("the following month", "2010-12", "2011-01"),
        ("that month", "2010-12-05", "2010-12"),
        ("the same year", "2010-12-05", "2010"),
        ("a year later", "2010-12-05", "2011"),
        ("a year earlier", "2010-12-05", "2009"),
        ("the previous day", "2010-05-01", "2010-04-30"),
        ("for the next two years", "2010", "2011/2012"),
        ("in May of the same year", "2010-12-05", "2010-05"),
    ],
)
def test_story(text: str, story: str, expected: str) -> None:
    value = parse_edtf(story)
    day = value if value.precision == "day" else None
    found = read(text, Context(reference=ARTICLE.reference, story=value, story_day=day))
    assert found is not None
    assert found[0] == expected


@pytest.mark.parametrize(
    ("text", "story", "expected"),
    [
        ("on 9 March", "2005-02-27", ("2005-03-09", "year-from-story")),
        ("on 20 February", "2005-02-27", ("2005-02-20", "year-from-story")),
        ("on 20 May", "2005-02-27", ("2023-05-20", "year-from-article")),
        ("on 3 January", "2004-12-27", ("2005-01-03", "year-from-story")),
        ("on 9 October", "2005-02-27", ("2022-10-09", "year-from-article")),
        ("on 9 March", "2022-12-27", ("2023-03-09", "year-from-article")),
    ],
)
def test_story_far_from_the_article(text: str, story: str, expected: tuple[str, str]) -> None:
    assert read(text, Context(reference=ARTICLE.reference, story_day=parse_edtf(story), tense="past")) == expected


def test_what_is_to_come_in_a_story_known_by_its_page() -> None:
    story = dates.day(2023, 5, 28)
    context = Context(reference=PAGE.reference, bound=True, story_day=story, tense="future")
    assert read("until June 7", context) == ("2023-06-07", "year-from-story")
    assert read("on June 20", Context(reference=PAGE.reference, bound=True, tense="future")) == (
        "2023-06-20",
        "year-from-article",
    )


def test_year_of_the_sentence_wins() -> None:
    assert read("on March 8", Context(reference=ARTICLE.reference, frame_year=2019)) == (
        "2019-03-08",
        "year-from-sentence",
    )


@pytest.mark.parametrize(
    ("base", "amount", "unit", "expected"),
    [
        ("2024-02-28", 2, "day", "2024-03-01"),
        ("2023-02-28", 2, "day", "2023-03-02"),
        ("2024-05", 2, "day", "2024-05"),
        ("2024-01-31", 1, "month", "2024-02"),
        ("2024-11/2025-01", 1, "month", "2025-02"),
        ("2024-11/2025-01", -1, "month", "2024-10"),
        ("2024/..", 1, "year", "2025"),
        ("2024", 3, "hour", "2024"),
        ("9999", 1, "year", None),
        ("0001", -1, "year", None),
    ],
)
def test_arithmetic(base: str, amount: int, unit: str, expected: str | None) -> None:
    value = shifted(parse_edtf(base), amount, unit)  # type: ignore[arg-type]
    assert (value and value.edtf) == expected


def test_stretches_and_weeks() -> None:
    assert week_of(dates.month(2024, 5), 0, rule="relative") is None
    assert stretch(dates.year(9999), 2, "year", rule="story") is None


parts = st.builds(
    Parts, st.integers(0, 2099), st.integers(0, 12), st.integers(0, 31), st.integers(0, 7),
    st.sampled_from(["", "last", "this", "next", "same", "following"]),
)  # fmt: skip
timexes = st.builds(
    Timex, st.just(0), st.just(1), st.just("x"), st.sampled_from(["date", "range", "weekday", "holiday", "relative"]),
    parts.filter(lambda p: p.year or p.month), st.none() | parts.filter(lambda p: p.year or p.month),
    st.sampled_from(["", "since", "before", "after", "about", "late"]), st.integers(-99, 99),
    st.sampled_from(["", "day", "week", "month", "year", "decade"]), st.sampled_from(["", "article", "story"]),
    st.booleans(), st.booleans(),
)  # fmt: skip
values = st.none() | st.dates().map(lambda d: dates.day(d.year, d.month, d.day)) | st.integers(1, 9999).map(dates.year)


@given(timexes, values, values, st.booleans(), st.sampled_from(["past", "future", ""]))
def test_never_raises(timex: Timex, reference: object, story: object, bound: bool, tense: Tense) -> None:
    context = Context(reference, bound, 0, story, None, 0, tense)  # type: ignore[arg-type]
    value = resolve(timex, context)
    assert value is None or value.earliest <= value.latest
    assert value is None or parse_edtf(value.edtf).latest == value.latest
