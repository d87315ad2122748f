"""What only parties do or have, told by the words around a made-up name."""

from __future__ import annotations

import pytest

from kg.mentions.parties import electoral

NAME = "Quiet Ferries"


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("The Quiet Ferries won 12 seats in March.", True),
        ("Quiet Ferries holds 71 of 107 seats.", True),
        ("Quiet Ferries entered the Ghanaian parliament.", True),
        ("Quiet Ferries boycotted the election.", True),
        ("Quiet Ferries nominated Ama for president.", True),
        ("Quiet Ferries (QF) has 44 lawmakers.", True),
        ("Quiet Ferries formed a coalition.", True),
        ("the far-right Quiet Ferries marched", True),
        ("its coalition partner, the Quiet Ferries marched", True),
        ("a lawmaker from the Quiet Ferries spoke", True),
        ("She voted for Quiet Ferries in May.", False),
        ("Quiet Ferries won a prize.", False),
        ("Quiet Ferries held a rally.", False),
        ("Quiet Ferries observed the election.", False),
        ("The Quiet Ferries monitor the vote.", False),
    ],
)
def test_a_party_is_told_by_seats_votes_and_benches(blank, text: str, party: bool) -> None:
    sentence = blank(text)
    start = next(i for i, t in enumerate(sentence.span) if t.text == "Quiet")
    assert electoral(sentence.span, start, start + 2, strict=True) is party


def test_a_name_that_may_be_a_person_needs_more_than_votes(blank) -> None:
    sentence = blank("They elected for Quiet Ferries on Sunday.")
    assert not electoral(sentence.span, 3, 5, strict=True)
    assert electoral(sentence.span, 3, 5, strict=False)
