"""The same event told twice in one article becomes one event with several proofs (pure)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from kg.facts.model import Event, Sanction

# Kinds of which a person, body or text rarely has two in one article without a date to tell them apart.
SPEECH = frozenset({"Statement"})
BY_PATIENT = frozenset(
    {
        "Detention",
        "Charge",
        "Conviction",
        "Release",
        "Trial",
        "Killing",
        "Extradition",
        "Enactment",
        "PetitionLaunch",
        "PetitionThreshold",
        "PetitionReview",
        "PetitionDecision",
        "BillProposal",
        "Censorship",
        "Foundation",
        "TreatyAction",
        "Resignation",
        "AsylumDecision",
        "Appeal",
        "Repeal",
        "Refusal",
        "Approval",
        "Abduction",
        "Assault",
        "Election",
        "Appointment",
    }
)
# Of these one text may name the court, another the state.
BY_AUTHORITY = frozenset({"Detention", "Charge", "Conviction", "Release", "Trial", "PetitionReview", "Censorship"})
# Of these one body has one in an article, whether its title is told or not.
PROPOSED = frozenset({"BillProposal"})
DEATH = "other/die"
ITEM = "demands/item"
MARKS = "~?%"
# Words by which those who are counted are not the one named before.
_NUMBER = r"(?:\d+|two|three|four|five|six|seven|eight|nine|ten|dozens?|several)"
OTHERS = re.compile(rf"\bothers\b|\b(?:another|further|additional) {_NUMBER}\b|\b{_NUMBER} more\b(?! than)")
# What such a beginning tells of is over when the rest of the sentence happens, to others than the one it names.
LED_UP = re.compile(
    r"^(?:After|Following|Since) (?:the|an?) (?:\w+ )?(?:arrest|detention|conviction|jailing|sentencing)\b"
)
AGAIN = re.compile(r"^(?:Most|Some|Many|All|Several|Half|Few|A few) of (?:them|those|the)\b|^They\b")


def merge(events: Sequence[Event]) -> list[Event]:
    """Fold each event into the first earlier one that it repeats, in order; a guess adds nothing to a ruled one."""
    kept: list[Event] = []
    for event in _singled_out(events):
        at = next((k for k, other in enumerate(kept) if same(other, event)), None)
        if at is None:
            kept.append(event)
        else:
            kept[at] = _ruled(kept[at], event) or _named(kept[at], event) or joined(kept[at], event)
    return kept


def _ruled(one: Event, other: Event) -> Event | None:
    """Of a guess and what a rule reads the latter; None where both are of a sort."""
    if bool(one.guessed) == bool(other.guessed):
        return None
    return other if one.guessed else one


def _named(one: Event, other: Event) -> Event | None:
    """ "Following the conviction of Ann, the board jailed two teachers": hers, without the number and the board."""
    named, counted = (one, other) if one.patient else (other, one)
    apart = bool(named.patient) and not counted.patient and (counted.count or 0) > 1 and not named.count
    return named if apart and one.evidence == other.evidence and LED_UP.match(one.evidence[0].quote) else None


def _singled_out(events: Sequence[Event]) -> list[Event]:
    """ "A and B were found guilty; A was jailed for life and B for ten years": one verdict each."""
    result: list[Event] = []
    for event in events:
        parts = [key for key in event.patient if len(event.patient) > 1 and _sentenced_alone(key, event, events)]
        rest = tuple(key for key in event.patient if key not in parts)
        result += [replace(event, patient=(key,)) for key in parts]
        if rest or not parts:
            result.append(replace(event, patient=rest) if parts else event)
    return result


def _sentenced_alone(key: str, event: Event, events: Sequence[Event]) -> bool:
    return (
        event.kind == "Conviction"
        and not event.sanctions
        and any(
            e.patient == (key,) and e.sanctions and (_overlapping(e, event) or _next_to(e, event))
            for e in events
            if e.kind == "Conviction"
        )
    )


def _next_to(one: Event, other: Event) -> bool:
    return abs(one.evidence[0].start - other.evidence[0].start) < 400


def same(one: Event, other: Event) -> bool:
    """Whether two events of one article are the same happening, as far as the text lets us tell."""
    if (one.kind, one.status, one.polarity, one.action) != (other.kind, other.status, other.polarity, other.action):
        return False
    if one.kind in SPEECH:
        return _same_speech(one, other)
    if not _dates_meet(one, other) or not _sanctions_meet(one.sanctions, other.sanctions):
        return False
    if one.place and other.place and one.place != other.place and one.kind not in BY_PATIENT:
        return False
    if one.kind in PROPOSED and not one.patient and not other.patient:
        return bool(set(one.agent) & set(other.agent))
    return _roles_meet(one, other)


def _roles_meet(one: Event, other: Event) -> bool:
    if DEATH in (one.rule, other.rule):
        return one.rule == other.rule and bool(set(one.patient) & set(other.patient))
    if None not in (one.count, other.count) and one.count != other.count and "" != one.place != other.place != "":
        return False  # "74 were held in Suva and 19 in Labasa"
    if one.kind in BY_PATIENT:
        if one.patient and other.patient:
            shared = bool(set(one.patient) & set(other.patient))
            return shared and (one.kind in BY_AUTHORITY or _agree(one.agent, other.agent))
        if _told_apart(one, other) or _told_apart(other, one):
            return False
        return _told_again(one, other) or (_touch(one, other) and (_near(one, other) or _same_day(one, other)))
    if _same_day(one, other) and _agree(one.agent, other.agent):
        return True
    if (
        one.evidence == other.evidence
        and one.patient
        and one.patient == other.patient
        and not (one.agent or other.agent)
    ):
        return True  # two patterns at one verb
    return bool(set(one.agent) & set(other.agent)) and (one.date is None or other.date is None)


def _told_apart(named: Event, counted: Event) -> bool:
    """ "Following the conviction of Ann, two others were jailed": those who are counted are not the one named.

    Nor are they where their punishments differ: "14 were fined, and one, Bo, was jailed for ten days".
    """
    if counted.count is not None and counted.count > 1 and not counted.patient and named.patient and not named.count:
        kinds = {s.type for s in named.sanctions}, {s.type for s in counted.sanctions}
        if all(kinds) and kinds[0].isdisjoint(kinds[1]):
            return True
    others = counted.count is not None and counted.count > 1 and not counted.patient
    return others and named.count is None and len(named.patient) == 1 and bool(OTHERS.search(counted.evidence[0].quote))


def _told_again(one: Event, other: Event) -> bool:
    """ "Police held 93 people on Sunday. Most of them were seized in …": nameless people, told of once more."""
    if one.patient or other.patient or one.kind not in ("Detention", "Killing", "Assault", "Release"):
        return False
    if not _agree(one.agent, other.agent) or (None not in (one.count, other.count) and one.count != other.count):
        return False
    if one.count is not None and one.count == other.count and one.count > 2:
        return True
    return bool(AGAIN.search(other.evidence[0].quote)) and 0 <= _gap(one, other) < 400


def _gap(one: Event, other: Event) -> int:
    return other.evidence[0].start - one.evidence[-1].end


def _touch(one: Event, other: Event) -> bool:
    return bool({*one.agent, *one.patient} & {*other.agent, *other.patient}) or _overlapping(one, other)


def _agree(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    return not one or not other or bool(set(one) & set(other))


def _same_day(one: Event, other: Event) -> bool:
    return one.date is not None and other.date is not None and _plain(one) == _plain(other)


def _plain(event: Event) -> str:
    return event.date.edtf.rstrip(MARKS) if event.date else ""


def _near(one: Event, other: Event) -> bool:
    return one.evidence[-1].start == other.evidence[0].start


def _overlapping(one: Event, other: Event) -> bool:
    return any(a.start < b.end and b.start < a.end for a in one.evidence for b in other.evidence)


def _same_speech(one: Event, other: Event) -> bool:
    if set(one.agent) != set(other.agent) or one.rule == other.rule == ITEM:
        return False  # each item of a list of demands is one of its own
    if (
        not (one.patient and other.patient)
        and min(abs(a.start - b.start) for a in one.evidence for b in other.evidence) > 500
    ):
        return False
    return not one.patient or not other.patient or bool(set(one.patient) & set(other.patient))


def _dates_meet(one: Event, other: Event) -> bool:
    if one.date is None or other.date is None:
        return True
    return one.date.earliest <= other.date.latest and other.date.earliest <= one.date.latest


def _sanctions_meet(one: tuple[Sanction, ...], other: tuple[Sanction, ...]) -> bool:
    """Two sums, or two terms of one type, are two verdicts."""
    return not any(contrary(a, b) for a in one for b in other)


def contrary(one: Sanction, other: Sanction) -> bool:
    """Whether two punishments of one type have different sums or terms."""
    stated = (one.duration or one.amount) and (other.duration or other.amount)
    return one.type == other.type and bool(stated) and (one.duration, one.amount) != (other.duration, other.amount)


def joined(one: Event, other: Event) -> Event:
    """The first event with everything that the second adds; the more precise date wins."""
    plain = not (one.source or one.hearsay) or not (other.source or other.hearsay)
    source = "" if plain else one.source or other.source
    finer = other if other.date and (not one.date or other.looseness < one.looseness) else one
    return replace(
        one,
        rule=ITEM if other.rule == ITEM else one.rule,  # the first item of a list is what its lead asks for
        evidence=tuple(dict.fromkeys((*one.evidence, *other.evidence))),
        agent=_union(one.agent, other.agent),
        patient=_union(one.patient, other.patient),
        participant=_union(one.participant, other.participant),
        law=_union(one.law, other.law),
        sanctions=_all_sanctions(one.sanctions, other.sanctions),
        place=one.place or other.place,
        country=one.country or other.country,
        date=finer.date,
        date_stated=finer.date_stated,
        charge=one.charge or other.charge,
        attendance=one.attendance or other.attendance,
        count=one.count or other.count,
        source=source,
        hearsay=not plain and not source,
    )


def _union(one: tuple[str, ...], other: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*one, *other)))


def _all_sanctions(one: tuple[Sanction, ...], other: tuple[Sanction, ...]) -> tuple[Sanction, ...]:
    """A bare "fined" adds nothing to a fine with a sum."""
    every = list(dict.fromkeys((*one, *other)))
    full = {s.type for s in every if s.duration or s.amount is not None}
    return tuple(s for s in every if s.duration or s.amount is not None or s.type not in full)
