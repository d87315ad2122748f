"""Steps of the petition with which a sentence begins."""

from __future__ import annotations

import pytest

from tests.facts.test_relations_read import read

pytestmark = pytest.mark.model

LAUNCH = (
    'Two petitions are known. The first, "Ferries for All", was launched on the portal e-Sauti on 3 February 2024 by '
    "the Ferry Crews Union, had gathered 9,400 signatures by the end of April, and asks the Senate for a night boat."
)


@pytest.mark.parametrize(
    ("text", "steps"),
    [
        (LAUNCH, {"PetitionLaunch 2024-02-03 Ferry Crews Union", "PetitionThreshold ../2024-04 "}),
        (
            "Two petitions failed. The second, against the ferry toll, was declined on 3 June 2024 for lack of names.",
            {"PetitionDecision 2024-06-03 "},
        ),
        ("Two petitions are known. The second, against the ferry toll, would be launched if the Senate slept.", set()),
        ("The petition against the ferry toll needs 9,000 signatures by 3 May 2024 to be debated.", set()),
        (
            "A petition against the toll has 900 names. The Petitions Committee heard its author on 3 June 2024.",
            {"PetitionReview 2024-06-03 Petitions Committee"},
        ),
    ],
)
def test_steps_of_a_petition(text: str, steps: set[str]) -> None:
    found = read(text)
    names = {e.key: e.name for e in found.entities}
    told = {
        f"{e.kind} {e.date.edtf} {', '.join(names[k] for k in e.agent)}"
        for e in found.events
        if e.kind.startswith("Petition") and e.patient and e.date and e.polarity
    }
    assert told == steps
