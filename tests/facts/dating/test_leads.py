"""The day of a decision that a later sentence tells."""

from __future__ import annotations

import pytest

from tests.facts.test_events import read

pytestmark = pytest.mark.model
NAMES = {"Bo Wu": "Person", "Suva Court": "Court", "Ann Lee": "Person"}


@pytest.mark.parametrize(
    ("after", "date"),
    [
        ("Delivering the verdict on Thursday, Ann Lee said that he was guilty.", "2024-08-29"),
        ("On Thursday it rained.", ""),
        ("The verdict of Thursday and that of Friday were long.", ""),
    ],
)
def test_the_verdict_has_the_day_on_which_it_was_delivered(after: str, date: str) -> None:
    events = read([("text", f"The Suva Court has jailed Bo Wu for two years. {after}")], NAMES)
    assert [e.date.edtf if e.date else "" for e in events if e.kind == "Conviction"] == [date]
