"""Sentences that deny, plan, allege, attribute or only suppose an event: none of them may become a plain fact."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from kg.documents.model import Article, Document, Paragraph
from kg.entities.model import Entity, LinkedSentence, Reference
from kg.facts.events import read_events
from kg.facts.model import Event
from kg.mentions import analysis
from kg.mentions.timex.article import article_dates

pytestmark = pytest.mark.model
MARKUP = re.compile(r"\[([^\]|]+)\|(\w+)\]")
SPEECH = {"Statement", "Publication"}
CASES = yaml.safe_load(Path(__file__).with_name("stances.yaml").read_text(encoding="utf8"))
STATUSES = {"planned", "refused", "attempted"}


def read(marked: str) -> list[Event]:
    """The events of one sentence whose names are marked up."""
    text, references, rest = "", [], 0
    for match in MARKUP.finditer(marked):
        text += marked[rest : match.start()]
        references.append(Reference(len(text), len(text) + len(match[1]), f"{match[2]}:{match[1]}", match[2]))
        text, rest = text + match[1], match.end()
    text += marked[rest:]
    article = Article("t#1", 1, "", "", 0, len(text), (Paragraph(0, len(text)),), "2024-09-01", work="t")
    document = Document("t", "", "t.txt", text, (article,))
    sentences = analysis.sentences(document, next(analysis.parse([document])))
    linked = [LinkedSentence(s, tuple(r for r in references if s.start <= r.start < s.end)) for s in sentences]
    entities = {r.entity: Entity(r.entity, r.cls, r.entity.split(":")[1]) for r in references}
    dates = article_dates([(i, s.text) for i, s in enumerate(sentences)], published="2024-09-01")
    return read_events(linked, entities, dates)


def plain(event: Event) -> bool:
    """Whether an event would be told as a fact of the world."""
    return event.polarity and event.mode == "Asserted" and event.status == "occurred"


@pytest.mark.parametrize("case", CASES, ids=lambda c: re.sub(r"\[([^|]*)\|\w+\]", r"\1", c["text"])[:60])
def test_only_what_the_text_asserts_is_a_fact(case: dict[str, str]) -> None:
    events = read(case["text"])
    wanted = {case["kind"]} if case["says"] == "so" else set()
    told = {e.kind for e in events if plain(e)} - SPEECH
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
        found = [view(e) for e in read(case["text"]) if e.kind == case["kind"]]
        if case["says"] not in found and not (case["says"] == "denied" and not found):
            wrong.append((case["text"], case["says"], found))
    right = len(TOLD) - len(wrong)
    with capsys.disabled():
        print(f"\nstances: {right} of {len(TOLD)} told as the text tells them ({right / len(TOLD):.0%})")
    assert len(CASES) >= 200
    assert right >= 0.9 * len(TOLD), wrong
