"""Keys are exchanged wherever a fact or an event holds one, and nowhere else."""

from __future__ import annotations

from kg.facts.across.rekey import rekey_events, rekey_facts
from kg.facts.model import Event, Evidence, Fact

PROOF = (Evidence("page", 1, 0, 4, "Text"),)
KEYS = {"x": "X", "y": "Y", "z": "Y"}


def test_facts() -> None:
    fact = Fact("x", "author", "y", PROOF, "x", literal="x", title="y", source="z")
    kept = Fact("a", "author", "", PROOF, "rule")
    assert rekey_facts([fact, kept], KEYS) == [
        Fact("X", "author", "Y", PROOF, "x", literal="x", title="y", source="Y"),
        kept,
    ]


def test_events() -> None:
    event = Event(
        "x", "Rally", PROOF, "y", agent=("x", "a"), patient=("y", "z"), participant=("z",), law=("x",), place="y",
        country="x", source="z", charge="x", outcome="x",
    )  # fmt: skip
    (changed,) = rekey_events([event], KEYS)
    assert (changed.agent, changed.patient, changed.participant) == (("X", "a"), ("Y",), ("Y",))
    assert (changed.law, changed.place, changed.source) == (("X",), "Y", "Y")
    assert (changed.id, changed.rule, changed.country, changed.charge, changed.outcome) == ("x", "y", "x", "x", "x")


def test_no_keys_no_change() -> None:
    event = Event("e", "Rally", PROOF, "rule", agent=("a", "b"))
    assert rekey_events([event], {}) == [event]
