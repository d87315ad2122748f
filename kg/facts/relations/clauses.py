"""Relations that verbs and nouns of action tell, by the patterns of `relations.yaml`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from kg.entities.model import Reference
from kg.facts.grammar.clauses import Clause, clause_of, conjuncts, is_verbal, subjects
from kg.facts.grammar.lexicon import SPEECH
from kg.facts.grammar.phrases import named
from kg.facts.linked import View, of_class
from kg.facts.model import Fact, Mode
from kg.facts.modes.modality import Stance, stance
from kg.facts.modes.moods import is_inverted, is_negated
from kg.facts.patterns import Role
from kg.facts.petitions.makers import only_hands_in
from kg.facts.relations.anaphora import meant_norm, meant_states
from kg.facts.relations.moods import is_conditional
from kg.facts.relations.said import mode, predicate_verb, speaker
from kg.facts.relations.words import RelationPattern, by_trigger, word_list
from kg.facts.roles import at_edge, holds, tokens_at

if TYPE_CHECKING:
    from kg.mentions.tokens import Token

SITES = frozenset({"portal", "platform", "website", "site", "page", "system"})
STANCES = ("supports", "opposes")
NEGATIONS = frozenset({"not", "n't", "n’t", "never"})
DUTIES = frozenset({"should", "must", "ought"})


def read_clauses(view: View) -> Iterator[Fact]:
    """The relations of every trigger of a sentence."""
    for token in view.span:
        for pattern in by_trigger().get(token.lower_, ()):
            if is_verbal(token) or token.lower_ not in pattern.verbs:
                yield from _facts(view, pattern, token)


def _facts(view: View, pattern: RelationPattern, trigger: Token) -> Iterator[Fact]:
    clause = clause_of(trigger)
    if not _fits(pattern, clause, view):
        return
    said = predicate_verb(trigger)
    told = stance(clause_of(said) if said is not None else clause)
    if not told.real and not (told.modal and "modal" in pattern.allow) and "unreal" not in pattern.allow:
        return
    if pattern.predicate == "supports" and is_conditional(trigger):
        return
    for subject in fill(pattern.subject, clause, view):
        if pattern.predicate == "author" and subject.startswith("Petition:") and only_hands_in(clause):
            continue
        for other in fill(pattern.object, clause, view):
            if subject != other:
                yield _fact(view, pattern, clause, told, subject, other)


def _fits(pattern: RelationPattern, clause: Clause, view: View) -> bool:
    if not all(holds(c, clause, view.scene) for c in pattern.where):
        return False
    return not any(holds(c, clause, view.scene) for c in pattern.unless)


def _fact(view: View, pattern: RelationPattern, clause: Clause, told: Stance, subject: str, other: str) -> Fact:
    negated = _negated(clause.trigger) if "unreal" in pattern.allow else not told.polarity
    predicate = pattern.turned if negated and pattern.turned else pattern.predicate
    source = speaker(clause, told, view)
    if predicate in STANCES or source in (subject, other):
        source = ""
    return Fact(
        subject, predicate, other, view.proof, pattern.rule, title=pattern.title,
        former=pattern.former or (predicate == "position" and _past(clause.trigger)),
        mode=_mode(pattern, told, source, predicate), polarity=not negated or bool(pattern.turned), source=source,
    )  # fmt: skip


def _past(verb: Token) -> bool:
    """ "edited X until 2019", "once led X"."""
    return verb.tag_ == "VBD" and any(t.lower_ in ("until", "once", "formerly", "previously") for t in verb.subtree)


def _mode(pattern: RelationPattern, told: Stance, source: str, predicate: str) -> Mode:
    """A stance is voiced, whatever it is about; a plan is no fact yet."""
    if predicate in STANCES:
        return "Asserted"
    if "modal" in pattern.allow:
        return "Attributed" if source else "Asserted"
    return mode(told, source)


def _negated(verb: Token) -> bool:
    return any(c.dep_ == "neg" or c.lower_ in NEGATIONS for c in verb.children)


def fill(role: Role, clause: Clause, view: View) -> list[str]:
    """The entities of a role: the first of its edges that yields any of its classes."""
    for edge in role.edges:
        found = [key for key in _at(edge, clause, view, role.classes) if key]
        if found:
            return list(dict.fromkeys(found))
    return []


def _at(edge: str, clause: Clause, view: View, classes: frozenset[str]) -> list[str]:
    if edge in EDGES:
        return [r.entity for r in EDGES[edge](clause, view) if r.cls in classes]
    if edge.startswith("under:"):
        return [r.entity for r in _under(edge.removeprefix("under:"), clause, view) if r.cls in classes]
    found = [r.entity for r in at_edge(edge, clause, view.scene) if r.cls in classes]
    if edge == "subject":
        found = [*(r.entity for r in _fellows(clause, view) if r.cls in classes), *found]
    if edge.startswith(("inside", "topic", "between", "governor", "rest")):
        return found
    return found or [key for t in tokens_at(edge, clause) for key in _meant(t, view, classes)]


def _fellows(clause: Clause, view: View) -> list[Reference]:
    """ "A and B, who edit X": a plural verb's "who" is all whom "and" joins, though it hangs on the last."""
    verb, last = clause.trigger, clause.trigger.head
    plural = verb.tag_ == "VBP" or any(c.lower_ in ("are", "were", "have") for c in verb.children)
    if verb.dep_ != "relcl" or not plural or last.dep_ != "conj":
        return []
    found: list[Reference] = []
    while last.dep_ == "conj":
        last = last.head
        found += view.scene.at(last)
    return found


def _meant(token: Token, view: View, classes: frozenset[str]) -> list[str]:
    """What a pronoun or a bare noun takes up, among what may stand here."""
    if "Country" in classes:
        return meant_states(token, view)
    titled = _title_behind(token, view) if "Petition" in classes else ""
    return [titled or meant_norm(token, view, classes)]


def _title_behind(token: Token, view: View) -> str:
    """ "a petition, “Leave Our Lake”, which …": the noun stands for the title behind it."""
    end = view.linked.sentence.offset + token.idx + len(token)
    near = (r for r in view.linked.references if r.cls == "Petition" and 0 < r.start - end <= 6)
    return next((r.entity for r in near), "") if token.lower_ in ("petition", "petitions") else ""


def _urger(clause: Clause, view: View) -> list[Reference]:
    """Who urges it, or says that it should be: the subject of such a verb over the trigger."""
    verb, duty = clause.trigger, bool({c.lower_ for c in clause.trigger.children} & DUTIES)
    asked = {c.lower_ for c in verb.children} >= {"that", "be"}  # "demanded that the bill be withdrawn"
    if is_inverted(verb):  # "Should deputies vote it down, …"
        return []
    if not duty and not asked and verb.tag_ not in ("VB", "VBP", "VBG"):
        return []
    while verb.dep_ in ("xcomp", "ccomp", "conj", "pcomp", "prep", "advcl") and verb.head != verb:
        verb = verb.head
        if verb.lower_ in word_list("urging") or (duty and verb.lower_ in SPEECH):
            return [r for t in subjects(verb) for r in named(t, view.scene)]
    return []


def _resolver(clause: Clause, view: View) -> list[Reference]:
    """ "The party resolved to back it": the subject of such a verb right over the trigger."""
    above = clause.trigger.head
    if (
        not any(c.lower_ == "to" and c.dep_ == "aux" for c in clause.trigger.children)
        or above.lower_ not in word_list("resolving")
        or is_negated(above)
    ):
        return []
    return [r for t in subjects(above) for r in named(t, view.scene)]


def _self(clause: Clause, view: View) -> list[Reference]:
    """What the trigger itself stands for: its own reference, or the other side of its apposition."""
    trigger = clause.trigger
    above = [trigger.head] if trigger.dep_ == "appos" else []
    if trigger.dep_ == "conj" and trigger.head.dep_ == "appos":
        above = [trigger.head.head]
    apposed = [t for c in trigger.children if c.dep_ == "appos" for t in conjuncts(c)]
    return [r for t in (trigger, *above, *apposed) for r in view.scene.at(t)]


def _under(preposition: str, clause: Clause, view: View) -> list[Reference]:
    """What follows a preposition anywhere under the trigger or its light verb: parsers hang these loosely."""
    top = clause.verb or (clause.trigger.head if clause.trigger.dep_ == "dobj" else clause.trigger)
    found = [t for t in top.subtree if t.lower_ == preposition and t.dep_ in ("prep", "agent")]
    objects = [o for t in found for c in t.children if c.dep_ == "pobj" for o in conjuncts(c)]
    return [r for o in objects for r in named(o, view.scene) or _on_site(o, view)]


def _on_site(noun: Token, view: View) -> list[Reference]:
    """ "on the Naray.in portal"."""
    near = [c for c in noun.children if c.dep_ in ("compound", "nmod", "amod")] if noun.lower_ in SITES else []
    return [r for c in near for r in view.scene.at(c)]


def _ordered(clause: Clause, view: View) -> list[Reference]:
    """Whom a law or the signatures oblige to do it: the object of the order over the trigger, loosely hung."""
    before = view.span.doc[view.span.start : clause.trigger.i]
    order = next((t for t in reversed(before) if t.lower_ in word_list("ordering")), None)
    objects = [c for c in order.children if c.dep_ == "dobj"] if order is not None else []
    return [r for o in objects for t in conjuncts(o) for r in named(t, view.scene)]


def _basis(_clause: Clause, view: View) -> list[Reference]:
    """The norm after "under", "according to" or "pursuant to"; an article stands for its law."""
    laws = sorted(of_class(view.linked, ["Law", "LawProvision"]), key=lambda r: r.start)
    found = [r for r in laws if _grounds(view, r)]
    return found[:1] if found else []


def _grounds(view: View, law: Reference) -> bool:
    text = view.linked.sentence.document.text[view.linked.sentence.start : law.start].lower()
    tail = " ".join(text.split()[-7:])
    return any(cue in f" {tail} " and len(tail.partition(cue)[2].split()) <= 4 for cue in word_list("grounds"))


def _member_over(clause: Clause, view: View) -> list[Reference]:
    """ "As a member of X, Kenya must …": the subject of the verb that the "as" hangs on, however deep."""
    verb = clause.trigger.head.head
    return [r for t in subjects(verb) for r in named(t, view.scene)]


def _next(clause: Clause, view: View) -> list[Reference]:
    """ "introduced last week a bill": what follows the verb behind a time, which parsers take for its object."""
    verb = clause.trigger
    if any(c.dep_ == "dobj" and c.ent_type_ not in ("DATE", "TIME") and c.i > verb.i for c in verb.children):
        return []
    for token in verb.doc[verb.i + 1 : min(verb.sent.end, verb.i + 8)]:
        found = view.scene.at(token)
        if found:
            return [found[0]]
        if token.ent_type_ not in ("DATE", "TIME") and token.pos_ not in ("DET", "ADV", "ADP", "ADJ", "PUNCT"):
            return []
    return []


def _whose(clause: Clause, view: View) -> list[Reference]:
    """ "the initiative X, whose petition …": what the "whose" clause hangs on."""
    if not any(c.dep_ == "poss" and c.lower_ == "whose" for c in clause.trigger.children):
        return []
    verb = clause.trigger.head
    while verb.dep_ != "relcl" and verb.head != verb:
        verb = verb.head
    return named(verb.head, view.scene) if verb.dep_ == "relcl" else []


EDGES = {
    "next": _next,
    "whose": _whose,
    "member-over": _member_over,
    "urger": _urger,
    "resolver": _resolver,
    "ordered": _ordered,
    "self": _self,
    "basis": _basis,
}


def edges_of(patterns: Sequence[RelationPattern]) -> frozenset[str]:
    """All edges that patterns name: what the tests check against the ones there are."""
    return frozenset(e for p in patterns for role in (p.subject, p.object) for e in role.edges)
