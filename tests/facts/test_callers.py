"""Who called for a gathering, and of which body a post is, where another clause or phrase tells."""

from __future__ import annotations

import pytest

from tests.facts.marked import read

CASES = [
    ("[Ann Lee|Person] was appointed head of [the Rights Office|GovernmentBody] on 3 May.", "Appointment", "patient",
     ["Ann Lee", "the Rights Office"]),
    ("[Ann Lee|Person] was appointed to [the Press Council|GovernmentBody] on 3 May.", "Appointment", "patient",
     ["Ann Lee", "the Press Council"]),
    ("[Ann Lee|Person] resigned as head of [Gold Reef|Company] on 3 May.", "Resignation", "patient", ["Gold Reef"]),
    ("[Ann Lee|Person] resigned on 3 May and went to [Radio Sun|MediaOutlet].", "Resignation", "patient", []),
    ("A march called by [Open Square|CivilSocietyOrganization] in [Lima|Place] on 3 May drew 600 people.", "March",
     "agent", ["Open Square"]),
    ("The march that [the Hearth Party|PoliticalParty] condemned took place in [Lima|Place] on 3 May.", "March",
     "agent", []),
]  # fmt: skip


@pytest.mark.model
@pytest.mark.parametrize(("text", "kind", "role", "expected"), CASES)
def test_those_behind_it_are_found(text: str, kind: str, role: str, expected: list[str]) -> None:
    events, names = read(text)
    found = [[names[key] for key in getattr(e, role)] for e in events if e.kind == kind]
    assert expected in found


@pytest.mark.model
def test_what_follows_the_for_of_a_name_is_no_charge() -> None:
    events, _ = read("On 3 May police arrested the head of [the Watch for Detainees|CivilSocietyOrganization].")
    assert [e.charge for e in events if e.kind == "Detention"] == [""]
