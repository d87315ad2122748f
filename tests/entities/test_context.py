"""Which state an article is about."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kg.entities.context import read_context
from kg.mentions.find import find_mentions

pytestmark = pytest.mark.model
TEXT = "Ghana and Ghanaian nurses signed. Togo watched.\n---\nTogo signed and Togo paid. The police came."


def test_the_state_of_each_article_and_of_the_whole(corpus) -> None:
    sentences = corpus({"doc": TEXT})
    context = read_context(sentences["doc"], find_mentions(sentences)["doc"])
    assert (context.of(0), context.of(1), context.of(9)) == ("GH", "TG", context.document)


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("The police in Lusaka refused the march.", "ZM"),
        ("The Lusaka Magistrates' Court fined her.", "ZM"),
        ("A Addis Ababa court fined her. The police in Addis Ababa came.", "ET"),
        ("The police in Lusaka met those of Kenya.", "KE"),  # the name of a state says more than one of its cities
        ("The Ministry of Justice refused it.", ""),
    ],
)
def test_the_state_of_the_city_in_the_name_of_a_body(corpus, text: str, state: str) -> None:
    sentences = corpus({"doc": text})
    assert read_context(sentences["doc"], find_mentions(sentences)["doc"]).document == state


@pytest.mark.parametrize(("title", "state"), [("Lusaka police ban a march", "ZM"), ("A March Like No Other", "")])
def test_the_state_of_the_city_in_a_title(corpus, title: str, state: str) -> None:
    (sentence,) = corpus({"doc": "It rained all day."})["doc"]
    titled = replace(sentence, article=replace(sentence.article, title=title))
    assert read_context([titled], [[]]).document == state


def test_a_text_without_states_has_none(corpus) -> None:
    sentences = corpus({"doc": "It rained all day."})
    assert read_context(sentences["doc"], [[]]).of(0) == ""
