"""Relations: right if subject, predicate and object are the gold's; an office also by its title alone."""

from __future__ import annotations

from kg.scoring.figures import Record
from kg.scoring.names import one_name, same_topic
from kg.scoring.page import Page, paired, unpaired


def score_relations(page: Page) -> None:
    """Count the relations of a page; the names of entities must have been paired before."""
    gold, found = page.both("relation")
    pairs = paired(gold, found, lambda g, f: _relation_weight(page, g, f))
    for i, _ in pairs:
        page.count("relations", f"predicate {gold[i]['predicate']}", right=1)
    missed, surplus = unpaired(gold, found, pairs)
    for fault, records in (("missed", missed), ("spurious", surplus)):
        for one in records:
            figures = ("relations", f"predicate {one.get('predicate')}")
            page.count(*figures, missed=fault == "missed", wrong=fault == "spurious")
            page.miss(f"{fault} relation", one.get("predicate"), f"{one.get('subject')} -> {one.get('object')}")
    page.judge(found, {j for _, j in pairs})


def _relation_weight(page: Page, gold: Record, found: Record) -> float:
    predicate, value = gold["predicate"], found.get("object", "")
    if predicate != found.get("predicate") or page.gold_name(found.get("subject", "")) != gold["subject"]:
        return 0
    topic = predicate == "concerns" and same_topic(gold["object"], value)
    same = one_name(gold["object"], value) or page.gold_name(value) == gold["object"] or topic
    if predicate != "position":
        return float(same)
    titled = same_topic(gold.get("title", ""), found.get("title", ""))
    return 2.0 if same and titled else float(same or bool(titled and gold.get("title")))
