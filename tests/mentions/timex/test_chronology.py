"""Chronologies: labels, headings, and the years that they leave out."""

from __future__ import annotations

import pytest

from kg.dates import parse_edtf
from kg.mentions.timex.article import article_dates
from kg.mentions.timex.chronology import chronology_years, heading_date, heading_year, label_of
from kg.mentions.timex.model import Parts

Blocks = list[tuple[str, str]]


def read(blocks: Blocks, **options: object) -> list[str]:
    """The dates of paragraphs, each a heading and sentences separated by " | "."""
    sentences: list[tuple[int, str]] = []
    paragraphs: dict[int, tuple[int, str]] = {}
    for number, (heading, text) in enumerate(blocks):
        for sentence in text.split(" | "):
            paragraphs[len(sentences)] = (number, heading)
            sentences.append((len(sentences), sentence))
    found = article_dates(sentences, paragraphs=paragraphs, **options)  # type: ignore[arg-type]
    return [dated.date.edtf for index, _ in sentences for dated in found.of(index)]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("14 March: Police raid the office.", "14 March"),
        ("March 14 – Police raid the office.", "March 14"),
        ("On 14 March: a raid.", "14 March"),
        ("22–24 March: the site is down.", "22–24 March"),
        ("July 2021: no news.", "July 2021"),
        ("14 March.", "14 March"),
        ("14 March", "14 March"),
        ("On 14 March police raided the office.", None),
        ("In March: nothing.", None),
        ("Since 14 March: nothing.", None),
        ("He left on 14 March: nobody knows why.", None),
        ("Monday: a raid.", None),
        ("", None),
    ],
)
def test_labels(text: str, label: str | None) -> None:
    found = label_of(text)
    assert (found.text if found else None) == label


@pytest.mark.parametrize(
    ("heading", "date", "year"),
    [
        ("March 2022", "March 2022", 0),
        ("3–5 May", "3–5 May", 0),
        ("2022", "2022", 2022),
        ("Events of 2022", "2022", 2022),
        ("Arrests in 2022", None, 2022),
        ("2022: the year of marches", None, 2022),
        ("The March law", None, 0),
        ("After the 2022 vote", None, 0),
        ("", None, 0),
    ],
)
def test_headings(heading: str, date: str | None, year: int) -> None:
    found = heading_date(heading)
    assert (found.text if found else None) == date
    assert date == "March 2022" or heading_year(heading) == year


@pytest.mark.parametrize(
    ("labels", "reference", "start", "years"),
    [
        ([], "2023-01-03", 0, []),
        ([(0, 3), (0, 9), (0, 12)], "2023-01-03", 0, [2022, 2022, 2022]),
        ([(0, 11), (0, 12), (0, 1)], "2023-03-01", 0, [2022, 2022, 2023]),
        ([(0, 11), (0, 12), (0, 1)], "", 2019, [2019, 2019, 2020]),
        ([(0, 11), (2020, 12), (0, 1)], "2023-03-01", 0, [2020, 2020, 2021]),
        ([(2024, 2), (0, 1), (0, 12), (0, 11)], "2024-03-01", 0, [2024, 2024, 2023, 2023]),
        ([(0, 2), (0, 1), (0, 12), (0, 11)], "2024-03-01", 0, [2024, 2024, 2023, 2023]),
        ([(0, 5), (0, 4), (0, 6)], "2024-08-01", 0, [2024, 2024, 2024]),
        ([(0, 5), (0, 6)], "", 0, [0, 0]),
    ],
)
def test_years_of_labels(labels: list[tuple[int, int]], reference: str, start: int, years: list[int]) -> None:
    parts = [Parts(year, month) for year, month in labels]
    assert chronology_years(parts, parse_edtf(reference) if reference else None, start) == years


@pytest.mark.parametrize(
    ("blocks", "options", "expected"),
    [
        (  # labels turn the year; the entry dates what is counted from it
            [("", "12 November: A raid. | The next day they sue."), ("", "9 January: A fine, appealed on the 11th.")],
            {"published": "2023-03-01"},
            ["2022-11-12", "2022-11-13", "2023-01-09", "2023-01-11"],
        ),
        (  # a week and a weekday after the entry
            [("", "2 May: A raid. | The following week a trial opens."), ("", "9 May: A vote. | On Friday it ends.")],
            {"title": "Timeline of 2022"},
            ["2022-05-02", "2022-05-09/2022-05-15", "2022-05-09", "2022-05-13"],
        ),
        (  # a year's end in a text without a date of its own
            [("", "It closed on 3 December 2018. | A court met on 21 January. | He was fined in February.")],
            {},
            ["2018-12-03", "2019-01-21", "2019-02"],
        ),
        (  # a weekday is counted from the day just told where the article has only a month
            [("", "She was shot on Friday, January 31. | They met on Sunday.")],
            {"published": "2025-02"},
            ["2025-01-31", "2025-02-02"],
        ),
        (  # … not from one long before
            [("", "She was shot on 31 January 2019. | They met on Sunday.")],
            {"published": "2025-02"},
            ["2019-01-31"],
        ),
        ([("", "As of 3 May nine were held.")], {"published": "2025-06-01"}, ["2025-05-03"]),
        (  # one label alone makes no chronology
            [("", "12 November: A raid.")],
            {"published": "2023-03-01"},
            ["2022-11-12"],
        ),
        (  # headings
            [("January 2022", "A raid on the 14th."), ("February", "A fine on 3 February."), ("2019", "A vote in May")],
            {"published": "2024-01-10"},
            ["2022-01-14", "2022-02-03", "2019-05"],
        ),
        ([("Laws", "A raid on the 14th.")], {}, []),
    ],
)
def test_chronologies(blocks: Blocks, options: dict[str, object], expected: list[str]) -> None:
    assert read(blocks, **options) == expected


@pytest.mark.parametrize(
    ("blocks", "expected"),
    [
        (  # a paragraph that tells of a year goes on from there
            [("", "She was held in March 2019. | On 9 April they moved her. | She was freed the following April.")],
            ["2019-03", "2019-04-09", "2020-04"],
        ),
        ([("", "A march planned for 3 May was banned.")], ["2024-05-03"]),
        ([("", "The trial is set for 3 May.")], ["2025-05-03"]),
        ([("", "He founded it in May 2020. | Seized on 16 April, he was held.")], ["2020-05", "2020-04-16"]),
        ([("", "He won in May 2021. | He left that winter.")], ["2021-05", "2021-12/2022-02"]),
        # what is just past is news again, and so is another paragraph
        ([("", "She was held in March 2019. | On 9 April they moved her again.")], ["2019-03", "2019-04-09"]),
        ([("", "She was held in March 2019. | On 3 July a court met.")], ["2019-03", "2024-07-03"]),
        ([("", "She was held in March 2019."), ("", "On 9 April they moved her.")], ["2019-03", "2024-04-09"]),
        # a relative clause sets nothing
        ([("", "He runs a paper which closed in March 2019. | On 9 April it sued.")], ["2019-03", "2024-04-09"]),
        ([("", "The trial was put off until February.")], ["2025-02"]),
        (
            [("", "It closed in the summer of 2018. | On 12 October of that year they met.")],
            ["2018-06/2018-08", "2018-10-12"],
        ),
        ([("", "The hearing was adjourned to 9 September.")], ["2024-09-09"]),
        ([("", "He was hit in the face on 3 May.")], ["2024-05-03"]),
        ([("", "It has run since 2019.")], ["2019/2024-07-10"]),
        ([("", "He was fined on 3 May. | Since then he has been silent.")], ["2024-05-03", "2024-05-03/2024-07-10"]),
        ([("", "It began in February. | Six weeks later it closed.")], ["2024-02", "2024-03/2024-04"]),
        ([("", "He fasted for four days from 3 May.")], ["2024-05-03/2024-05-06"]),
        ([("", "They met on the eve of 8 March.")], ["2024-03-07"]),
        ([("", "It burned on the night of Tuesday to Wednesday.")], ["2024-07-09/2024-07-10"]),
        ([("", "He was held from the 3rd to the 5th of May.")], ["2024-05-03/2024-05-05"]),
        ([("", "He was taken on February 7 by men in masks.")], ["2024-02-07"]),
        ([("", "He came on the 2nd floor.")], []),
    ],
)
def test_told_stories(blocks: Blocks, expected: list[str]) -> None:
    assert read(blocks, published="2024-07-10") == expected
