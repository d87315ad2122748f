"""Where places are: only where the words tie the two ("Gulu, Uganda", "a square in Lima"), never from an atlas."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg import authorities
from kg.entities.model import LinkedSentence, Reference
from kg.facts.grammar.clauses import governor
from kg.facts.linked import POSSESSIVE, View, of_class, state_key, token_range
from kg.facts.model import Fact
from kg.facts.relations.bodies import place_named
from kg.facts.relations.words import word_list
from kg.mentions.geonames import cities
from kg.mentions.lexicon import lexicon

IN = frozenset({"in", "of", "in the", "of the", "in the city of", ",", "in downtown", "in central", ", in", "(",
                "in the region of"})  # fmt: skip
OF_CAPITAL = re.compile(
    r",? (?:an? |the )?(?:[\w-]+ ){0,2}(?:suburb|district|quarter|neighbou?rhood|township|part|outskirts|slum|area) "
    r"(?:of|in|outside) the capital\b"
)
ELSEWHERE = frozenset({"from", "outside", "near", "to", "for"})
LOOSE = ("ADJ", "NOUN", "PART", "ADV", "NUM", "PROPN", "PUNCT")


def read_places(view: View) -> Iterator[Fact]:
    """`partOf` of places: in a place or state that the sentence, or the list's introduction, names with them."""
    for place in of_class(view.linked, ["Place"]):
        if place.how != "name":
            continue
        whole = _named(view, place) or _after(view, place) or _apposed(view, place) or _before(view, place)
        whole = whole or _in_name(view, place) or _around(view, place) or _of_capital(view, place)
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


def _apposed(view: View, place: Reference) -> str:
    """ "Kisumu, Kenya’s third largest city", "Lamu, a town in Kenya", "Lamu, a Kenyan port"."""
    _, end = token_range(view.linked, place)
    if view.span[end : end + 1].text not in (",", "("):
        return ""
    for other in (r for r in view.linked.references if r.cls in ("Place", "Country")):
        first, last = token_range(view.linked, other)
        if not end < first <= end + 8:
            continue
        lead, tail = view.span[end + 1 : first], view.span[last : last + 6]
        kinds = word_list("place-kinds")
        if any(t.pos_ in ("VERB", "AUX") or t.text in (",", ";", "and") for t in lead):
            return ""
        tied = lead.text.endswith((" in", " of", " in the", " of the")) or re.search(r" in [A-Z]\w+ ?[’']s$", lead.text)
        if tied and not _possessing(view, other, last) and any(t.lower_ in kinds for t in lead):
            return other.entity
        owns = view.span[last : last + 1].text in POSSESSIVE or other.how == "adjective"
        kind = next((k for k, t in enumerate(tail) if t.lower_ in kinds), None)
        if (
            owns
            and all(t.lower_ in ("a", "an", "the", "one", "of") for t in lead)
            and kind is not None
            and all(t.pos_ in LOOSE for t in tail[:kind])
        ):
            return other.entity
    return ""


def _of_capital(view: View, place: Reference) -> str:
    """ "Kisenyi, a suburb of the capital": the capital of the article's state, where the article names it."""
    text = view.linked.sentence.document.text[place.end : place.end + 60]
    state = authorities.country_by_iso(view.state)
    return place_named(view, state.capital) if state and OF_CAPITAL.match(text) else ""


def _possessing(view: View, other: Reference, last: int) -> bool:
    """ "a village in Kenya’s Lamu county": the state only tells whose the county is."""
    after = view.span[last : last + 1].text in POSSESSIVE
    return after and any(r.cls == "Place" and 0 < r.start - other.end <= 4 for r in view.linked.references)


def _in_name(view: View, place: Reference) -> str:
    """ "Kisumu Central Prison" is in Kisumu, "southern Pampanga" in Pampanga: the article names the town itself."""
    words = view.linked.sentence.document.text[place.start : place.end].split()
    directed = len(words) > 1 and words[0].lower() in lexicon().directions
    site = len(words) > 1 and words[-1].lower() in word_list("sites") | word_list("sites-named")
    if not directed and not site:
        return ""
    for linked in (view.linked, *reversed(view.earlier)):
        for r in of_class(linked, ["Place"]):
            name = view.entities[r.entity].name
            inside = " ".join(words[1:]) == name if directed else " ".join(words).startswith(f"{name} ")
            if inside and r.entity != place.entity:
                return r.entity
    fronts = (" ".join(words[:k]) for k in range(min(3, len(words) - 1), 0, -1))
    return (
        next((key for front in fronts if (key := place_named(view, front)) and key != place.entity), "") if site else ""
    )


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
    towns = {key for key in _towns(view, view.linked) if not _told_apart(view, place, key)} - {place.entity}
    if not towns:
        towns = _lead_towns(view) or _paragraph_towns(view)
    return next(iter(towns)) if len(towns) == 1 else ""


def _told_apart(view: View, place: Reference, town: str) -> bool:
    """ "held at Hill Prison since May, when she was seized in Lima": the town is where something else happened."""
    here = governor(view.span[token_range(view.linked, place)[1] - 1])
    named = [r for r in of_class(view.linked, ["Place"]) if r.entity == town]
    verbs = [governor(view.span[token_range(view.linked, r)[1] - 1]) for r in named]
    return bool(verbs) and all(v is not None and v != here and v.dep_ in ("relcl", "advcl") for v in verbs)


def _urban(view: View, place: Reference) -> bool:
    last = view.entities[place.entity].name.lower().split()
    site = bool(last) and (last[-1] in word_list("sites") or last[0] in word_list("sites"))
    return site and not _is_town(place) and not cities(view.entities[place.entity].name.split()[0])


def _is_town(place: Reference) -> bool:
    return place.entity.startswith("Place:geonames")


def _towns(view: View, linked: LinkedSentence) -> set[str]:
    """The towns that a sentence is set in: not those that somebody is from, or something is near."""
    text, found = linked.sentence.document.text, set()
    for r in of_class(linked, ["Place"]):
        before = text[max(linked.sentence.start, r.start - 9) : r.start].split()
        if _is_town(r) and not (before and before[-1].lower() in ELSEWHERE):
            found.add(r.entity)
    return found or _police_towns(view, linked)


def _police_towns(view: View, linked: LinkedSentence) -> set[str]:
    """The town whose police, court or city hall the sentence tells of, where it names no town beside."""
    bodies = (r for r in linked.references if r.mention is not None and r.mention.rule == "description")
    owners = (str(r.mention.facts.get("owner", "")) for r in bodies if r.mention is not None)
    return {key for owner in owners if owner and (key := place_named(view, owner)).startswith("Place:geonames")}


def _lead_towns(view: View) -> set[str]:
    """The towns of the sentence that introduces the list in which this one stands."""
    lead = view.linked.sentence.paragraph.lead
    if lead is None:
        return set()
    within = [e for e in view.earlier if lead[0] <= e.sentence.start < lead[1]]
    return {key for linked in within for key in _towns(view, linked)}


def _paragraph_towns(view: View) -> set[str]:
    here = view.linked.sentence.paragraph
    same = [e for e in view.earlier if e.sentence.paragraph == here]
    return {key for linked in same for key in _towns(view, linked)}
