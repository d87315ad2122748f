"""The order in which people come into question, on hand-made words."""

from __future__ import annotations

import pytest
import spacy
from spacy.tokens import Doc as Parse

from kg.entities.pronouns import Person, choose
from kg.mentions.analysis import plain_values
from kg.mentions.tokens import Doc

NLP = spacy.blank("en")


def doc_of(*words: tuple[str, str, str, int]) -> Doc:
    parse = Parse(
        NLP.vocab,
        [w[0] for w in words],
        tags=[w[1] for w in words],
        deps=[w[2] for w in words],
        heads=[w[3] for w in words],
        pos=[{"NNP": "PROPN", "NN": "NOUN", "PRP": "PRON", "VBD": "VERB"}[w[1]] for w in words],
    )
    return plain_values(parse)


ALONE = doc_of(("He", "PRP", "nsubj", 1), ("left", "VBD", "ROOT", 1))
PAIR = doc_of(("Ama", "NNP", "nsubj", 2), ("Kofi", "NNP", "conj", 0), ("left", "VBD", "ROOT", 2))
TWO = doc_of(("Ama", "NNP", "nsubj", 1), ("met", "VBD", "ROOT", 1), ("Kofi", "NNP", "dobj", 1))


def before(number: int, key: str, token) -> Person:
    return Person(number, key, 0, token)


@pytest.mark.parametrize(
    ("people", "known", "chosen"),
    [
        ([(4, "ama", 0), (4, "kofi", 2)], {"ama": "f", "kofi": "m"}, "kofi"),
        ([(4, "ama", 0), (4, "kofi", 2)], {}, "ama"),
        ([(2, "ama", 2), (4, "kofi", 2)], {"ama": "m"}, "ama"),
        ([(0, "ama", 0)], {}, ""),
        ([(4, "ama", 0)], {"ama": "f"}, ""),
        ([], {}, ""),
    ],
)
def test_people_of_earlier_sentences(people: list[tuple[int, str, int]], known: dict[str, str], chosen: str) -> None:
    earlier = [before(n, key, TWO[i]) for n, key, i in people]
    assert choose(ALONE[0], 5, "m", [], earlier, known)[0] == chosen


def test_the_governing_subject_goes_first() -> None:
    doc = doc_of(
        ("Ama", "NNP", "nsubj", 1),
        ("says", "VBD", "ROOT", 1),
        ("Kofi", "NNP", "dobj", 1),
        ("she", "PRP", "nsubj", 4),
        ("left", "VBD", "ccomp", 1),
    )
    here = [Person(5, "ama", 3, doc[0]), Person(5, "kofi", 12, doc[2])]
    assert choose(doc[3], 5, "f", here, [], {}) == ("ama", False)


def test_an_unnamed_subject_makes_it_abstain() -> None:
    doc = doc_of(
        ("captain", "NN", "nsubj", 1),
        ("says", "VBD", "ROOT", 1),
        ("he", "PRP", "nsubj", 3),
        ("left", "VBD", "ccomp", 1),
    )
    assert choose(doc[2], 5, "m", [], [before(4, "kofi", TWO[2])], {"kofi": "m"}) == ("", False)


@pytest.mark.parametrize(("known", "chosen"), [({}, ""), ({"ama": "m", "kofi": "m"}, ""), ({"kofi": "m"}, "kofi")])
def test_of_two_named_side_by_side_only_the_one_who_surely_fits_is_meant(known: dict[str, str], chosen: str) -> None:
    earlier = [before(4, "ama", PAIR[0]), before(4, "kofi", PAIR[1])]
    assert choose(ALONE[0], 5, "m", [], earlier, known)[0] == chosen
