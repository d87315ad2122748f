"""Where bodies are, what they are part of, which state a norm or court is of: read from names, owners and neighbours."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from kg import authorities
from kg.entities.context import Context
from kg.entities.model import Entity, LinkedSentence, Reference
from kg.facts.linked import ORGANISATIONS, evidence, of_class, state_key, token_range
from kg.facts.model import Fact
from kg.mentions.geonames import city
from kg.names import clean

BASED = ORGANISATIONS - {"InternationalOrganization", "ArmedGroup"}
NORMS = frozenset({"Law", "Bill", "Policy"})
MEMBER = frozenset({"member", "members", "joined", "joining", "membership"})


def read_bodies(sentences: Sequence[LinkedSentence], entities: Mapping[str, Entity], context: Context) -> Iterator[Fact]:
    """basedIn, partOf, jurisdiction, provisionOf and memberOf of a document."""
    near: dict[int, str] = {}
    for linked in sentences:
        article = linked.sentence.article.number
        state = state_key(entities, context.of(article))
        town = _town(linked, entities)
        near[article] = town or near.get(article, "")
        for r in linked.references:
            if r.mention is not None and r.how == "name":
                yield from _of_one(linked, r, entities, state, near[article])
        yield from _members(linked)
        yield from _provisions(linked, entities)


def _town(linked: LinkedSentence, entities: Mapping[str, Entity]) -> str:
    """The city that the sentence names last, for streets and squares to be in."""
    towns = [r.entity for r in of_class(linked, ["Place"]) if r.entity.startswith("Place:geonames")]
    return towns[-1] if towns else ""


def _of_one(linked: LinkedSentence, r: Reference, entities: Mapping[str, Entity], state: str, town: str) -> Iterator[Fact]:
    proof = evidence(linked)
    owner = _owner(r, entities)
    if r.cls == "Place":
        yield from _place(linked, r, entities, state, town)
    elif r.cls in NORMS and (owner or state):
        yield Fact(r.entity, "jurisdiction", owner or state, proof, "norm-of-state" if owner else "norm-in-article")
    elif r.cls == "Court":
        if owner and entities[owner].cls == "Country":
            yield Fact(r.entity, "jurisdiction", owner, proof, "owner")
        elif owner:
            yield Fact(r.entity, "basedIn", owner, proof, "owner")
    elif r.cls in BASED and owner and not entities[r.entity].name.startswith("Government of "):
        yield Fact(r.entity, "basedIn", owner, proof, "owner")
    elif r.cls == "InternationalOrganization":
        yield from _united_nations(linked, r, entities)


def _owner(r: Reference, entities: Mapping[str, Entity]) -> str:
    """The state or place that a body's name or possessor ties it to."""
    mention = r.mention
    assert mention is not None
    owner = str(mention.facts.get("owner", ""))
    found = authorities.country_by_name(owner) if owner else None
    if found:
        return state_key(entities, found.iso)
    if owner:
        return next((k for k, e in entities.items() if e.cls == "Place" and owner in e.names), "")
    return _state_in_name(clean(mention.text), entities) if r.cls in BASED and mention.rule == "head" else ""


def _state_in_name(name: str, entities: Mapping[str, Entity]) -> str:
    words = name.replace("’s", "").replace("'s", "").split()
    for k, word in enumerate(words):
        pair = " ".join(words[k : k + 2])
        country = authorities.country_by_name(pair) or authorities.country_by_name(word)
        country = country or (authorities.country_by_adjective(word) if k == 0 else None)
        if country:
            return state_key(entities, country.iso)
    return ""


def _place(linked: LinkedSentence, r: Reference, entities: Mapping[str, Entity], state: str, town: str) -> Iterator[Fact]:
    entity = entities[r.entity]
    owner = _owner(r, entities)
    if owner and owner != r.entity:
        yield Fact(r.entity, "partOf", owner, evidence(linked), "place-of-state")
    elif r.entity.startswith("Place:geonames") or city(entity.name, entity.country):
        own = state_key(entities, entity.country)
        if own and own == state:
            yield Fact(r.entity, "partOf", own, evidence(linked), "city-of-state")
    elif r.mention is not None and not r.mention.facts.get("region"):
        inside = town or state
        if inside and inside != r.entity:
            yield Fact(r.entity, "partOf", inside, evidence(linked), "place-in-town")


def _united_nations(linked: LinkedSentence, r: Reference, entities: Mapping[str, Entity]) -> Iterator[Fact]:
    """Bodies whose name begins with "UN" are part of it, and listed bodies of their parent, where the text names it."""
    entity = entities[r.entity]
    parent = entity.part_of or ("United Nations" if entity.name.startswith(("UN ", "United Nations ")) else "")
    if not parent or entity.name in {parent, "UN"}:
        return
    for key, other in entities.items():
        if other.cls == "InternationalOrganization" and key != r.entity and (parent in other.names or key.endswith(f":{parent.lower()}")):
            yield Fact(r.entity, "partOf", key, evidence(linked), "body-of-parent")
            return


def _members(linked: LinkedSentence) -> Iterator[Fact]:
    span = linked.sentence.span
    states = [r for r in of_class(linked, ["Country"])]
    for body in of_class(linked, ["InternationalOrganization"]):
        start, _ = token_range(linked, body)
        before = {t.lower_ for t in span[max(0, start - 5) : start]}
        if before & MEMBER:
            yield from (Fact(s.entity, "memberOf", body.entity, evidence(linked), "member-of") for s in states if s.start < body.start)


def _provisions(linked: LinkedSentence, entities: Mapping[str, Entity]) -> Iterator[Fact]:
    for r in of_class(linked, ["LawProvision"]):
        law = r.entity.partition(" of ")[2]
        key = next((k for k, e in entities.items() if e.cls == "Law" and k.partition(":")[2] == law), "") if law.strip() else ""
        if key:
            yield Fact(r.entity, "provisionOf", key, evidence(linked), "provision")
