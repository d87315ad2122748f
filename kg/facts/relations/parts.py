"""What bodies are part of: "the X of the OSCE", "UN X", "the Senate’s X", "X, the youth wing of Y"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.entities.model import LinkedSentence, Reference
from kg.facts.known import by_name, first
from kg.facts.linked import ORGANISATIONS, POSSESSIVE, View, of_class, token_range
from kg.facts.model import Fact
from kg.facts.relations.inside import held
from kg.facts.relations.words import word_list

ROOT = ("United Nations", "UN")
CHAMBER = re.compile(r"\((?:the )?(?:lower|upper) (?:chamber|house) of")
UNITED_NATIONS = ("UN ", "United Nations ", "U.N. ")
# "X, an advisory body of", "X (the lower house of"
APPOSED = re.compile(
    r"[,(—–] ?(?:which is |now )?(?:an? |the |its )?(?:[\w-]+ ){0,3}(?:body|bodies|wing|arm|branch|unit|department|"
    r"division|committee|subcommittee|agency|organ|section|chapter|subsidiary|affiliate|office|house|chamber|directorate|"
    r"service|secretariat|part|member) (?:of|within|under|in) (?:the |its )?(?:[\w-]+ ){0,2}$"
)
COMMITTEE = re.compile(r"\b(?:[Ss]ub)?[Cc]om(?:mittee|mission)\b")


def parts(view: View, body: Reference) -> Iterator[Fact]:
    """`partOf` of a body."""
    whole = _whole(view, body)
    if whole and whole != body.entity:
        yield Fact(body.entity, "partOf", whole, view.proof, "part-of-body")


def _whole(view: View, body: Reference) -> str:
    text = view.linked.sentence.document.text[body.start : body.end].removeprefix("the ")
    if body.cls == "InternationalOrganization" and text.startswith(UNITED_NATIONS) and text not in ROOT:
        known = by_name(view.entities, body.cls)
        return first(view.entities, (e for name in ROOT for e in known.get(name, ()) if e.name == name))
    inside = [r.entity for r in held(view, body) if r.cls == body.cls]
    whole = (
        next(iter(inside), "")
        or _of_chamber(view, body, text)
        or _genitive(view, body)
        or _apposed(view, body)
        or _possessor(view, body)
    )
    return whole or _committee(view, body)


def _of_chamber(view: View, body: Reference, text: str) -> str:
    """ "the Chancellery of the Senate": an office whose own name says which chamber it serves."""
    _, of, chamber = text.partition(" of the ")
    if not of or body.cls not in ("GovernmentBody", "Legislature"):
        return ""
    return next((e.key for e in by_name(view.entities, "Legislature").get(chamber, ())), "")


def _genitive(view: View, body: Reference) -> str:
    """ "the X of the OSCE", "the Senate (upper chamber of parliament)"."""
    _, end = token_range(view.linked, body)
    span = view.span
    if end < len(span) and span[end].text == "(":
        end = next((k + 1 for k in range(end, min(len(span), end + 4)) if span[k].text == ")"), end)
    for other in of_class(view.linked, [body.cls]):
        first, _ = token_range(view.linked, other)
        gap = span[end:first].text.lower() if end < first <= end + 5 else ""
        if gap in ("of", "of the", "within the", "under the") or CHAMBER.fullmatch(gap):
            return other.entity
    return ""


def _apposed(view: View, body: Reference) -> str:
    """ "X, an advisory body of Y"; a member of a coalition is a part of it too, but a state's agency is no body's."""
    text, start = view.linked.sentence.document.text, body.end
    for whole in of_class(view.linked, ORGANISATIONS):
        if start < whole.start <= start + 90 and APPOSED.fullmatch(text[start : whole.start].lstrip(" )")):
            return whole.entity
    return ""


def _possessor(view: View, body: Reference) -> str:
    """ "the Senate’s Ethics Committee", "the Green Party’s Youth League"."""
    start, _ = token_range(view.linked, body)
    for owner in reversed(list(of_class(view.linked, ORGANISATIONS))):
        _, last = token_range(view.linked, owner)
        if last < start <= last + 3 and view.span[last].text in POSSESSIVE and owner.how != "pronoun":
            gap = view.span[last + 1 : start]
            return owner.entity if all(t.pos_ in ("ADJ", "NOUN") for t in gap) else ""
    return ""


def _committee(view: View, body: Reference) -> str:
    """A committee of deputies is one of the chamber that its article named last, if it named one alone."""
    if body.cls != "Legislature" or not COMMITTEE.search(view.entities[body.entity].name):
        return ""
    return _chamber_in(view, (view.linked,)) or _chamber_in(view, (*view.earlier, view.linked))


def _chamber_in(view: View, sentences: Sequence[LinkedSentence]) -> str:
    """The one whole chamber that sentences name, the one with a proper name before "parliament"."""
    chambers = {
        r.entity
        for linked in sentences
        for r in of_class(linked, ["Legislature"])
        if not COMMITTEE.search(view.entities[r.entity].name)
        and (_listed(r) or not _local(view.entities[r.entity].name))
    }
    proper = {k for k in chambers if view.entities[k].name[:1].isupper()}
    chambers = proper or chambers
    return next(iter(chambers)) if len(chambers) == 1 else ""


def _listed(chamber: Reference) -> bool:
    return chamber.mention is not None and chamber.mention.rule == "gazetteer"


def _local(name: str) -> bool:
    return any(w in word_list("place-kinds") for w in name.lower().split())
