"""Relations per predicate: made-up sentences (`test_relations.yaml`, and the patterns' own examples) read for real.

Names are marked up as "[Grace Otieno|Person]"; "Town" is a listed city, "Demonym" a state's adjective. An expected fact
is "subject > object", with the title in brackets and a mark for what is former, said by somebody or denied.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from kg import authorities
from kg.documents.model import Article, Document, Paragraph
from kg.entities.context import Context
from kg.entities.model import Entity, LinkedSentence, Reference
from kg.entities.reference import Memory
from kg.facts.model import Fact
from kg.facts.relations.read import read_relations
from kg.facts.relations.words import RelationPattern, patterns
from kg.mentions import analysis
from kg.mentions.model import Mention
from tests.facts.marked import MARKUP

CASES: dict[str, list[dict[str, Any]]] = yaml.safe_load(Path(__file__).with_suffix(".yaml").read_text(encoding="utf8"))
RULES = {"Petition": "petition", "Law": "titled-law", "Bill": "titled-bill"}
STATE = "KE"  # what every made-up article is about


def marked(text: str) -> tuple[str, list[tuple[int, str, str]]]:
    """The text without its markup, and (offset, name, class) of each name."""
    plain, found, rest = "", [], 0
    for match in MARKUP.finditer(text):
        plain += text[rest : match.start()]
        found.append((len(plain), match[1], match[2]))
        plain += match[1]
        rest = match.end()
    return plain + text[rest:], found


def reference(start: int, name: str, cls: str) -> tuple[Reference, Entity]:
    """A reference as the entities room makes it."""
    end = start + len(name)
    if cls in ("Country", "Demonym"):
        state = authorities.country_by_name(name) or authorities.country_by_adjective(name)
        assert state is not None, name
        key = f"Country:{state.iso}:{state.iso}"
        how = "adjective" if cls == "Demonym" else "name"
        return Reference(start, end, key, "Country", how), Entity(key, "Country", state.name, iso=state.iso)
    key = f"Place:geonames {name}" if cls == "Town" else f"{cls}:{name.removeprefix('the ').removeprefix('The ')}"
    if cls == "LawProvision":
        key = f"LawProvision:{name} of "
    rule = "described-norm" if cls in ("Law", "Bill") and name[:1].islower() else RULES.get(cls, "head")
    kind = key.split(":")[0]
    mention = Mention(start, end, name, kind, name, rule)
    entity = Entity(key, kind, name.removeprefix("the ").removeprefix("The "), names={name: []})
    return Reference(start, end, key, kind, "name", mention), entity


def read(text: str) -> tuple[list[Fact], dict[str, Entity]]:
    """The relations of a marked-up text, and its entities."""
    plain, names = marked(text)
    made = [reference(*name) for name in names]
    entities = {entity.key: entity for _, entity in made}
    article = Article("t#1", 1, "", "", 0, len(plain), (Paragraph(0, len(plain)),), work="t")
    document = Document("t", "", "t.txt", plain, (article,))
    memory, linked = Memory(entities), []
    for number, s in enumerate(analysis.sentences(document, next(analysis.parse([document])))):
        named = [r for r, _ in made if s.start <= r.start < s.end]
        linked.append(LinkedSentence(s, tuple(memory.resolve(number, s, named))))
    return read_relations(linked, entities, Context({1: STATE}, STATE)), entities


def told(fact: Fact, entities: dict[str, Entity]) -> str:
    """A fact as the cases write it."""
    name = lambda key: entities[key].name if key else ""  # noqa: E731
    said = f"{name(fact.subject)} > {name(fact.object) or fact.literal}".strip()
    marks = [f"({fact.title})" * bool(fact.title), "former" * fact.former, "denied" * (not fact.polarity)]
    marks.append(f"says {name(fact.source)}" if fact.source else "")
    return " ".join([said, *(m for m in marks if m)])


@pytest.mark.model
@pytest.mark.parametrize(
    ("predicate", "case"),
    [pytest.param(p, c, id=f"{p}-{n}") for p, cases in CASES.items() for n, c in enumerate(cases)],
)
def test_a_predicate_is_read_where_the_text_says_it(predicate: str, case: dict[str, Any]) -> None:
    facts, entities = read(case["text"])
    assert sorted(told(f, entities) for f in facts if f.predicate == predicate) == sorted(case["facts"])


POSITIVE = [pytest.param(p, e, id=f"{p.rule}-{n}") for p in patterns() for n, e in enumerate(p.positive)]
NEGATIVE = [pytest.param(p, text, id=f"{p.rule}-{n}") for p in patterns() for n, text in enumerate(p.negative)]


@pytest.mark.model
@pytest.mark.parametrize(("pattern", "example"), POSITIVE)
def test_positive_examples_of_a_pattern(pattern: RelationPattern, example: Any) -> None:
    facts, entities = read(example.text)
    wanted = {"predicate": pattern.predicate, **example.expected}
    bare = lambda key: entities[key].name if key else ""  # noqa: E731
    views = [{"predicate": f.predicate, "subject": bare(f.subject), "object": bare(f.object), "title": f.title}
             for f in facts if f.rule == pattern.rule and f.polarity]  # fmt: skip
    wanted = {k: re.sub(r"^[Tt]he ", "", v) if k in ("subject", "object") else v for k, v in wanted.items()}
    assert any({k: view[k] for k in wanted} == wanted for view in views), views


@pytest.mark.model
@pytest.mark.parametrize(("pattern", "text"), NEGATIVE)
def test_negative_examples_of_a_pattern(pattern: RelationPattern, text: str) -> None:
    facts, _ = read(text)
    assert [f.rule for f in facts if f.rule == pattern.rule and f.polarity and f.mode != "Proposed"] == []
