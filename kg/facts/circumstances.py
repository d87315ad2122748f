"""Where: the place and the country that belong to a trigger."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from kg.facts.dating.bounds import crosses
from kg.facts.dating.governors import is_topic
from kg.facts.dating.steps import FAR, from_verb
from kg.facts.grammar.clauses import Clause, governor, subjects
from kg.facts.grammar.inflect import words
from kg.facts.known import by_name, first
from kg.facts.scene import Scene

if TYPE_CHECKING:
    from kg.mentions.tokens import Token

PLACING = words("in at on outside near before through across around front to inside along from opposite of into onto")
PARTS = words(
    "street streets outskirts centre center square district districts region regions province city town village north "
    "south east west part parts suburb suburbs coast border area areas neighbourhood neighborhood capital port campus "
    "department county quarter middle heart edge vicinity front gates entrance steps side march "
    "rally protest protests demonstration riots unrest"
)
SEATED = frozenset({"Court", "GovernmentBody"})
RESIDENTS = words("residents inhabitants villagers townspeople locals")
FORCES = words("police officers authorities")
GATHERED = words(
    "gathered rallied protested demonstrated marched picketed rally protest protests demonstration demonstrations "
    "march picket vigil gathering"
)


def place_of(clause: Clause, scene: Scene, roles: Iterable[str]) -> str:
    """The key of the place: named in the clause, else the one in the name of a body that acts; "" if none."""
    here = clause.trigger.idx + scene.linked.sentence.offset
    inside = {t.i for t in clause.trigger.subtree} if is_topic(clause.trigger) else set()
    ranked = sorted(
        (rank, r.start < here, abs(r.start - here), r.entity)
        for r in scene.linked.references
        if r.cls == "Place"
        and r.how != "adjective"
        and (rank := _place_rank(r.start, scene, clause)) < FAR
        and (not inside or inside & {t.i for t in scene.tokens_of(r)})
    )
    if ranked:
        return ranked[0][3]
    if inside:
        return ""  # "an exhibition on the massacre opened in Lima"
    beside = (
        r.entity for r in scene.linked.references
        if r.cls in SEATED and _place_rank(r.start, scene, clause) < FAR
    )  # fmt: skip
    named = next((found for key in (*roles, *beside) if (found := _place_in_name(key, scene))), "")
    return named or _of_the_residents(clause, scene)


def _of_the_residents(clause: Clause, scene: Scene) -> str:
    """ "Residents of Lima gathered": there; "police in Lima broke up a rally": there, too."""
    verb = clause.verb or governor(clause.trigger)
    heads = [t for t in subjects(verb) if t.lower_ in RESIDENTS or t.lower_ in FORCES] if verb is not None else []
    if clause.trigger.lower_ not in GATHERED or (verb is not None and crosses(clause.trigger, verb)):
        return ""
    led = [t for h in heads for p in h.children if p.lower_ in ("of", "in", "from") for t in p.children]
    places = [r.entity for t in led for r in scene.at(t) if r.cls == "Place"]
    bodies = [found for h in heads for r in scene.at(h) if (found := _place_in_name(r.entity, scene))]
    return next(iter((*places, *bodies)), "")


def _place_rank(start: int, scene: Scene, clause: Clause) -> int:
    offset = scene.linked.sentence.offset
    token = next((t for t in scene.span if t.idx + offset <= start < t.idx + offset + len(t)), None)
    if token is None:
        return FAR
    while token.dep_ == "compound" and scene.at(token.head) == scene.at(token):
        token = token.head
    above = _preposition(token)
    if above is None or above.lower_ not in PLACING or _of_somebody(above):
        return FAR
    if any(a.i == clause.trigger.i for a in token.ancestors) and not crosses(token, clause.trigger):
        return 0
    return from_verb(token, clause)


def _preposition(token: Token) -> Token | None:
    while token.head != token and token.dep_ in ("pobj", "appos", "conj"):
        if token.dep_ == "pobj":
            return token.head
        token = token.head
    return None


def _of_somebody(preposition: Token) -> bool:
    """ "the mayor of Lima" is nowhere; "the streets of Lima" and "the south of Peru" are places."""
    if preposition.lower_ not in ("of", "from"):
        return False
    return preposition.head.pos_ in ("NOUN", "PROPN") and preposition.head.lower_ not in PARTS


def _place_in_name(key: str, scene: Scene) -> str:
    """The city of "a Lusaka court" or "Lusaka police", if it is a place of this build."""
    entity = scene.entity(key)
    if entity is None or entity.cls not in ("Court", "GovernmentBody"):
        return ""
    known, named = by_name(scene.entities, "Place"), {entity.name, *entity.names}
    leading = {part for name in named for part in _places_in(name) if len(part) > 2}
    return first(scene.entities, (e for part in leading for e in known.get(part, ()) if e.name == part))


def _places_in(name: str) -> Iterator[str]:
    """The words of a name that may be a place's: those it begins with, and what follows an "of" or "in"."""
    words = name.removeprefix("the ").removeprefix("a ").removeprefix("an ")
    yield from (words[: m.start()] for m in re.finditer(" ", words))
    yield from (name[m.end() :] for m in re.finditer(" (?:of|in) ", name))


def country_of(place: str, roles: Iterable[str], scene: Scene) -> str:
    """ISO code: of the place, else of the first role that has one."""
    for key in (place, *roles):
        entity = scene.entity(key)
        if entity is not None and (entity.country or entity.iso):
            return entity.country or entity.iso
    return ""
