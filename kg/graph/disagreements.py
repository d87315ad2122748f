"""Disagreements as nodes: what two works tell differently, each side by its claims (pure).

A node is named after its claims, so that the same two claims are the same disagreement in every build, and what a
curator said of it stays with it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from kg.facts.across.differences import unnamed_tie
from kg.facts.across.rivals import Rival
from kg.facts.model import Event, Fact
from kg.graph.claims import Claim
from kg.graph.context import Context
from kg.graph.labels import event_label
from kg.graph.terms import Term, Triple, cg, literal, name, text_of, words
from kg.graph.world import RELATIONS, preferred

# What differs in an event -> the property whose claims stand against each other.
PROPERTIES: dict[str, Term] = {
    "date": cg("dateEDTF"), "count": cg("count"), "attendance": cg("attendanceMin"), "sanctions": cg("sanction"),
    "place": cg("place"), "kind": cg("kind"), "relative": cg("kind"), "provides": cg("kind"),
}  # fmt: skip
TITLES = {
    "date": "When", "number": "How many or how much", "place": "Where", "relation": "What they are to each other",
    "status": "Whether it was so", "norm-against-practice": "The law and what is done",
}  # fmt: skip
Index = Mapping[tuple[Term, Term], Sequence[Claim]]


def disagreement_triples(rivals: Iterable[Rival], claims: Iterable[Claim], context: Context) -> Iterator[Triple]:
    """The nodes with their kind, label, and the claims and things they are about."""
    index: dict[tuple[Term, Term], list[Claim]] = defaultdict(list)
    for claim in claims:
        index[claim.triple[0], claim.triple[1]].append(claim)
    for rival in rivals:
        sides = [_side(told, rival, index, context) for told in (rival.left, rival.right)]
        if all(sides):
            yield from _node(rival, [side[0] for side in sides], context)


def _node(rival: Rival, sides: Sequence[Claim], context: Context) -> Iterator[Triple]:
    node = context.iris.node("disagreement", rival.kind, *sorted(text_of(c.iri).rsplit("/", 1)[-1] for c in sides))
    yield node, name("rdf:type"), cg("Disagreement")
    yield node, cg("differsIn"), literal(rival.kind)
    yield node, name("rdfs:label"), words(_label(rival, context))
    for claim in sides:
        yield node, cg("between"), claim.iri
        yield node, cg("about"), claim.triple[0]


def _side(told: Event | Fact, rival: Rival, index: Index, context: Context) -> list[Claim]:
    """The claims for one side, those in the first article that tells it; none if it is about a protected person."""
    if isinstance(told, Event):
        subject, predicate = context.event(told.id), PROPERTIES[rival.field]
    else:
        subject, predicate = context.term(told.subject), RELATIONS[told.predicate]
    spans = {(e.document, e.article, e.start, e.end) for e in told.evidence}
    found = [c for c in index.get((subject, predicate), ()) if any((c.document, *s) in spans for s in c.evidence)]
    if isinstance(told, Fact):
        meant = {context.term(told.object)} if told.object else {words(told.literal)}
        found = [c for c in found if c.triple[2] in meant]
    return sorted(found, key=lambda c: (c.document, min(c.evidence), c.iri))


def _label(rival: Rival, context: Context) -> str:
    return f"{TITLES[rival.kind]}: {_told(rival.left, rival, context)} or {_told(rival.right, rival, context)}"


def _told(told: Event | Fact, rival: Rival, context: Context) -> str:
    """One side in a few words."""
    if isinstance(told, Fact):
        whom = preferred(context.entity(told.subject))
        return f"“{told.title}” ({whom})" if told.title else f"what {whom} provides"
    label = event_label(told, context)
    if rival.field == "relative":
        return f"“{unnamed_tie(told)}” ({label})"
    sums = [" ".join(filter(None, (s.type, s.duration, _sum(s.amount), s.currency))) for s in told.sanctions]
    more = {
        "count": str(told.count), "attendance": "–".join(map(str, told.attendance or ())), "sanctions": ", ".join(sums),
        "place": preferred(context.entity(told.place)) if told.place else "",
    }.get(rival.field, "")  # fmt: skip
    return f"{label}: {more}" if more else label


def _sum(amount: float | None) -> str:
    return "" if amount is None else f"{amount:g}"
