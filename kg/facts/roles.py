"""Who and what stands at the edges of a clause, and whether a pattern's conditions hold there."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import islice
from typing import TYPE_CHECKING

from kg.entities.model import Reference
from kg.facts.callers import callers
from kg.facts.grammar.clauses import Clause, clause_of, conjuncts, governor, is_verbal, subjects
from kg.facts.grammar.inflect import words
from kg.facts.grammar.lexicon import ACCUSING, ANYBODY, PUNISHING, forms
from kg.facts.grammar.misread import has_passive_auxiliary
from kg.facts.grammar.phrases import named, under
from kg.facts.grammar.subjects import SUBJECTS, antecedents, is_passive
from kg.facts.patterns import Condition, Pattern, Role
from kg.facts.scene import Scene
from kg.facts.tails import punished
from kg.facts.topics import recalled_text, starts_before, topic

if TYPE_CHECKING:
    from kg.mentions.tokens import Token

JUDGE = re.compile(r"(?:Judge|Justice|Magistrate) ")
BENCH = re.compile(r"\b(?:[Jj]udge|Justice|[Mm]agistrate),? $")
CONTENDING = forms("win lose contest stand run compete enter fight boycott top sweep join sit concede")
# "on the orders of Ann": she bids it, and it is not done to her.
BIDDING = frozenset({"orders", "order", "instructions", "command", "commands", "behalf", "suspicion"})

# "the widow of Ann met the king", "fined the paper of Ann": what these do or suffer, their person does not.
OTHERS = ANYBODY | words(
    "family families relatives kin orphans killer killers murderer murderers assassin assassins newspaper newspapers "
    "magazine website outlet channel party company firm charity group foundation association employer publisher"
)
COUNSEL = words("lawyer lawyers attorney attorneys counsel barrister barristers solicitor solicitors")


def fill(role: Role, clause: Clause, scene: Scene) -> list[Reference]:
    """The references of a role: the first of its edges that yields any of the allowed classes."""
    for edge in role.edges:
        found = [r for r in at_edge(edge, clause, scene) if r.cls in role.classes or _sits(r, edge, role, scene)]
        if found and edge in ("it", "it-subject", "before", "after", "recalled"):
            return found[:1]
        if found:
            return list({r.entity: r for r in found}.values())
    return []


def _sits(reference: Reference, edge: str, role: Role, scene: Scene) -> bool:
    """ "Judge Ann Lee fined him": she is as good as her court."""
    if reference.cls != "Person" or "Court" not in role.classes or edge not in ("subject", "governor>subject"):
        return False
    start = scene.linked.sentence.start
    text = scene.linked.sentence.text
    return (
        BENCH.search(text[: reference.start - start]) is not None
        or JUDGE.match(text, reference.start - start) is not None
    )


def at_edge(edge: str, clause: Clause, scene: Scene) -> list[Reference]:
    """All references at an edge.

    "inside" means anywhere under the trigger, "any:against" what a preposition leads to anywhere under its verb,
    "before" and "after" the nearest on either side, "recalled" the one before or what earlier sentences told of,
    "contender" who runs for an election, "caller" who called for a gathering ("the march that X wanted to hold"),
    "topic" what is talked about; "it" and "it-subject" the law or petition that a
    pronoun or "the bill" points back to, as the object or the subject.
    """
    if edge == "inside":
        return under(clause.trigger, scene)
    if edge == "topic":
        return topic(clause, scene)
    if edge.startswith("any:"):
        return [r for t in _led_by(edge[4:], clause) for r in named(t, scene)]
    if edge == "recalled":
        here = [r for r in scene.linked.references if starts_before(r, clause.trigger, scene)]
        return [*here[::-1], *scene.before]
    if edge in ("before", "after"):
        beside = [r for r in scene.linked.references if starts_before(r, clause.trigger, scene) == (edge == "before")]
        return beside[::-1] if edge == "before" else beside
    if edge == "between":
        return _between(clause.trigger, scene)
    if edge == "caller":
        return callers(clause.trigger, scene)
    if edge == "contender":
        return _contending(clause, scene)
    if edge == "governor>subject":
        return _over(clause.trigger, scene)
    if edge == "it":
        return recalled_text((*clause.heads("object"), *clause.heads("prep:to")), clause, scene)
    if edge == "it-subject":
        above = governor(clause.trigger)
        return recalled_text((*clause.heads("subject"), *(subjects(above) if above is not None else ())), clause, scene)
    if edge == "rest":
        return [r for r in scene.linked.references if r not in under(clause.trigger, scene) and r.how != "adjective"]
    found = [r for token in tokens_at(edge, clause) for r in _personal(token, clause, scene)]
    side, _, last = edge.partition(">")
    others = OTHERS if side == "object" else OTHERS - COUNSEL  # whose lawyer appeals has appealed
    if last in ("of", "poss") and any(t.lower_ in others for t in clause.heads(side)):
        return [r for r in found if r.cls != "Person"]
    if edge != "object>poss":
        return found
    doers = {r.entity for t in clause.heads("subject") for r in named(t, scene)}
    return [r for r in found if r.entity not in doers]  # "A judge fined her 500 euros": parsed as her own 500 euros


def _personal(token: Token, clause: Clause, scene: Scene) -> list[Reference]:
    """The references of a phrase; where "who" stands for it, the nearest person around the word it is hung on."""
    verb = clause.trigger
    while verb.dep_ == "conj" and is_verbal(verb.head):
        verb = verb.head
    of_who = token == verb.head and any(t.lower_ in ("who", "whom") for t in verb.lefts)
    return _around(token, scene) if of_who else named(token, scene)


def _around(token: Token, scene: Scene) -> list[Reference]:
    """ "Reporter X of the weekly Y, who was fined": X, where the parser hangs it on Y."""
    found, above = named(token, scene), token
    while found and found[0].cls != "Person" and above.dep_ in ("pobj", "prep", "appos", "conj", "compound", "poss"):
        above = above.head
        people = [r for r in named(above, scene) if r.cls == "Person"]
        found = people or found
    return found


def tokens_at(edge: str, clause: Clause) -> list[Token]:
    """The head tokens at an edge; ">" leads on from there ("object>of", "comp>object>by", "object>poss")."""
    first, *steps = edge.split(">")
    found = list(_identity(clause.trigger) if first == "identity" else _governors(clause, first) or clause.heads(first))
    for step in steps:
        led = [t for t in found if step != "of" or t.lower_ not in BIDDING]
        found = [t for token in led for t in _step(token, step)]
    return found


def _step(token: Token, step: str) -> list[Token]:
    if step in ("object", "subject"):
        return list(clause_of(token).heads(step))
    if step in ("poss", "compound", "nmod"):
        return [c for c in token.children if c.dep_ == step]
    return list(clause_of(token).heads(f"prep:{step}")) + [
        a for c in token.children if c.dep_ in ("acl", "relcl") and step == "by" for a in clause_of(c).heads("subject")
    ]


def _governors(clause: Clause, edge: str) -> list[Token]:
    above = governor(clause.trigger) if edge == "governor" else None
    return [above] if above is not None else []


def _identity(noun: Token) -> list[Token]:
    """The other side of "X is the author of Y"."""
    if noun.dep_ == "attr":
        return subjects(noun.head)
    if noun.dep_ == "nsubj":
        return [t for c in noun.head.children if c.dep_ == "attr" for t in conjuncts(c)]
    return []


def _contending(clause: Clause, scene: Scene) -> list[Reference]:
    """ "won the election", "is standing in the by-election": who runs for it, not who speaks of it."""
    verb = clause.verb or governor(clause.trigger)
    runs = verb is not None and verb.lower_ in CONTENDING
    return [r for t in subjects(verb) for r in named(t, scene)] if verb is not None and runs else []


def _over(trigger: Token, scene: Scene) -> list[Reference]:
    """The subjects of the verbs over a word, the nearest that has any entity.

    To whom something is done does not do what is told under it ("was held when she was kidnapped"), unless that is
    what it is for ("was accused of kidnapping").
    """
    verb = None if has_passive_auxiliary(trigger) else governor(trigger)  # "was held; the board closed his file"
    while verb is not None:
        blamed = verb.lower_ in ACCUSING | PUNISHING and trigger.dep_ not in ("advcl", "relcl")
        suffers = is_passive(verb) and not blamed
        found = [] if suffers else [r for t in subjects(verb) for r in named(t, scene) if t.i != trigger.i]
        agents = [r for c in verb.children if c.dep_ == "agent" for o in c.children for r in named(o, scene)]
        if agents or found:
            return agents or found
        verb = governor(verb)
    return []


def _led_by(preposition: str, clause: Clause) -> list[Token]:
    """What a preposition leads to, wherever the parser hung it under the verb: "brought charges of fraud against X"."""
    trigger = clause.trigger
    carried = trigger.dep_ in ("dobj", "nsubj", "nsubjpass", "attr") and is_verbal(trigger.head)
    top = clause.verb or (trigger.head if carried else trigger)
    led = [
        t for t in top.subtree if t.lower_ == preposition and t.i > trigger.i and t.dep_ in ("prep", "agent", "dative")
    ]
    return [t for p in led[:1] for c in p.children if c.dep_ in ("pobj", "pcomp") for t in conjuncts(c)]


def _between(trigger: Token, scene: Scene) -> list[Reference]:
    """References between the verb that governs a small clause and its predicate ("found X and Y guilty")."""
    before = scene.span.doc[scene.span.start : trigger.i]
    verb = next((t for t in reversed(before) if t.lower_ in ("found", "find", "finding", "finds")), None)
    if verb is None:
        return []
    between = scene.within(verb.i + 1, trigger.i)
    if between:
        first = scene.token_of(between[0])
        if first is not None and first.dep_ == "poss" and first.head.i < trigger.i:  # "found X's treasurer, Y, guilty"
            return named(first.head, scene)
        group = conjuncts(first) if first is not None else []
        return [r for t in group if t.i < trigger.i for r in scene.at(t)] or between[:1]
    passive = [c for c in verb.children if c.dep_ == "nsubjpass"]
    read = _around if any(c.lower_ == "who" for c in passive) else named
    return [r for c in passive for a in antecedents(c) for t in conjuncts(a) for r in read(t, scene)]


def holds(condition: Condition, clause: Clause, scene: Scene) -> bool:
    """Whether one of the words or classes stands at one of the edges; at "punishment" stand the types of those told."""
    for edge in condition.edges:
        if edge == "punishment":
            if punished(clause) & condition.words:
                return True
            continue
        tokens = _words_at(edge, clause)
        if not condition.words.isdisjoint([t.lower_ for t in tokens]) or (tokens and "*" in condition.words):
            return True
        if condition.classes and any(r.cls in condition.classes for r in at_edge(edge, clause, scene)):
            return True
    return False


def _words_at(edge: str, clause: Clause) -> list[Token]:
    if edge == "inside":
        return list(clause.trigger.subtree)
    if edge == "near":
        doc = clause.trigger.doc
        sent = clause.trigger.sent
        return list(doc[max(sent.start, clause.trigger.i - 4) : min(sent.end, clause.trigger.i + 5)])
    if edge == "governor":
        return [clause.trigger.head]
    if edge == "lead":
        first = clause.trigger.left_edge.i
        return list(clause.trigger.doc[max(0, first - 1) : first + 1])
    if edge == "above":
        return list(islice(clause.trigger.ancestors, 3))
    if edge == "content":
        return _content(clause.trigger)
    if edge == "over":
        return [above] if (above := governor(clause.trigger)) is not None else []
    if edge == "verb":
        return [clause.verb] if clause.verb is not None else []
    if edge == "sentence":
        return list(clause.trigger.sent)
    if edge == "aux":
        verb = clause.verb or clause.trigger
        own = [c for c in verb.children if c.dep_ in ("aux", "auxpass")]
        return own or [c for c in verb.head.children if verb.dep_ == "conj" and c.dep_ in ("aux", "auxpass")]
    heads = _led_by(edge[4:], clause) if edge.startswith("any:") else tokens_at(edge, clause)
    return [t for head in (*heads, *_counted(heads)) for t in (head, *_premodifiers(head))]


def _content(verb: Token) -> list[Token]:
    """What is said or written: a clause with a subject of its own, or the marks of a quotation."""
    clauses = [
        c for c in verb.children if c.dep_ == "ccomp" and is_verbal(c) and any(g.dep_ in SUBJECTS for g in c.children)
    ]
    return clauses or [c for c in verb.children if c.text in ("“", "”", "«", "»", '"')]


def _counted(heads: Iterable[Token]) -> list[Token]:
    """What a quantity is of: "a handful of officials", "dozens of people"."""
    return [t for h in heads for c in h.children if c.dep_ == "prep" and c.lower_ == "of" for t in c.children]


def _premodifiers(head: Token) -> list[Token]:
    return [c for c in head.children if c.dep_ in ("compound", "amod", "nmod") and not is_verbal(c)]


def fits(pattern: Pattern, clause: Clause, scene: Scene) -> bool:
    """Whether the conditions of a pattern hold for a clause."""
    return all(holds(c, clause, scene) for c in pattern.where) and not any(
        holds(c, clause, scene) for c in pattern.unless
    )
