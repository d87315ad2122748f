"""Motions, acts of a year and former versions of a norm."""

from __future__ import annotations

import pytest

from kg.mentions import domains
from kg.mentions.norms import phrases as norm_phrases

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "A motion by Senator Jo Wikk to lower the ferry fee was voted down.",
            [("motion", "motion to lower the ferry fee")],
        ),
        ("Deputies backed a motion to lower the fee, he said.", [("motion", "motion to lower the fee")]),
        ("The defence filed a motion to lower the fine in court.", []),
        ("Deputies passed a motion of no confidence to end it all.", []),
        ("The wheel was set in motion to lower the boat.", []),
        ("The Senate is considering a motion to impeach Jo Wikk.", []),
        ("Deputies repealed the statute of 1931.", [("statute of 1931", "")]),
        ("The law of 40 villages is harsh.", []),
        ("She had vetoed an earlier version of the law.", [("earlier version of the law", "")]),
        ("She read an earlier version of the novel.", []),
    ],
)
def test_norm_phrases(read, text: str, found: list[tuple[str, str]]) -> None:
    mentions = [m for s in read(text) for m in norm_phrases.find(s)]
    assert [(m.text, m.facts.get("called", "")) for m in mentions] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It was put on the portal e-Lauta in May.", ["e-Lauta"]),
        ("It was put on e-Lauta, the state petition portal, in May.", ["e-Lauta"]),
        ("He lost his e-Passport in May.", []),
        ("The platform of the station is new.", []),
    ],
)
def test_services_on_the_net(read, text: str, found: list[str]) -> None:
    assert [m.text for s in read(text) for m in domains.find(s) if m.rule == "domain"] == found
