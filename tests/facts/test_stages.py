"""Adopted, signed, in force, amended: what stages of a law's life an enactment tells."""

from __future__ import annotations

import pytest

from kg.facts.model import Event, Evidence
from kg.facts.stages import stages


@pytest.mark.parametrize(
    ("quote", "told"),
    [
        ("Parliament adopted the Water Act on 3 May.", ("adoption",)),
        ("The president signed the Water Act, which the Senate had passed.", ("adoption", "signature")),
        ("The Water Act came into force in July.", ("entryIntoForce",)),
        ("The Water Act takes effect in July.", ("adoption",)),
        ("The Water Act, amended in 2019, tightened the rules.", ("amendment",)),
        ("A new Water Act, after thousands signed a petition.", ("adoption",)),
        ("There is a new Water Act.", ("adoption",)),
    ],
)
def test_stages_of_an_enactment(quote: str, told: tuple[str, ...]) -> None:
    assert stages(Event("e", "Enactment", (Evidence("d", 1, 0, 9, quote),), "lawmaking/enact")) == told


def test_the_rule_may_say_it_already() -> None:
    proof = (Evidence("d", 1, 0, 9, "The act that was passed in May took effect."),)
    assert stages(Event("e", "Enactment", proof, "lawmaking/into-force")) == ("entryIntoForce",)
    assert stages(Event("e", "TreatyAction", proof, "lawmaking/sign", action="signature")) == ("signature",)
    assert stages(Event("e", "March", proof, "assembly/march")) == ()
