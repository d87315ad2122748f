"""Every pattern's example sentences, read by the real model."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from kg.facts.model import Event
from kg.facts.patterns import FOLDER, Example, Pattern, patterns
from kg.mentions import analysis
from tests.facts.marked import document, plain, read


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
    pages = [document(plain(text)) for text in texts]
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
