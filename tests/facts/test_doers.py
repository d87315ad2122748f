"""Who is not to be taken for whom: the accused for accusers, others for those with a name, counters for doers."""

from __future__ import annotations

import pytest

from tests.facts.test_patterns import read

pytestmark = pytest.mark.model


def test_others_who_are_jailed_are_not_the_one_whose_conviction_went_before() -> None:
    text = (
        "Following the conviction of [Ann Lee|Person], [the Reef Fund|GovernmentBody] jailed two others in June 2020."
    )
    events = [e for e in read(text)[0] if e.kind == "Conviction"]
    named = next(e for e in events if e.patient)
    assert len(events) == 2
    assert (named.agent, named.date) == ((), None)


def test_whoever_is_accused_of_something_accuses_nobody() -> None:
    events, _ = read("[The Health Ministry|GovernmentBody] accused of hiding the deaths was searched on May 3.")
    assert "Statement" not in {e.kind for e in events}
    events, _ = read("[The River Union|CivilSocietyOrganization] accused [the Reef Front|ArmedGroup] of hiding them.")
    assert "Statement" in {e.kind for e in events}


def test_whoever_counts_arrests_is_their_source() -> None:
    events, names = read("[The Press Office|CivilSocietyOrganization] recorded 41 detentions of reporters in 2023.")
    assert [names[e.source] for e in events if e.kind == "Detention"] == ["The Press Office"]


def test_a_speaker_is_not_the_one_of_whom_she_tells() -> None:
    events, _ = read(
        "She was last seen being pushed into a grey van, her colleague [Ann Lee|Person] told [Radio Sun|MediaOutlet]."
    )
    assert [e.patient for e in events if e.kind == "Abduction"] in ([], [()])


def test_one_verb_tells_one_event() -> None:
    events, _ = read(
        "[Ann Lee|Person] was summoned for questioning by [the Reef Service|GovernmentBody] on 2 July 2023."
    )
    assert len([e for e in events if e.kind == "OtherEvent"]) == 1


def test_victims_named_last_are_not_the_gunmen() -> None:
    text = "Gunmen on motorbikes opened fire on mourners on 24 April 2018, killing two priests, [Fr Joseph Gor|Person] and [Fr Felix Tyo|Person]."  # fmt: skip  # noqa: E501
    events, _ = read(text)
    assert {key for e in events for key in e.agent} == set()
    assert [len(e.patient) for e in events if e.kind == "Killing"] == [2]


def test_a_term_that_somebody_faces_is_no_second_charge() -> None:
    charged = (
        "[Ann Lee|Person] was charged with fraud in May. If convicted, [she|Person=Ann Lee] faces ten years in prison."
    )
    assert len([e for e in read(charged)[0] if e.kind == "Charge"]) == 1
    alone = "If convicted, [Ann Lee|Person] faces ten years in prison."
    assert [e.rule for e in read(alone)[0] if e.kind == "Charge"] == ["coercion/faces-years"]
