"""Sentences which say that gatherings need no permit, and sentences that only wish it or speak of something else."""

from __future__ import annotations

import pytest

from kg.documents.model import Article, Document, Paragraph
from kg.entities.model import LinkedSentence, Reference
from kg.facts.across.norms import NORM, read_norms
from kg.mentions import analysis

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("sentence", "norm"),
    [
        ("Under the Gatherings Act, whoever calls a rally has only to notify the town hall.", True),
        ("The Gatherings Act lets people notify the police of a march instead of asking for a permit.", True),
        ("Under the Gatherings Act organisers of pickets merely need to send a notification.", True),
        ("Under the Gatherings Act no permit is required for a demonstration.", True),
        ("The Gatherings Act should let people notify the police of a march instead of asking for a permit.", False),
        ("Under the Gatherings Act, a rally needs a permit.", False),
        ("Under the Gatherings Act, importers need only notify the customs office.", False),
        ("Whoever calls a rally has only to notify the town hall.", False),
    ],
)
def test_norms(sentence: str, norm: bool) -> None:
    article = Article("d#1", 1, "", "", 0, len(sentence), (Paragraph(0, len(sentence)),), work="w")
    document = Document("d", "", "d.txt", sentence, (article,))
    at = sentence.find("the Gatherings Act".removeprefix("the "))
    named = (Reference(at, at + 14, "Law:gatherings act", "Law"),) if at >= 0 else ()
    linked = [LinkedSentence(s, named) for s in analysis.sentences(document, next(analysis.parse([document])))]
    assert [(f.subject, f.literal) for f in read_norms(linked)] == ([("Law:gatherings act", NORM)] if norm else [])
