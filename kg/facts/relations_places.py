"""Where places are: only where the words tie the two ("Gulu, Uganda", "a square in Lima"), never from an atlas."""

from __future__ import annotations

from collections.abc import Iterator

from kg import authorities
from kg.entities.model import LinkedSentence, Reference
from kg.facts.linked import View, of_class, state_key, token_range
from kg.facts.model import Fact
from kg.facts.relations_words import word_list

IN = frozenset({"in", "of", "in the", "of the", "in the city of", ",", "in downtown", "in central", ", in", "(",
                "in the region of"})  # fmt: skip
POSSESSIVE = ("’s", "'s", "’", "'")


def read_places(view: View) -> Iterator[Fact]:
    """`partOf` of places: in a place or state that the sentence, or the list's introduction, names with them."""
    for place in of_class(view.linked, ["Place"]):
        if place.how != "name":
            continue
        whole = _named(view, place) or _after(view, place) or _before(view, place) or _around(view, place)
        if whole and whole != place.entity:
            yield Fact(place.entity, "partOf", whole, view.proof, "place-in-place")


def _named(view: View, place: Reference) -> str:
    """ "southern Kenya", "the north of Peru": the state in the name."""
    facts = place.mention.facts if place.mention else {}
    owner = str(facts.get("owner", ""))
    found = authorities.country_by_name(owner) if owner else None
    return state_key(view.entities, found.iso) if found else ""


def _after(view: View, place: Reference) -> str:
    """ "Gulu, Uganda", "Republic Square in Belgrade", "the Arab quarter of Tunis"."""
    _, end = token_range(view.linked, place)
    for other in of_class(view.linked, ["Place", "Country"]):
        first, last = token_range(view.linked, other)
        if not end < first <= end + 5 or view.span[end:first].text not in IN:
            continue
        if view.span[end].text == "," and first == end + 1 and not _encloses(view, other, last):
            continue
        return other.entity
    return ""


def _encloses(view: View, other: Reference, last: int) -> bool:
    """ "Lamu, Kenya" ends there: in a list of cities the comma encloses nothing."""
    after = view.span[last].text if last < len(view.span) else "."
    return after in (".", ":") or (other.cls == "Country" and after in (",", ")", ";", "—", "–"))


def _before(view: View, place: Reference) -> str:
    """ "Kenya’s capital, Nairobi", "the Kenyan city of Lamu", "Peru’s region of Ayacucho", "Lamu (Kenya)"."""
    start, _ = token_range(view.linked, place)
    for owner in reversed(view.linked.references):
        _, last = token_range(view.linked, owner)
        if owner.cls not in ("Country", "Place") or last > start or start - last > 7 or owner.entity == place.entity:
            continue
        gap = view.span[last:start]
        kind = any(t.lower_ in word_list("place-kinds") for t in gap)
        plain = all(t.pos_ in ("ADJ", "NOUN", "PART", "ADP", "PUNCT", "PROPN") for t in gap)
        tied = owner.how == "adjective" or (bool(gap) and gap[0].text in POSSESSIVE)
        if tied and plain and (kind or len(gap) <= 1):
            return owner.entity
        return ""
    return ""


def _around(view: View, place: Reference) -> str:
    """A street or square is in the town that introduces the list, or that its sentence or paragraph names alone."""
    if not _urban(view, place):
        return ""
    towns = _towns(view.linked) - {place.entity}
    if not towns:
        towns = _lead_towns(view) or _paragraph_towns(view)
    return next(iter(towns)) if len(towns) == 1 else ""


def _urban(view: View, place: Reference) -> bool:
    last = view.entities[place.entity].name.lower().split()
    site = bool(last) and (last[-1] in word_list("sites") or last[0] in word_list("sites"))
    return site and not _is_town(place)


def _is_town(place: Reference) -> bool:
    return place.entity.startswith("Place:geonames")


def _towns(linked: LinkedSentence) -> set[str]:
    return {r.entity for r in of_class(linked, ["Place"]) if _is_town(r)}


def _lead_towns(view: View) -> set[str]:
    """The towns of the sentence that introduces the list in which this one stands."""
    lead = view.linked.sentence.paragraph.lead
    if lead is None:
        return set()
    within = [e for e in view.earlier if lead[0] <= e.sentence.start < lead[1]]
    return {key for linked in within for key in _towns(linked)}


def _paragraph_towns(view: View) -> set[str]:
    here = view.linked.sentence.paragraph
    same = [e for e in view.earlier if e.sentence.paragraph == here]
    return {key for linked in same for key in _towns(linked)}
