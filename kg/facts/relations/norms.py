"""Which state a norm is of, and which law an article belongs to: where the sentence ties the two."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from kg import authorities
from kg.entities.model import Reference
from kg.facts.known import first
from kg.facts.linked import View, of_class, state_key, token_range
from kg.facts.model import Fact
from kg.facts.relations.words import word_list

if TYPE_CHECKING:
    from kg.mentions.tokens import Token

LAWS = ("Law", "Bill", "Policy")
HOLDING = ("Law", "Policy", "Bill", "Treaty")
TITLE_STATE = re.compile(r"\b(?:in|of) (?:the )?(?:Republic of )?(?P<state>[A-Z]\w+)(?: (?:until|for|by) .*)?$")
HANGING = frozenset({"pobj", "prep", "conj", "appos", "compound", "poss", "nmod"})


def read_norms(view: View) -> Iterator[Fact]:
    """`jurisdiction` of laws, bills and policies; `provisionOf` of articles."""
    for norm in of_class(view.linked, LAWS):
        for state in _states(view, norm):
            yield Fact(norm.entity, "jurisdiction", state, view.proof, "norm-of-state")
    for provision in of_class(view.linked, ["LawProvision"]):
        law = _law_of(view, provision)
        if law:
            yield Fact(provision.entity, "provisionOf", law, view.proof, "article-of-law")


def _states(view: View, norm: Reference) -> list[str]:
    owner = _owner(view, norm)
    if owner:
        return [owner]
    named = norm.how == "name" and (_beside(view, norm) or _where(view, norm))
    return named or _maker(view, norm)


def _owner(view: View, norm: Reference) -> str:
    """The state in the norm's title or before it, as the finder read it."""
    title = TITLE_STATE.search(norm.mention.text) if norm.mention else None
    name = str(norm.mention.facts.get("owner", "") or (title["state"] if title else "")) if norm.mention else ""
    found = authorities.country_by_name(name) if name else None
    return state_key(view.entities, found.iso) if found else ""


def _beside(view: View, norm: Reference) -> list[str]:
    """ "a new Kenyan law", "bills in Peru, Chile and Cuba", "the law of Kenya"."""
    start, end = token_range(view.linked, norm)
    for state in (r for r in view.linked.references if r.cls == "Country"):
        _, last = token_range(view.linked, state)
        gap = view.span[last:start] if last <= start else None
        if gap is not None and len(gap) <= 3 and all(t.pos_ in ("ADJ", "PART") or t.lower_ == "draft" for t in gap):
            return [state.entity]
    if end + 1 < len(view.span) and view.span[end].lower_ in ("in", "of"):
        return _row_of_states(view, end + 1)
    return []


def _row_of_states(view: View, start: int) -> list[str]:
    found: list[str] = []
    for token in view.span[start:]:
        here = [r.entity for r in view.scene.at(token) if r.cls == "Country"]
        if not here and token.lower_ not in (",", "and", "the", "or"):
            break
        found += here
    return list(dict.fromkeys(found))


def _where(view: View, norm: Reference) -> list[str]:
    """ "In Peru, laws against … were passed": the state that the norm's clause is set in."""
    states = {r.entity for r in view.linked.references if r.cls == "Country"}
    opening = [r for r in of_class(view.linked, ["Country"]) if token_range(view.linked, r)[0] <= 3]
    opened = opening and view.span[0].lower_ in ("in", "for", "as", "with") and opening[0].start < norm.start
    return [opening[0].entity] if opened and len(states) == 1 else []


def _maker(view: View, norm: Reference) -> list[str]:
    """The one state of the sentence, where the norm is what it, its officials or its bodies make, or are asked to."""
    token = view.scene.token_of(norm)
    verb = _over(token) if token is not None else None
    if verb is None or verb.lower_ not in word_list("law-making"):
        return []
    states = {r.entity for r in view.linked.references if r.cls == "Country"}
    return sorted(states) if len(states) == 1 else []


def _over(token: Token) -> Token | None:
    """The verb that a norm is the object of, whatever nouns stand between ("amendments to the Code")."""
    above = token
    while above.dep_ in HANGING and above.head.pos_ not in ("VERB", "AUX"):
        above = above.head
    verb = above.head
    return verb if verb.pos_ in ("VERB", "AUX") and above.dep_ in ("dobj", "nsubjpass", "attr", "prep") else None


def _law_of(view: View, provision: Reference) -> str:
    """The law in the provision's key; the article may name it by another form."""
    law = provision.entity.partition(" of ")[2]
    if not law.strip():
        return view.before(provision.start, ("Law",))
    known = view.entities
    return first(known, (known[key] for cls in HOLDING if (key := f"{cls}:{law}") in known))
