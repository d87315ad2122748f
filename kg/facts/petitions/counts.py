"""How many petitions were opened, reached the threshold, were heard or answered: "nine petitions passed the mark"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.entities.signatures import counts
from kg.facts.model import Event
from kg.facts.scene import ORGANIZATION, Scene

_WORDS = [
    "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen",
    "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
]  # fmt: skip
_NUMBER = rf"(?:\d[\d,]*|{'|'.join(_WORDS)})"
_PUBLIC = r"(?:collective|citizens[’']|citizen|popular|public|people[’']s)"
_OTHER = r"(?:addresses|initiatives|submissions|proposals|motions)"
_KINDS = rf"(?:(?:[a-z]+ ){{0,2}}(?:e-)?petitions|{_PUBLIC} {_OTHER})"
_ABOUT = re.compile(rf"\b(?:petitions|{_PUBLIC} {_OTHER})\b", re.IGNORECASE)
_AUX = r"(?:,? (?:have |has |had )?(?:also |then |already )?(?:(?:was|were|been) )?(?:[a-z]+ly )?)"
# Papers of lawsuits are petitions of another kind.
_COURT = re.compile(r"\b(?:courts?|tribunals?|judges?|writ|habeas|bail|justices|benche?s?)\b", re.IGNORECASE)
_NOT_YET = re.compile(r"\b(?:will|would|may|might|could|should|must|can|if|once|unless|never|not|no)\b")
# The word of a step, and what the rest of the sentence has to speak of.
_STEPS = (
    (
        "PetitionThreshold",
        r"(?:passed|reached|crossed|cleared|exceeded|gathered|collected|attracted|met|handed (?:over|in)|obtained)",
        re.compile(r"\b(?:signatures?|threshold|mark|quorum|supporters|endorsements|support)\b"),
    ),
    (
        "PetitionDecision",
        r"(?:rejected|declined|answered|returned|closed|dismissed|granted|turned down|approved|refused)",
        None,
    ),
    ("PetitionReview", r"(?:considered|examined|heard|debated|discussed|reviewed|took up|taken up|forwarded)", None),
    (
        "PetitionLaunch",
        r"(?:opened|launched|filed|registered|started|submitted|lodged|published|created|received|tabled)",
        None,
    ),
)


def _forms(verb: str) -> tuple[re.Pattern[str], ...]:
    """ "opened 41 petitions", "nine petitions were opened", "four of them passed …", "of which eleven reached …"."""
    return (
        re.compile(rf"\b{verb} (?P<number>{_NUMBER}) {_KINDS}\b", re.IGNORECASE),
        re.compile(rf"\b(?P<number>{_NUMBER}) (?:{_KINDS}|{_OTHER}){_AUX}{verb}\b", re.IGNORECASE),
        re.compile(rf"\b(?P<number>{_NUMBER}) of (?:them|these|which){_AUX}{verb}\b", re.IGNORECASE),
        re.compile(rf"\bof (?:which|these|them),? (?P<number>{_NUMBER}){_AUX}{verb}\b", re.IGNORECASE),
    )


_FORMS = tuple((kind, _forms(verb), needed) for kind, verb, needed in _STEPS)


def read_counts(scenes: Sequence[Scene], told: Sequence[Event]) -> list[Event]:
    """The steps of petitions that are only counted, where the sentence tells no such step of a petition by name."""
    named = {(e.kind, e.evidence[0].start) for e in told if e.patient}
    found: list[Event] = []
    before = ""
    last: tuple[int, Event] | None = None
    for scene in scenes:
        text = scene.linked.sentence.text
        if (
            scene.linked.sentence.paragraph.kind in ("text", "item")
            and _ABOUT.search(before + text)
            and not _COURT.search(text)
        ):
            told_here = [_dated(e, scene, last) for e in _counted(scene) if (e.kind, e.evidence[0].start) not in named]
            found += told_here
            last = (scene.linked.sentence.paragraph.start, told_here[-1]) if told_here else last
        before = text + " "
    return found


def fallen_short(event: Event) -> Event:
    """ "gathered 812 of the required 1,000 signatures": no threshold is reached by fewer than it takes."""
    if event.kind != "PetitionThreshold" or event.status != "occurred" or not event.polarity:
        return event
    numbers = counts(event.evidence[0].quote)
    got, needed = [n for n, wanted in numbers if not wanted], [n for n, wanted in numbers if wanted]
    short = len(got) == 1 and len(needed) == 1 and got[0] < needed[0]
    return replace(event, status="attempted") if short else event


def _counted(scene: Scene) -> Iterator[Event]:
    text = scene.linked.sentence.text
    for kind, forms, needed in _FORMS:
        m = next((m for form in forms for m in [form.search(text)] if m), None)
        if m and (needed is None or needed.search(text, m.start())) and not _NOT_YET.search(_clause(text, m)):
            yield _event(scene, kind, m)


def _dated(event: Event, scene: Scene, last: tuple[int, Event] | None) -> Event:
    """ "In the same months nine were …": with the date of what the paragraph counted before."""
    same = last and last[0] == scene.linked.sentence.paragraph.start and event.date is None
    return replace(event, date=last[1].date) if last and same else event


def _clause(text: str, m: re.Match[str]) -> str:
    """The words around a step up to the next half stop."""
    start = max(text.rfind(sign, 0, m.start()) for sign in ";:,(") + 1
    return text[start : m.end()]


def _event(scene: Scene, kind: str, m: re.Match[str]) -> Event:
    sentence = scene.linked.sentence
    dated = scene.dates[0] if scene.dates else None
    bodies = (r for r in scene.linked.references if r.cls in ORGANIZATION and r.end <= sentence.start + m.start())
    body = next((r.entity for r in bodies if r.how != "adjective"), "")
    return Event(
        id="", kind=kind, evidence=(scene.evidence(),), rule="petitioning/counted", count=_value(m["number"]),
        agent=(body,) if body and kind in ("PetitionReview", "PetitionDecision") else (),
        date=dated.date if dated else None, date_stated=dated.text if dated else "", tense="past",
    )  # fmt: skip


def _value(number: str) -> int:
    words = number.lower()
    return _WORDS.index(words) + 2 if words in _WORDS else int(words.replace(",", ""))
