"""Posts: which words of a sentence say what somebody is."""

from __future__ import annotations

import pytest

from kg.documents.model import Article, Document, Paragraph
from kg.entities.model import LinkedSentence
from kg.facts.relations.posts import posts, singular
from kg.facts.scene import Scene
from kg.mentions import analysis


def scene(text: str) -> Scene:
    article = Article("d#1", 1, "", "", 0, len(text), (Paragraph(0, len(text)),), work="w")
    document = Document("d", "", "d.txt", text, (article,))
    (sentence,) = analysis.sentences(document, next(analysis.parse([document])))
    return Scene(LinkedSentence(sentence, ()), {})


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("The Deputy Minister of Fisheries spoke.", [("Deputy Minister of Fisheries", False)]),
        ("They jailed a former bus driver.", [("bus driver", True)]),
        ("Two retired fishermen sang.", [("fisherman", True)]),
        ("He is a stand-up comedian and a violinist.", [("stand-up comedian", False), ("violinist", False)]),
        ("The Special Rapporteur on the rights of migrants, a lawyer, spoke.",
         [("Special Rapporteur on the rights of migrants", False), ("lawyer", False)]),
        ("They read the paper by the river in another winter.", []),
        ("The hunger was a danger to the border.", []),
        ("Voters and passengers saw the murder.", []),
    ],
)  # fmt: skip
def test_posts_of_a_sentence(text: str, titles: list[tuple[str, bool]]) -> None:
    assert [(p.text, p.former) for p in posts(scene(text))] == titles


@pytest.mark.parametrize(
    ("plural", "one"),
    [("activists", "activist"), ("deputies", "deputy"), ("spokeswomen", "spokeswoman"), ("actress", "actress")],
)
def test_singular(plural: str, one: str) -> None:
    assert singular(plural) == one
