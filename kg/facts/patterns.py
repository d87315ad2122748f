"""Event patterns: data in `patterns/*.yaml`, one file per family of kinds, read once per process.

A pattern names its trigger words, the semantic edges of its roles with the classes allowed there, conditions, the
fields to read, and example sentences that are its tests. Among the words of a condition, "@offices" stands for a list
of `word_lists.yaml` and "*" for any word. CONTRIBUTING shows how to add a pattern.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from kg.errors import UsageError
from kg.facts.grammar.inflect import noun_forms, verb_forms
from kg.facts.scene import classes
from kg.resources import read_yaml

FOLDER = Path(__file__).resolve().parent / "patterns"
LISTS = FOLDER.parent / "word_lists.yaml"
ROLES = ("agent", "patient", "participant", "law", "place")
KEYS = {
    "name",
    "kind",
    "verbs",
    "nouns",
    "words",
    "where",
    "unless",
    "needs",
    "fields",
    "status",
    "sanction",
    "action",
    "examples",
    "allow",
    "prior",
    *ROLES,
}


@dataclass(frozen=True, slots=True)
class Role:
    """Where the fillers of a role stand (edges, tried in order, the first that yields wins) and of which classes."""

    edges: tuple[str, ...]
    classes: frozenset[str]


@dataclass(frozen=True, slots=True)
class Condition:
    """Something that must stand (or must not) at an edge: one of the words, or a reference of one of the classes."""

    edges: tuple[str, ...]
    words: frozenset[str]
    classes: frozenset[str]


@dataclass(frozen=True, slots=True)
class Example:
    """A made-up sentence: names as "[Grace Otieno|Person]"; `expected` maps roles and fields to values."""

    text: str
    expected: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Pattern:
    """How one kind of event is told. `rule` is `<file>/<name>`, the id on its claims.

    `allow` lifts gates: "modal" ("must consider"), "generic" (present tense without a date), "anonymous" (no named
    participant), "bare" (a noun without an argument). `needs` names roles that must be filled, or "date".
    `prior` ranks patterns that share a trigger: the highest that fits is taken, and all of one rank.
    """

    rule: str
    kind: str
    verbs: frozenset[str] = frozenset()
    nouns: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()
    roles: Mapping[str, Role] = field(default_factory=dict)
    where: tuple[Condition, ...] = ()
    unless: tuple[Condition, ...] = ()
    needs: tuple[str, ...] = ()
    fields: frozenset[str] = frozenset()
    status: str = ""
    sanction: str = ""
    action: str = ""
    allow: frozenset[str] = frozenset()
    prior: int = 0
    positive: tuple[Example, ...] = ()
    negative: tuple[str, ...] = ()


@cache
def patterns() -> tuple[Pattern, ...]:
    """All patterns, by file name and then in the order of the file. Raises `UsageError` for a malformed file."""
    return tuple(p for path in sorted(FOLDER.glob("*.yaml")) for p in _file(path))


@cache
def by_trigger() -> Mapping[str, tuple[Pattern, ...]]:
    """Lower-case trigger form to the patterns that it may start."""
    table: dict[str, list[Pattern]] = {}
    for pattern in patterns():
        for form in sorted(pattern.verbs | pattern.nouns | pattern.words):
            table.setdefault(form, []).append(pattern)
    return {form: tuple(found) for form, found in table.items()}


def _file(path: Path) -> list[Pattern]:
    return [_pattern(path.stem, row) for row in read_yaml(path)]


def _pattern(family: str, row: dict[str, Any]) -> Pattern:
    rule = f"{family}/{row.get('name', '?')}"
    unknown = sorted(set(row) - KEYS)
    if unknown or "kind" not in row or "name" not in row:
        raise UsageError(f"pattern {rule}: unknown or missing keys {unknown or 'name, kind'}; see kg/facts/patterns.py")
    examples = row.get("examples", {})
    return Pattern(
        rule=rule,
        kind=row["kind"],
        verbs=frozenset(f for v in row.get("verbs", ()) for f in verb_forms(v)),
        nouns=frozenset(f for n in row.get("nouns", ()) for f in noun_forms(n)),
        words=frozenset(row.get("words", ())),
        roles={name: role(row[name]) for name in ROLES if name in row},
        where=tuple(condition(c) for c in row.get("where", ())),
        unless=tuple(condition(c) for c in row.get("unless", ())),
        needs=tuple(row.get("needs", ())),
        fields=frozenset(row.get("fields", ())),
        status=row.get("status", ""),
        sanction=row.get("sanction", ""),
        action=row.get("action", ""),
        allow=frozenset(row.get("allow", ())),
        prior=int(row.get("prior", 0)),
        positive=tuple(Example(e["text"], {k: v for k, v in e.items() if k != "text"}) for e in examples["positive"]),
        negative=tuple(examples.get("negative", ())),
    )


@cache
def _lists() -> Mapping[str, tuple[str, ...]]:
    return {name: tuple(text.split()) for name, text in read_yaml(LISTS).items()}


def _list(name: str) -> tuple[str, ...]:
    if name not in _lists():
        raise UsageError(f"word list @{name} is used and missing; add it to {LISTS.name}")
    return _lists()[name]


def role(row: dict[str, Any]) -> Role:
    """A role as a pattern file writes it."""
    return Role(tuple(row["edges"]), classes(row["classes"]))


def condition(row: dict[str, Any]) -> Condition:
    """A condition as a pattern file writes it; `@name` stands for the words of a list."""
    listed = (w for word in row.get("words", ()) for w in (_list(word[1:]) if word.startswith("@") else (word,)))
    words = frozenset(form for word in listed for form in (word, *noun_forms(word)))
    return Condition(tuple(row["edges"]), words, classes(row.get("classes", ())))
