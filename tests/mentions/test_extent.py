"""Where a description begins and ends."""

from __future__ import annotations

import pytest

from kg.mentions.extent import left_end, right_end

pytestmark = pytest.mark.model
LINKS = frozenset({"on", "against", "for", "to"})


@pytest.mark.parametrize(
    ("text", "noun", "whole"),
    [
        ("They read a law on fishing quotas, which failed.", "law", "law on fishing quotas"),
        ("They read a law on fishing quotas after dinner.", "law", "law on fishing quotas"),
        ("They read a law on fishing quotas in July 2020.", "law", "law on fishing quotas"),
        ("They read the new press law.", "law", "press law"),
        ("They handed in a petition for consideration.", "petition", "petition"),
        ("They wrote a decree to found a body to watch rivers.", "decree", "decree to found a body"),
        (
            "It issued an ordinance that repeals the curfew and frees him.",
            "ordinance",
            "ordinance that repeals the curfew",
        ),
    ],
)
def test_the_words_of_a_description(read, text: str, noun: str, whole: str) -> None:
    span = read(text)[0].span
    token = next(t for t in span if t.text == noun)
    assert span.doc[left_end(token, span.start) : right_end(token, LINKS, span.end)].text == whole
