"""Which state an article is about."""

from __future__ import annotations

import pytest

from kg.entities.context import read_context
from kg.mentions.find import find_mentions

pytestmark = pytest.mark.model
TEXT = "Ghana and Ghanaian nurses signed. Togo watched.\n---\nTogo signed and Togo paid. The police came."


def test_the_state_of_each_article_and_of_the_whole(corpus) -> None:
    sentences = corpus({"doc": TEXT})
    context = read_context(sentences["doc"], find_mentions(sentences)["doc"])
    assert (context.of(0), context.of(1), context.of(9)) == ("GH", "TG", context.document)


def test_a_text_without_states_has_none(corpus) -> None:
    sentences = corpus({"doc": "It rained all day."})
    assert read_context(sentences["doc"], [[]]).of(0) == ""
