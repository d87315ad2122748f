"""Dates that a story carries on: "X met on May 3. … Police also questioned X." (pure, over one article's events)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from kg.dates import PartialDate
from kg.facts.dating.placed import UNTOLD
from kg.facts.merge import DEATH
from kg.facts.model import Event

REACH = 700  # characters back: about three sentences
NEXT = 3  # characters between two sentences
BEFORE = re.compile(r"\b(?:had|has|have|since|previously|earlier|ago|already|ever|never|will|is|are)\b")
CO_ACCUSED = re.compile(
    r"\bco-?(?:accused|defendants?)\b|\b(?:another|other|third|fourth|fellow|remaining)\s+(?:defendants?|accused)\b|"
    r"\b(?:arrested|detained|tried|charged|jailed)\s+(?:together|along|alongside)?\s*with\s+(?:him|her|them)\b",
    re.IGNORECASE,
)
SCENES = frozenset(
    {
        "Detention",
        "Release",
        "Assault",
        "Killing",
        "Attack",
        "March",
        "Rally",
        "Picket",
        "Unrest",
        "Meeting",
        "PressConference",
        "OtherEvent",
        "Abduction",
    }
)
DECISIONS = frozenset({"Refusal", "Approval", "Enactment", "Conviction", "Release"})
COURT = frozenset({"Conviction", "Release", "Trial", "Appeal"})
TIMELESS = frozenset({"TreatyAction", "Enactment", "Publication", "Foundation", "BillProposal", "Refusal", "Disaster"})


GATHERINGS = {"March": "march", "Rally": "(?:rally|protest|demonstration)", "Picket": "picket"}
AGAIN = re.compile(r"\b(?:last|next|previous|annual|every|each|another|years?|ago|\d{4})\b")
FACED = "coercion/faces-years"
AFTER_DEATH = frozenset({"Detention", "Charge", "Trial", "Conviction", "Release"})


def of_the_living(events: Sequence[Event]) -> list[Event]:
    """Nobody is tried after being killed: a pronoun that seems to say so means the killer, or we do not know whom.

    That a victim "died" is no second event, unless on a day of its own.
    """
    killings = [e for e in events if e.kind == "Killing" and e.polarity and e.status == "occurred" and e.date]
    killed = {key for killing in killings for key in killing.patient}
    result = []
    for event in events:
        if event.rule == DEATH and not event.date_stated and killed & set(event.patient):
            continue
        killing = next((k for k in killings if _after_death(event, k)), None) if event.kind in AFTER_DEATH else None
        if killing is None:
            result.append(event)
            continue
        others = tuple(key for key in event.patient if key not in killing.patient)
        patient = others or (killing.agent if len(killing.agent) == 1 else ())
        if patient:
            result.append(replace(event, patient=patient))
    return result


def once_charged(events: Sequence[Event]) -> list[Event]:
    """ "If convicted, Ann faces ten years" is no second charge where the article tells of one, or of her verdict."""
    blamed = {k for e in events if e.kind in ("Charge", "Conviction") and e.rule != FACED for k in e.patient}
    return [e for e in events if e.rule != FACED or not blamed & set(e.patient)]


def foreseen(events: Sequence[Event], told: PartialDate | None) -> list[Event]:
    """What lies after the day on which the article was `told` has not happened yet, whatever the tense says of it."""
    if told is None or told.precision != "day":
        return list(events)
    return [replace(e, status="planned") if _is_ahead(e, told) else e for e in events]


def _is_ahead(event: Event, told: PartialDate) -> bool:
    return event.status == "occurred" and event.date is not None and event.date.earliest > told.latest


def _after_death(event: Event, killing: Event) -> bool:
    if event.date is None or killing.date is None or event.date.earliest <= killing.date.latest:
        return False
    return bool(set(event.patient) & set(killing.patient))


def carried(events: Sequence[Event]) -> list[Event]:
    """Give an event without a date that of the last one near before it with which it shares somebody.

    A statement takes the date of any earlier statement of the same speaker. `events` are in the order of their proofs;
    only what happened takes a date, and only a day or month that the text gives.
    """
    result: list[Event] = []
    for event in events:
        result.append(_dated(event, result))
    return [_of_the_same(event, result) for event in result]


def _of_the_same(event: Event, told: Sequence[Event]) -> Event:
    """ "Two thousand marched on Saturday. … She had organised the march.": that march, if no other has been told of."""
    quote = event.evidence[0].quote
    named = event.kind in GATHERINGS and event.date is None and event.status == "occurred" and event.polarity
    if not named or not re.search(rf"\b[Tt]he\s+{GATHERINGS[event.kind]}\b", quote) or AGAIN.search(quote):
        return event
    dated = [e.date for e in told if e.kind == event.kind and e.date is not None and e.status == "occurred"]
    one = {d.edtf for d in dated}
    return replace(event, date=dated[0]) if len(one) == 1 and dated[0].precision == "day" else event


def _dated(event: Event, before: Sequence[Event]) -> Event:
    if event.date is not None or event.kind in TIMELESS or event.status not in ("occurred", "alleged"):
        return event
    if (
        UNTOLD.search(event.evidence[0].quote)
        or event.tense == "perfect"
        or (event.kind != "Statement" and event.tense == "anterior")
    ):
        return event
    model = next((e for e in reversed(before) if _lends(e, event)), None)
    if model is None:
        return event
    if event.kind in COURT:  # "A court fined Ann for a march on May 3. Two others were acquitted.": on the court's day
        ruled = (e for e in reversed(before) if e.kind in COURT and _is_beside(e, model) and _lends(e, event))
        model = next(ruled, model)
    return replace(event, date=model.date)


def _is_beside(one: Event, other: Event) -> bool:
    """Whether two events are told by the same sentence."""
    return one.evidence[-1] == other.evidence[-1]


def _lends(model: Event, event: Event) -> bool:
    if model.date is None or model.date.precision != "day" or model.status not in ("occurred", "alleged"):
        return False
    gap = event.evidence[0].start - model.evidence[0].start
    if event.kind == "Statement" and model.kind in DECISIONS:
        explains = event.tense == "past" and 0 < gap < REACH and bool(event.agent)
        return explains and set(event.agent) == set(model.agent)
    if event.kind == "Statement" or model.kind == "Statement":
        return event.kind == model.kind and set(event.agent) == set(model.agent) and abs(gap) < 2 * REACH
    if event.kind in COURT and model.kind in COURT and 0 < gap < 2 * REACH and _tried_with(event):
        return True
    return 0 < gap < REACH and (bool(_all(model) & _all(event)) or _goes_on(model, event))


def _tried_with(event: Event) -> bool:
    """ "Two co-defendants were acquitted": in the same ruling."""
    quote = event.evidence[0].quote
    return event.tense == "past" and bool(CO_ACCUSED.search(quote)) and not BEFORE.search(quote)


def _goes_on(model: Event, event: Event) -> bool:
    """The next sentence of a scene: "On May 3 about 300 marched. Police detained ten of them."."""
    between = event.evidence[0].start - model.evidence[-1].end
    told_back = BEFORE.search(event.evidence[0].quote) is not None
    goes_on = {model.kind, event.kind} <= SCENES or {model.kind, event.kind} <= COURT
    return 0 <= between <= NEXT and goes_on and not told_back and not event.source


def _all(event: Event) -> set[str]:
    return {*event.agent, *event.patient, *event.participant}
