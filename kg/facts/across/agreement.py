"""Do two events of different articles look like one happening? (pure)

Wider apart than the sentences of one article, they need more in common: whom it was done to, or who, where and when.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kg.documents.model import Article
from kg.facts.merge import BY_PATIENT
from kg.facts.model import Event

Articles = Mapping[tuple[str, int], Article]

VAGUE = frozenset({"Statement", "Publication", "OtherEvent", "OfficialMeeting"})
"""Kinds of which the same people have many: only copies of a sentence tell one of them twice."""
ONCE = frozenset({"Killing", "Foundation", "PetitionLaunch", "PetitionThreshold", "PetitionDecision", "TreatyAction"})
"""What can happen only once to the same person, body or text, so that one article may leave the date out."""
BOTH_ENDS = frozenset({"TreatyAction", "Refusal", "Approval", "Appointment", "Agreement"})
"""Kinds that are another happening when somebody else does it."""
COARSE = frozenset({"year", "decade", "century", "interval"})


def work_of(event: Event, articles: Articles) -> str:
    """The work that tells an event."""
    first = event.evidence[0]
    article = articles.get((first.document, first.article))
    return article.work if article else ""


def copied(one: Event, other: Event, articles: Articles) -> bool:
    """Whether both stand in the same sentence of two copies of one work."""
    return (
        _same_sort(one, other)
        and one.evidence[0].document != other.evidence[0].document
        and work_of(one, articles) == work_of(other, articles) != ""
        and one.evidence[0].quote == other.evidence[0].quote
        and (set(one.patient), set(one.agent)) == (set(other.patient), set(other.agent))
        and one.sanctions == other.sanctions
    )


def alike(one: Event, other: Event, articles: Articles) -> bool:
    """Whether events of two works are one happening, as far as people, place and time tell."""
    if one.kind in VAGUE or not _same_sort(one, other) or work_of(one, articles) == work_of(other, articles):
        return False
    if not countries_meet(one, other):
        return False
    return _same_case(one, other) if one.kind in BY_PATIENT or one.patient else _same_gathering(one, other)


def keys_of(event: Event) -> Iterator[tuple[str, str, str]]:
    """What an event is looked up by: one of these is the same in all events that are alike."""
    for key in _bearers(event):
        yield event.kind, event.action, key
    if event.date:
        yield event.kind, event.country, f"{event.date.earliest:%Y-%m}"
    yield event.kind, event.evidence[0].quote, ""


def _same_sort(one: Event, other: Event) -> bool:
    return (one.kind, one.status, one.polarity, one.action) == (other.kind, other.status, other.polarity, other.action)


def countries_meet(one: Event, other: Event) -> bool:
    """Whether both may be of one state: where a text names none, nothing speaks against it."""
    return not one.country or not other.country or one.country == other.country


def _bearers(event: Event) -> tuple[str, ...]:
    """Whose case it is: who appeals, else who or what it is done to."""
    return event.agent if event.kind == "Appeal" else event.patient


def _same_case(one: Event, other: Event) -> bool:
    """The same people or texts, one list within the other, at dates that meet."""
    a, b = set(_bearers(one)), set(_bearers(other))
    if not a or not b or not (a <= b or b <= a):
        return False
    if one.kind in BOTH_ENDS and not _share(one.agent, other.agent):
        return False
    if one.date and other.date:
        return _meet(one, other) and (len(a | b) == 1 or not _coarse(one, other))
    return one.kind in ONCE


def _same_gathering(one: Event, other: Event) -> bool:
    """The same day or month, the same place, nobody else as the one who acts."""
    if not one.date or not other.date or not _meet(one, other) or _coarse(one, other):
        return False
    days = {one.date.precision, other.date.precision} == {"day"}
    if one.agent and other.agent:
        return _share(one.agent, other.agent) and (days or (bool(one.place) and one.place == other.place))
    return days and bool(one.place) and one.place == other.place


def _share(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    return bool(set(one) & set(other))


def _coarse(one: Event, other: Event) -> bool:
    return any(e.date is not None and e.date.precision in COARSE for e in (one, other))


def _meet(one: Event, other: Event) -> bool:
    a, b = one.date, other.date
    return a is not None and b is not None and a.earliest <= b.latest and b.earliest <= a.latest
