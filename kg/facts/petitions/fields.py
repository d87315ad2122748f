"""The lines under a petition's title as facts and events: "Petitioner: Ann Lee", "Debated on 3 May 2024"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from kg.entities.model import LinkedSentence, Reference
from kg.facts.linked import View
from kg.facts.model import Event, Fact
from kg.facts.scene import ORGANIZATION, Scene
from kg.mentions.petitions.fields import role_of

KINDS = {
    "launch": "PetitionLaunch",
    "reached": "PetitionThreshold",
    "review": "PetitionReview",
    "decision": "PetitionDecision",
}
PREDICATES = {"author": "author", "addressee": "addressee", "portal": "publishedOn"}
FARTHEST = 25  # characters of a title before the name: "the Minister of Roads Ann Lee"
ACTORS = ORGANIZATION | {"Person", "Country"}


def read_petition_fields(view: View) -> Iterator[Fact]:
    """`author`, `addressee` and `publishedOn` of the petition under whose title the line stands."""
    sentence = view.linked.sentence
    if sentence.paragraph.kind != "field":
        return
    predicate = PREDICATES.get(role_of(sentence)[0], "")
    petition = petition_above(view.linked, view.earlier)
    if predicate and petition:
        wanted = {"MediaOutlet", "Company"} if predicate == "publishedOn" else ACTORS
        found = [r for r in view.linked.references if r.cls in wanted and r.how != "adjective"]
        close = [r for r in found if _begins_with(view, r)]
        yield from (Fact(petition, predicate, r.entity, view.proof, "petition-field") for r in close[:1])


def _begins_with(view: View, r: Reference) -> bool:
    """Whether the value of a line begins with a name: "Mayor of Lodz, Poland" does not name Poland as such."""
    value = role_of(view.linked.sentence)[1]
    at = view.linked.sentence.text.find(value)
    between = view.linked.sentence.text[at : r.start - view.linked.sentence.start]
    return "," not in between and " of " not in between and len(between) <= FARTHEST


def petition_above(linked: LinkedSentence, earlier: Sequence[LinkedSentence]) -> str:
    """The petition in whose part of the page a sentence stands, "" outside such parts."""
    *_, petition = petitions_above([*earlier, linked])
    return petition


def petitions_above(linked: Iterable[LinkedSentence]) -> Iterator[str]:
    """For each sentence in turn what `petition_above` says of it, from those before it."""
    titles: dict[int, str] = {}
    for one in linked:
        paragraph = one.sentence.paragraph
        yield titles.get(paragraph.titled, "") if paragraph.titled >= 0 else ""
        if paragraph.kind == "title":
            titles.update((paragraph.titled, r.entity) for r in one.references if r.cls == "Petition")


def read_field_events(scenes: Sequence[Scene], told: Sequence[Event]) -> list[Event]:
    """The dated steps that lines tell of, and enough signatures where no sentence (`told`) tells of them."""
    found: list[Event] = []
    linked = [s.linked for s in scenes]
    for number, (scene, petition) in enumerate(zip(scenes, petitions_above(linked), strict=True)):
        if scene.linked.sentence.paragraph.kind != "field":
            continue
        role, _ = role_of(scene.linked.sentence)
        if petition and role in KINDS and scene.dates:
            found.append(_step(scene, KINDS[role], petition, _doer(linked, number, petition, role)))
        elif petition and role == "signatures" and not _reached([*told, *found], petition) and _enough(scene, petition):
            found.append(_step(scene, "PetitionThreshold", petition, ()))
    return found


def _doer(linked: Sequence[LinkedSentence], number: int, petition: str, role: str) -> tuple[str, ...]:
    """Who launched it, by a line; whose answer it is, by the first words below the line that dates it."""
    if role == "launch":
        return _authors(linked, petition)
    below = linked[number + 1] if role == "decision" and number + 1 < len(linked) else None
    if below is None or below.sentence.paragraph.kind != "text":
        return ()
    return tuple(r.entity for r in below.references if r.cls in ("GovernmentBody", "Legislature", "Country"))[:1]


def _step(scene: Scene, kind: str, petition: str, agent: tuple[str, ...]) -> Event:
    dated = scene.dates[0] if scene.dates else None
    entity = scene.entity(petition)
    return Event(
        id="", kind=kind, evidence=(scene.evidence(),), rule="petitioning/field", agent=agent, patient=(petition,),
        date=dated.date if dated else None, date_stated=dated.text if dated else "", tense="" if dated else "perfect",
        country=entity.country if entity else "",
    )  # fmt: skip


def _authors(linked: Sequence[LinkedSentence], petition: str) -> tuple[str, ...]:
    """Whom a line under the same title names as the author."""
    for one, above in zip(linked, petitions_above(linked), strict=True):
        field = one.sentence.paragraph.kind == "field" and role_of(one.sentence)[0] == "author"
        if field and above == petition:
            return tuple(r.entity for r in one.references if r.cls in ACTORS and r.how != "adjective")[:1]
    return ()


def _reached(events: Sequence[Event], petition: str) -> bool:
    return any(e.kind == "PetitionThreshold" and petition in e.patient for e in events)


def _enough(scene: Scene, petition: str) -> bool:
    entity = scene.entity(petition)
    return bool(entity and entity.signatures and entity.threshold and entity.signatures >= entity.threshold)
