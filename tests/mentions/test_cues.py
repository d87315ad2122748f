"""What a name's neighbours say it is; the tables give the name's words as the only capitals."""

from __future__ import annotations

import pytest

from kg.mentions import cues


def bounds(sentence, name: str) -> tuple[int, int]:
    words = name.split()
    texts = [t.text for t in sentence.span]
    start = next(i for i in range(len(texts)) if texts[i : i + len(words)] == words)
    return start, start + len(words)


@pytest.mark.parametrize(
    ("text", "name", "cls"),
    [
        ("the outlet Vetra reported", "Vetra", "MediaOutlet"),
        ("the armed band Zorro fled", "Zorro", "ArmedGroup"),
        ("a group called Vetra met", "Vetra", "CivilSocietyOrganization"),
        ("the Vetra newspaper reported", "Vetra", "MediaOutlet"),
        ("the Hizb Nour (New Light) party won", "Hizb Nour", "PoliticalParty"),
        ("the ruling Vetra won", "Vetra", "PoliticalParty"),
        ("the Lagos institute Vetra wrote", "Lagos", ""),
        ("they met Vetra there", "Vetra", ""),
    ],
)
def test_a_cue_beside_the_name(blank, text: str, name: str, cls: str) -> None:
    sentence = blank(text)
    assert cues.by_cue(sentence.span, *bounds(sentence, name), apart=True) == cls


def test_a_cue_behind_a_comma_counts_only_where_no_person_is_likely(blank) -> None:
    sentence = blank("members of the union, Vetra")
    assert cues.by_cue(sentence.span, *bounds(sentence, "Vetra"), apart=True) == "CivilSocietyOrganization"
    assert cues.by_cue(sentence.span, *bounds(sentence, "Vetra"), apart=False) == ""


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "name", "cls"),
    [
        ("Open Door, a Lagos-based civic group, said no.", "Open Door", "CivilSocietyOrganization"),
        ("Delta Transit, the company that builds the road, said no.", "Delta Transit", "Company"),
        ("Ama Mensah, a party member, said no.", "Ama Mensah", ""),
        ("Ama Mensah, the group’s lawyer, said no.", "Ama Mensah", ""),
        ("Ama Mensah, a co-founder of the group, said no.", "Ama Mensah", ""),
        ("The Kisumu police station burned.", "Kisumu", ""),
    ],
)
def test_the_head_of_an_apposition(read, text: str, name: str, cls: str) -> None:
    sentence = read(text)[0]
    assert cues.by_apposition(sentence.span, bounds(sentence, name)[1]) == cls


@pytest.mark.parametrize(
    ("text", "name", "belongs"),
    [
        ("a co-founder of Vetra spoke", "Vetra", True),
        ("activists from Vetra spoke", "Vetra", True),
        ("the mayor of Vetra spoke", "Vetra", False),
        ("she left Vetra early", "Vetra", False),
    ],
)
def test_members_belong_to_groups(blank, text: str, name: str, belongs: bool) -> None:
    sentence = blank(text)
    assert cues.member_of(sentence.span, *bounds(sentence, name)) is belongs
