"""Where bodies sit, told around their names: "X’s office in Y", "the Y-based X", "the city’s X", "X, a Y group"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from kg.entities.model import Reference
from kg.facts.grammar.phrases import named
from kg.facts.linked import ORGANISATIONS, POSSESSIVE, View, of_class, token_range
from kg.facts.relations.anaphora import meant_body
from kg.facts.relations.words import word_list

if TYPE_CHECKING:
    from kg.mentions.tokens import Token

OFFICES = frozenset({"office", "offices", "headquarters", "newsroom", "premises", "studio", "studios", "bureau"})
BASED = re.compile(r" ?[-–] ?based (?:[a-z]+ ){0,4}[“\"]?$")
TOWNS = frozenset({"city", "town", "capital", "village"})
REGIONS = frozenset({"region", "province", "state", "district", "county", "island"})
# "X, a Kenyan group", "X, one of Kenya’s oldest papers"
APPOSED = re.compile(r"[,(—–] ?(?:an? |the |one of (?:the )?|among )(?:[a-z-]+ ){0,3}$")
FAR = 8


def seats_beside(view: View, body: Reference) -> Iterator[str]:
    """The keys of the places and states that the words around a body's name seat it in."""
    yield _based(view, body)
    yield _described(view, body)
    yield from _offices(view, body)


def _based(view: View, body: Reference) -> str:
    """ "the Mombasa-based group X"."""
    text = view.linked.sentence.document.text
    for place in of_class(view.linked, ["Place", "Country"]):
        if place.end < body.start <= place.end + 60 and BASED.fullmatch(text[place.end : body.start]):
            return place.entity
    return ""


def _described(view: View, body: Reference) -> str:
    """ "X, a Kenyan rights group": the state stands in the apposition before the noun that tells what X is."""
    text = view.linked.sentence.document.text
    for state in (r for r in view.linked.references if r.cls in ("Country", "Place")):
        if not body.end < state.start <= body.end + 50:
            continue
        _, end = token_range(view.linked, state)
        kind = next((k for k in range(end, min(len(view.span), end + FAR)) if _is_kind(view.span[k])), None)
        joined = APPOSED.fullmatch(text[body.end : state.start].lstrip('”"’)'))
        if joined and kind is not None and _describing(view, end, kind) and _qualifies(view, state, end):
            return state.entity
    return ""


def _is_kind(token: Token) -> bool:
    return token.lower_ in word_list("body-kinds") or token.lower_.removesuffix("s") in word_list("body-kinds")


def _describing(view: View, start: int, end: int) -> bool:
    return all(
        t.pos_ in ("ADJ", "NOUN", "PART", "ADV", "PROPN") or t.text in (*POSSESSIVE, "-") for t in view.span[start:end]
    )


def _qualifies(view: View, state: Reference, end: int) -> bool:
    return state.how == "adjective" or view.span[end : end + 1].text in POSSESSIVE


def owned(view: View, body: Reference) -> str:
    """ "the city’s District Court", "the state’s Farmers’ Union": the town or region that the article named last."""
    start, _ = token_range(view.linked, body)
    gap = view.span[max(0, start - 4) : start]
    mark = next((k for k, t in enumerate(gap) if t.text in POSSESSIVE and k > 0), None)
    if mark is None or any(t.pos_ not in ("ADJ", "NOUN") for t in gap[mark + 1 :]):
        return ""
    noun = gap[mark - 1]
    if noun.lower_ not in TOWNS | REGIONS or not any(c.lower_ in ("the", "this", "that") for c in noun.children):
        return ""
    places = [r.entity for x in (*view.earlier, view.linked) for r in of_class(x, ["Place"]) if _earlier(r, body)]
    towns = [key for key in places if key.startswith("Place:geonames")]
    return next(reversed(towns if noun.lower_ in TOWNS else places), "")


def _earlier(place: Reference, body: Reference) -> bool:
    return place.end <= body.start


def _offices(view: View, body: Reference) -> Iterator[str]:
    """ "the Mombasa office of X", "X’s office in Mombasa", "the office of X in Mombasa"."""
    for noun in view.span:
        if noun.lower_ in OFFICES and body in _whose(view, noun):
            yield _office_at(view, noun)


def _whose(view: View, noun: Token) -> list[Reference]:
    of = [c for p in noun.children if p.lower_ == "of" for c in p.children if c.dep_ == "pobj"]
    owners = [*(c for c in noun.children if c.dep_ in ("poss", "compound", "nmod")), *of]
    return [r for t in owners for r in named(t, view.scene) if r.cls in ORGANISATIONS]


def _office_at(view: View, noun: Token) -> str:
    """The place before the noun, or behind its "in" or the one of what it is of."""
    k = noun.i - view.span.start
    for place in of_class(view.linked, ["Place", "Country"]):
        start, end = token_range(view.linked, place)
        gap = view.span[k + 1 : start]
        behind = 0 < len(gap) <= FAR and gap[-1].lower_ == "in" and not any(t.pos_ in ("VERB", "AUX") for t in gap)
        if end == k or (behind and start > k):
            return place.entity
    return ""


def owner_of_office(view: View, noun: Token) -> str:
    """The body that "the group’s office" or "its office" means, where the sentence does not name it."""
    owner = next((c for c in noun.children if c.dep_ == "poss"), None)
    if owner is None:
        return ""
    meant = next((r for r in view.scene.at(owner)), None)
    if meant is not None:
        return meant.entity if meant.how == "description" and meant.cls in ORGANISATIONS else ""
    if owner.lower_ in ("its", "their"):
        return view.before(view.linked.sentence.offset + owner.idx, ORGANISATIONS - {"GovernmentBody"})
    return meant_body(owner, view)


def read_offices(view: View) -> Iterator[tuple[str, str]]:
    """(body, place) of offices whose owner a pronoun or a description means."""
    for noun in view.span:
        if noun.lower_ in OFFICES:
            body, place = owner_of_office(view, noun), _office_at(view, noun)
            if body and place:
                yield body, place
