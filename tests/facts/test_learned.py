"""The model that guesses at events: what it looks at, what it adds to the rules, and what it may never do."""

from __future__ import annotations

import re
from pathlib import Path

import numpy as np
import pytest

from kg.errors import StoreError
from kg.facts.confidence import confidence
from kg.facts.learned.features import features, may_tell, word_of
from kg.facts.learned.model import FILE, Model, model, read_model
from kg.facts.learned.roles import FAMILY, as_pattern, families
from tests.facts.test_circumstances import scene as scene_of
from tests.facts.test_patterns import read
from tests.test_corpus import script
from tests.test_honesty import names

TRAINING = script("train_triggers")
SMALL = Model(
    ("", "Appeal", "Refusal"),
    frozenset({"V:balk"}),
    {"w=V:balk": 0, "d=ROOT": 1},
    np.array([[-64, 0, 96], [0, 0, 32]], np.int16),
    np.array([32, 0, 0], np.int16),
    {"Refusal": 0.5},
    "made up",
)


def test_a_model_comes_back_as_it_was_written(tmp_path: Path) -> None:
    SMALL.write(tmp_path / "m.npz")
    found = read_model(tmp_path / "m.npz")
    assert (found.kinds, found.words, found.rows, found.least) == (
        SMALL.kinds,
        SMALL.words,
        SMALL.rows,
        {"Refusal": 0.5},
    )
    assert found.source == "made up"
    assert (found.weights == SMALL.weights).all()
    assert (found.bias == SMALL.bias).all()


def test_the_likeliest_kind_is_never_no_event() -> None:
    assert SMALL.guess(["unknown"]) == ("Appeal", pytest.approx(1 / (1 + 1 + np.e), abs=1e-9))
    kind, chance = SMALL.guess(["w=V:balk", "d=ROOT"])
    assert (kind, chance) == ("Refusal", pytest.approx(np.exp(4) / (np.exp(4) + np.exp(-1) + 1), abs=1e-9))
    assert SMALL.chance(["w=V:balk", "d=ROOT"], "Refusal") == chance


@pytest.mark.parametrize("content", [b"", b"no archive", b"PK\x03\x04 cut"])
def test_a_broken_file_is_named(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "m.npz").write_bytes(content)
    with pytest.raises(StoreError, match=r"m\.npz: cannot be read .*; install again"):
        read_model(tmp_path / "m.npz")


def test_each_kind_has_roles_where_its_patterns_have_theirs() -> None:
    assert set(model().kinds) - {""} <= {*as_pattern()} == {*families()}
    refusal = as_pattern()["Refusal"]
    assert (refusal.rule, refusal.roles["agent"].edges[0], refusal.roles["patient"].edges[0]) == (
        "learned/Refusal", "subject", "object",
    )  # fmt: skip
    assert "GovernmentBody" in refusal.roles["agent"].classes
    assert families()["Refusal"] == "decision"


@pytest.mark.model
def test_it_looks_at_the_word_its_edges_and_its_sentence() -> None:
    scene = scene_of("On May 2, the authorities in Suva balked at the request of nurses.")
    word = next(t for t in scene.span if t.lower_ == "balked")
    assert (may_tell(word), word_of(word)) == (True, "V:balk")
    found = features(word, scene)
    assert found >= {"w=V:balk", "d=ROOT", "v=active", "el=subject|authority", "wel=V:balk|prep:at|request", "n1=at"}
    assert found >= {"b=nurse", "s=Place", "dated=True", "p=V"}


def test_it_knows_nobody_of_the_annotated_documents() -> None:
    kept = " ".join([*model().rows, *model().words])
    assert [one for one in names() if re.search(rf"\b{re.escape(one.lower())}\b", kept)] == []


def test_it_was_taught_from_these_texts() -> None:
    assert model().source == TRAINING.source(), "the texts have changed; run make train"
    assert FILE.stat().st_size < 15_000_000


def test_its_precision_is_that_of_documents_held_back() -> None:
    measured = {rule for rule in confidence() if rule.startswith(f"{FAMILY}/")}
    assert measured
    assert all(0 < confidence()[rule] < 0.95 for rule in measured)


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("[The Court of Appeal|Court] reversed him in June 2022.", "occurred"),
        ("[The Court of Appeal|Court] will reverse [Ann Lee|Person] in November.", "planned"),
    ],
)
def test_what_no_rule_reads_is_guessed_and_never_asserted(text: str, status: str) -> None:
    ((event,), names) = read(text)
    assert (event.kind, event.status, event.rule) == ("Appeal", status, "learned/Appeal")
    assert [names[k] for k in event.agent] == ["The Court of Appeal"]
    assert model().least["Appeal"] <= event.guessed < 1
    assert event.mode == ("Uncertain" if status == "occurred" else "Proposed")


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


def test_that_somebody_hurt_somebody_is_never_guessed() -> None:
    assert {families()[kind] for kind in model().least}.isdisjoint({"violence"})
