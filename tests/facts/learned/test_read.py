"""What the model adds to the rules, and what it may never do: change what they read, or be asserted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest

from kg.facts.events import read_events
from kg.facts.learned.features import may_tell, word_of
from kg.facts.learned.model import Model, model
from kg.facts.learned.roles import as_pattern
from kg.facts.model import Event
from tests.facts.marked import laid_out, read


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("[The Court of Appeal|Court] reversed him in June 2022.", "occurred"),
        ("[The Court of Appeal|Court] will reverse [Ann Lee|Person] in November.", "planned"),
    ],
)
def test_what_no_rule_reads_is_guessed_and_never_asserted(text: str, status: str) -> None:
    ((event,), _) = read(text)
    assert (event.kind, event.status, event.rule) == ("Appeal", status, "learned/Appeal")
    assert event.agent == (), "a court that reverses has not appealed"
    assert model().least["Appeal"] <= event.guessed < 1
    assert event.mode == "Uncertain"


@pytest.mark.parametrize("status", ["occurred", "planned", "refused", "alleged", "attempted"])
def test_a_guess_is_uncertain_whatever_else_it_is(status: str) -> None:
    event = replace(Event("e", "Appeal", (), "learned/Appeal", guessed=0.7), status=status)  # type: ignore[arg-type]
    assert event.mode == replace(event, source="Person:p").mode == replace(event, hearsay=True).mode == "Uncertain"


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    [
        "[The Court of Appeal|Court] did not reverse him in June 2022.",
        "Did [the Court of Appeal|Court] reverse him in June 2022?",
        "[The Court of Appeal|Court] might reverse him.",
        "[The Court of Appeal|Court] often reverses judges.",
        "[Ann Lee|Person] called for a taxi in May.",
        "[Ann Lee|Person] visited the website in May.",
    ],
)
def test_what_is_denied_asked_or_only_possible_is_no_guess(text: str) -> None:
    assert [e.rule for e in read(text)[0] if e.polarity] == []


@pytest.mark.model
def test_a_rule_of_the_family_leaves_no_room_for_a_guess() -> None:
    events, _ = read("[The Court of Appeal|Court] reversed him in June 2022 and jailed [Ann Lee|Person].")
    assert [(e.kind, e.guessed) for e in events] == [("Conviction", 0.0)]


# Texts in which a guess could meddle: as the speaker of a quotation, as a charge before the one threatened, as what a
# statement points to, as a day or place that a story carries on, as a judge, as who spoke before.
MEDDLED = [
    "“The ban is absurd. [Oru Tamme|Person] was arrested on May 3,” [Una Kask|Person] scoffed. “They will not stop.”",
    "[Una Kask|Person] was hauled up in [Suva|Place]. If convicted, [Una Kask|Person] faces ten years in prison.",
    "[Oru Tamme|Person] clashed with [Una Kask|Person] in [Suva|Place] on May 3, 2024. [Una Kask|Person] denied it.",
    "[Oru Tamme|Person] staged a stunt in [Suva|Place] on May 3, 2024. Police arrested [Oru Tamme|Person]. "
    "[Una Kask|Person] condemned the arrest.",
    "[The Suva Court|Court] dealt with [Una Kask|Person] on May 3, 2024. [Oru Tamme|Person] was jailed for two years.",
    "[Una Kask|Person] said [Oru Tamme|Person] was arrested in [Suva|Place] on May 3, 2024, and lashed out at police.",
    "[The Reef Union|CivilSocietyOrganization] railed at the cabinet. [Una Kask|Person] told the council on May 3, "
    "2024, that nurses had marched in [Suva|Place]. She went on to speak of pay.",
    "The council debated the bill on May 3, 2024. [Una Kask|Person] recalled that [Oru Tamme|Person] had been beaten.",
]  # fmt: skip


def eager(kind: str, texts: Sequence[str]) -> Model:
    """A model that sees events of a kind in every word of some texts."""
    scenes = (one for text in texts for one in laid_out(text)[0])
    words = frozenset(word_of(t) for one in scenes for t in one.sentence.tokens if may_tell(t))
    return Model(
        ("", kind), words, {}, np.zeros((0, 2), np.int16), np.array([0, 160], np.int16), {kind: 0.5}, "made up"
    )


@pytest.mark.model
@pytest.mark.parametrize("kind", ["Statement", "Charge", "Detention", "Conviction", "OfficialMeeting", "March"])
def test_whatever_is_guessed_what_rules_read_stays_the_same(kind: str) -> None:
    assert kind in as_pattern()
    silent, loud = replace(eager(kind, []), words=frozenset()), eager(kind, MEDDLED)
    met = 0
    for text in MEDDLED:
        linked, entities, dates, _ = laid_out(text)
        ruled = read_events(linked, entities, dates, silent)
        found = read_events(linked, entities, dates, loud)
        assert [e for e in found if not e.guessed] == ruled, text
        assert not any(e.guessed for e in ruled)
        met += len(found) - len(ruled)
    assert met > 1, "the model has not guessed, so nothing was tried"
