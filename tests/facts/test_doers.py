"""Who is not to be taken for whom: the accused for accusers, others for those with a name, counters for doers."""

from __future__ import annotations

import pytest

from tests.facts.marked import read

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


def _people(text: str, kind: str) -> list[list[str]]:
    events, names = read(text)
    return [[names[k] for k in e.patient] for e in events if e.kind == kind and e.polarity]


def test_nobody_is_killed_by_the_murder_that_he_is_charged_with() -> None:
    two = "Two guards, Sgt. [Tavo Quenneb|Person] and [Idris Mbolo|Person], were indicted for "
    assert _people(two + "[her|Person=Tavo Quenneb] murder in May.", "Killing") in ([], [[]])
    assert _people(two + "the murder of [Sona Reth|Person] in May.", "Killing") == [["Sona Reth"]]
    own = "[Sona Reth|Person] was shot in May and two guards were indicted for [her|Person=Sona Reth] murder."
    assert ["Sona Reth"] in _people(own, "Killing")


def test_a_reporter_is_convicted_and_not_her_paper_nor_the_union_whose_treasurer_she_is() -> None:
    found = "[Lina Vorsaq|Person] of the weekly [Vale Sentinel|MediaOutlet], who was found guilty in May, testified."
    fined = "[Lina Vorsaq|Person] of the weekly [Vale Sentinel|MediaOutlet], which was fined in May, testified."
    held = "A judge found [the Tarn Union|CivilSocietyOrganization]'s treasurer, [Olo Brent|Person], guilty in May."
    body = "A judge found [the Tarn Union|CivilSocietyOrganization] guilty of fraud in May."
    assert _people("Reporter " + found, "Conviction") == [["Lina Vorsaq"]]
    assert _people("Reporter " + fined, "Conviction") == [["Vale Sentinel"]]
    assert _people(held, "Conviction") == [["Olo Brent"]]
    assert _people(body, "Conviction") == [["the Tarn Union"]]


def test_what_stands_behind_a_semicolon_befell_others() -> None:
    text = "Six were freed on 3 May; the other three, among them his nephew [Orin Tassel|Person], were ordered held."
    assert ["Orin Tassel"] not in _people(text, "Release")
    text = "The judge ordered [Orin Tassel|Person] freed on 3 May."
    assert ["Orin Tassel"] in _people(text, "Release")


def test_a_group_that_speaks_last_was_not_detained() -> None:
    text = "The police detained nine of them on 3 May, [the Vale Watch|CivilSocietyOrganization], a group, said."
    assert _people(text, "Detention") in ([[]], [])
    assert _people("Police detained [Bo Wu|Person] on 3 May, a group said.", "Detention") == [["Bo Wu"]]


def test_his_lawyer_speaks_and_is_not_the_one_named_before() -> None:
    text = "[Zul Orvane|Person] will be tried over a sketch of Minister [Hamo Berrin|Person], his lawyer said in May."
    events, _ = read(text)
    assert not any(e.source or e.kind == "Statement" for e in events)
    events, names = read("The sketch was seized in May, [Hamo Berrin|Person], his lawyer, said.")
    assert "Hamo Berrin" in {names[k] for e in events for k in (*e.agent, e.source) if k}


def test_what_is_only_planned_did_not_happen_until_today() -> None:
    events, _ = read("As of now, neither the rally nor the march has been approved by the mayor's office.")
    assert [e.date for e in events if e.kind in ("March", "Rally")] in ([None, None], [])


def test_a_murder_for_which_nobody_was_tried_was_no_attempt() -> None:
    events, _ = read("Nobody was tried for the murder of [Tarn Mvolo|Person] in 2023.")
    assert [e.status for e in events if e.kind == "Killing"] == ["occurred"]
    events, _ = read("He attempted the murder of [Tarn Mvolo|Person] in 2023.")
    assert "occurred" not in [e.status for e in events if e.kind == "Killing"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The court acquitted [Ann Lee|Person] of murdering [Bo Wu|Person] on May 3.", "Killing"),
        ("A judge cleared [Ann Lee|Person] of killing [Bo Wu|Person] on May 3.", "Killing"),
        (
            "[The Nile Sun|MediaOutlet] retracted a report that [Ann Lee|Person] had been arrested.",
            "Detention",
        ),
        ("[The Nile Sun|MediaOutlet] wrongly reported on May 3 that [Ann Lee|Person] had been arrested.", "Detention"),
        ("[The Reef Service|GovernmentBody] dismissed claims on May 3 that [Ann Lee|Person] was tortured.", "Torture"),
        ("[Moon River|Company] will show a film in which [Ann Lee|Person] is murdered on May 3.", "Killing"),
        ("[The Guard|GovernmentBody] marched 20 detainees through the streets of [Accra|Place] on May 3.", "March"),
        ("GENEVA (19 March 2025) – [Ann Lee|Person] must go free, [the Reef Fund|GovernmentBody] said.", "March"),
    ],
)
def test_what_is_cleared_retracted_dismissed_or_played_has_not_happened(text: str, kind: str) -> None:
    assert [e for e in read(text)[0] if e.kind == kind and e.polarity and e.status == "occurred"] == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The court convicted [Ann Lee|Person] of murdering [Bo Wu|Person] in 2019.", "Killing"),
        ("[The Nile Sun|MediaOutlet] reported on May 3 that [Ann Lee|Person] had been arrested.", "Detention"),
        ("Thousands marched through the streets of [Accra|Place] on May 3.", "March"),
    ],
)
def test_what_is_told_plainly_has(text: str, kind: str) -> None:
    assert [e for e in read(text)[0] if e.kind == kind and e.polarity and e.status == "occurred"] != []


def test_whoever_would_be_convicted_has_killed_nobody_yet() -> None:
    events, _ = read("[Ann Lee|Person] faces life in prison if convicted of killing [Bo Wu|Person].")
    assert {e.status for e in events if e.kind == "Killing"} <= {"alleged"}
