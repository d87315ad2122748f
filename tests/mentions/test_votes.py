"""One class for a name, whatever single sentences say."""

from __future__ import annotations

import pytest

from kg.mentions.model import Mention
from kg.mentions.votes import FIXED, WEIGHTS, classes, common_words, key


def m(text: str, cls: str, rule: str) -> Mention:
    return Mention(0, len(text), text, cls, text, rule)


def test_the_heavier_class_wins_over_the_corpus() -> None:
    said = [m("Vetra", "CivilSocietyOrganization", "ner-org")] * 9 + [m("Vetra", "MediaOutlet", "cue")]
    assert classes(said) == {"Vetra": "MediaOutlet"}


def test_a_label_repeated_is_no_new_evidence() -> None:
    assert classes([m("Vetra", "Person", "ner-person-alone")] * 9) == {}


def test_a_surname_is_the_persons() -> None:
    said = [m("Ama Zirwa", "Person", "given-name"), m("Zirwa", "CivilSocietyOrganization", "ner-org")]
    assert classes(said)["Zirwa"] == "Person"


def test_the_first_word_of_a_company_is_the_company() -> None:
    said = [m("Zirwa Holdings", "Company", "head"), m("Zirwa", "Person", "ner-person-alone")]
    assert classes(said)["Zirwa"] == "Company"


@pytest.mark.parametrize(("common", "cls"), [(frozenset(), "Place"), (frozenset({"clan"}), None)])
def test_a_lone_word_that_the_corpus_writes_small_is_no_name(common: frozenset[str], cls: str | None) -> None:
    assert classes([m("Clan", "Place", "led-in")], common).get("Clan") == cls


def test_common_words_are_those_written_small(blank) -> None:
    assert common_words([[blank("The clan met Ama")]]) == {"clan", "met"}


def test_articles_and_possessives_vote_together() -> None:
    assert key("the Vetra’s") == key("Vetra") == "Vetra"


def test_every_fixed_rule_has_a_weight() -> None:
    assert set(WEIGHTS) >= FIXED
