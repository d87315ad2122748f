"""Events: paired by family and place in the text, or by date and a common participant; then compared part by part."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import Any

from kg.scoring.figures import Record
from kg.scoring.names import dates_agree, family
from kg.scoring.page import Page, paired, unpaired

ROLES = ("agent", "patient", "participant", "law")
Part = tuple[str, str]
Named = Callable[[str], str]


def score_events(page: Page) -> None:
    """Count the events of a page, and of those paired their classes, arguments, dates and sanctions."""
    gold, found = page.both("event")
    pairs = paired(gold, found, lambda g, f: _weight(page, g, f))
    for i, j in pairs:
        _classes(page, gold[i], found[j])
        _arguments(page, gold[i], found[j])
        _dates(page, gold[i], found[j])
        _sanctions(page, gold[i], found[j])
    missed, surplus = unpaired(gold, found, pairs)
    for one in missed:
        page.count(*_figures(one), missed=1)
        page.count("event arguments, all events", missed=len(_parts(one, str)))
        page.miss("missed event", one["class"], first_quote(one))
    for one in surplus:
        page.count(*_figures(one), wrong=1)
        page.count("event arguments, all events", wrong=len(_parts(one, page.gold_name)))
        page.miss("spurious event", one.get("class"), first_quote(one))
    page.judge(found, {j for i, j in pairs if gold[i]["class"] == found[j]["class"]})


def first_quote(record: Record) -> str:
    """The first words that prove a record, at most 110 characters."""
    return next((e["quote"][:110] for e in record.get("evidence", []) if e.get("quote")), "")


def _figures(one: Record) -> tuple[str, ...]:
    return "events", "events, family", f"event {family(one.get('class'))}", f"kind {one.get('class')}"


def _weight(page: Page, gold: Record, found: Record) -> float:
    """Nothing for another family, or for neither a common place in the text nor a common date and participant."""
    if family(gold.get("class")) != family(found.get("class")) or family(gold.get("class")) == "?":
        return 0
    shared = len({v for _, v in _parts(gold, str)} & {v for _, v in _parts(found, page.gold_name)})
    near, dated = _overlap(gold, found), dates_agree(gold.get("date"), found.get("date"))
    if not near and not (dated and shared):
        return 0
    same = bool(gold["class"] == found["class"])
    return 1 + 2 * same + near + shared + 0.5 * dated


def _overlap(gold: Record, found: Record) -> bool:
    return any(
        g["start"] < f["end"] and f["start"] < g["end"]
        for g in gold.get("evidence", [])
        for f in found.get("evidence", [])
    )


def _parts(event: Record, named: Named) -> set[Part]:
    """Each role with each of its names."""
    return {(role, named(value)) for role in ROLES for value in _listed(event.get(role))}


def _listed(value: Any) -> list[Any]:
    return [] if value in (None, "") else value if isinstance(value, list) else [value]


def _classes(page: Page, gold: Record, found: Record) -> None:
    same = gold["class"] == found["class"]
    page.count("events, family", right=1)
    page.count("events", f"event {family(gold['class'])}", right=same, wrong=not same, missed=not same)
    page.count(f"kind {gold['class']}", right=same, missed=not same)
    page.count(f"kind {found['class']}", wrong=not same)
    if not same:
        page.miss("wrong class", f"{gold['class']} got {found['class']}", first_quote(gold))


def _arguments(page: Page, gold: Record, found: Record) -> None:
    """Roles and the place, compared as a set."""
    a, b = _parts(gold, str), _parts(found, page.gold_name)
    if gold.get("place"):
        a.add(("place", gold["place"]))
    if found.get("place"):
        b.add(("place", page.gold_name(found["place"])))
    page.count("event arguments", right=len(a & b), wrong=len(b - a), missed=len(a - b))
    for fault, parts in (("missed", a - b), ("spurious", b - a)):
        for role, value in sorted(parts):
            page.miss(f"{fault} argument", f"{gold['class']}.{role}", value)


def _dates(page: Page, gold: Record, found: Record) -> None:
    a, b = gold.get("date"), found.get("date")
    if not a and not b:
        return
    same = dates_agree(a, b)
    page.count("event dates", right=same, wrong=bool(b) and not same, missed=bool(a) and not same)
    if not same:
        page.miss("date", f"{a} got {b}", first_quote(gold))


def _sanctions(page: Page, gold: Record, found: Record) -> None:
    a, b = _punishments(gold), _punishments(found)
    if a or b:
        right = sum((a & b).values())
        page.count("sanctions", right=right, wrong=b.total() - right, missed=a.total() - right)


def _punishments(event: Record) -> Counter[tuple[Any, Any]]:
    """Each sanction by type and measure."""
    listed = _listed(event.get("sanction"))
    return Counter((one.get("type"), one.get("duration") or one.get("amount")) for one in listed)
