"""Posts whose body stands elsewhere in the sentence: in a list of a body's members, with a neighbour's post, in the
title, or behind the benches of a party."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import pairwise
from typing import TYPE_CHECKING

from kg.facts.linked import ORGANISATIONS, View
from kg.facts.relations.holders import people
from kg.facts.relations.posts import Post

if TYPE_CHECKING:
    from kg.mentions.tokens import Token

BENCHES = frozenset({"caucus", "group", "faction", "bench", "benches", "fraction", "deputies", "lawmakers", "wing"})
FORCES = frozenset({"police", "gendarmerie", "army", "navy"})
HALLS = {
    "mayor": re.compile(r"\b(?:[Cc]ity [Hh]all|[Tt]own [Hh]all|[Mm]ayor[’']s [Oo]ffice|[Mm]unicipality)\b"),
    "governor": re.compile(r"\b(?:[Gg]overnor[’']s [Oo]ffice|[Gg]overnorate)\b"),
}
BREAKS = frozenset({";", ":", "."})
SHARED = frozenset({"and", ",", ", and"})


def bench_of(view: View, token: Token) -> str:
    """The party whose "its parliamentary group" the noun is."""
    owner = next((c for c in token.children if c.dep_ == "poss"), None)
    if token.lower_ not in BENCHES or owner is None or owner.lower_ not in ("its", "their"):
        return ""
    return view.before(view.linked.sentence.offset + owner.idx, {"PoliticalParty"})


def force_of(view: View, post: Post) -> str:
    """ "the regional police spokesman": the police that the article named last."""
    force = next((w for w in post.text.lower().split()[:-1] if w in FORCES), "")
    if not force:
        return ""
    bodies = [r.entity for x in (*view.earlier, view.linked) for r in x.references if r.cls == "GovernmentBody"]
    return next((b for b in reversed(bodies) if view.entities[b].name.lower().split()[-1] == force), "")


def listed_under(view: View, post: Post) -> str:
    """ "Ann Lee, Chair, and Omar Ali, member, Working Group on Camps;": the body that ends a list of its members."""
    span = view.span
    end = next((k for k in range(post.end, len(span)) if span[k].text in BREAKS), len(span))
    last = next((r for r in view.scene.at(span[end - 1]) if r.cls == "InternationalOrganization"), None)
    if last is None or last.how != "name":
        return ""
    first, _ = view.linked.sentence.token_range(last.start, last.end)
    before = span[post.end : first]
    verbs = any(t.tag_ in ("VBD", "VBZ", "VBP", "MD") for t in before)
    return last.entity if first and span[first - 1].text == "," and not verbs else ""


def shared(view: View, found: list[Post], bodies: Mapping[Post, str]) -> dict[Post, str]:
    """ "the union's secretary Ann Lee and treasurer Omar Ali": the neighbour's body is this one's too."""
    made: dict[Post, str] = {}
    names = people(view.scene)
    for one, other in pairwise(found):
        holder = next((p for p in names if p[0] == one.end), None)
        after = next((p for p in names if p[0] == other.end), None)
        if holder is None or after is None or bodies[other] or "profession" in (one.kind, other.kind):
            continue
        body = bodies[one] or made.get(one, "")
        if body and view.span[holder[1] : other.start].text in SHARED and _is_organisation(view, body):
            made[other] = body
    return made


def list_end(view: View, end: int) -> int:
    """Where the names end that "editor A and reporters B and C of the daily X" lists, for the first of them `end`."""
    names = people(view.scene)
    for start, last, _ in names:
        gap = view.span[end:start].text.lower() if start >= end else "-"
        joined = gap in SHARED or re.fullmatch(r"(?:,|and|, and) (?:[a-z-]+ ){0,2}[a-z-]+s?", gap)
        end = last if joined and not any(t.pos_ in ("VERB", "AUX") for t in view.span[end:start]) else end
    return end


def hall_of(view: View, word: str) -> str:
    """The city hall or office of the mayor or governor whom a text calls by no town."""
    halls = HALLS[word]
    bodies = [r.entity for x in (*view.earlier, view.linked) for r in x.references if r.cls == "GovernmentBody"]
    return next((b for b in reversed(bodies) if halls.search(view.entities[b].name)), "")


def _is_organisation(view: View, body: str) -> bool:
    return view.entities[body].cls in ORGANISATIONS
