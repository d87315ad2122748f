"""What became of the petition under whose title a sentence stands, told without naming it: "The ministry replied …"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.entities.model import Reference
from kg.facts.model import Event, Status
from kg.facts.petitions.fields import petitions_above
from kg.facts.scene import Scene

BODIES = frozenset({"GovernmentBody", "Legislature", "Country", "InternationalOrganization"})
_OFFICE = re.compile(
    r"(?:^|, |; |and )(?:[Tt]he |[Ii]t |its )?(?:President|Prime Minister|[Mm]ayor|[Gg]overnment|[Mm]inistry|"
    r"[Mm]inister|[Cc]ommittee|[Bb]oard|[Cc]ouncil|[Cc]ommission|[Pp]arliament|[Ss]peaker|[Cc]abinet|Department|[Ii]t)\b[^,;]*$"
)
_DECIDED = re.compile(
    r"\b(?:responded|replied|answered|undertook|resolved|recommended|proposed that|decided|agreed to|concluded that|"
    r"in (?:its|their|his|her) (?:reply|response|answer)|(?:has )?turned (?:it|the \w+) down|"
    r"kept (?:it|the \w+) open|voted to)\b",
    re.IGNORECASE,
)
_REVIEWED = re.compile(
    r"\b(?:heard|examined|took evidence|held (?:a|an|two|three)(?: [a-z]+)? (?:hearing|meeting|session|debate)|"
    r"began (?:its|their|the) (?:review|examination|study|hearings?)|opened (?:its|an?) (?:review|inquiry))\b"
)
_LODGED = re.compile(
    r"\b(?:lodged|submitted|handed (?:in|over)|filed|delivered|presented)\b[^.;]{0,60}? (?:with|bearing) \d[\d,.]* "
    r"(?:signatures|names|signatories|supporters|statements of support|endorsements)\b"
)
_HELD = re.compile(
    r"\b(?:hearing|debate|discussion)\b(?! (?:room|aid))[^,;.]*? (?P<how>is|was|are|were|has been|took place|will)\b"
    r"[^,;.]{0,20}\b(?:scheduled|held|place|set|planned|due|opened)\b"
)
_ADMITTED = re.compile(r"^(?:It was )?(?:[Dd]eclared admissible|[Aa]dmitted|[Rr]eferred to|[Ff]orwarded to)\b")
_UNREAL = re.compile(r"\b(?:will|would|may|might|could|should|must|if|whether|unless|not|never|no)\b")
OTHERS = frozenset({"Person", "CivilSocietyOrganization", "PoliticalParty", "Company", "MediaOutlet", "Court"})
_IT = re.compile(r"(?:^|, |; |and |, and )(?:[Oo]n [^,;]{3,22} )?[Ii]t (?:has |had |then |also )*$")
_NEAR = 120
BEFORE = 40


def read_steps(scenes: Sequence[Scene], told: Sequence[Event]) -> list[Event]:
    """The reviews and decisions that the sentences of a petition's part tell beside what patterns found (`told`)."""
    known = {(e.kind, e.evidence[0].start) for e in told}
    found: list[Event] = []
    for scene, petition in zip(scenes, petitions_above(s.linked for s in scenes), strict=True):
        if petition and scene.linked.sentence.paragraph.kind in ("text", "item"):
            steps = _steps(scene, petition)
            found += [e for e in steps if (e.kind, e.evidence[0].start) not in known]
    return found


def replaced(event: Event, steps: Sequence[Event]) -> bool:
    """Whether a sentence's hearing or meeting is the review of its petition, and no trial or talk beside it."""
    reviews = {s.evidence[0].start for s in steps if s.kind == "PetitionReview"}
    return event.kind in ("Trial", "OfficialMeeting", "OtherEvent") and event.evidence[0].start in reviews


def _steps(scene: Scene, petition: str) -> Iterator[Event]:
    text = scene.linked.sentence.text
    for kind, form in (("PetitionDecision", _DECIDED), ("PetitionReview", _REVIEWED)):
        for m in form.finditer(text):
            body, clear = _doer(scene, m)
            if clear and not _quoted(text, m.start()) and not _UNREAL.search(_before(text, m.start())):
                yield _event(scene, petition, kind, m, body)
                break
    lodged = _LODGED.search(text)
    if lodged and not _UNREAL.search(_before(text, lodged.start())):
        before = [r for r in scene.linked.references if r.end <= scene.linked.sentence.start + lodged.start()]
        doer = before[-1].entity if before and before[-1].cls in OTHERS else ""
        yield _event(scene, petition, "PetitionThreshold", lodged, doer)
    held, admitted = _HELD.search(text), _ADMITTED.match(text)
    if held and not _quoted(text, held.start()):
        planned = held["how"] in ("is", "are", "will")
        yield _event(scene, petition, "PetitionReview", held, "", status="planned" if planned else "occurred")
    elif admitted and scene.dates:
        yield _event(scene, petition, "PetitionReview", admitted, "")


def _before(text: str, at: int) -> str:
    """The words of the clause before a place."""
    return text[max(text.rfind(sign, 0, at) for sign in ";:,") + 1 : at]


def _quoted(text: str, at: int) -> bool:
    return text.count('"', 0, at) % 2 == 1 or text.count("“", 0, at) > text.count("”", 0, at)


def _doer(scene: Scene, m: re.Match[str]) -> tuple[str, bool]:
    """Who does it: the body named last before the word, or behind "in its reply …, the"; and whether a body does."""
    sentence = scene.linked.sentence
    at = sentence.start + m.start()
    actors = [r for r in scene.linked.references if r.how != "adjective" and r.cls in BODIES | OTHERS]
    if m[0].lower().startswith("in "):
        behind = next((r for r in actors if r.start >= at), None)
        return (behind.entity, True) if behind and behind.cls in BODIES else ("", False)
    before = [r for r in actors if r.end <= at]
    body = next((r for r in reversed(before) if r.cls in BODIES or _is_officer(r) or _is_panel(scene, r)), None)
    if _IT.search(sentence.text[: m.start()]):
        return (before[0].entity, True) if before and before[0].cls in BODIES else ("", True)
    if body and at - body.end < _NEAR and (body is before[-1] or _set_off(sentence.text, body.end - sentence.start, m)):
        return body.entity, True
    return "", not before and _OFFICE.search(sentence.text[: m.start()]) is not None


def _is_officer(r: Reference) -> bool:
    """ "The mayor", somebody named before."""
    return r.cls == "Person" and r.how == "description"


def _is_panel(scene: Scene, r: Reference) -> bool:
    """A committee or board by its name, whatever class it was given."""
    entity = scene.entity(r.entity)
    return entity is not None and entity.name.split()[-1] in ("Committee", "Board", "Commission", "Council", "Panel")


def _set_off(text: str, end: int, m: re.Match[str]) -> bool:
    """ "The committee, chaired by Ann Lee, began …": what stands between commas does nothing here."""
    between = text[end : m.start()].strip()
    return between.startswith(",") and between.endswith(",")


def _event(scene: Scene, petition: str, kind: str, m: re.Match[str], body: str, status: Status = "occurred") -> Event:
    dated = min(scene.dates, key=lambda d: _distance(d.start, d.end, m), default=None)
    entity = scene.entity(petition)
    return Event(
        id="", kind=kind, evidence=(scene.evidence(),), rule="petitioning/part", agent=(body,) if body else (),
        patient=(petition,), date=dated.date if dated else None, date_stated=dated.text if dated else "",
        country=entity.country if entity else "", status=status, tense="past",
    )  # fmt: skip


def _distance(start: int, end: int, m: re.Match[str]) -> int:
    """How far a date is from the words of a step; one before them is taken only where none follows soon."""
    return start - m.end() if start >= m.start() else BEFORE + m.start() - end
