"""Entities: one record per thing and document, right if of the gold's family and known by a common form."""

from __future__ import annotations

from kg.scoring.figures import Record
from kg.scoring.names import family, folded, one_name
from kg.scoring.page import Page, paired, unpaired


def score_entities(page: Page) -> None:
    """Count the entities of a page, and remember which gold name each form of theirs stands for."""
    gold, found = page.both("entity")
    pairs = paired(gold, found, _entity_weight)
    for i, j in pairs:
        for form in _forms(found[j]):
            page.names.setdefault(folded(form), gold[i]["name"])
        _entity_pair(page, gold[i]["class"], found[j]["class"])
    for one in gold:  # a reader may use a form that its own record does not list
        for form in _forms(one):
            page.names.setdefault(folded(form), one["name"])
    missed, surplus = unpaired(gold, found, pairs)
    for one in missed:
        page.count(*_entity_figures(one), missed=1)
        page.miss("missed entity", one["class"], one["name"])
    for one in surplus:
        page.count(*_entity_figures(one), wrong=1)
        page.miss("spurious entity", one.get("class"), one.get("name"))


def _entity_figures(one: Record) -> tuple[str, ...]:
    return f"entity {family(one.get('class'))}", "entities", "entities, exact class", f"class {one.get('class')}"


def _entity_pair(page: Page, gold: str, found: str) -> None:
    page.count(f"entity {family(gold)}", "entities", right=1)
    same = gold == found
    page.count("entities, exact class", right=same, wrong=not same, missed=not same)
    page.count(f"class {gold}", right=same, missed=not same)
    page.count(f"class {found}", wrong=not same)


def _forms(entity: Record) -> list[str]:
    return [entity.get("name", ""), *entity.get("aliases", [])]


def _entity_weight(gold: Record, found: Record) -> float:
    if family(gold.get("class")) != family(found.get("class")) or family(gold.get("class")) == "?":
        return 0
    hits = sum(any(one_name(form, known) for known in _forms(gold)) for form in _forms(found))
    exact, main = gold["class"] == found["class"], one_name(gold["name"], found.get("name", ""))
    return hits + 0.5 * exact + 0.25 * main if hits else 0
