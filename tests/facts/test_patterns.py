"""Every pattern's example sentences, read by the real model.

Names come from the markup "[Grace Otieno|Person]"; "[her|Person=Grace Otieno]" is somebody named before.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import pytest

from kg.documents.model import Article, Document, Paragraph
from kg.entities.model import Entity, LinkedSentence, Reference
from kg.facts.events import read_events
from kg.facts.model import Event
from kg.facts.patterns import FOLDER, Example, Pattern, patterns
from kg.mentions import analysis
from kg.mentions.timex.article import ArticleDates, article_dates

MARKUP = re.compile(r"\[([^\]|]+)\|(\w+)(?:=([^\]]+))?\]")
PUBLISHED = "2024-09-01"


def document(text: str) -> Document:
    article = Article("t#1", 1, "", "", 0, len(text), (Paragraph(0, len(text)),), PUBLISHED, work="t")
    return Document("t", "", "t.txt", text, (article,))


def read(marked: str, parsed: bytes | None = None) -> tuple[list[Event], dict[str, str]]:
    """The events of one marked-up sentence, and the names by entity key."""
    linked, entities, dates, names = laid_out(marked, parsed)
    return read_events(linked, entities, dates), names


def laid_out(
    marked: str, parsed: bytes | None = None
) -> tuple[list[LinkedSentence], dict[str, Entity], ArticleDates, dict[str, str]]:
    """A marked-up sentence as the readers of facts get it, and the names by entity key."""
    text, references, names = "", [], {}
    rest = 0
    for match in MARKUP.finditer(marked):
        text += marked[rest : match.start()]
        key = f"{match[2]}:{match[3] or match[1]}"
        references.append(Reference(len(text), len(text) + len(match[1]), key, match[2]))
        text += match[1]
        names[key] = match[3] or match[1]
        rest = match.end()
    text += marked[rest:]
    page = document(text)
    sentences = analysis.sentences(page, parsed or next(analysis.parse([page])))
    linked = [LinkedSentence(s, tuple(r for r in references if s.start <= r.start < s.end)) for s in sentences]
    entities = {key: Entity(key, key.split(":")[0], name) for key, name in names.items()}
    dates = article_dates([(i, s.text) for i, s in enumerate(sentences)], published=PUBLISHED)
    return linked, entities, dates, names


def told(event: Event, names: dict[str, str], field: str) -> Any:
    value = getattr(event, field)
    if field in ("agent", "patient", "participant", "law"):
        return [names[key] for key in value]
    if field == "sanctions":
        return [f"{s.type} {s.duration or (f'{s.amount:g} {s.currency}' if s.amount else '')}" for s in value]
    if field == "attendance":
        return [str(n) for n in value or ()]
    return names.get(value, str(value))


POSITIVE = [pytest.param(p, e, id=f"{p.rule}-{n}") for p in patterns() for n, e in enumerate(p.positive)]
NEGATIVE = [pytest.param(p, text, id=f"{p.rule}-{n}") for p in patterns() for n, text in enumerate(p.negative)]


@pytest.fixture(scope="module")
def parses(request: pytest.FixtureRequest) -> dict[str, bytes]:
    """The parse of each example of the tests that run: all in one batch, since one by one takes twice as long."""
    chosen = [getattr(one, "callspec", None) for one in request.session.items if one.path == request.path]
    texts = sorted({written(call.params) for call in chosen if call and len(call.params) > 1})
    pages = [document(MARKUP.sub(r"\1", text)) for text in texts]
    return dict(zip(texts, analysis.parse(pages), strict=True))


def written(params: Mapping[str, Any]) -> str:
    """The example of a test's parameters, with its markup."""
    return str(params["example"].text if "example" in params else params["text"])


@pytest.mark.model
@pytest.mark.parametrize(("pattern", "example"), POSITIVE)
def test_positive_examples_give_the_kind_and_roles(
    parses: dict[str, bytes], pattern: Pattern, example: Example
) -> None:
    events, names = read(example.text, parses[example.text])
    found = [e for e in events if e.kind == pattern.kind and e.polarity and not e.guessed]
    assert found, f"no {pattern.kind}; got {[(e.kind, e.rule) for e in events]}"
    fields = {k: v for k, v in example.expected.items() if k != "kind"}
    views = [{field: told(event, names, field) for field in fields} for event in found]
    assert any(view == fields for view in views), views


@pytest.mark.model
@pytest.mark.parametrize(("pattern", "text"), NEGATIVE)
def test_negative_examples_give_no_event_of_the_kind(parses: dict[str, bytes], pattern: Pattern, text: str) -> None:
    events, _ = read(text, parses[text])
    assert [(e.rule, e.status) for e in events if e.kind == pattern.kind and e.polarity and not e.guessed] == []


def test_every_family_file_is_read_and_rules_are_unique() -> None:
    rules = [p.rule for p in patterns()]
    assert len(rules) == len(set(rules))
    assert {rule.split("/")[0] for rule in rules} == {path.stem for path in FOLDER.glob("*.yaml")}


def test_every_pattern_has_triggers_and_examples_of_both_kinds() -> None:
    assert [p.rule for p in patterns() if not p.verbs | p.nouns | p.words] == []
    assert [p.rule for p in patterns() if not (p.positive and p.negative)] == []
