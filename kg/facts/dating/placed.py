"""Dates for events that name none: by the time that their paragraph has reached, and by what was told before (pure)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from kg import dates
from kg.dates import PartialDate
from kg.facts.dating.settings import TIMELESS, Setting
from kg.facts.dating.yearly import PETITIONS
from kg.facts.model import ASSEMBLIES, Event

VIOLENT = frozenset({"Killing", "Assault", "Attack", "Abduction", "Torture", "SexualViolence", "OtherEvent"})
CRIMES = VIOLENT - {"OtherEvent"}
AT_COURT = frozenset({"Conviction", "Trial", "Release"})
IN_CUSTODY = frozenset({"Torture", "SexualViolence", "Assault"})
HELD = frozenset({"Detention", "Abduction"})
SUDDEN = frozenset({"Assault", "Attack", "OtherEvent"})
PENDING = frozenset({"Appeal", "Charge", "Approval"})
SOME_TIME = frozenset({"Appeal", "Approval"})
ON_THE_SPOT = VIOLENT | {"Detention"}
_AT_OTHER_TIMES = re.compile(
    r"\b(?:previously|in\s+the\s+past|repeatedly|other\s+(?:cities|towns|regions|countries|meetings|occasions|cases))\b"
)
# A time of which the text tells only what it lies before or after: no other day is that of the sentence.
UNTOLD = re.compile(
    r"\bon\s+the\s+eve\s+of\b|\bafter\s+(?:a\s+few|several|some|\w+)\s+(?:days|weeks|months)(?:['’]|\s+of\b)|\bin\s+the\s+run-?\s?up\s+to\b|\bin\s+the\s+(?:\w+\s+)?(?:hours|days|weeks|months|years)\s+"
    r"(?:before|after|since|leading\s+up\s+to|that\s+followed)\b|\b(?:shortly|soon|just|long|days?|weeks?|months?|years?)\s+before\s+"
    r"(?:the|his|her|their|its)\b|\bahead\s+of\s+the\s+(?:vote|election|poll|ballot|referendum|verdict|summit)\b",
    re.IGNORECASE,
)
_UNHEARD = re.compile(r"\b(?:declin|refus)(?:e|es|ed|ing)\b")
_OFTEN = re.compile(r"\b(?:always|repeatedly|routinely|regularly|every\s+time)\b", re.IGNORECASE)
_PRONOUN = re.compile(r"(?:He|She|They|It)\s+(?:also\s+|further\s+|then\s+)?[a-z]+ed\b")
_BARRED = re.compile(
    r"\b(?:block(?:ed|ing)|broke\s+up|dispers(?:ed|ing)|prevent(?:ed|ing)|stopp(?:ed|ing)|seal(?:ed|ing)\s+off)\b"
)


@dataclass(frozen=True, slots=True)
class _Told:
    """What the article has told before an event, with the dates found so far, and the article's own date."""

    events: Sequence[Event]
    now: PartialDate | None


def placed_in_time(
    events: Sequence[Event], places: Mapping[int, Setting], now: PartialDate | None = None
) -> list[Event]:
    """Give each event without a date that of its paragraph, as far as its tense allows. `now` is the article's date."""
    result: list[Event] = []
    for event in events:
        setting = places.get(event.evidence[0].start, Setting())
        result.append(_placed(event, setting, _Told(result, _end(now))))
    return result


def _end(now: PartialDate | None) -> PartialDate | None:
    """The day up to which the article knows: a yearly report ends with its year."""
    if now is None or now.rule not in ("byline", "report"):
        return None
    return now if now.precision == "day" else dates.month(now.latest.year, now.latest.month)


def _placed(event: Event, setting: Setting, told: _Told) -> Event:
    unheard = event.kind == "Appeal" and event.status == "refused" and _UNHEARD.search(event.evidence[0].quote)
    if unheard and event.date is not None:
        return _lodged(event, event.date, told)
    if event.date is not None:
        return event
    if event.kind in TIMELESS:
        return _gone_on(event, setting)
    if event.kind in ASSEMBLIES and event.status == "refused" and setting.planned is not None:
        return replace(event, date=replace(setting.planned, rule="setting"))
    if event.status not in ("occurred", "alleged"):
        return event
    value = _of_the_plan(event, setting) or _by_tense(event, setting, told)
    return event if value is None else replace(event, date=value)


def _gone_on(event: Event, setting: Setting) -> Event:
    """ "In May the minister took a step. He signed a decree that sets up a council.": one deed in two sentences."""
    one = (
        event.kind in ("Foundation", "TreatyAction")
        and event.status == "occurred"
        and event.tense in ("past", "", "aside")
    )
    told = one and setting.here is None and _PRONOUN.match(event.evidence[0].quote)
    return replace(event, date=replace(setting.before, rule="setting")) if told and setting.before else event


def _lodged(appeal: Event, refused: PartialDate, told: _Told) -> Event:
    """An appeal that was turned down on a day had been lodged before it, and after the verdict; without a verdict
    nothing tells when.
    """
    people = {*appeal.agent, *appeal.patient, *appeal.participant}
    named = bool(appeal.agent or appeal.participant)
    verdicts = [e for e in told.events if e.kind == "Conviction" and e.date and (people & set(e.patient) or not named)]
    since = verdicts[-1].date if verdicts else None
    if refused.precision not in ("day", "month") or (since is not None and since.earliest > refused.latest):
        return appeal
    return replace(appeal, date=dates.interval(since, refused, rule="anterior") if since else None)


def _of_the_plan(event: Event, setting: Setting) -> PartialDate | None:
    """A march planned for a day was banned up to that day, or stopped on it."""
    if setting.here is not None or setting.planned is None or event.kind not in ("Refusal", "Approval"):
        return None
    if event.tense == "past" and _BARRED.search(event.evidence[0].quote):
        return replace(setting.planned, rule="setting")
    return dates.interval(None, setting.planned, rule="anterior")


def _by_tense(event: Event, setting: Setting, told: _Told) -> PartialDate | None:
    if event.tense == "leading":
        return _between(setting.before, setting.here) or (setting.entry and replace(setting.entry, rule="setting"))
    if event.tense == "apart":
        event, setting = replace(event, tense="past"), replace(setting, here=None)
    near = setting.here or setting.before or setting.entry
    reported = bool(event.source) or event.hearsay
    if _AT_OTHER_TIMES.search(event.evidence[0].quote) and (reported or event.tense == "aside"):
        return None
    if event.tense in ("past", "") and setting.here is None and UNTOLD.search(event.evidence[0].quote):
        return None
    if event.kind in ("Refusal", "Approval") and setting.here is None and _OFTEN.search(event.evidence[0].quote):
        return None
    if event.tense == "anterior" and reported and event.kind in ON_THE_SPOT and not _was_held(event, told):
        near = near or setting.last  # "police said that ten had been held": the past of a report
        if event.kind in IN_CUSTODY and setting.said is not None and setting.before is None:
            return dates.interval(
                None, setting.said, rule="anterior"
            )  # "he had been beaten, his lawyer said on Monday"
        return None if near is None else replace(near, rule="setting")
    if event.tense == "anterior":
        return _before_then(event, setting.here or setting.around or near or setting.then, told)
    if event.tense in ("perfect", "later"):
        return _since_then(event, near, told)
    if event.tense == "aside" and event.kind in SUDDEN and setting.before is not None:
        return replace(setting.before, rule="setting")
    if event.tense == "past" or (event.tense in ("", "aside") and setting.entry is not None):
        near = near or (setting.last if event.kind in ON_THE_SPOT else None) or setting.session
        if event.kind in IN_CUSTODY and (event.source or event.hearsay) and setting.here is None:
            return _before_then(event, near, told) if _was_held(event, told) else near and replace(near, rule="setting")
        near = _of_the_petition(event, setting, _of_the_court(event, setting, near, told), told)
        return None if near is None else replace(near, rule="setting")
    return None


def _before_then(event: Event, near: PartialDate | None, told: _Told) -> PartialDate | None:
    """ "had been beaten": up to then; if held before that, since then."""
    if near is None:
        return None
    held = _was_held(event, told)
    since = held[-1].date if held and event.kind in IN_CUSTODY else None
    known = since is not None and since.precision == "day" and since.earliest <= near.latest
    return dates.interval(since if known else None, near, rule="anterior")


def _was_held(event: Event, told: _Told) -> list[Event]:
    """The dated arrests of those to whom something happened."""
    return [e for e in told.events if e.kind in HELD and e.date is not None and _shared(e, event)]


def _since_then(event: Event, near: PartialDate | None, told: _Told) -> PartialDate | None:
    """ "has appealed", "was later fined": at some time between what was told before and the article."""
    if told.now is None or (event.tense == "perfect" and event.kind not in PENDING):
        return None
    if near is None and event.kind == "Appeal":
        near = next((e.date for e in reversed(told.events) if e.kind == "Conviction" and e.date), None)
    if near is None and event.tense == "perfect" and event.kind in SOME_TIME:
        return dates.interval(None, told.now, rule="setting")
    fits = near is not None and near.precision in ("day", "month") and near.earliest <= told.now.latest
    return dates.interval(near, told.now, rule="setting") if fits else None


def _of_the_court(event: Event, setting: Setting, near: PartialDate | None, told: _Told) -> PartialDate | None:
    """What a court decides is not of the day of the crime, even where that was told last."""
    if near is None or event.kind not in AT_COURT or setting.here is not None:
        return near
    same = {e.kind for e in told.events if e.date is not None and e.date.edtf == near.edtf}
    if not same or not same <= CRIMES:
        return near
    return next((e.date for e in reversed(told.events) if e.kind in AT_COURT and _is_day(e.date)), None)


def _of_the_petition(event: Event, setting: Setting, near: PartialDate | None, told: _Told) -> PartialDate | None:
    """What becomes of a petition is not of the day on which it was launched, even where that was told last."""
    if near is None or event.kind not in PETITIONS or event.kind == "PetitionLaunch" or setting.here is not None:
        return near
    same = {e.kind for e in told.events if e.date is not None and e.date.edtf == near.edtf}
    return None if "PetitionLaunch" in same else near


def _between(before: PartialDate | None, here: PartialDate | None) -> PartialDate | None:
    """ "A court freed him in May. The state appealed, and in July he was sent home.": between May and July."""
    if before is None or here is None or before.earliest > here.latest:
        return None
    fine = {before.precision, here.precision} <= {"day", "month"}
    return dates.interval(before, here, rule="setting") if fine else None


def _is_day(date: PartialDate | None) -> bool:
    return date is not None and date.precision == "day"


def _shared(one: Event, other: Event) -> bool:
    return bool(set(one.patient) & set(other.patient))
