"""Voices and people who asked not to be named are protected."""

from __future__ import annotations

import pytest

from kg.mentions import voices
from kg.mentions.model import Mention


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Aiko, 24, Kobe: “I stayed.”", "Aiko"),
        ("Tomasz, law student: It is not about safety.", "Tomasz"),
        ("“Lindiwe, aged 31, said nothing.", "Lindiwe"),
        ("A bus driver, 41: I drove on.", "bus driver"),
        ("A retired nurse: They laughed.", "retired nurse"),
        ("Plovdiv teacher", "Plovdiv teacher"),
        ("A new rule: nobody sings.", ""),
        ("Plovdiv grew.", ""),
        ("Kigali, the capital, was calm.", ""),
        ("Tariff, 24 per cent, remained.", ""),
    ],
)
def test_voices_are_protected(blank, text: str, name: str) -> None:
    found = list(voices.find(blank(text)))
    assert [m.text for m in found] == ([name] if name else [])
    assert all(m.cls == "Person" and m.facts["protected"] for m in found)


@pytest.mark.parametrize(
    ("text", "people", "kept_back"),
    [
        ("Aiko, who asked not to be named, fled.", ["Aiko"], ["Aiko"]),
        ("Bruno Keita met Aiko (name changed) in May.", ["Bruno Keita", "Aiko"], ["Aiko"]),
        ("On condition of anonymity Aiko told all.", ["Aiko"], ["Aiko"]),
        ("Aiko, who asked to be heard, fled.", ["Aiko"], []),
    ],
)
def test_words_of_anonymity_protect_the_person_beside_them(
    blank, text: str, people: list[str], kept_back: list[str]
) -> None:
    sentence = blank(text)
    named = [Mention(text.index(p), text.index(p) + len(p), p, "Person", p, "given-name") for p in people]
    assert [m.text for m in voices.protect(sentence, named) if m.facts.get("protected")] == kept_back


@pytest.mark.model
def test_a_nameless_person_who_asked_for_it_is_kept_by_description(read) -> None:
    sentence = read("They feared the small gifts, said a former driver, who would not give his name.")[0]
    assert [(m.text, m.facts["protected"]) for m in voices.protect(sentence, [])] == [("former driver", True)]
