"""Finding time expressions: what is one, where it begins and ends, and what is none."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.mentions.timex.article import durations, find
from kg.mentions.timex.model import Parts, Timex


def short(timex: Timex) -> str:
    """ "2024-5-3" or "2024-3-0/2024-5-0", with the weekday or year word behind a space."""

    def one(parts: Parts) -> str:
        word = f" {parts.year_word}" if parts.year_word else ""
        weekday = f" w{parts.weekday}" if parts.weekday else ""
        return f"{parts.year}-{parts.month}-{parts.day}{weekday}{word}"

    return one(timex.first) + (f"/{one(timex.last)}" if timex.last else "")


CALENDAR = [
    ("Signed on February 13, 2025.", [("February 13, 2025", "2025-2-13")]),
    ("Signed on 13 February 2025.", [("13 February 2025", "2025-2-13")]),
    ("Signed on 13 February, 2025.", [("13 February, 2025", "2025-2-13")]),
    ("Signed on 13.02.2025 there.", [("13.02.2025", "2025-2-13")]),
    ("Signed on 13/02/2025.", [("13/02/2025", "2025-2-13")]),
    ("Signed on 02/13/2025.", [("02/13/2025", "2025-2-13")]),
    ("Signed on 2025-02-13.", [("2025-02-13", "2025-2-13")]),
    ("He left 13 Feb. with her", [("13 Feb.", "0-2-13")]),
    ("Sept. 3 was cold", [("Sept. 3", "0-9-3")]),
    ("on the 13th of March", [("the 13th of March", "0-3-13")]),
    ("on march 7th they met", [("march 7th", "0-3-7")]),
    ("on march 9 they met", [("march 9", "0-3-9")]),
    ("on 6th march, a holiday", [("6th march", "0-3-6")]),
    ("on 12 may 2024", [("12 may 2024", "2024-5-12")]),
    ("Late June 5, a court sat", [("Late June 5", "0-6-5")]),
    ("on March 08th they met", [("March 08th", "0-3-8")]),
    ("the next day, May the 4th", [("the next day", "0-0-0"), ("May the 4th", "0-5-4")]),
    ("on the 1st May 2020", [("the 1st May 2020", "2020-5-1")]),
    ("On 31 June nothing", [("31 June", "0-6-31")]),
    ("on Monday, March 3, 2025", [("Monday, March 3, 2025", "2025-3-3 w1")]),
    ("on Monday 3 March", [("Monday 3 March", "0-3-3 w1")]),
    ("in May 2024", [("May 2024", "2024-5-0")]),
    ("in May, 2024", [("May, 2024", "2024-5-0")]),
    ("in May of 2024", [("May of 2024", "2024-5-0")]),
    ("while in June2017 the council met", [("June2017", "2017-6-0")]),
    ("In June, they met", [("June", "0-6-0")]),
    ("In May, they met", [("May", "0-5-0")]),
    ("January’s riots", [("January", "0-1-0")]),
    ("the February vote", [("February", "0-2-0")]),
    ("in january they met", [("january", "0-1-0")]),
    ("in late December 2023", [("late December 2023", "2023-12-0")]),
    ("mid-October", [("mid-October", "0-10-0")]),
    ("at the end of May", [("end of May", "0-5-0")]),
    ("in 2022 it rained", [("2022", "2022-0-0")]),
    ("bloody 2019 protests", [("2019", "2019-0-0")]),
    ("a 2015 survey", [("2015", "2015-0-0")]),
    ("(WHO, 2014)", [("2014", "2014-0-0")]),
    ("the Basic Act 1983, adopted", [("1983", "1983-0-0")]),
    ("in mid-2022", [("mid-2022", "2022-0-0")]),
    ("On July 4 and 19, 2022, courts sat", [("July 4", "2022-7-4"), ("19, 2022", "2022-7-19")]),
    ("on 2 and 16 August 2024", [("2", "2024-8-2"), ("16 August 2024", "2024-8-16")]),
    ("on 3, 5 and 9 July", [("3", "0-7-3"), ("5", "0-7-5"), ("9 July", "0-7-9")]),
    ("on May 6th and 7th of 2015", [("May 6th", "2015-5-6"), ("7th of 2015", "2015-5-7")]),
    ("In March and April, police", [("March", "0-3-0"), ("April", "0-4-0")]),
    ("In March and April 2024", [("March", "2024-3-0"), ("April 2024", "2024-4-0")]),
    (
        "January, February and March 2024",
        [("January", "2024-1-0"), ("February", "2024-2-0"), ("March 2024", "2024-3-0")],
    ),
    ("in 2022 and 2023", [("2022", "2022-0-0"), ("2023", "2023-0-0")]),
    ("in 2003 and 2008 respectively", [("2003", "2003-0-0"), ("2008", "2008-0-0")]),
    ("from March to May 2024", [("from March to May 2024", "2024-3-0/2024-5-0")]),
    ("from December to February 2025", [("from December to February 2025", "2024-12-0/2025-2-0")]),
    ("from March 2024 to May", [("from March 2024 to May", "2024-3-0/2024-5-0")]),
    ("between March and May", [("between March and May", "0-3-0/0-5-0")]),
    ("between 1999 and 2005", [("between 1999 and 2005", "1999-0-0/2005-0-0")]),
    ("her reign (1911–1952)", [("1911–1952", "1911-0-0/1952-0-0")]),
    ("the Plan 2015-2019", [("2015-2019", "2015-0-0/2019-0-0")]),
    ("in 2018-21", [("2018-21", "2018-0-0/2021-0-0")]),
    ("in winter 2023/24", [("winter 2023/24", "2023-12-0")]),
    ("on March 3-5 they met", [("March 3-5", "0-3-3/0-3-5")]),
    ("on 3–5 March 2024", [("3–5 March 2024", "2024-3-3/2024-3-5")]),
    ("5 May–3 June 2021", [("5 May–3 June 2021", "2021-5-5/2021-6-3")]),
    ("after COVID-19 May was quiet", []),
    ("28 February – 3 March 2024", [("28 February – 3 March 2024", "2024-2-28/2024-3-3")]),
    ("in the 1990s", [("1990s", "1990-0-0")]),
    ("in the early 90’s", [("early 90’s", "1990-0-0")]),
    ("the late nineties", [("late nineties", "1990-0-0")]),
    ("in spring 2023", [("spring 2023", "2023-3-0")]),
    ("the summer of 2022", [("summer of 2022", "2022-6-0")]),
    ("in the winter of 2019–2020", [("winter of 2019–2020", "2019-12-0")]),
    ("six years each in July 2023", [("July 2023", "2023-7-0")]),
    ("The 8 May rally", [("8 May", "0-5-8")]),
    ("in the autumn", [("autumn", "0-9-0")]),
    ("last summer they met", [("last summer", "0-6-0 last")]),
    ("in the first half of 2024", [("the first half of 2024", "2024-1-0/2024-6-0")]),
    ("the third quarter of 2024", [("the third quarter of 2024", "2024-7-0/2024-9-0")]),
    ("in Q2 2024", [("Q2 2024", "2024-4-0/2024-6-0")]),
    ("the first nine months of 2024", [("the first nine months of 2024", "2024-1-0/2024-9-0")]),
    ("the last quarter of 2020", [("the last quarter of 2020", "2020-10-0/2020-12-0")]),
    ("the first part of 2024", [("2024", "2024-0-0")]),
    ("held last November", [("last November", "0-11-0 last")]),
    ("this February they met", [("this February", "0-2-0 this")]),
    ("on March 8 this year", [("March 8 this year", "0-3-8 this year")]),
    ("in May of last year", [("May of last year", "0-5-0 last year")]),
    ("On March 3, 15 people were held", [("March 3", "0-3-3")]),
    ("on March 3 and 12 people were held", [("March 3", "0-3-3")]),
    ("on World Press Freedom Day 2023", [("World Press Freedom Day 2023", "2023-5-3")]),
    ("this year’s Human Rights Day", [("this year’s Human Rights Day", "0-12-10 this")]),
]


@pytest.mark.parametrize(("text", "expected"), CALENDAR)
def test_calendar(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(t.text, short(t)) for t in find(text)] == expected


RELATIVE = [
    ("yesterday he left", "yesterday", -1, "day", "article"),
    ("the day before yesterday", "the day before yesterday", -2, "day", "article"),
    ("Tomorrow we go", "Tomorrow", 1, "day", "article"),
    ("a week ago", "a week ago", -1, "week", "article"),
    ("some three years ago", "some three years ago", -3, "year", "article"),
    ("twenty-five years ago", "twenty-five years ago", -25, "year", "article"),
    ("It’s been 30 years since", "It’s been 30 years since", -30, "year", "article"),
    ("last year’s law", "last year", -1, "year", "article"),
    ("earlier this year, they", "earlier this year", 0, "year", "article"),
    ("next week they meet", "next week", 1, "week", "article"),
    ("last month", "last month", -1, "month", "article"),
    ("since last year", "since last year", -1, "year", "article"),
    ("over the past three years", "over the past three years", -3, "year", "article"),
    ("in the last two decades", "in the last two decades", -2, "decade", "article"),
    ("As of this writing, nobody", "As of this writing", 0, "", "article"),
    ("the next day", "the next day", 1, "day", "story"),
    ("On the very next day they", "the very next day", 1, "day", "story"),
    ("the same day", "the same day", 0, "day", "story"),
    ("that same evening", "that same evening", 0, "day", "story"),
    ("the following month", "the following month", 1, "month", "story"),
    ("the previous year", "the previous year", -1, "year", "story"),
    ("two days later", "two days later", 2, "day", "story"),
    ("a few days later", "a few days later", 3, "day", "story"),
    ("a year earlier", "a year earlier", -1, "year", "story"),
    ("After several weeks he", "After several weeks", 3, "week", "story"),
    ("for the next two years", "for the next two years", 2, "year", "story"),
    ("the day before, he", "the day before", -1, "day", "story"),
    ("two days after 8 March", "two days after 8 March", 2, "day", ""),
    ("a week before Human Rights Day", "a week before Human Rights Day", -1, "week", ""),
]


@pytest.mark.parametrize(("text", "words", "amount", "unit", "anchor"), RELATIVE)
def test_relative(text: str, words: str, amount: int, unit: str, anchor: str) -> None:
    (timex,) = find(text)
    assert (timex.text, timex.kind, timex.amount, timex.unit, timex.anchor) == (words, "relative", amount, unit, anchor)


@pytest.mark.parametrize(
    ("text", "words", "direction"),
    [
        ("on Monday they", "Monday", ""),
        ("last Friday", "last Friday", "last"),
        ("next Tuesday", "next Tuesday", "next"),
    ],
)
def test_weekdays(text: str, words: str, direction: str) -> None:
    (timex,) = find(text)
    assert (timex.text, timex.kind, timex.first.year_word) == (words, "weekday", direction)


@pytest.mark.parametrize(
    ("text", "words", "modifier"),
    [
        ("Since early October, five were held", "Since early October", "since"),
        ("held until June 7, two days", "until June 7", "until"),
        ("by 12 August, they had", "by 12 August", "by"),
        ("early in 1999", "early in 1999", "early"),
        ("around 2010, he", "around 2010", "about"),
        ("before 2010, he", "before 2010", "before"),
        ("much changed after 2014.", "after 2014", "after"),
        ("after the June 2019 riots", "June 2019", ""),
        ("after bloody 2019 riots", "2019", ""),
        ("since the exile’s return in July 2003", "July 2003", ""),
        ("at the beginning of 2024", "beginning of 2024", "early"),
    ],
)
def test_modifiers(text: str, words: str, modifier: str) -> None:
    timex = find(text)[0]
    assert (timex.text, timex.modifier) == (words, modifier)


@pytest.mark.parametrize(
    "text",
    [
        "They may 5 times ask.", "You may march.", "They march 9 kilometres a day.", "We march for June Baker.",
        "The March for Justice began.", "the march was long", "an august body", "by April Jones",
        "May Smith spoke", "under Article 88 of the code", "under Articles 1999 and", "Article 2024",
        "1,500 people", "2,022 votes", "300 phone calls", "12,400 messages", "Law No. 2020", "Act No. 305 of 1999",
        "Resolution 1325 (2000)", "$2000", "€ 1999", "2000 tenge", "2020 people came", "a fine of 2,000 units",
        "6.4 million", "aged 15", "aged 11 to 14", "the 25th time", "for ten days", "ten days in jail",
        "seven years in prison", "for three years", "a six-year term", "15 days detention",
        "for the third year in a row", "2000-strong crowd", "some 1900 students", "Vision 2030", "Agenda 2030",
        "Turan-2050", "1500-2000 people", "width=\"1920\"", "page 2011", "at 18:30", "24/7", "1800 residents",
        "every Monday", "each May", "Bloody Sunday", "in May Day Square", "every second Monday",
        "on the third Saturday of the month", "Black Friday", "Mondays", "the fall of the regime",
        "in the fall of the regime", "in his 30s", "sub-section 3.5", "10.5 percent",
        "https://a.example/2022/05/text", "", "room 2014", "over 2010 votes", "a total of 1999",
        "more than 1950 cases", "ten refusals", "after ten days of rain", "up to ten years", "one third",
        "second picket", "a mayor", "decade", "MARCH", "Marchenko", "Juneau", "Augusto 3",
    ],
)  # fmt: skip
def test_no_dates(text: str) -> None:
    assert find(text) == []


DURATIONS = [
    ("ten days in jail", [("ten days", "P10D", "")]),
    ("two-and-a-half years in prison", [("two-and-a-half years", "P2Y6M", "")]),
    ("a six-year sentence", [("six-year", "P6Y", "")]),
    ("15 days detention", [("15 days", "P15D", "")]),
    ("10-days detention", [("10-days", "P10D", "")]),
    ("two and a half years", [("two and a half years", "P2Y6M", "")]),
    ("a year and a half", [("a year and a half", "P1Y6M", "")]),
    ("18 months of probation", [("18 months", "P18M", "")]),
    ("held for 48 hours", [("48 hours", "PT48H", "")]),
    ("up to ten years", [("ten years", "P10Y", "")]),
    ("three to five years in prison", [("three to five years", "P5Y", "P3Y")]),
    ("5-7 years", [("5-7 years", "P7Y", "P5Y")]),
    ("two years and six months", [("two years and six months", "P2Y6M", "")]),
    ("three months, ten days", [("three months, ten days", "P3M10D", "")]),
    ("half a year", [("half a year", "P6M", "")]),
    ("a year-long ban", [("year-long", "P1Y", "")]),
    ("1.5 years", [("1.5 years", "P1Y6M", "")]),
    ("thirty-two years", [("thirty-two years", "P32Y", "")]),
    ("two weeks", [("two weeks", "P14D", "")]),
    ("a decade", [("a decade", "P10Y", "")]),
    ("seven years and a ban of three years", [("seven years", "P7Y", ""), ("three years", "P3Y", "")]),
    ("half an hour", [("half an hour", "PT30M", "")]),
    ("a 13-year-old girl", []),
    ("he is 45 years old", []),
    ("aged 15 years", []),
    ("two days later", []),
    ("three years ago", []),
    ("over the past three years", []),
    ("several hours", []),
    ("for the 25th time", []),
    ("1,500 years", []),
]


@pytest.mark.parametrize(("text", "expected"), DURATIONS)
def test_durations(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert [(d.text, d.iso, d.lowest) for d in durations(text)] == expected


def test_a_word_of_a_name_is_no_date() -> None:
    assert find("The editor of Harbour Today was fined.") == []
    assert [t.text for t in find("Today the editor of Harbour News was fined.")] == ["Today"]


WORDS = st.sampled_from(
    [
        "March", "may", "3", "16,", "2024", "and", "to", "-", "–", "on", "in", "the", "of", "last", "year",
        "Monday", "5th", "two", "days", "later", "after", "until", "1990s", "half", "a", "people", "spring", "'s",
        "’", "\u00a0", "29", "February", "from", "between", "next", "ago", ".", ",", "(", "10-year", "ſ", "ı",
    ]
)  # fmt: skip
sentences = st.one_of(st.text(max_size=80), st.lists(WORDS, max_size=14).map(" ".join))


@given(sentences)
def test_any_text_exact_and_apart(text: str) -> None:
    for several in (find(text), durations(text)):
        assert all(text[t.start : t.end] == t.text and t.text.strip() for t in several)
        assert all(a.end <= b.start for a, b in pairwise(several))


@given(sentences)
def test_durations_are_no_dates(text: str) -> None:
    dates = find(text)
    assert all(d.end <= t.start or t.end <= d.start for d in durations(text) for t in dates)
