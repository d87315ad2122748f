"""The day of what is said at a meeting, at a hearing, in a press release, by a voice from the crowd (pure).

"On Monday the committee heard witnesses. Deputy Ann Lee recalled that …": what was said there was said that day.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from kg import dates
from kg.dates import PartialDate
from kg.facts.dating.settings import Setting
from kg.facts.model import ASSEMBLIES, Event
from kg.facts.scene import Scene

FAR = 14  # sentences back
MEETINGS = frozenset({"OfficialMeeting", "Meeting", "PressConference"})
LED = frozenset({"Statement", "BillProposal", "Publication", "OfficialMeeting"})
BODIES = frozenset({"CivilSocietyOrganization", "InternationalOrganization"})
NOUNS = (
    r"forum|meeting|session|sitting|hearing|debate|conference|briefing|summit|rally|trial|protest|march|demonstration|"
    r"ceremony|congress|seminar|workshop|talks"
)
_AT = re.compile(rf"\b(?:[Aa]t|[Dd]uring)\s+(?:the|this|that)\s+(?:same\s+)?(?:[\w’'-]+\s+){{0,2}}?(?P<noun>{NOUNS})\b")
# "told reporters after the vote": by which words a sentence before it may have told of that.
_TOLD_BY = {
    "vote": r"vot(?:e|es|ed|ing)|reject(?:ed|s)|adopt(?:ed|s)|ballot",
    "ruling": r"rul(?:e|es|ed|ing)|verdict|judge?ment|sentenc\w+|convict\w*|acquitt\w+|jailed|fined|upheld|"
    r"struck\s+down|overturned|quashed|annulled|freed|dismissed",
    "hearing": r"hearing|trial|court|judge|tribunal",
    "rally": r"rall(?:y|ied)|march\w*|protest\w*|demonstrat\w+|gather\w+|vigil|picket\w*",
    "meeting": r"meeting|met|talks|session|summit|sitting",
}
_NAMES = {"ballot": "vote", "count": "vote", "verdict": "ruling", "judgment": "ruling", "judgement": "ruling",
          "sentencing": "ruling", "decision": "ruling", "march": "rally", "protest": "rally", "talks": "meeting",
          "session": "meeting", "sitting": "meeting"}  # fmt: skip
_NOUN = "|".join([*_TOLD_BY, *_NAMES])
_AFTER = re.compile(
    rf"\b[Aa]fter\s+(?:the|this)\s+(?P<noun>{_NOUN})(?=[,.;”\"]|$|\s+(?:that|how|why|he|she|they|in)\b)"
)
_OUT = re.compile(
    rf"\b(?:walked\s+out|stormed\s+out|left\s+the\s+(?:chamber|hall|room|session))\s+(?:[\w’'-]+\s+){{0,3}}?"
    rf"(?:before|after|during|ahead\s+of)\s+(?:the|this)\s+(?P<noun>{_NOUN})\b"
)
_CROWD = re.compile(
    r"\b(?:told|telling|addressed|addressing)\s+(?:the|a|his|her|their)\s+(?:[\w’'-]+\s+){0,2}?"
    r"(?:crowd|marchers|protesters|protestors|demonstrators|supporters|rally|gathering|strikers)\b"
)
_HEARERS = (
    r"courts?|judges?|bench|magistrates?|tribunal|jury|committee|commission|council|parliament|assembly|senate|senators|"
    r"deputies|lawmakers|legislators|chamber|house|session|panel|delegates|conference|forum"
)
_TO_A_BODY = re.compile(
    rf"\b(?:told|informed|addressed|reminded|addressing|telling)\s+(?:the|a)\s+(?:[\w’'-]+\s+){{0,3}}?(?:{_HEARERS})\b|"
    r"\bin\s+(?:court|plenary)\b|\boutside\s+(?:the\s+)?(?:[\w’'-]+\s+){0,2}?court(?:house|room)?\b|"
    r"\b(?:on|from)\s+the\s+(?:court(?:house)?\s+)?steps\b|\bfrom\s+the\s+(?:\w+\s+)?(?:dock|rostrum|podium|floor)\b|"
    r"\b(?<!who )testif(?:ied|ying)\b|"
    r"\b(?:to|by|from)\s+applause\b|\bunder\s+(?:cross-)?examination\b|\bon\s+the\s+(?:witness\s+)?stand\b",
    re.IGNORECASE,
)
_BODY = re.compile(rf"\b(?:{_HEARERS}|{NOUNS}|plenary|hearings|testimony)\b", re.IGNORECASE)
_HEARD = re.compile(
    rf"\b(?:{_HEARERS}|chambers)\b[^.;]{{0,80}}?"
    r"(?<!\bbe )\b(?:heard|hears|debated|discussed|convened|sat|held\s+a\s+debate)\b",
    re.IGNORECASE,
)
_ALSO_HEARD = re.compile(rf"\b(?:{_HEARERS})\s+(?:also|then|further)\s+(?:heard|debated|discussed)\b", re.IGNORECASE)
_ELSEWHERE = re.compile(
    r"\b(?:afterwards|later|writing|wrote|(?:web)?site|Facebook|Telegram|Instagram|post(?:ed)?|in\s+a\s+(?:statement|letter|"
    r"tweet|video))\b"
)
_OF_THE_UN = re.compile(r"\b(?:[Ss]pecial [Rr]apporteur|[Ii]ndependent [Ee]xpert|[Ee]xperts?|Working Group)\b")
_ITS_HEAD = re.compile(
    r"\b(?:its|their)\s+(?:\w+\s+){0,2}(?:chair\w*|spokes\w+|director|president|head|secretary|leader|founder|lawyer)\b"
)
_NEW = re.compile(r"\b(?:latest|new|recent)\s+(?:[\w’'-]+\s+){0,2}(?:report|study|survey|statement|findings|opinion)\b")
_SAID = re.compile(r"\b(?:said|urged|called|warned|condemned|welcomed|demanded|appealed)\b")
_APPEALS = re.compile(r"\b(?:calls?\s+(?:up)?on|urges?|appeals?\s+to)\b")
_ORDERS = re.compile(r"\b(?:told|ordered|asked|warned)\s+(?:[\w’'-]+\s+){1,4}(?:not\s+)?to\s+")


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a statement stands: its sentence by number, with the article's scenes, settings, events and date."""

    at: int
    scenes: Sequence[Scene]
    settings: Mapping[int, Setting]
    events: Sequence[Event]
    now: PartialDate | None

    def text(self, number: int) -> str:
        return self.scenes[number].linked.sentence.text

    def here(self, number: int) -> PartialDate | None:
        return self.settings.get(self.scenes[number].linked.sentence.start, Setting()).here

    def kinds(self, number: int) -> set[str]:
        start = self.scenes[number].linked.sentence.start
        return {e.kind for e in self.events if e.status == "occurred" and any(x.start == start for x in e.evidence)}

    def back(self) -> range:
        return range(self.at - 1, max(-1, self.at - FAR), -1)

    def is_near(self, number: int) -> bool:
        """Whether a sentence stands in the paragraph of the statement."""
        one, other = (self.scenes[k].linked.sentence.paragraph.start for k in (number, self.at))
        return one == other


def spoken(
    events: Sequence[Event], scenes: Sequence[Scene], settings: Mapping[int, Setting], now: PartialDate | None
) -> list[Event]:
    """Give each statement without a date that of the session, the release or the crowd that it belongs to."""
    numbers = {scene.linked.sentence.start: k for k, scene in enumerate(scenes)}
    return [_spoken(e, _Place(numbers.get(e.evidence[0].start, 0), scenes, settings, events, now)) for e in events]


def _spoken(event: Event, place: _Place) -> Event:
    if event.date is not None or event.status not in ("occurred", "alleged"):
        return event
    if event.kind == "OtherEvent":
        out = _OUT.search(place.text(place.at))
        day = _last_named(_words(out["noun"]), place) if out else None
        return event if day is None else replace(event, date=day)
    if event.kind not in LED:
        return event
    date = _of_meeting(event, place) if event.kind == "OfficialMeeting" else _of_words(event, place)
    return event if date is None else replace(event, date=date)


def _of_words(event: Event, place: _Place) -> PartialDate | None:
    said = _of_statement(event, place) if event.kind == "Statement" else None
    return said or _of_the_lead(event, place)


def _of_statement(event: Event, place: _Place) -> PartialDate | None:
    if event.rule == "quotes/label":
        return _of_the_crowd(place)
    if event.rule.startswith("demands/"):
        return _today(place)
    if event.tense == "" and _APPEALS.search(place.text(place.at)):
        return _today(place)
    if event.tense != "past":
        return None
    if _CROWD.search(place.text(place.at)) and (day := _of_the_crowd(place)):
        return day
    found = _of_the_named(place) or _of_the_session(place) or _of_the_release(place) or _of_the_sitting(place)
    return found or _of_the_speech(event, place) or _of_the_scene(place) or _of_the_next(event, place)


def _of_the_named(place: _Place) -> PartialDate | None:
    """ "At the forum, she said …", "she said after the vote": the last date that the article has given to it."""
    text = place.text(place.at)
    if match := _AT.search(text):
        return _last_named(match["noun"], place)
    match = _AFTER.search(text)
    return _last_named(_words(match["noun"]), place) if match else None


def _words(noun: str) -> str:
    return _TOLD_BY[_NAMES.get(noun, noun)]


def _last_named(words: str, place: _Place) -> PartialDate | None:
    for number in place.back():
        named = re.search(rf"\b(?:{words})\b", place.text(number), re.IGNORECASE)
        found = [d for d in place.scenes[number].dates if d.date.precision in ("day", "month") and not d.modifier]
        if named and found:
            after = [d for d in found if d.start >= named.start()]
            return replace((after or found[::-1])[0].date, rule="session")
    return None


def _of_the_session(place: _Place) -> PartialDate | None:
    """What is told to a court or committee, or follows "the council heard …" in its paragraph."""
    text = place.text(place.at)
    near = [k for k in place.back() if place.is_near(k) and _sits(k, place)]
    if _ELSEWHERE.search(text) or not (near or _TO_A_BODY.search(text)):
        return None
    others = [k for k in place.back() if _sits(k, place) or _BODY.search(place.text(k))]
    days = (place.here(number) for number in (*near, *others))
    return next((replace(day, rule="session") for day in days if day is not None and day.precision == "day"), None)


def _sits(number: int, place: _Place) -> bool:
    return bool(place.kinds(number) & MEETINGS) or _HEARD.search(place.text(number)) is not None


def _of_the_release(place: _Place) -> PartialDate | None:
    """A release that opens with what was said today quotes those who said it."""
    today = place.now is not None and any(d.date.edtf == place.now.edtf for d in place.scenes[0].dates)
    if not today or not _SAID.search(place.text(0)) or place.now is None:
        return None
    lead, named = ({r.entity for r in place.scenes[k].linked.references if r.cls in BODIES} for k in (0, place.at))
    experts = _OF_THE_UN.search(place.text(place.at)) and _OF_THE_UN.search(place.text(0))
    return replace(place.now, rule="session") if experts or named & lead else None


def _of_meeting(event: Event, place: _Place) -> PartialDate | None:
    """ "The council also heard …": on the day on which somebody, as was told before, spoke to it."""
    if event.tense != "past" or not _ALSO_HEARD.search(place.text(place.at)):
        return None
    for number in place.back():
        here = place.here(number)
        if here is not None and here.precision == "day" and _TO_A_BODY.search(place.text(number)):
            return replace(here, rule="session")
    return None


def _of_the_speech(event: Event, place: _Place) -> PartialDate | None:
    """ "…, the envoy told the Council on 3 May. She stressed …": one speech goes on."""
    for number in place.back():
        here, named = place.here(number), {r.entity for r in place.scenes[number].linked.references}
        spoke = set(event.agent) & named and _TO_A_BODY.search(place.text(number))
        if spoke and here is not None and here.precision == "day":
            return None if _ELSEWHERE.search(place.text(place.at)) else replace(here, rule="session")
    return None


def _of_the_sitting(place: _Place) -> PartialDate | None:
    """All that is said in the report of one sitting."""
    day = place.settings.get(place.scenes[place.at].linked.sentence.start, Setting()).session
    return replace(day, rule="session") if day is not None and not _ELSEWHERE.search(place.text(place.at)) else None


def _of_the_next(event: Event, place: _Place) -> PartialDate | None:
    """ "The union urged …. “…”, its chair said on Tuesday": one speech, of which the second sentence names the day."""
    after = place.at + 1
    if after >= len(place.scenes) or not place.is_near(after) or not _ITS_HEAD.search(place.text(after)):
        return None
    start = place.scenes[after].linked.sentence.start
    said = [e for e in place.events if e.kind == "Statement" and e.date and any(x.start == start for x in e.evidence)]
    days = [e.date for e in said if e.date is not None and e.date.precision == "day" and event.agent]
    return replace(days[0], rule="session") if days else None


def _of_the_scene(place: _Place) -> PartialDate | None:
    """What somebody told others to do belongs to the story told; what was said of it, who knows when."""
    setting = place.settings.get(place.scenes[place.at].linked.sentence.start, Setting())
    acts = _ORDERS.search(place.text(place.at))
    near = setting.here or setting.before
    return replace(near, rule="setting") if acts and near is not None and near.precision == "day" else None


def _of_the_crowd(place: _Place) -> PartialDate | None:
    """Voices after a march was told of are those of marchers."""
    start = place.scenes[place.at].linked.sentence.start
    held = [e for e in place.events if e.kind in ASSEMBLIES and e.status == "occurred" and e.evidence[0].start < start]
    days = [e.date for e in held if e.date is not None and e.date.precision == "day"]
    return replace(days[-1], rule="session") if days else None


def _today(place: _Place) -> PartialDate | None:
    known = place.now is not None and place.now.precision == "day" and place.now.rule == "byline"
    return replace(place.now, rule="lead") if known and place.now else None


def _of_the_lead(event: Event, place: _Place) -> PartialDate | None:
    """What has been said, as the first sentence of the article tells, was said about then."""
    new = event.kind == "Publication" and _NEW.search(place.text(0))
    if place.at != 0 or not (event.tense == "perfect" or new) or place.now is None or place.now.rule == "report":
        return None
    return dates.approximate(place.now, rule="lead")
