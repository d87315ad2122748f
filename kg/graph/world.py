"""Entities and relations as statements, by visible tables (pure).

Every statement carries its proof; `kg.graph.claims` decides which of them are the world.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.authorities import country_by_iso
from kg.entities.model import Entity, Place
from kg.facts.model import Evidence, Fact
from kg.graph.claims import Stance, Statement, stance
from kg.graph.context import Context
from kg.graph.proof import counting
from kg.graph.registry import parent_of
from kg.graph.terms import Term, boolean, cg, integer, name, words

# Relation of the records -> property. A "position" is a node of its own, see `_position`; which relative somebody is
# ("brother") stands on the claim.
RELATIONS: dict[str, Term] = {
    "nationality": cg("nationality"),
    "basedIn": cg("basedIn"),
    "partOf": cg("partOf"),
    "jurisdiction": cg("jurisdiction"),
    "provisionOf": cg("provisionOf"),
    "author": cg("author"),
    "addressee": cg("addressee"),
    "publishedOn": cg("publishedOn"),
    "legalBasis": cg("legalBasis"),
    "concerns": cg("concerns"),
    "provides": cg("provides"),
    "supports": cg("supports"),
    "opposes": cg("opposes"),
    "memberOf": cg("memberOf"),
    "relative": cg("relative"),
}
# Number that an entity carries -> property; the rule of the claim is the field's name.
NUMBERS: dict[str, Term] = {"signatures": cg("signatures"), "threshold": cg("threshold")}


def entity_statements(entity: Entity, context: Context) -> Iterator[Statement]:
    """Class, labels and attributes of one entity, each with the sentence where it shows."""
    subject = context.iris.entity(entity.key)
    places = sorted((p for ps in entity.names.values() for p in ps), key=lambda p: (p.document, p.start, p.end))
    first = _first_in_each_article(places)
    mentions = tuple(context.proofs.around(place) for place in first)
    yield Statement((subject, name("rdf:type"), cg(entity.cls)), mentions, "mention")
    yield from _labels(entity, subject, mentions, context)
    yield from _attributes(entity, subject, mentions, context)
    for field, predicate in NUMBERS.items():
        number = getattr(entity, field)
        if number is not None:
            said = counting([context.proofs.around(place) for place in places], number)
            yield Statement((subject, predicate, integer(number)), said, field)


def _first_in_each_article(places: Sequence[Place]) -> list[Place]:
    found: dict[tuple[str, int], Place] = {}
    for place in places:
        found.setdefault((place.document, place.article), place)
    return list(found.values())


def preferred(entity: Entity) -> str:
    """The one label to show: the short name of a state, otherwise the entity's name."""
    state = country_by_iso(entity.iso) if entity.iso else None
    return state.name if state else entity.name


def _labels(entity: Entity, subject: Term, mentions: tuple[Evidence, ...], context: Context) -> Iterator[Statement]:
    """skos:prefLabel once, and skos:altLabel for each other spelling, with the sentence where that spelling stands."""
    shown = preferred(entity)
    spellings = {spelling: _first_in_each_article(places) for spelling, places in entity.names.items() if places}
    rule = "spelling" if shown in spellings else "authority"
    here = tuple(context.proofs.around(place) for place in spellings.pop(shown, ())) or mentions[:1]
    yield Statement((subject, name("skos:prefLabel"), words(shown)), here, rule)
    for spelling, places in sorted(spellings.items()):
        if words(spelling) != words(shown):
            here = tuple(context.proofs.around(place) for place in places)
            yield Statement((subject, name("skos:altLabel"), words(spelling)), here, "spelling")


def _attributes(entity: Entity, subject: Term, mentions: tuple[Evidence, ...], context: Context) -> Iterator[Statement]:
    """The state an entity belongs to, and the law of a provision or the body of a part."""
    if entity.country and entity.cls != "Country":
        yield Statement((subject, cg("country"), context.iris.country(entity.country)), mentions[:1], "country")
    whole = parent_of(entity, context.wholes)
    term = context.term(whole.key) if whole else ""
    if term:
        predicate = cg("provisionOf") if entity.cls == "LawProvision" else cg("partOf")
        yield Statement((subject, predicate, term), mentions[:1], "partOf")


def fact_statements(fact: Fact, context: Context) -> Iterator[Statement]:
    """One relation. A relation of or to a protected person has no statement at all."""
    subject = context.term(fact.subject)
    object_ = context.term(fact.object) if fact.object else ""
    if not subject or (fact.object and not object_):
        return
    how = stance(fact.mode, fact.polarity, context.source(fact.source))
    if fact.predicate == "position":
        yield from _position(fact, subject, object_, how, context)
        return
    if not object_ and context.may_show(fact.literal):
        object_ = words(fact.literal)
    if object_:
        title = fact.title if context.may_show(fact.title) else ""
        yield Statement((subject, RELATIONS[fact.predicate], object_), fact.evidence, fact.rule, how, title)


def _position(fact: Fact, holder: Term, organisation: Term, how: Stance, context: Context) -> Iterator[Statement]:
    """A cg:Position: who holds which office where. A former one is another position than a present one."""
    title = fact.title if context.may_show(fact.title) else ""
    seat = fact.object and context.iris.paths[fact.object]
    node = context.iris.node("position", context.iris.paths[fact.subject], title, seat, str(fact.former))
    where = preferred(context.entity(fact.object)) if fact.object else ""
    label = f"{preferred(context.entity(fact.subject))}, {'former ' if fact.former else ''}{title or 'member'}"
    triples: list[tuple[Term, Term]] = [
        (name("rdf:type"), cg("Position")),
        (name("rdfs:label"), words(f"{label}, {where}" if where else label)),
        (cg("holder"), holder),
    ]
    if title:
        triples.append((cg("title"), words(title)))
    if organisation:
        triples.append((cg("organisation"), organisation))
    if fact.former:
        triples.append((cg("former"), boolean(True)))
    for predicate, value in triples:
        yield Statement((node, predicate, value), fact.evidence, fact.rule, how)
