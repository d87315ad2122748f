"""What the world says of an event that several articles tell, where it can say only one thing (pure).

All that is asserted stays a claim. Of two days, places, numbers or sums the world has the one of the event as its
articles tell it together (`kg.facts.across.identity`): the finer date, and else what the first article says.
"""

from __future__ import annotations

from collections.abc import Iterable

from kg.graph.claims import Claim, world_of
from kg.graph.context import Context
from kg.graph.events import event_statements
from kg.graph.terms import Term, Triple, cg

SINGLE = frozenset(map(cg, (
    "place", "country", "charge", "count", "attendanceMin", "attendanceMax", "earliest", "latest", "dateEDTF",
    "precision", "dateStated", "sanction",
)))  # fmt: skip


def chosen_world(claims: Iterable[Claim], context: Context) -> set[Triple]:
    """The asserted triples, without those that speak against the event as it is told together."""
    together = list(context.identity.whole.values())
    nodes: set[Term] = {context.event(event.id) for event in together}
    kept = {statement.triple for event in together for statement in event_statements(event, context)}
    world = world_of(claims)
    against = {t for t in world if t[0] in nodes and t[1] in SINGLE and t not in kept}
    punishments = {value for _, predicate, value in against if predicate == cg("sanction")}
    return {t for t in world if t not in against and t[0] not in punishments}
