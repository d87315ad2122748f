"""What people found misread, taken back before the graph is written (pure).

A person judges a claim: a relation, an event, or one thing that is told of an event. A claim found wrong takes what it
was read from with it: the relation, the whole event where its kind is wrong, else that one role, place, date or number
of the event, so that labels, totals and records do not tell it either.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import replace

from kg.facts.model import Event, Fact
from kg.graph.claims import Statement, claim_iri
from kg.graph.context import Context
from kg.graph.events import ROLES, event_statements, sanction_node
from kg.graph.terms import Term, cg, text_of
from kg.graph.world import RELATIONS, fact_statements

Change = Callable[[Event], Event]
# One thing told of an event -> the event without it.
WITHOUT: Mapping[Term, Change] = {
    cg("place"): lambda e: replace(e, place=""),
    cg("country"): lambda e: replace(e, country=""),
    cg("charge"): lambda e: replace(e, charge=""),
    cg("count"): lambda e: replace(e, count=None),
    cg("attendanceMin"): lambda e: replace(e, attendance=None),
    cg("attendanceMax"): lambda e: replace(e, attendance=None),
    cg("dateEDTF"): lambda e: replace(e, date=None, date_stated=""),
}
EVENTS = frozenset({cg("kind"), cg("sanction"), *ROLES.values(), *WITHOUT})
FACTS = frozenset({cg("holder"), *RELATIONS.values()})
AUTOMATIC = frozenset({"mention", "country", "partOf", "members", "spelling", "authority", "signatures", "threshold"})
"""Rules of claims that follow from what a thing is called; there is no fact behind them to take back."""


def is_judged(subject: Term, predicate: Term, rules: Collection[str]) -> bool:
    """Whether a claim is one that people may judge."""
    wanted = EVENTS if "/id/event/" in subject else FACTS
    return predicate in wanted and not AUTOMATIC.issuperset(rules)


def kept_facts(facts: Iterable[Fact], context: Context, wrong: Collection[str]) -> list[Fact]:
    """The facts without those that some wrong claim was made from; `wrong` holds the last parts of claims' IRIs."""
    return [f for f in facts if not any(_is_wrong(one, context, wrong) for one in fact_statements(f, context))]


def kept_events(events: Iterable[Event], context: Context, wrong: Collection[str]) -> list[Event]:
    """The events, each without what is wrong of it; one whose kind is wrong is left out."""
    found = (_corrected(event, context, wrong) for event in events)
    return [event for event in found if event is not None]


def _corrected(event: Event, context: Context, wrong: Collection[str]) -> Event | None:
    kept = event
    for one in event_statements(event, context):
        subject, predicate, value = one.triple
        if predicate in EVENTS and subject == context.event(event.id) and _is_wrong(one, context, wrong):
            if predicate == cg("kind"):
                return None
            kept = _without(kept, predicate, value, context)
    return kept


def _without(event: Event, predicate: Term, value: Term, context: Context) -> Event:
    if predicate in WITHOUT:
        return WITHOUT[predicate](event)
    if predicate == cg("sanction"):
        kept = tuple(s for s in event.sanctions if sanction_node(event, s, context) != value)
        return replace(event, sanctions=kept)
    role = next(role for role, property_ in ROLES.items() if property_ == predicate)
    fillers = tuple(key for key in getattr(event, role) if context.term(key) != value)
    return replace(event, **{role: fillers})  # type: ignore[arg-type]


def _is_wrong(statement: Statement, context: Context, wrong: Collection[str]) -> bool:
    return any(text_of(claim_iri(statement, e, context.iris)).rsplit("/", 1)[-1] in wrong for e in statement.evidence)
