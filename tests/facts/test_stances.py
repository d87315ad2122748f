"""Sentences that deny, plan, allege, attribute or only suppose an event: none of them may become a plain fact."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from kg.facts.model import Event
from tests.facts.marked import plain, read

pytestmark = pytest.mark.model
SPEECH = {"Statement", "Publication"}
CASES = yaml.safe_load(Path(__file__).with_name("stances.yaml").read_text(encoding="utf8"))
STATUSES = {"planned", "refused", "attempted"}


def is_asserted(event: Event) -> bool:
    """Whether an event would be told as a fact of the world."""
    return event.polarity and event.mode == "Asserted" and event.status == "occurred"


@pytest.mark.parametrize("case", CASES, ids=lambda c: plain(c["text"])[:60])
def test_only_what_the_text_asserts_is_a_fact(case: dict[str, str]) -> None:
    events, _ = read(case["text"])
    wanted = {case["kind"]} if case["says"] == "so" else set()
    told = {e.kind for e in events if is_asserted(e)} - SPEECH
    assert told - set(case.get("also", ())) == wanted, [(e.kind, e.rule, e.status, e.polarity) for e in events]


def view(event: Event) -> str:
    """What the text says of an event, in the words of the table."""
    if not event.polarity:
        return "denied"
    if event.status in STATUSES or event.status == "alleged":
        return event.status
    return event.source.split(":")[-1] or ("hearsay" if event.hearsay else "so")


TOLD = [case for case in CASES if case["says"] != "nothing"]


def test_nine_of_ten_are_told_as_the_text_tells_them(capsys: pytest.CaptureFixture[str]) -> None:
    wrong = []
    for case in TOLD:
        found = [view(e) for e in read(case["text"])[0] if e.kind == case["kind"]]
        if case["says"] not in found and not (case["says"] == "denied" and not found):
            wrong.append((case["text"], case["says"], found))
    right = len(TOLD) - len(wrong)
    with capsys.disabled():
        print(f"\nstances: {right} of {len(TOLD)} told as the text tells them ({right / len(TOLD):.0%})")
    assert len(CASES) >= 200
    assert right >= 0.9 * len(TOLD), wrong
