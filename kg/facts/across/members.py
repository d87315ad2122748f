"""A counted total and its named members: "police detained 25 people, among them A and B" (pure).

An event with a number is the whole, the same kind of thing done to one of those named is a part of it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from kg.facts.across.agreement import Articles, work_of
from kg.facts.model import Event

LONGEST = 62
"""Days that a total may span: "4,500 arrests in 2021" has no members that a text would name."""
NAMED = ("Person:",)


def parts_of(events: Sequence[Event], articles: Articles) -> dict[str, str]:
    """The id of each member mapped to that of its total. What two totals could hold belongs to the narrower one."""
    totals: dict[str, list[Event]] = defaultdict(list)
    for event in events:
        if _is_total(event):
            totals[event.kind].append(event)
    found: dict[str, str] = {}
    for event in events:
        fitting = [t for t in totals[event.kind] if _holds(t, event, articles)]
        if fitting:
            found[event.id] = min(fitting, key=lambda t: (t.looseness, t.count or 0, t.id)).id
    return found


def _is_total(event: Event) -> bool:
    people = len(_people(event))
    return event.count is not None and event.count > max(1, people) and event.polarity and event.date is not None


def _people(event: Event) -> tuple[str, ...]:
    return tuple(key for key in (event.patient or event.agent) if key.startswith(NAMED))


def _holds(total: Event, member: Event, articles: Articles) -> bool:
    if member.id == total.id or (member.status, member.polarity) != (total.status, True):
        return False
    if member.count is not None and member.count >= (total.count or 0):
        return False
    if not _within(total, member) or total.country != member.country:
        return False
    if not _people(member) and not set(member.patient) & set(total.patient):
        return False
    near = work_of(total, articles) == work_of(member, articles)
    return _one_place(total, member) if near else bool(total.place) and total.place == member.place


def _one_place(one: Event, other: Event) -> bool:
    return not one.place or not other.place or one.place == other.place


def _within(total: Event, member: Event) -> bool:
    a, b = total.date, member.date
    if a is None or b is None or total.looseness > LONGEST:
        return False
    return a.earliest <= b.earliest and b.latest <= a.latest
