"""What texts themselves say is one thing."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.model


def keys(resolution, *spellings: str) -> set[str]:
    return {e.key for e in resolution.entities.values() for s in spellings if s in e.names}


@pytest.mark.parametrize(
    ("text", "spellings"),
    [
        ("The Lake Fishers Union (LFU) met. The LFU sued.", ("Lake Fishers Union", "LFU")),
        (
            "A bill taxing street music was read. The draft, known as the Street Noise Bill, failed.",
            ("bill taxing street music", "Street Noise Bill"),
        ),
        (
            "Nurses wrote a petition against night shifts. The petition “Let Us Sleep Now” was signed.",
            ("petition against night shifts", "Let Us Sleep Now"),
        ),
        ("The Kumasi City Police came in vans. The police left at dawn.", ("Kumasi City Police", "police")),
        ("Deputies read the Street Noise Bill. Unions hate the noise bill.", ("Street Noise Bill", "noise bill")),
    ],
)
def test_one_thing(resolved, text: str, spellings: tuple[str, str]) -> None:
    assert len(keys(resolved(text), *spellings)) == 1


@pytest.mark.parametrize(
    ("text", "spellings"),
    [
        (
            "Nurses wrote a petition against night shifts. Farmers wrote another petition against water fees.",
            ("petition against night shifts", "petition against water fees"),
        ),
        (
            "Nurses wrote a petition against night shifts. Farmers signed a petition against water fees.",
            ("petition against night shifts", "petition against water fees"),
        ),
        ("Deputies read the Street Noise Bill and the Water Fees Bill.", ("Street Noise Bill", "Water Fees Bill")),
    ],
)
def test_two_things(resolved, text: str, spellings: tuple[str, str]) -> None:
    assert len(keys(resolved(text), *spellings)) == 2
