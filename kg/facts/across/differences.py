"""When two tellings of what may be one happening contradict each other (pure)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date

from kg.entities.model import Entity
from kg.facts.across.agreement import COARSE, ONCE, countries_meet
from kg.facts.model import Event, Sanction
from kg.facts.patterns import by_trigger

SENTENCED = frozenset({"Conviction", "Detention", "Release"})
LIKE_NO_OTHER = frozenset({"Censorship", "Attack", "Disaster", "Resignation"})
"""Kinds told in other words about the same thing within weeks: if their sentences share words, they may be one."""
WEEKS = 45
DAYS = 10
SHARED = 2
"""Words that two sentences must share, beside those that tell the kind."""
ASSEMBLY = re.compile(r"\b(?:rall(?:y|ies)|march(?:es)?|demonstrations?|protests?|assembl(?:y|ies)|pickets?)\b")
IN_A_ROW = re.compile(
    r"\bfor (?:the|a) (second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)"
    r" (?:(?:consecutive|straight|successive) year|year (?:in a row|running))\b",
    re.IGNORECASE,
)
ORDINALS = ("", "", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
TIES = (
    {"wife", "widow", "spouse"}, {"husband", "widower", "spouse"}, {"son", "child"}, {"daughter", "child"},
    {"father", "parent"}, {"mother", "parent"}, {"brother", "sibling"}, {"sister", "sibling"},
)  # fmt: skip
HIS = re.compile(r"\b(?:his|her) (?:[a-z-]+ )?(wife|husband|partner|girlfriend|boyfriend|spouse|fianc[ée]e?)\b")
STOP = frozenset({
    "about", "after", "again", "against", "also", "among", "before", "being", "between", "could", "during",
    "from", "have", "here", "into", "more", "most", "other", "over", "said", "some", "such", "than", "that",
    "their", "them", "then", "there", "these", "they", "this", "those", "under", "until", "were", "what",
    "when", "where", "which", "while", "with", "would", "your", "people", "many", "several", "government",
    "authorities", "country", "state", "january", "february", "march", "april", "june", "july", "august",
    "september", "october", "november", "december",
})  # fmt: skip


FEW_YEARS = 3 * 366  # days


def numbers_differ(one: Event, other: Event) -> Iterator[str]:
    """The fields of two tellings of an event whose numbers cannot both be right."""
    if one.count and other.count and one.count != other.count:
        yield "count"
    if one.attendance and other.attendance and _apart(one.attendance, other.attendance):
        yield "attendance"
    if any(_other_sanction(a, b) for a in one.sanctions for b in other.sanctions):
        yield "sanctions"


def _apart(one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Ranges that are further from each other than the rounding of a guess."""
    low, high = sorted((one, other))
    return low[1] * 1.2 < high[0]


def _other_sanction(one: Sanction, other: Sanction) -> bool:
    if one.type != other.type:
        return False
    lengths = one.duration and other.duration and one.duration != other.duration
    sums = one.amount is not None and other.amount is not None and one.currency == other.currency
    return bool(lengths) or (sums and one.amount != other.amount)


def places_differ(one: Event, other: Event, towns: Mapping[str, Entity]) -> bool:
    """Whether two towns are named of which neither lies in the other."""
    a, b = towns.get(one.place), towns.get(other.place)
    if a is None or b is None or a is b or not all(p.identity for p in (a, b)):
        return False
    return not {a.part_of, b.part_of} & {a.key, a.name, b.key, b.name}


def dates_differ(one: Event, other: Event) -> bool:
    """Whether two tellings of what can hardly have happened twice give days that do not meet."""
    if (one.kind, one.status, one.action) != (other.kind, other.status, other.action) or one.status != "occurred":
        return False
    if not (one.polarity and other.polarity) or not countries_meet(one, other):
        return False
    gap = _gap(one, other)
    if gap is None:
        return False
    if one.kind in ONCE:
        return bool(one.patient) and set(one.patient) == set(other.patient) and _one_state(one, other)
    if one.kind in SENTENCED:
        return gap <= DAYS and len(one.patient) == 1 and one.patient == other.patient and _same_sentence(one, other)
    if one.kind in LIKE_NO_OTHER and gap <= WEEKS:
        return _no_other_bearer(one, other) and len(_telling(one) & _telling(other)) >= SHARED
    return False


def said_and_denied(one: Event, other: Event) -> bool:
    """Whether one says that it happened and the other that it did not, of the same people at the same time."""
    if one.kind != other.kind or one.polarity == other.polarity or {one.status, other.status} != {"occurred"}:
        return False
    if not one.patient or set(one.patient) != set(other.patient) or not countries_meet(one, other):
        return False
    return _gap(one, other) is None and bool(one.date and other.date)


def permits_differ(one: Event, other: Event) -> bool:
    """Whether an assembly was allowed according to one and refused according to the other, in one place and time.

    "For the third year in a row" speaks of each of the years.
    """
    if {one.kind, other.kind} != {"Approval", "Refusal"} or not (one.polarity and other.polarity):
        return False
    if not (_about_assembly(one) and _about_assembly(other)) or not countries_meet(one, other):
        return False
    if one.place and other.place and one.place != other.place:
        return False
    a, b = _years(one), _years(other)
    rows = any(IN_A_ROW.search(e.quote) for event in (one, other) for e in event.evidence)
    return (
        a is not None and b is not None and a[0] <= b[1] and b[0] <= a[1] and (rows or one.place == other.place != "")
    )


def ties_differ(one: str, other: str) -> bool:
    """Whether two words for what somebody is to somebody cannot both be right: "wife" and "widow" can."""
    a, b = (re.sub(r".*\s", "", word.casefold()) for word in (one, other))
    return a != b and not any({a, b} <= group for group in TIES)


def unnamed_tie(event: Event) -> str:
    """What somebody whom the text leaves without a name is to the one who did it: "beat his wife to death"."""
    if event.patient or len(event.agent) != 1 or not event.polarity:
        return ""
    return next((found[1] for e in event.evidence if (found := HIS.search(e.quote))), "")


def _about_assembly(event: Event) -> bool:
    return event.status == "occurred" and any(ASSEMBLY.search(e.quote) for e in event.evidence)


def _years(event: Event) -> tuple[date, date] | None:
    """The days that a permit or its refusal speaks of."""
    if event.date is None or (event.date.latest - event.date.earliest).days > FEW_YEARS:  # open intervals too
        return None
    first, last = event.date.earliest, event.date.latest
    for e in event.evidence:
        found = IN_A_ROW.search(e.quote)
        if found:
            first = first.replace(year=first.year - ORDINALS.index(found[1].lower()) + 1, month=1, day=1)
    return first, last


def _gap(one: Event, other: Event) -> int | None:
    """Days between two dates that do not meet; None if they do, or if one is open or unknown."""
    if one.date is None or other.date is None:
        return None
    a, b = sorted((one.date, other.date), key=lambda d: (d.earliest, d.latest))
    if {a.precision, b.precision} & (COARSE - {"year"}):
        return None
    days = (b.earliest - a.latest).days
    return days if days > 0 else None


def _one_state(one: Event, other: Event) -> bool:
    """What a state does, another state does as well on another day."""
    return one.kind != "TreatyAction" or bool(set(one.agent) & set(other.agent))


def _same_sentence(one: Event, other: Event) -> bool:
    a, b = ({s.type for s in e.sanctions} for e in (one, other))
    return one.kind != "Conviction" or (bool(a) and a == b)


def _no_other_bearer(one: Event, other: Event) -> bool:
    """Whether nobody and nothing is named that would make it another's."""
    a, b = ({*e.patient, *(e.agent if e.kind == "Resignation" else ())} for e in (one, other))
    return not a or not b or bool(a & b)


def _telling(event: Event) -> set[str]:
    """The words of an event's sentences that tell what it is about."""
    found = {w.removesuffix("s") for e in event.evidence for w in re.findall(r"[A-Za-z]{4,}", e.quote.casefold())}
    return {w for w in found if w not in STOP and w not in by_trigger()}
