"""The words that belong to a trigger: from it to the end of its clause, or to the next act of coercion (pure)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.facts.grammar.clauses import Clause, is_verbal
from kg.facts.grammar.subjects import SUBJECTS
from kg.facts.patterns import by_trigger
from kg.facts.punishments.read import named, sanction_type
from kg.facts.scene import Scene

if TYPE_CHECKING:
    from kg.mentions.tokens import Token

BANNED = frozenset({"banned", "barred", "prohibited", "disqualified", "forbidden", "deprived", "stripped", "deported"})
ORDERED = frozenset({"sentenced", "condemned", "ordered", "sentences"})
COERCION = frozenset({"Conviction", "Detention", "Charge", "Release", "Extradition"})


def tail(clause: Clause, scene: Scene) -> str:
    """The words from the trigger to the end of its clause, or to the next verb of coercion."""
    start, end = tail_range(clause)
    return str(scene.span.doc[start:end].text)


def punished(clause: Clause) -> frozenset[str]:
    """The types of punishment that the words of a trigger name: those behind a verb, all of a noun's phrase."""
    start, end = tail_range(clause)
    first = clause.trigger.left_edge.i if clause.voice == "nominal" else start
    usual = "imprisonment" if clause.trigger.lower_ in ("sentence", "sentences") else ""
    return named(str(clause.trigger.doc[first:end].text), usual)


def tail_range(clause: Clause) -> tuple[int, int]:
    """The tokens of the tail, end excluded."""
    trigger = clause.trigger
    if clause.end:
        return trigger.i, clause.end
    top = clause.verb if clause.verb is not None and clause.verb.i < trigger.i else trigger
    end = max(t.i for t in top.subtree) + 1
    for token in trigger.doc[trigger.i + 1 : end]:
        if token.dep_ in ("conj", "advcl", "relcl", "pcomp", "ccomp") and _coerces(token):
            return trigger.i, max(token.i - _lead(token), trigger.i + 1)
    return trigger.i, end


def _coerces(token: Token) -> bool:
    """Another act of coercion begins: any of its verbs that needs no condition, or that has a sanction of its own."""
    if not is_verbal(token) or _of_the_same(token):
        return False  # "… and a fine of 500 euros"
    found = [p for p in by_trigger().get(token.lower_, ()) if token.lower_ in p.verbs and p.kind in COERCION]
    if any(not p.where for p in found):
        return True
    return any(p.sanction for p in found) and bool(sanction_type(" ".join(t.text for t in token.subtree)))


def _of_the_same(token: Token) -> bool:
    """ "to two years and barred (him) from teaching": one verdict, the ban is of whoever is sentenced."""
    if token.tag_ == "VB" and token.head.lower_ in ORDERED and any(c.lower_ == "to" for c in token.children):
        return True  # "was sentenced to pay a fine"
    if token.lower_ not in BANNED or any(c.dep_ in SUBJECTS for c in token.children):
        return False
    objects = [c for c in token.children if c.dep_ in ("dobj", "dative")]
    return all(c.lower_ in ("him", "her", "them", "it") for c in objects)


def _lead(token: Token) -> int:
    """How many words before a verb belong to it ("and was also …")."""
    return sum(1 for c in token.lefts if c.dep_ in ("aux", "auxpass", "advmod", "cc"))
