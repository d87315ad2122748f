"""What has no date, in an article of which only the year is known."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kg.dates import parse_edtf
from kg.facts.dating.yearly import of_the_year
from kg.facts.model import Event, Evidence

ROUGH = parse_edtf("2024~", rule="inferred")
PAGE = parse_edtf("2024-05-03", rule="page")
EVENT = Event("", "PetitionThreshold", (Evidence("d", 1, 60, 90, "y" * 30),), "t/t", tense="past")
ONCE = (Evidence("d", 1, 60, 90, "The league had previously said so."),)


@pytest.mark.parametrize(
    ("event", "now", "date"),
    [
        (EVENT, ROUGH, "2024~"),
        (EVENT, PAGE, "2024~"),
        (replace(EVENT, kind="Statement"), PAGE, "2024~"),
        (replace(EVENT, kind="Statement", tense="perfect"), PAGE, "2024~"),
        (replace(EVENT, kind="Foundation", tense="perfect"), ROUGH, "2024~"),
        (EVENT, parse_edtf("2024-05-03", rule="byline"), None),
        (EVENT, parse_edtf("2024", rule="report"), None),
        (EVENT, None, None),
        (replace(EVENT, kind="Detention"), ROUGH, None),
        (replace(EVENT, kind="Statement", tense=""), PAGE, None),
        (replace(EVENT, kind="Statement", tense="anterior"), PAGE, None),
        (replace(EVENT, kind="Statement", status="planned"), PAGE, None),
        (replace(EVENT, kind="Statement", evidence=ONCE), PAGE, None),
        (replace(EVENT, date=parse_edtf("2023-05")), ROUGH, "2023-05"),
    ],
)
def test_what_is_told_without_a_date_is_of_the_year_of_an_article_that_names_no_day(
    event: Event, now: object, date: str | None
) -> None:
    (told,) = of_the_year([event], [], now)  # type: ignore[arg-type]
    assert (told.date.edtf if told.date else None) == date
