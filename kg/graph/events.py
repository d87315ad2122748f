"""Events as statements, by visible tables (pure).

What is asserted becomes an `cg:Event` of its kind (or a refused or attempted one) in the world. What is only planned,
alleged, reported, denied or guessed is a node that the claims graph describes by its kind and label; everything else
about it stands in claims alone, so that no plain query takes it for true.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import astuple

from kg.facts.model import Event, Evidence, Sanction
from kg.facts.stages import stages
from kg.graph.claims import Stance, Statement, stance
from kg.graph.context import Context
from kg.graph.labels import event_label
from kg.graph.proof import naming, saying
from kg.graph.terms import Term, Triple, boolean, cg, day, decimal, integer, literal, name, words

# Role of the records -> property.
ROLES: dict[str, Term] = {
    "agent": cg("agent"),
    "patient": cg("patient"),
    "participant": cg("participant"),
    "law": cg("law"),
}
# Status of an asserted event -> class of its node. Only what occurred is also of its kind.
STATUS_CLASS: dict[str, Term] = {"refused": cg("RefusedEvent"), "attempted": cg("AttemptedEvent")}
# Mode -> class of the node that the claims graph describes when nobody asserts the event.
MODE_CLASS: dict[str, Term] = {
    "Proposed": cg("PlannedEvent"), "Alleged": cg("AllegedEvent"), "Uncertain": cg("UncertainEvent"),
}  # fmt: skip
UNASSERTED = cg("ReportedEvent")
DURATION = re.compile(r"P(?=.)(?:\d+Y)?(?:\d+M)?(?:\d+D)?(?:T(?=.)(?:\d+H)?(?:\d+M)?(?:\d+S)?)?")
WEEKS = re.compile(r"P(\d+)W")

Value = tuple[Term, Term, tuple[Evidence, ...]]


def stance_of(event: Event, context: Context) -> Stance:
    """How the documents stand to the event."""
    return stance(event.mode, event.polarity, context.source(event.source))


def event_statements(event: Event, context: Context) -> Iterator[Statement]:
    """All that is said about one event; each part with those of its sentences that name it."""
    node, how = context.event(event.id), stance_of(event, context)
    for predicate, value, proof in _values(event, context):
        yield Statement((node, predicate, value), proof, event.rule, how)
    label = words(event_label(context.together(event), context))
    yield Statement((node, name("rdfs:label"), label), event.evidence, "label", how)
    for sanction in event.sanctions:
        yield from _sanction(event, sanction, how, context)
    yield from _links(event, node, how, context)


def described(event: Event, context: Context) -> Iterator[Triple]:
    """The bare description that the claims graph has of an event which nobody asserts; nothing for the others."""
    how = stance_of(event, context)
    if not stance_of(context.together(event), context).asserted:
        node = context.event(event.id)
        yield node, name("rdf:type"), MODE_CLASS.get(how.mode, UNASSERTED) if how.polarity else UNASSERTED
        yield node, cg("kind"), cg(event.kind)
        yield node, name("rdfs:label"), words(event_label(context.together(event), context))


def _values(event: Event, context: Context) -> Iterator[Value]:
    everywhere = event.evidence
    for cls in [STATUS_CLASS[event.status]] if event.status in STATUS_CLASS else [cg("Event"), cg(event.kind)]:
        yield name("rdf:type"), cls, everywhere
    yield cg("kind"), cg(event.kind), everywhere
    for role, predicate in ROLES.items():
        for key in getattr(event, role):
            yield from _role(event, predicate, key, context)
    if event.place:
        yield from _role(event, cg("place"), event.place, context)
    if event.country:
        yield cg("country"), context.iris.country(event.country), everywhere
    if context.may_show(event.charge):
        yield cg("charge"), words(event.charge), saying(everywhere, event.charge)
    for stage in stages(event):
        yield cg("action"), literal(stage), saying(everywhere, stage)
    yield from _numbers(event)
    yield from _time(event, context)


def _role(event: Event, predicate: Term, key: str, context: Context) -> Iterator[Value]:
    """A role filled by an entity; a protected person fills none. A petition is also the event's cg:petition."""
    term = context.term(key)
    if term:
        entity = context.entity(key)
        proof = naming(event.evidence, entity)
        yield predicate, term, proof
        if entity.cls == "Petition":
            yield cg("petition"), term, proof


def _numbers(event: Event) -> Iterator[Value]:
    if event.attendance:
        for predicate, number in zip((cg("attendanceMin"), cg("attendanceMax")), event.attendance, strict=True):
            yield predicate, integer(number), event.evidence
    if event.count is not None:
        yield cg("count"), integer(event.count), event.evidence


def _time(event: Event, context: Context) -> Iterator[Value]:
    """The full days between which it was, what people read, and the words of the text."""
    proof = saying(event.evidence, event.date_stated)
    if event.date:
        yield cg("earliest"), day(event.date.earliest), proof
        yield cg("latest"), day(event.date.latest), proof
        yield cg("dateEDTF"), literal(event.date.edtf, datatype="edtf:EDTF"), proof
        yield cg("precision"), literal(event.date.precision), proof
    if context.may_show(event.date_stated):
        yield cg("dateStated"), words(event.date_stated), proof


def _sanction(event: Event, sanction: Sanction, how: Stance, context: Context) -> Iterator[Statement]:
    """A punishment. One that another article tells more of is the same: a bare "fined" and a fine with a sum."""
    full, node = _full(event, sanction, context), sanction_node(event, sanction, context)
    yield Statement((context.event(event.id), cg("sanction"), node), event.evidence, event.rule, how)
    for predicate, value in _punishment(sanction):
        if full == sanction or predicate != cg("amountWithheld"):
            yield Statement((node, predicate, value), event.evidence, event.rule, how)


def sanction_node(event: Event, sanction: Sanction, context: Context) -> Term:
    """The IRI of an event's punishment."""
    full = _full(event, sanction, context)
    return context.iris.node("sanction", context.identity.of(event.id), *map(str, astuple(full)))


def _full(event: Event, sanction: Sanction, context: Context) -> Sanction:
    return next((s for s in context.together(event).sanctions if _fuller(s, sanction)), sanction)


def _fuller(one: Sanction, other: Sanction) -> bool:
    stated = [bool(s.duration or s.amount is not None) for s in (one, other)]
    return one.type == other.type and stated == [True, False]


def _punishment(sanction: Sanction) -> Iterator[tuple[Term, Term]]:
    """The sanction's own values; a fine whose amount the text withholds says so."""
    yield name("rdf:type"), cg("Sanction")
    yield cg("sanctionType"), literal(sanction.type)
    if sanction.duration:
        yield cg("duration"), duration(sanction.duration)
    if sanction.amount is not None:
        yield cg("amount"), decimal(sanction.amount)
    elif sanction.type == "fine":
        yield cg("amountWithheld"), boolean(True)
    if sanction.currency:
        yield cg("currency"), literal(sanction.currency)
    if sanction.suspended:
        yield cg("suspended"), boolean(True)


def duration(text: str) -> Term:
    """An xsd:duration, which knows no weeks; words that are no duration stay a plain string."""
    text = WEEKS.sub(lambda found: f"P{int(found[1]) * 7}D", text)
    return literal(text, datatype="xsd:duration" if DURATION.fullmatch(text) else "")


def _links(event: Event, node: Term, how: Stance, context: Context) -> Iterator[Statement]:
    """The counted event that it belongs to, and what follows from it. An event that nobody asserts makes the link no
    more asserted than itself."""
    links = (("partOf", context.identity.parts.get(context.identity.of(event.id), ""), "members"),)
    for predicate, identity, rule in (*links, ("outcome", event.outcome, event.rule)):
        other = context.event(identity) if identity else ""
        if other and other != node:
            after = stance_of(context.together(context.events[identity]), context)
            link = how if after.asserted or not how.asserted else after
            yield Statement((node, cg(predicate), other), event.evidence, rule, link)
