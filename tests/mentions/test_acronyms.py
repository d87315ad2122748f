"""Acronyms in brackets and by initials."""

from __future__ import annotations

import pytest

from kg.mentions.acronyms import acronym_classes, expansions, introduced
from kg.mentions.model import Mention


@pytest.mark.parametrize(
    ("text", "name", "found"),
    [
        ("Lake Fishers Union (LFU) met", "Lake Fishers Union", {"LFU": "Lake Fishers Union"}),
        ("Lake Fishers Union (the “LFU”) met", "Lake Fishers Union", {"LFU": "Lake Fishers Union"}),
        ("Lake Fishers Union (Kisumu) met", "Lake Fishers Union", {}),
        ("Lake Fishers Union met (LFU)", "Lake Fishers Union", {}),
    ],
)
def test_brackets_introduce(text: str, name: str, found: dict[str, str]) -> None:
    assert introduced(text, [(text.index(name) + len(name), name)]) == found


def org(text: str, at: int = 0) -> Mention:
    return Mention(at, at + len(text), text, "CivilSocietyOrganization", text, "head")


def test_initials_stand_for_the_one_name_that_fits(blank) -> None:
    sentences = [blank("The Voice of Lake Anglers spoke"), blank("VLA spoke")]
    assert expansions(sentences, [[org("Voice of Lake Anglers", 4)], [org("VLA")]]) == {"VLA": "Voice of Lake Anglers"}
    two = [[org("Voice of Lake Anglers", 4), org("Vow of Local Artisans", 40)], [org("VLA")]]
    assert expansions(sentences, two) == {}


def test_an_acronym_is_of_the_class_of_its_name(blank) -> None:
    sentences = [blank("Coastal Inquiry Directorate (CIQ) met")]
    name = Mention(0, 27, "Coastal Inquiry Directorate", "GovernmentBody", "Coastal Inquiry Directorate", "head")
    assert acronym_classes(sentences, [[name]], {"Coastal Inquiry Directorate": "GovernmentBody"}) == {
        "CIQ": "GovernmentBody"
    }
