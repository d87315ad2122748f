"""The file that holds the model, and the chances that it gives."""

from __future__ import annotations

import re
from pathlib import Path

import numpy as np
import pytest

from kg.errors import StoreError
from kg.facts.confidence import SUREST, confidence
from kg.facts.learned.model import FILE, Model, model, read_model
from kg.facts.learned.roles import PREFIX, file_of_kind
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
    TRAINING.write_model(SMALL, tmp_path / "m.npz")
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


def test_it_knows_nobody_of_the_annotated_documents() -> None:
    kept = " ".join([*model().rows, *model().words])
    assert [one for one in names() if re.search(rf"\b{re.escape(one.lower())}\b", kept)] == []


def test_it_was_taught_from_these_texts() -> None:
    assert model().source == TRAINING.source(), "the texts have changed; run make train"
    assert FILE.stat().st_size < 15_000_000


def test_its_precision_is_that_of_documents_held_back() -> None:
    measured = {rule for rule in confidence() if rule.startswith(f"{PREFIX}/")}
    assert measured
    assert all(0 < confidence()[rule] <= SUREST for rule in measured)


def test_that_somebody_hurt_somebody_is_never_guessed() -> None:
    assert {file_of_kind()[kind] for kind in model().least}.isdisjoint({"violence"})
