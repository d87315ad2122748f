"""Verbs at a known time whose law, newspaper or body the text only describes, read by the real model."""

from __future__ import annotations

import pytest

from tests.facts.marked import read

TOLD = [
    ("The law was annulled by [the High Court|Court] on 12 June 2023.", "Repeal"),
    ("The law was annulled by [the High Court|Court].", "Repeal"),
    ("The decree was scrapped on 3 May 2024.", "Repeal"),
    ("The newspaper was banned in March 2020.", "Censorship"),
    ("The two countries broke off diplomatic relations in August 2021.", "OtherEvent"),
    ("On 8 May [Clean Rivers|CivilSocietyOrganization] published a report.", "Publication"),
]
UNTOLD = [
    ("The law was annulled.", "Repeal"),
    ("[The High Court|Court] annuls the law.", "Repeal"),
    ("The law may be annulled in June 2025.", "Repeal"),
    ("[The High Court|Court] dismissed the petition on 3 May.", "PetitionDecision"),
    ("The judges will hear her on 15 April.", "OfficialMeeting"),
]


@pytest.mark.model
@pytest.mark.parametrize(("text", "kind"), TOLD)
def test_a_dated_deed_and_one_with_a_doer_need_no_other_name(text: str, kind: str) -> None:
    assert kind in [e.kind for e in read(text)[0] if e.polarity]


@pytest.mark.model
@pytest.mark.parametrize(("text", "kind"), UNTOLD)
def test_without_a_date_or_a_doer_of_a_deed_there_is_none(text: str, kind: str) -> None:
    assert kind not in [e.kind for e in read(text)[0] if e.polarity]
