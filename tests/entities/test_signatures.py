"""Numbers of signatures, gathered and needed."""

from __future__ import annotations

import pytest

from kg.entities.signatures import counts


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It has gathered 31,400 signatures.", [(31400, False)]),
        ("More than 50 thousand people have signed it.", [(50000, False)]),
        ("It received over 1.2 million signatures.", [(1200000, False)]),
        ("It is considered once 25,000 people have signed it.", [(25000, True)]),
        ("The ministry must consider a petition with 40,000 signatures.", [(40000, True)]),
        (
            "It closed with 12,300 signatures, far below the 70,000 that the law demands.",
            [(12300, False), (70000, True)],
        ),
        ("It needs at least 10,000 signatures.", [(10000, True)]),
        ("About 600 people marched.", []),
        ("He paid 4,000 pesos.", []),
        ("All 12 signatures were false.", []),
        ("It has 2,300 of the 3,000 signatures required.", [(2300, False), (3000, True)]),
        ("The petition, signed by more than 900 residents, failed.", [(900, False)]),
        ("The letter was signed by 90 human rights groups.", []),
        ("1,150 villagers had put their names to it.", [(1150, False)]),
        ("Some 90 organisations signed the letter.", []),
        ("The quorum for a debate is 50,000.", [(50000, True)]),
        ("With 900 signatures it must be read once it has 30,000.", [(900, False), (30000, True)]),
        ("If the petition reaches 50,000 signatures, parliament must debate it.", [(50000, True)]),
        ("When parliament sat, it had 50,000 signatures.", [(50000, False)]),
    ],
)
def test_counts(text: str, found: list[tuple[int, bool]]) -> None:
    assert counts(text) == found


@pytest.mark.model
def test_a_petition_carries_its_numbers(resolved, named) -> None:
    text = (
        "A petition against the toll has gathered 9,400 signatures. "
        "It must be considered once 8,000 people have signed it."
    )
    petition = named(resolved(text), "petition against the toll")
    assert (petition.signatures, petition.threshold) == (9400, 8000)
