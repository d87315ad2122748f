"""The article's own date: byline, report, page, or inferred from what the text writes out."""

from __future__ import annotations

import pytest

from kg.mentions.timex.article import article_dates


def reference(
    text: str, published: str = "", by_page: bool = False, title: str = "", head: str = ""
) -> tuple[str, str, int] | None:
    sentences = list(enumerate(text.split(" | ")))
    found = article_dates(sentences, published=published, published_by_page=by_page, title=title, head=head)
    return found.reference and (found.reference.edtf, found.reference.rule, found.report_year)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nothing is said.", None),
        ("On 3 May he left. | In June he came back.", None),
        # writers add the year to months that are not of their own
        ("The case dates back to May 2020. | On 2 February he was jailed.", ("2021-02~", "inferred", 0)),
        ("On 2 February he was jailed until 9 March. | He first protested in May 2020.", ("2021-02~", "inferred", 0)),
        ("He was jailed on 2 February. | It will open on 9 April. | He fled in 2020.", ("2021-02~", "inferred", 0)),
        ("A law passed in 2013 was tightened in 2020. | In January, it was used.", ("2021~", "inferred", 0)),
        ("A law passed in 2013 was tightened in 2020.", ("2021~", "inferred", 0)),
        ("The site was blocked in January 2020.", ("2020~", "inferred", 0)),
        # a full date, then days near it
        ("On 3 March 2021 he was jailed. | On 5 March she was.", ("2021-03~", "inferred", 0)),
        ("On 3 January 2021 he was jailed. | He was held on 20 December.", ("2021-01~", "inferred", 0)),
        ("On 30 December 2021 he was jailed. | On 4 January he was freed.", ("2022-01~", "inferred", 0)),
        ("He spoke on 3 March 2021.", ("2021-03~", "inferred", 0)),
        # plans and limits are no past
        ("The Plan 2018-2025 was adopted in 2019.", ("2020~", "inferred", 0)),
        ("The concept runs until 2030. | It was adopted in 2019.", ("2020~", "inferred", 0)),
        ("It was adopted in 2019 and will end in 2031.", ("2020~", "inferred", 0)),
        # a weekday with its day fixes the year: 3 March was a Monday in 2025
        ("He fled in 2020. | On Monday, March 3, he was tried.", ("2025-03~", "inferred", 0)),
        ("On 30 February 2020 nothing happened.", None),
    ],
)
def test_inferred(text: str, expected: tuple[str, str, int] | None) -> None:
    assert reference(text) == expected


MONTHS = (
    "In January, a. | In March, b. | In May, c. | On June 4, d. | On August 2, e. | In November, f. | She was held in "
)


@pytest.mark.parametrize(
    ("head", "options", "expected"),
    [
        ("Nurses March\n\nSUVA, March 27 (Wire)\n", {}, "2025-03-27"),
        ("SUVA, March 27 (Wire)", {"published": "2024-05-02", "published_by_page": True}, "2024-03-27"),
        ("Thursday, 27 March", {}, "2025-03-27"),
        ("Monday, 27 March", {}, "2023-03-27"),
        ("Updated on March 27 at 14:05", {}, "2025-03-27"),
        ("The march of March 27 was the largest so far", {}, "2025-03~"),
        ("SUVA, March 27 (Wire)", {"published": "2025-04-02"}, "2025-04-02"),
        ("Until March 27", {}, "2025-03~"),
    ],
)
def test_a_dateline_may_leave_out_its_year(head: str, options: dict[str, object], expected: str) -> None:
    text = "The law was changed in 2024. | She was fined on 14 March."
    sentences = list(enumerate(text.split(" | ")))
    found = article_dates(sentences, head=head, **options).reference  # type: ignore[arg-type]
    assert found is not None
    assert found.edtf == expected


@pytest.mark.parametrize(
    ("text", "options", "expected"),
    [
        ("In May 2020.", {"published": "2023-06-14"}, ("2023-06-14", "byline", 0)),
        ("In May 2020.", {"published": "2023-06"}, ("2023-06", "byline", 0)),
        ("In May 2020.", {"published": "2023-06-14", "by_page": True}, ("2023-06-14", "page", 0)),
        ("In May 2020.", {"published": "14 June 2023"}, ("2020~", "inferred", 0)),
        (MONTHS + "2022.", {}, ("2022", "report", 2022)),
        (
            "In May.",
            {"published": "2023-01", "title": "Annual report on gatherings in 2022"},
            ("2023-01", "byline", 2022),
        ),
        ("In May.", {"published": "2023-01", "title": "A report on gatherings"}, ("2023-01", "byline", 0)),
        (MONTHS + "2022.", {"published": "2023-01-12", "by_page": True}, ("2022", "report", 2022)),
        (MONTHS + "2022.", {"published": "2023-01-12"}, ("2023-01-12", "byline", 2022)),
        ("In May, a law passed.", {"title": "World Report 2023: Norway"}, ("2022", "report", 2022)),
        ("In May, a law passed.", {"title": "Annual Report 2022"}, ("2022", "report", 2022)),
        ("In May.", {"title": "World Report 2023", "published": "2023-01-12"}, ("2023-01-12", "byline", 2022)),
        ("In May 2023 he goes.", {"title": "Fiji", "head": "Fiji\n\nEvents of 2022\n"}, ("2022", "report", 2022)),
        ("He went in May 2023.", {"title": "Fiji", "head": "Fiji\n\nEvents of the year"}, ("2023~", "inferred", 0)),
        ("In May.", {"title": "Freedom in the World 2023: Fiji"}, ("2022", "report", 2022)),
        ("In May.", {"title": "2022 Country Reports on Human Rights Practices: Fiji"}, ("2022", "report", 2022)),
        ("In May.", {"title": "Shoreline Watch Report 2021/22"}, ("2021", "report", 2021)),
        ("In May.", {"title": "World Report 2030", "published": "2023-01", "by_page": True}, ("2023-01", "page", 0)),
        ("In May.", {"title": "Report on 2022"}, ("2022", "title", 0)),
        ("On 3 May.", {"title": "Briefing, May 2022"}, ("2022-05", "title", 0)),
        ("On 3 May.", {"title": "From 2021 to 2022"}, None),
        ("On 3 May.", {"title": "Quarterly brief, January–March 2025"}, ("2025-03", "title", 0)),
        (MONTHS + "2022. | On Friday he left. | Yesterday he spoke.", {}, ("2023-08~", "inferred", 0)),
        ("Nothing.", {"title": "Report on 2022"}, None),
        ("On 3 May. | He fled in 2024.", {"title": "The 2022 campaign"}, ("2025-05~", "inferred", 0)),
        ("SUVA (3 May 2022) – He was held.", {}, ("2022-05-03", "byline", 0)),
        ("SUVA, May 3, 2022 (Wire) - He was held.", {}, ("2022-05-03", "byline", 0)),
        ("Suva, 3 December – He was held.", {"published": "2023-01-02", "by_page": True}, ("2022-12-03", "byline", 0)),
        ("He was held on 3 May 2022 – and fined.", {}, ("2022-05~", "inferred", 0)),
        ("In May.", {"title": "3 May 2022 | by our staff"}, ("2022-05-03", "byline", 0)),
    ],
)
def test_order_of_the_rules(text: str, options: dict[str, object], expected: tuple[str, str, int] | None) -> None:
    assert reference(text, **options) == expected  # type: ignore[arg-type]


YEAR = [f"In {month}, a court closed a site." for month in ("May", "June", "July", "August", "October", "December")]


@pytest.mark.parametrize(
    ("published", "opening", "year"),
    [
        ("2025-01-16", "Two laws were passed in 2024.", 2024),
        ("2025-01", "Two laws were passed in 2024.", 2024),
        ("2025-04-16", "Two laws were passed in 2024.", 0),  # six months may be those of a story by then
        ("2025-01-16", "Two laws were passed in 2023.", 0),  # the last year that is named is not the one that ended
        ("2024-12-20", "Two laws were passed in 2024.", 0),
        ("2025-01-16", "On Monday two laws of 2024 lapsed. | On Friday a third did.", 0),  # news
    ],
)
def test_a_yearly_report_that_bears_its_own_day(published: str, opening: str, year: int) -> None:
    told = reference(" | ".join([opening, *YEAR]), published=published)
    assert told == (published, "byline", year)
