"""Lists of demands: who asks, whom, and what is to be done about whom, item by item."""

from __future__ import annotations

import re

import pytest

from kg.documents.model import Article, Document, Paragraph
from kg.entities.model import Entity, LinkedSentence, Reference
from kg.facts.events import read_events
from kg.mentions import analysis
from kg.mentions.timex.article import article_dates

pytestmark = pytest.mark.model
NAMES = {"River Union": "CivilSocietyOrganization", "Rivers Board": "GovernmentBody", "Senate": "Legislature",
         "Government of Fiji": "GovernmentBody", "Ann Lee": "Person", "Water Act": "Law"}  # fmt: skip


def demands(lead: str, *items: str, before: str = "") -> list[tuple[str, tuple[str, ...]]]:
    """Who asks and whom or what about, of each item under a lead."""
    text = f"{before}\n{lead}\n"
    paragraphs = [Paragraph(0, len(before), "text", ""), Paragraph(len(before) + 1, len(text) - 1, "text", "")]
    for item in items:
        led = (len(before) + 1, len(before) + 1 + len(lead))
        paragraphs.append(Paragraph(len(text), len(text) + len(item), "item", "", led))
        text += item + "\n"
    article = Article("d#1", 1, "", "", 0, len(text), tuple(p for p in paragraphs if p.end > p.start), "2024-09-01")
    document = Document("d", "", "d.txt", text, (article,))
    references = [
        Reference(m.start(), m.end(), name, cls) for name, cls in NAMES.items() for m in re.finditer(name, text)
    ]
    sentences = analysis.sentences(document, next(analysis.parse([document])))
    linked = [LinkedSentence(s, tuple(r for r in references if s.start <= r.start < s.end)) for s in sentences]
    entities = {name: Entity(name, cls, name) for name, cls in NAMES.items()}
    events = read_events(linked, entities, article_dates([(i, s.text) for i, s in enumerate(sentences)]))
    return [(e.agent[0], e.patient) for e in events if e.rule == "demands/item"]


def test_each_item_is_a_demand_of_its_own() -> None:
    assert demands(
        "The River Union calls on the Government of Fiji:", "to free Ann Lee;", "to repeal the Water Act."
    ) == [
        ("River Union", ("Government of Fiji", "Ann Lee")),
        ("River Union", ("Government of Fiji", "Water Act")),
    ]


def test_an_item_may_begin_with_whom_it_asks() -> None:
    assert demands("The River Union calls on:", "the Senate to repeal the Water Act;") == [
        ("River Union", ("Senate", "Water Act"))
    ]


def test_the_authorities_are_those_told_of_before() -> None:
    before = "The Government of Fiji detained Ann Lee on 3 May 2024."
    assert demands("The River Union calls on the authorities:", "to free Ann Lee.", before=before) == [
        ("River Union", ("Government of Fiji", "Ann Lee"))
    ]
    assert demands("The River Union calls on the authorities:", "to free Ann Lee.") == []


def test_what_nobody_is_known_to_ask_is_nobodys_demand() -> None:
    before = "The Rivers Board said on 3 May 2024 that the Water Act was fair."
    assert demands("Harbour Dawn calls on the Senate:", "to repeal the Water Act.", before=before) == []
    assert demands("The undersigned groups call on the Senate:", "to repeal the Water Act.", before=before) == []
