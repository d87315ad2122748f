"""Where bodies are and what they are part of, where their own name or the words beside it say so."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg import authorities
from kg.entities.model import Reference
from kg.facts.known import by_name
from kg.facts.linked import ORGANISATIONS, POSSESSIVE, View, of_class, state_key, token_range
from kg.facts.model import Fact
from kg.facts.relations.parts import parts
from kg.facts.relations.seats import owned, read_offices, seats_beside
from kg.facts.relations.words import word_list

BASED = ORGANISATIONS - {"ArmedGroup"}
EMBASSIES = ("embassy", "consulate", "permanent mission", "diplomatic mission")
TOWN_OF = re.compile(r" in the (?:\w+ )?(?:town|city|village|port|district|province|region) of$")
WHICH_IS = re.compile(r"(?:[a-z]+ )?, which is ")


def read_bodies(view: View) -> Iterator[Fact]:
    """`basedIn` and `partOf` of organisations, `jurisdiction` of a state's courts."""
    inside = (r for r in view.linked.inside if r.cls in BASED)
    for reference in (*of_class(view.linked, BASED), *inside):
        if reference.how != "name" or view.entities[reference.entity].name.startswith("Government of "):
            continue
        yield from _based(view, reference)
        yield from parts(view, reference)
    for body, place in read_offices(view):
        yield Fact(body, "basedIn", place, view.proof, "office")


def _based(view: View, body: Reference) -> Iterator[Fact]:
    seats = (_in_name(view, body), _beside(view, body), _after(view, body), *seats_beside(view, body))
    embassy = body.mention is not None and str(body.mention.facts.get("body")).startswith(EMBASSIES)
    own = owned(view, body)
    seats = (own,) if own else (_seat_of_embassy(view, body),) if embassy else seats
    for seat in dict.fromkeys(seats):
        if not seat or seat == body.entity:
            continue
        court_of_state = body.cls == "Court" and view.entities[seat].cls == "Country"
        yield Fact(body.entity, "jurisdiction" if court_of_state else "basedIn", seat, view.proof, "seat")


def _seat_of_embassy(view: View, body: Reference) -> str:
    """The city of "the Kenyan embassy in Rome", never the state that it is of."""
    city = view.linked.sentence.document.text[body.start : body.end].partition(" in ")[2]
    return place_named(view, city) if city else _after(view, body)


def _in_name(view: View, body: Reference) -> str:
    """The state or place in the body's own name; what a mission or envoy is for is a state all the same."""
    facts = body.mention.facts if body.mention else {}
    owner = str(facts.get("owner", ""))
    if owner:
        found = authorities.country_by_name(owner) or authorities.country_by_adjective(owner)
        return state_key(view.entities, found.iso) if found else place_named(view, owner)
    text = view.linked.sentence.document.text[body.start : body.end]
    seat = _named_inside(view, text)
    if seat.startswith("Place:") and body.cls in ("MediaOutlet", "Company", "PoliticalParty"):
        return ""  # named after towns that they left long ago, or never were in
    regional = seat.startswith("Place:") and (body.cls == "InternationalOrganization" or _is_world_region(view, seat))
    return "" if regional else seat


def _is_world_region(view: View, place: str) -> bool:
    return view.entities[place].name.lower() in word_list("world-regions")


def _named_inside(view: View, text: str) -> str:
    tokens = text.replace("’s", "").replace("'s", "").replace("’", "").replace("'", "").split()
    for k, word in enumerate(tokens):
        for length in (3, 2, 1):
            name = " ".join(tokens[k : k + length])
            country = authorities.country_by_name(name)
            country = country or (authorities.country_by_adjective(word) if k == 0 and len(tokens) > 1 else None)
            if country and state_key(view.entities, country.iso):
                return state_key(view.entities, country.iso)
            place = place_named(view, name) if len(tokens) > length and word[:1].isupper() else ""
            if place:
                return place
    return ""


def place_named(view: View, name: str) -> str:
    """The place of this name; the corpus may know several, so the article's own comes first."""
    known = (e for e in by_name(view.entities, "Place").get(name, ()) if name in e.names or name in e.adjectives)
    return _here(view, name) or next((e.key for e in known), "")


def _here(view: View, name: str) -> str:
    for linked in (view.linked, *reversed(view.earlier)):
        for r in of_class(linked, ["Place"]):
            if name in view.entities[r.entity].names and r.how == "name":
                return r.entity
    return ""


def _beside(view: View, body: Reference) -> str:
    """ "Kenya’s X", "the Kenyan news agency X", "the Bogotá institute X": what specifies the body stands before it."""
    start, _ = token_range(view.linked, body)
    for owner in reversed(view.linked.references):
        first, last = token_range(view.linked, owner)
        if owner.cls not in ("Country", "Place") or last > start or start - last > 6:
            continue
        gap = view.span[last:start]
        possessed = bool(gap) and gap[0].text in POSSESSIVE
        rest = gap[1:] if possessed else gap
        describing = all(t.pos_ in ("NOUN", "ADJ", "PROPN", "PART") and t.text not in ",;" for t in rest)
        kind = any(t.lower_ in word_list("body-kinds") for t in rest)
        bare = not rest and (possessed or owner.how == "adjective")
        if describing and (kind or bare or (possessed and len(rest) <= 2)):
            return owner.entity
        if first > start:
            break
    return ""


def _after(view: View, body: Reference) -> str:
    """ "the office of X in Lima", "X, a Lima-based group", "X, based in Lima"."""
    _, end = token_range(view.linked, body)
    span = view.span
    for place in of_class(view.linked, ["Place", "Country"]):
        first, last = token_range(view.linked, place)
        if not end < first <= end + 9:
            continue
        gap = " ".join(t.lower_ for t in span[end:first])
        gap = TOWN_OF.sub(" in", gap)
        based = gap.endswith(("based in", "based in the", "headquartered in", "registered in"))
        dashed = span[last : last + 2].text.lower() in ("-based", "- based")
        sitting = (
            body.cls == "Court" and not _of_the_world(body) and gap.replace(" ,", ",") in (", sitting in", "sitting in")
        )
        based = based or sitting
        inside = gap == "in" and (body.cls == "Court" or _heads(view, body, end))
        told = gap.startswith((",", "based", "(", "sitting")) or WHICH_IS.match(gap)
        if inside or _kind_in(gap) or ((based or dashed) and told):
            return place.entity
    return ""


def _of_the_world(body: Reference) -> bool:
    return body.mention is not None and bool(body.mention.facts.get("worldwide"))


def _kind_in(gap: str) -> bool:
    """ ", a station in", ", the oldest newspaper in": the apposition says what it is and where."""
    words = gap.split()
    return words[:1] == [","] and words[-1] in ("in", "from") and words[-2] in word_list("body-kinds")


def _heads(view: View, body: Reference, end: int) -> bool:
    """Whether the "in" after a body hangs on the body and not on the verb."""
    return body in view.scene.at(view.span[end].head)
