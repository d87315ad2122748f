"""The launch and the signatures of a petition with which a sentence begins, where no pattern could read its clauses."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.entities.model import Reference
from kg.facts.model import Event
from kg.facts.petitions.makers import MAKING, behind
from kg.facts.scene import Scene

_LAUNCHED = re.compile(rf"[”\"’']?,? ?(?:(?:which|that) )?(?:was|has been|had been) (?:first )?(?P<verb>{MAKING})\b")
_GATHERED = re.compile(
    r"\b(?:has|had|have) (?:(?:so far|already|since|now) )?"
    r"(?P<verb>gathered|collected|received|drawn|attracted|gained|passed)"
    r" (?:[a-z]+ ){0,3}\d[\d,.]*(?: [a-z]+)? (?:signatures|names|signatories)\b"
)
_DECIDED = re.compile(
    r"[”\"’']?,? (?:was|has been|had been) (?:[a-z]+ly )?"
    r"(?P<verb>declined|rejected|dismissed|turned down|granted|upheld|returned|shelved|thrown out)\b"
)
_UNREAL = re.compile(r"\b(?:if|unless|whether|not|never|would|could|may|might|should|once)\b[^,;]*$")
LEADING = 4


def read_told(scenes: Sequence[Scene], told: Sequence[Event]) -> list[Event]:
    """The steps that no event of `told` tells of the same sentence, and their doers."""
    known = {(e.kind, e.evidence[0].start) for e in told}
    return [
        e
        for scene in scenes
        if scene.linked.sentence.paragraph.kind in ("text", "item") and (petition := _leading(scene)) is not None
        for e in _steps(scene, petition)
        if (e.kind, e.evidence[0].start) not in known
    ]


def with_makers(scenes: Sequence[Scene], events: Sequence[Event]) -> list[Event]:
    """The events, launches and proposals that name nobody with whom the words behind the paper say has made it."""
    by_start = {s.linked.sentence.start: s for s in scenes}
    return [_with_maker(e, by_start.get(e.evidence[0].start)) for e in events]


def _with_maker(event: Event, scene: Scene | None) -> Event:
    if event.kind not in ("PetitionLaunch", "BillProposal") or event.agent or scene is None or not event.patient:
        return event
    made = next((r for r in scene.linked.references if r.entity == event.patient[0]), None)
    maker = behind(scene.linked, made) if made is not None else ""
    return replace(event, agent=(maker,)) if maker else event


def _leading(scene: Scene) -> Reference | None:
    """The petition that a sentence names first, within its first words."""
    named = next((r for r in scene.linked.references if r.how != "adjective"), None)
    if named is None or named.cls != "Petition":
        return None
    before = scene.linked.sentence.document.text[scene.linked.sentence.start : named.start]
    return named if len(before.split()) <= LEADING else None


def _steps(scene: Scene, petition: Reference) -> Iterator[Event]:
    sentence = scene.linked.sentence
    text, after = sentence.text, petition.end - sentence.start
    launched = _LAUNCHED.match(text, after)
    if launched:
        maker = behind(scene.linked, petition)
        yield _event(scene, petition.entity, "PetitionLaunch", launched, (maker,) if maker else ())
    decided = _DECIDED.match(text, after)
    if decided:
        yield _event(scene, petition.entity, "PetitionDecision", decided, ())
    gathered = _GATHERED.search(text, after)
    if gathered and not _UNREAL.search(text[after : gathered.start()]):
        yield _event(scene, petition.entity, "PetitionThreshold", gathered, ())


def _event(scene: Scene, petition: str, kind: str, m: re.Match[str], agent: tuple[str, ...]) -> Event:
    at = m.start("verb")
    dated = next((d for d in scene.dates if d.start >= at), None)
    entity = scene.entity(petition)
    return Event(
        id="", kind=kind, evidence=(scene.evidence(),), rule="petitioning/told", agent=agent, patient=(petition,),
        date=dated.date if dated else None, date_stated=dated.text if dated else "",
        country=entity.country if entity else "", tense="past",
    )  # fmt: skip
