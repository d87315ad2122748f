from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.documents.datelines import find_date, prefix_end, read_dateline


@pytest.mark.parametrize(
    ("line", "published"),
    [
        ("28 February 2024", "2024-02-28"),
        ("February 28, 2024", "2024-02-28"),
        ("28th of Feb. 2024", "2024-02-28"),
        ("May 1st, 2012", "2012-05-01"),
        ("Wednesday, 28 February 2024, 10:32 GMT", "2024-02-28"),
        ("2024-02-28T10:00:00Z", "2024-02-28"),
        ("28.02.2024", "2024-02-28"),
        ("28/02/2024", "2024-02-28"),
        ("02/28/2024", "2024-02-28"),
        ("02/03/2024", "2024"),
        ("Published March 3, 2023", "2023-03-03"),
        ("Last updated on 3 March 2023 at 3:15 pm", "2023-03-03"),
        ("By Ana Silva | 3 May 2022", "2022-05-03"),
        ("Ana Silva • May 3, 2022", "2022-05-03"),
        ("3 May 2022 | Lake Herald", "2022-05-03"),
        ("Posted on 3 May 2022 by Ana Silva", "2022-05-03"),
        ("Published 3 Mar 2023, 10:22 am EAT", "2023-03-03"),
        ("Page of 2 December 2024", "2024-12-02"),
        ("Press release, 10 October 2025", "2025-10-10"),
        ("March 2024", "2024-03"),
        ("date 2020-02-26 Ana Silva", "2020-02-26"),
        ("By Harbour Wire staff | Suva | 7 February 2025, 18:40", "2025-02-07"),
        ("Harbour Rights Diary, updated 30 September 2024", "2024-09-30"),
        ("2024-11-01 | Northern desk", "2024-11-01"),
        ("By Ana Silva", ""),
        ("Last week | Ana S.", ""),
        ("3 days ago", ""),
        ("Yesterday | By Ana Silva", ""),
        ("By Grace Otieno | Nairobi", ""),
        ("Written by Ana Silva and Joe Banda", ""),
    ],
)
def test_datelines(line: str, published: str) -> None:
    dateline = read_dateline(line)
    assert dateline is not None
    assert dateline.published == published


@pytest.mark.parametrize(
    "line",
    [
        "World Report 2025",
        "Georgia: Events of 2025",
        "Protest in Lagos on 12 May 2022 Ends in Arrests",
        "Statement by the Ombudsman of 3 May 2022",
        "12 May: two pickets",
        "Two Staff Held on 12 May 2022",
        "The list was updated 30 September 2024",
        "On 3 May 2022, the court freed her.",
        "31 February 2024",
        "Miners Return to Work",
        "Last week in parliament",
        "Two days ago, the court freed her",
        "Yesterday | what the court said of the strike",
        "By the Numbers: A Year of Arrests",
        "2024",
    ],
)
def test_no_datelines(line: str) -> None:
    assert read_dateline(line) is None


def test_a_line_that_says_published_is_sure() -> None:
    sure, bare = read_dateline("Published: 3 May 2022"), read_dateline("3 May 2022")
    assert sure is not None
    assert bare is not None
    assert (sure.sure, bare.sure) == (True, False)


@pytest.mark.parametrize(
    ("text", "rest", "published"),
    [
        ("(New York, March 3, 2023) – Chad should free him.", "Chad should free him.", "2023-03-03"),
        ("TBILISI, April 17, 2025 - A petition won.", "A petition won.", "2025-04-17"),
        ("Mombasa, July 4 - The court ruled.", "The court ruled.", ""),
        ("NAIROBI (Agency) - Police fired.", "Police fired.", ""),
        ("(Nairobi) – Police fired.", "Police fired.", ""),
        ("(Agency) -- Police fired.", "Police fired.", ""),
        ("New York, September 3, 2009--The court ruled.", "The court ruled.", "2009-09-03"),
        ("The well-known judge left.", "The well-known judge left.", ""),
        ("Nairobi - the capital - was calm.", "Nairobi - the capital - was calm.", ""),
        ("The mayor – a lawyer – left.", "The mayor – a lawyer – left.", ""),
        ("In 2023 – a bad year – it rained.", "In 2023 – a bad year – it rained.", ""),
    ],
)
def test_prefix(text: str, rest: str, published: str) -> None:
    end, date = prefix_end(text)
    assert (text[end:], date) == (rest, published)


@given(st.text())
def test_any_text_is_read_without_error(text: str) -> None:
    read_dateline(text)
    prefix_end(text)
    found = find_date(text)
    assert found is None or 0 <= found[1] < found[2] <= len(text)
