"""Offices and professions beside names."""

from __future__ import annotations

import pytest

from kg.mentions.titles import is_person_noun, names_people, titles

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "title", "former"),
    [
        ("Former Minister of Trade Ama Mensah left.", "Minister of Trade", True),
        ("Prime Minister Ama Mensah left.", "Prime Minister", False),
        ("Ama Mensah, a human rights lawyer, left.", "human rights lawyer", False),
        ("The co-founder Ama Mensah left.", "co-founder", False),
    ],
)
def test_titles_are_found(read, text: str, title: str, former: bool) -> None:
    span = read(text)[0].span
    found = {span[t.start : t.end].text: t.former for t in titles(span)}
    assert any(title in words and past == former for words, past in found.items())


@pytest.mark.parametrize(
    "text",
    [
        "The Justice Ministry said no.",
        "The Ministry of Justice said no.",
        "The Association of Young Lawyers said no.",
        "The Office of the Attorney General said no.",
        "The Fisheries Commission under the Governor said no.",
        "She came to the Kisumu Chief Magistrates Court.",
        "She came to the Kisumu Chief Magistrate's Court.",
    ],
)
def test_words_of_a_body_are_no_titles(read, text: str) -> None:
    span = read(text)[0].span
    assert [span[t.start : t.end].text for t in titles(span)] == []


@pytest.mark.parametrize(
    ("text", "name", "titled"),
    [
        ("The lawyers Ama Mensah and Kofi Addo left.", "Kofi Addo", True),
        ("Kofi Addo, another lawyer, left.", "Kofi Addo", True),
        ("The lawyer left when Kofi Addo came.", "Kofi Addo", False),
    ],
)
def test_whose_title_it_is(read, text: str, name: str, titled: bool) -> None:
    span = read(text)[0].span
    start = next(t.i for t in span if t.text == name.split()[0])
    assert names_people(span, start, start + 2, titles(span)) is titled


@pytest.mark.parametrize(("word", "person"), [("nurse", True), ("herder", True), ("ministry", False), ("road", False)])
def test_common_nouns_of_people(read, word: str, person: bool) -> None:
    assert is_person_noun(read(f"A {word} is here.")[0].span[1]) is person
