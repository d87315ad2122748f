"""Petitions with and without titles."""

from __future__ import annotations

import pytest

from kg.mentions import petitions

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The petition “Keep Our Ferry Running” has 900 names.", ["Keep Our Ferry Running"]),
        (
            "A petition against the toll, “Free the Bridge Now,” had failed.",
            ["Free the Bridge Now", "petition against the toll"],
        ),
        ("The petition is new. “Water Is Not Oil” was launched in June.", ["Water Is Not Oil"]),
        ("“Water Is Not Oil” was launched in June.", []),
        ("Nurses wrote a petition demanding a ban on night shifts.", ["petition demanding a ban on night shifts"]),
        ("A petition by beekeepers against a quarry closed on Monday.", ["petition by beekeepers against a quarry"]),
        ("A petition with 9,000 signatures was carried in.", ["petition with 9,000 signatures"]),
        ("The ministry must consider a petition with 9,000 signatures.", []),
        ("Deputies read Petition No. 91/2031 aloud.", ["Petition No. 91/2031"]),
        ("She opened a petition for cheaper ferries on Avaaz.", ["petition for cheaper ferries"]),
        ("They sent a petition to ban ferry tolls to the city council.", ["petition to ban ferry tolls"]),
        ("A petition launched by nurses has 900 names.", ["petition launched by nurses"]),
        ("A petition launched in May has 900 names.", []),
        ("A habeas corpus petition filed by her aunt failed.", []),
        ("He lodged a writ petition against the ferry toll.", []),
        ("The petition failed.", []),
        ("They petitioned the court.", []),
    ],
)
def test_petitions(read, text: str, found: list[str]) -> None:
    assert sorted({m.text for s in read(text) for m in petitions.find(s)}) == sorted(found)
