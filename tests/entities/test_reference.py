"""Whom pronouns and descriptions mean in made-up stories, and where the reader abstains."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.model


def meant(resolved, text: str, word: str) -> list[str]:
    """What every reference at the word stands for, in order."""
    found = resolved(text)
    linked = found.sentences["doc"]
    return [
        found.entities[r.entity].name
        for one in linked
        for r in one.references
        if r.how in {"pronoun", "description"} and text[r.start : r.end].lower() in {word, f"the {word}"}
    ]


@pytest.mark.parametrize(
    ("text", "word", "names"),
    [
        ("Ama Mensah was arrested on Monday. She was freed on Friday.", "she", ["Ama Mensah"]),
        ("Maria Mensah sued Kofi Addo. He denies it.", "he", ["Kofi Addo"]),
        ("Peter Otieno shot his wife, Zirwa Otieno. A court in Kisumu jailed him for life.", "him", ["Peter Otieno"]),
        ("Peter Otieno told reporters that he would appeal.", "he", ["Peter Otieno"]),
        ("Peter Otieno’s wife, Zirwa Otieno, says that she was ill.", "she", ["Zirwa Otieno"]),
        ("Her lawyer left. Ama Mensah stayed.", "her", []),
        ("Ama Mensah came. The captain said that he was tired.", "he", []),
        ("Ama Mensah came. “She is lying,” said Peter Otieno.", "she", []),
        ("It rained. He left.", "he", []),
        ("A court convicted Peter Otieno of defaming Kofi Addo and jailed him.", "him", ["Peter Otieno"]),
        ("A court convicted Peter Otieno of defaming Kofi Addo, and Kofi Addo thanked him.", "him", ["Peter Otieno"]),
        ("Peter Otieno was fined. In a talk with Kofi Addo, he wept.", "he", ["Peter Otieno"]),
        ("According to Kofi Addo, he was beaten.", "he", ["Kofi Addo"]),
        ("Kofi Addo denies it; the family says that he was beaten.", "he", []),
        ("Kofi Addo denies it and says that he was beaten.", "he", ["Kofi Addo"]),
        ("Weeks after soldiers seized him, Peter Otieno was tried.", "him", ["Peter Otieno"]),
        ("Kofi Addo wept. Weeks after soldiers seized him, Peter Otieno was tried.", "him", []),
        ("Peter Otieno ran. “I saw it,” says Zuri Kanu, his lawyer. A court jailed him.", "him", ["Peter Otieno"]),
        ("Kofi Addo fined Peter Otieno. His wife, Zirwa Otieno, wept.", "his", ["Peter Otieno"]),
        ("Kofi Addo fined Peter Otieno. His brother Yaw Otieno wept.", "his", ["Peter Otieno"]),
        ("Kofi Addo fined Peter Otieno. His lawyer, Yaw Otieno, wept.", "his", ["Kofi Addo"]),
        ("Kofi Addo fined Peter Otieno. His wife, Zirwa Mensah, wept.", "his", ["Kofi Addo"]),
        ("Ama Mensah was fined.\n---\nShe was somebody else.", "she", []),
    ],
)
def test_pronouns(resolved, text: str, word: str, names: list[str]) -> None:
    assert meant(resolved, text, word) == names


@pytest.mark.parametrize(
    ("text", "word", "names"),
    [
        ("The Lake Fishers Union sued. On Monday the union won.", "union", ["Lake Fishers Union"]),
        ("The Ministry of Water refused. The ministry gave no reason.", "ministry", ["Ministry of Water"]),
        ("The Press Freedom Act was read. The act failed.", "act", ["Press Freedom Act"]),
        ("The editor Ama Mensah came. The editor left.", "editor", ["Ama Mensah"]),
        ("Ama Mensah came. The editor left.", "editor", []),
        ("The editors Ama Mensah and Kofi Addo came. The editor left.", "editor", []),
        ("The Lake Fishers Union sued. Police raided the union in Kisumu.", "union", ["Lake Fishers Union"]),
        ("The Lake Fishers Union sued. A court told the union to leave.", "union", ["Lake Fishers Union"]),
        ("The Lake Fishers Union sued. A court fined the union for lying.", "union", ["Lake Fishers Union"]),
        ("The Lake Fishers Union sued. The union for bakers won.", "union", []),
        ("The Lake Fishers Union sued. The union leader won.", "union", []),
        ("The Lake Fishers Union sued. The union of bakers won.", "union", []),
        ("The police refused. The ministry gave no reason.", "ministry", []),
        ("The Lake Fishers Union sued. A union won.", "union", []),
        ("The Lake Forests Authority evicted 40 families. The agency denied it.", "agency", ["Lake Forests Authority"]),
        ("The Lake Forests Authority and the Ministry of Water met. The agency denied it.", "agency", []),
        ("Law Minister Kofi Addo came. The law minister left.", "minister", ["Kofi Addo"]),
        ("Law Minister Kofi Addo came. The Ghanaian minister left.", "minister", ["Kofi Addo"]),
        ("Law Minister Kofi Addo came. The health minister left.", "minister", []),
        ("Ama Mensah, his wife, came. Kofi Addo left. His wife wept.", "wife", ["Ama Mensah", "Ama Mensah"]),
        ("The Lake Fishers Union lawyers came. The lawyers left.", "lawyers", ["Lake Fishers Union"]),
    ],
)
def test_descriptions(resolved, text: str, word: str, names: list[str]) -> None:
    assert meant(resolved, text, word) == names


STORIES = [
    (
        "Zirwa Otieno, a nurse, was held in Kisumu. She said the guards took her phone. Her husband, Peter Otieno, "
        "brought food, but he was sent away.",
        ["Zirwa Otieno", "Zirwa Otieno", "Zirwa Otieno", "Peter Otieno"],
    ),
    (
        "The journalist Marek Nowak published the story in May. In June he was questioned. His editor, Anna Zielony, "
        "said she had seen the files.",
        ["Marek Nowak", "Marek Nowak", "Anna Zielony"],
    ),
    (
        "In Lima, Rosa Quispe accused Jorge Huaman. He denied it and his lawyers appealed. She has moved.",
        ["Jorge Huaman", "Jorge Huaman", "Rosa Quispe"],
    ),
    (
        "Davit Petrosyan fled to Georgia. There he was detained; a court freed him in May.",
        ["Davit Petrosyan", "Davit Petrosyan"],
    ),
    ("Nomsa Dube, who leads the group, told her members that she would resign.", ["Nomsa Dube", "Nomsa Dube"]),
    ("Bat Erdene was charged. The judge read his statement aloud.", []),
]


def test_nine_pronouns_of_ten_are_right(resolved) -> None:
    right = given = 0
    for text, names in STORIES:
        found = resolved(text)
        got = [
            found.entities[r.entity].name
            for one in found.sentences["doc"]
            for r in one.references
            if r.how == "pronoun"
        ]
        given += len(got)
        right += sum(a == b for a, b in zip(got, names, strict=False)) if len(got) <= len(names) else 0
    assert right / given >= 0.9


@pytest.mark.parametrize(
    ("text", "word", "names"),
    [
        # the lawyer's client speaks through the lawyer; where the words do not fit, the speaker is meant
        ("Wanjiru Okelloti was held. Her lawyer, Otieno Barasavo, said she was ill.", "she", ["Wanjiru Okelloti"]),
        ("Marek Nowak was held. His editor, Anna Zielony, said she was ill.", "she", ["Anna Zielony"]),
        # who is brought in with a description is who the next sentence is about
        (
            "Peter Otieno fell ill in jail. The list of prisoners begins with Davit Petrosyan, a nurse who is 26. "
            "He was stopped at the border.",
            "he",
            ["Davit Petrosyan"],
        ),
        # who does something to "him" is not him
        ("Marek Nowak was held. Two days later a judge freed him.", "him", ["Marek Nowak"]),
        ("Marek Nowak was held. Peter Otieno visited him and told him a joke.", "him", ["Marek Nowak", "Marek Nowak"]),
        ("Marek Nowak said that a judge had freed him.", "him", ["Marek Nowak"]),
        ("Fiji signed the treaty. The country ratified it in May.", "country", ["Fiji"]),
        ("Fiji and Samoa signed the treaty. The country ratified it in May.", "country", []),
        ("Police raided an office in Lima. The city was calm.", "city", ["Lima"]),
        (
            "The Lantern Group protested. They wrote to the UN Working Group on Floods, and the group answered.",
            "group",
            ["UN Working Group on Floods"],
        ),
        ("Police raided an office in Zorbeq Street. The city was calm.", "city", []),
    ],
)
def test_who_is_brought_in_and_what_the_article_is_about(resolved, text: str, word: str, names: list[str]) -> None:
    assert meant(resolved, text, word) == names
