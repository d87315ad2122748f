"""The many ways of telling one kind of event, and that every kind has patterns of its own."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from kg.facts.grammar.inflect import words
from kg.facts.patterns import patterns
from tests.facts.marked import read

KINDS = sorted(
    words(
        "Detention Charge Trial Conviction Release Appeal Extradition AsylumDecision March Rally Picket Meeting "
        "PressConference Unrest Refusal Approval Censorship Reinstatement BillProposal Enactment Repeal TreatyAction "
        "PetitionLaunch PetitionThreshold PetitionReview PetitionDecision Killing Assault Abduction SexualViolence "
        "Torture Attack Election Appointment Resignation OfficialMeeting Agreement Foundation Statement Publication "
        "Disaster OtherEvent"
    )
)
TELLINGS = yaml.safe_load(Path(__file__).with_name("tellings.yaml").read_text(encoding="utf8"))


@pytest.mark.model
@pytest.mark.parametrize("kind", sorted(TELLINGS))
def test_each_way_of_telling_gives_the_kind(kind: str) -> None:
    silent = []
    for text in TELLINGS[kind]:
        events, _ = read(text)
        if not any(e.kind == kind and e.polarity for e in events):
            silent.append(text)
    assert silent == []


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_patterns_with_sentences_for_and_against(kind: str) -> None:
    own = [p for p in patterns() if p.kind == kind]
    assert sum(len(p.positive) for p in own) >= 2
    assert any(p.negative for p in own)
