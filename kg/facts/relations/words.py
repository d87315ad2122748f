"""The word lists and verb patterns of `relations.yaml`, read once per process."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from kg.errors import UsageError
from kg.facts.grammar.inflect import noun_forms, verb_forms
from kg.facts.patterns import Condition, Example, Role, condition, role
from kg.resources import read_yaml

FILE = Path(__file__).resolve().parent / "relations.yaml"
KEYS = {"name", "predicate", "verbs", "nouns", "words", "subject", "object", "where", "unless", "title", "former",
        "allow", "turned", "examples"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class RelationPattern:
    """How one relation is told. `rule` is "relations/<name>", the id on its claims.

    `subject` and `object` say at which edges of the trigger's clause they stand (tried in order) and of which classes
    they are. `allow` lifts gates: "modal" ("must consider"), "unreal" (what somebody urges). `turned` is the predicate
    that the negated clause states ("does not support" is `opposes`); "" keeps the predicate with negative polarity.
    """

    rule: str
    predicate: str
    triggers: frozenset[str]
    verbs: frozenset[str]
    subject: Role
    object: Role
    where: tuple[Condition, ...]
    unless: tuple[Condition, ...]
    title: str
    former: bool
    allow: frozenset[str]
    turned: str
    positive: tuple[Example, ...]
    negative: tuple[str, ...]


@cache
def patterns() -> tuple[RelationPattern, ...]:
    """All relation patterns in the order of the file. Raises `UsageError` for a malformed one."""
    return tuple(_pattern(row) for row in _data()["patterns"])


@cache
def by_trigger() -> Mapping[str, tuple[RelationPattern, ...]]:
    """Lower-case trigger form to the patterns that it may start."""
    table: dict[str, list[RelationPattern]] = {}
    for pattern in patterns():
        for form in sorted(pattern.triggers):
            table.setdefault(form, []).append(pattern)
    return {form: tuple(found) for form, found in table.items()}


@cache
def word_list(name: str) -> frozenset[str]:
    """A word list by its name. Raises `UsageError` if the file has none of that name."""
    return frozenset(_section("words", name))


@cache
def word_map(name: str) -> Mapping[str, tuple[str, ...]]:
    """A list of words under each of several headings, turned round: word to its headings, in the file's order."""
    table: dict[str, tuple[str, ...]] = {}
    for heading, found in _section("maps", name).items():
        for word in found:
            table[word] = (*table.get(word, ()), heading)
    return table


def _section(section: str, name: str) -> Any:
    data = _data()[section]
    if name not in data:
        raise UsageError(f"{FILE.name}: {section} has no {name!r}")
    return data[name]


@cache
def _data() -> dict[str, Any]:
    data: dict[str, Any] = read_yaml(FILE)
    return data


def _pattern(row: dict[str, Any]) -> RelationPattern:
    rule = f"relations/{row.get('name', '?')}"
    unknown = sorted(set(row) - KEYS)
    if unknown or not {"name", "predicate", "subject", "object", "examples"} <= set(row):
        raise UsageError(f"{FILE.name}, {rule}: unknown or missing keys {unknown}; see kg/facts/relations/words.py")
    verbs = frozenset(f for v in row.get("verbs", ()) for f in verb_forms(v))
    nouns = frozenset(f for n in row.get("nouns", ()) for f in noun_forms(n))
    examples = row["examples"]
    return RelationPattern(
        rule=rule, predicate=row["predicate"], triggers=verbs | nouns | frozenset(row.get("words", ())), verbs=verbs,
        subject=role(row["subject"]), object=role(row["object"]),
        where=tuple(condition(c) for c in row.get("where", ())),
        unless=tuple(condition(c) for c in row.get("unless", ())),
        title=row.get("title", ""), former=row.get("former") == "true", allow=frozenset(row.get("allow", ())),
        turned=row.get("turned", ""),
        positive=tuple(Example(e["text"], {k: v for k, v in e.items() if k != "text"}) for e in examples["positive"]),
        negative=tuple(examples.get("negative", ())),
    )  # fmt: skip
