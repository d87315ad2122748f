"""The dates of whole articles: the story moves on, years carry over, tenses decide between past and future."""

from __future__ import annotations

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.mentions.timex.article import article_dates
from kg.mentions.timex.find import find
from kg.mentions.timex.tense import tense_at


def read(text: str, **options: object) -> list[tuple[str, str]]:
    """Words and EDTF of a text whose sentences are separated by " | "."""
    sentences = list(enumerate(text.split(" | ")))
    found = article_dates(sentences, **options)  # type: ignore[arg-type]
    return [(dated.text, dated.date.edtf) for index, _ in sentences for dated in found.of(index)]


def test_the_example_of_the_docstring() -> None:
    found = read("The march was banned on 3 May. | Two days later he was fined.", published="2023-06-01")
    assert found == [("3 May", "2023-05-03"), ("Two days later", "2023-05-05")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (  # the year at the head of a sentence holds for its days, and for the next sentences
            "In 2016, the rally was allowed only on 7 April. | On 9 April it was banned again.",
            ["2016", "2016-04-07", "2016-04-09"],
        ),
        (  # a year that only describes sets nothing
            "The 2016 law was repealed. | On 9 April the court sat.",
            ["2016", "2023-04-09"],
        ),
        (  # nor does that of a noun
            "In a law passed in 2016, rallies were banned. | On 9 April the court sat.",
            ["2016", "2023-04-09"],
        ),
        (  # a story far back keeps its year
            "He was held on April 3, 2010. | The very next day crowds gathered. | On 7 April he fled.",
            ["2010-04-03", "2010-04-04", "2010-04-07"],
        ),
        (  # news comes back to the present after its background
            "She was first charged in May 2021. | On 2 June a court in Oslo fined her. | The next day she appealed.",
            ["2021-05", "2023-06-02", "2023-06-03"],
        ),
        (  # what is to come
            "He was arrested on 2 June and will stand trial on 20 June.",
            ["2023-06-02", "2023-06-20"],
        ),
        ("The hearing is scheduled for 1 May.", ["2024-05-01"]),
        ("She fled on 9 April 2010. | Her trial will open on 1 May.", ["2010-04-09", "2024-05-01"]),
        ("A decree (No. 9 of 9 April 2010) forbids it. | He was fined on 1 May.", ["2010-04-09", "2023-05-01"]),
        ("The hearing was held on 1 May.", ["2023-05-01"]),
        ("The fund was set up in 2003, and a year later it closed.", ["2003", "2004"]),
        ("A week later, on 9 June, charges were dropped.", ["2023-06-09"]),
        ("They met on 2 June. | A week later, on 9 June, it closed.", ["2023-06-02", "2023-06-09", "2023-06-09"]),
        ("The ban began in May 2021. | That month two papers closed.", ["2021-05", "2021-05"]),
        ("In 2020 and 2021, five were killed.", ["2020", "2021"]),
        ("Police detained him two weeks before Human Rights Day.", ["2022-11-26~"]),
        # one clause dates the other
        ("He was freed on 9 June, two days after he was held.", ["2023-06-09", "2023-06-07"]),
        ("Two days after he was held, he was freed on 9 June.", ["2023-06-07", "2023-06-09"]),
        ("Two days after he was held on 9 June, he was freed.", ["2023-06-11", "2023-06-09"]),
        ("Ten months after Ann Lee was killed, her children wait for a trial.", ["2022-08"]),
        ("They marched on 2 June. | It rained. | The ban came a day after the vote.", ["2023-06-02", "2023-06-01"]),
        (
            "They marched on 2 June. | It rained. | Three days after the march, five were fined.",
            ["2023-06-02", "2023-06-05"],
        ),
        (
            "They met on 9 February. | In May a ban was signed. | Three days after its publication, ten were held.",
            ["2023-02-09", "2023-05", "2023-05"],
        ),
        ("Two days after that, they left.", []),
        # in one sentence the date of the same grain comes first
        ("Chad, which signed it in 2001 and ratified it the following year, is silent.", ["2001", "2002"]),
        ("He was held in 2001. | He left on 9 June. | The following year he died.", ["2001", "2023-06-09", "2024"]),
        # what is looked back on does not move the story
        (
            "On 3 June they marched, though the mayor had said no two days earlier. | Ten were held the same evening.",
            ["2023-06-03", "2023-06-01", "2023-06-03"],
        ),
        ("In March a paper was shut. | A court reopened it eleven days later.", ["2023-03", "2023-03/2023-04"]),
        (
            "She was held on 3 May. | In March a paper was shut. | The next day it rained.",
            ["2023-05-03", "2023-03", "2023-03"],
        ),
        # limits of weekdays; weekdays to come
        ("The square has been closed since Friday.", ["2023-06-09/2023-06-14"]),
        ("All were freed by Monday.", ["2023-06-12"]),
        ("The union has called a rally in Lima for Saturday.", ["2023-06-17"]),
        ("The union held a rally in Lima on Saturday.", ["2023-06-10"]),
        ("A court cleared the nurse on Friday of all charges.", ["2023-06-09"]),
        ("It was the Friday of that week.", []),
        ("The vote is due in the last week of the month.", []),
        ("They must stay in jail until at least 20 January while the trial goes on.", ["2024-01-20"]),
        # a year in the middle of a sentence frames nothing that follows it
        (
            "Reforms promised after she took office in 2016 stalled, and a bill was withdrawn in May.",
            ["2016", "2023-05"],
        ),
        ("Chad withdrew in 2016 from the pact. | In May, experts came.", ["2016", "2023-05"]),
        (
            "In 2016 he was held. | In May this year, a paper closed. | On 1 June, a stone was thrown.",
            ["2016", "2023-05", "2023-06-01"],
        ),
        # a later year, even in an aside, ends the year that a sentence has set
        (
            "In 2016 he vowed reform. | His party, which won the 2021 vote, did so too. | In April a draft came.",
            ["2016", "2021", "2023-04"],
        ),
        ("Ten were held on 3 June. | In the meantime their office burned.", ["2023-06-03", "2023-06-03/2023-06-14"]),
        ("Ann Lee was fined on 3 June and has since fled.", ["2023-06-03", "2023-06-03/2023-06-14"]),
        ("The list was put up on 3 June. | On the sixth day it was full.", ["2023-06-03", "2023-06-08"]),
        ("It was put up on 3 June. | On the sixth day of the trial she spoke.", ["2023-06-03"]),
        ("He was held on 3 June. | He was freed after five nights in a cell.", ["2023-06-03", "2023-06-08"]),
        ("Ten were fined in the first five months of the year.", ["2023-01/2023-05"]),
        ("Ten were fined in the second half of last year.", ["2022-07/2022-12"]),
        (
            "They were held on 3 May and again, most recently on 9 June. | The next day it rained.",
            ["2023-05-03", "2023-06-09", "2023-05-04"],
        ),
        # news that has come back to the present stays there
        (
            "In December 2021 they sent a petition. | A second, launched in May, has been signed by thousands.",
            ["2021-12", "2023-05"],
        ),
        ("Chad, which joined in May 2021 and ratified that November, is silent.", ["2021-05", "2021-11"]),
        ("Dr. Sunday Obi resigned. | On Sunday President Lee came.", ["2023-06-11"]),
        ("After a few days' calm they marched.", []),
        ("They met this week.", ["2023-06-12/2023-06-14"]),
        ("Nothing is known.", []),
    ],
)
def test_stories(text: str, expected: list[str]) -> None:
    assert [edtf for _, edtf in read(text, published="2023-06-14")] == expected


def test_a_planned_day_does_not_move_the_story() -> None:
    text = "He was held on 2 June. | He will be tried on 20 June. | The next day his brother was held."
    assert [edtf for _, edtf in read(text, published="2023-06-14")] == ["2023-06-02", "2023-06-20", "2023-06-03"]


def test_a_page_bounds_from_above() -> None:
    text = "She was jailed for ten days on 28 May, so she would not be free until June 7. | Today it rains."
    found = article_dates(list(enumerate(text.split(" | "))), published="2023-07-03", published_by_page=True)
    assert [d.date.edtf for d in found.of(0)] == ["2023-05-28", "2023-06-07"]
    assert found.of(0)[1].modifier == "until"
    assert [t.text for t in found.unresolved[1]] == ["Today"]
    assert found.reference is not None
    assert (found.reference.edtf, found.reference.rule) == ("2023-07-03", "page")


def test_a_yearly_report_dates_its_months() -> None:
    text = (
        "In February, a law passed. | On May 3, a court sat. | In June, a paper closed. "
        "| On 4 and 6 July 2022 they met. "
        "| In August, floods came. | In October, he fled. | She was held in March 2021. | In December, he died."
    )
    found = dict(read(text))
    assert found["February"] == "2022-02"
    assert found["May 3"] == "2022-05-03"
    assert found["March 2021"] == "2021-03"
    assert found["December"] == "2022-12"


def test_indices_are_the_callers_and_may_repeat() -> None:
    found = article_dates([(70, "In 2001 it began."), (12, "Nothing."), (70, "In 2002 it ended.")])
    assert [d.date.edtf for d in found.of(70)] == ["2001", "2002"]
    assert found.of(12) == found.of(99) == ()


def test_tense_given_by_the_caller_wins() -> None:
    sentences = [(0, "The trial on 1 May.")]
    past = article_dates(sentences, published="2023-06-14", tenses={0: "past"})
    future = article_dates(sentences, published="2023-06-14", tenses={0: "future"})
    assert (past.of(0)[0].date.edtf, future.of(0)[0].date.edtf) == ("2023-05-01", "2024-05-01")


@pytest.mark.parametrize(
    ("text", "tense"),
    [
        ("He was arrested on 3 May.", "past"),
        ("On 3 May, police arrested him.", "past"),
        ("He will be arrested on 3 May.", "future"),
        ("On 3 May, he will speak.", "future"),
        ("She plans to march on 3 May.", "future"),
        ("The verdict is to be read on 3 May.", "future"),
        ("He faces trial on 3 May.", "future"),
        ("She was due to speak on 3 May.", "later"),
        ("She said on 3 May that she will run.", "past"),
        ("She said the vote will begin on 3 May.", "future"),
        ("He fled in June but will return on 3 May.", "future"),
        ("They will vote; the law passed on 3 May.", "past"),
        ("The world marks the day on 3 May.", ""),
        ("3 May", ""),
    ],
)
def test_tense(text: str, tense: str) -> None:
    timex = find(text)[-1]
    assert tense_at(text, timex.start, timex.end) == tense


texts = st.lists(
    st.text(max_size=40)
    | st.sampled_from(
        [
            "On 30 February 2021,",
            "In May",
            "the next day",
            "last year",
            "until 9 June",
            "in 9999",
            "It’s been 99 decades since",
            "9 years ago",
            "on Monday, 29 February",
            "between May and 2020",
            "two days after he fled on 9 May, three years after that",
            "hours after the vote",
            "by Friday",
            "for the next 99 years",
            "since 2030",
        ]
    ),
    max_size=6,
)


@given(texts, st.sampled_from(["", "2023-06-14", "2023", "0001-01-01", "9999-12-31", "June", "../2020"]), st.booleans())
def test_any_article(sentences: list[str], published: str, by_page: bool) -> None:
    found = article_dates(list(enumerate(sentences)), published=published, published_by_page=by_page)
    for index, text in enumerate(sentences):
        assert all(text[d.start : d.end] == d.text and d.date.earliest <= d.date.latest for d in found.of(index))
        stated = len(found.of(index)) + len(found.unresolved.get(index, ()))
        assert stated == len(find(text))


@pytest.mark.parametrize(
    "unit", ["On 3 May 2021 and in June 2020, two days later. ", "3, ", "March ", "the ", "1", "one-"]
)
def test_a_sentence_without_end_takes_no_time(unit: str) -> None:
    """A page whose breaks are lost is one long sentence: the work grows with its length, not with its square."""
    began = process_time()
    article_dates([(0, unit * (20_000 // len(unit)))])
    assert process_time() - began < 5
