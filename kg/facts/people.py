"""People without a name to whom things happen: "two of them were shot", "the killing of two farmers" (pure)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from kg.facts.described import heads_of
from kg.facts.grammar.clauses import Clause, conjuncts, governor, is_passive, is_verbal, subjects
from kg.facts.grammar.lexicon import ACCUSING, ANYBODY, PRONOUNS, PUNISHING, QUANTITIES
from kg.facts.grammar.phrases import named
from kg.facts.grammar.subjects import SUBJECTS
from kg.facts.modes.moods import auxiliaries
from kg.facts.patterns import Pattern, Role
from kg.facts.scene import Scene

if TYPE_CHECKING:
    from kg.mentions.tokens import Token


def sufferers(pattern: Pattern, clause: Clause) -> list[Token]:
    """The heads of the phrases that stand where a pattern has those to whom it happens."""
    role = pattern.roles.get("patient")
    to_subject = clause.voice == "active" and role is not None and "subject" in role.edges
    of = clause.heads("prep:of") if clause.voice == "nominal" else ()
    judged = subjects(clause.verb) if clause.verb is not None and _is_predicate(clause) else ()
    return [*clause.heads("object"), *clause.heads("dative"), *(clause.heads("subject") if to_subject else ()), *of,
            *judged]  # fmt: skip


def _is_predicate(clause: Clause) -> bool:
    """ "five officers were found guilty": an adjective that somebody finds true of people."""
    return clause.trigger.tag_ == "JJ" and clause.verb is not None and is_passive(clause.verb)


def done_by_somebody(pattern: Pattern, clause: Clause, roles: Mapping[str, tuple[str, ...]]) -> bool:
    """ "rangers of the Park Authority killed herders": people without number, but a doer with a name."""
    past = clause.verb is not None and clause.verb.tag_ in ("VBD", "VBN") and clause.voice != "nominal"
    people = any(t.lower_ in ANYBODY for t in sufferers(pattern, clause))
    return past and bool(roles.get("agent")) and people


def befell_people(pattern: Pattern, clause: Clause, labelled: bool, dated: bool) -> bool:
    """Whether certain people without a name are those to whom a verb in the past happens: "two of them were shot".

    The entries of a chronology tell the past in the present.
    """
    verb = clause.verb
    if clause.voice == "nominal" and not _is_predicate(clause):
        return of_people(pattern, clause, dated)
    if (
        verb is None
        or verb.tag_ == "VB"
        or (verb.tag_ == "VBG" and not _follows_past(verb))
        or "to" in auxiliaries(verb)
    ):
        return False
    if verb.dep_ == "amod":
        return False
    if not labelled and {"is", "are"} & set(auxiliaries(verb)):
        return False
    return any(certain_people(t) for t in (*sufferers(pattern, clause), *_at_plain_edges(pattern, clause)))


def _follows_past(gerund: Token) -> bool:
    """ "gunmen attacked a hotel, killing nine people"."""
    return gerund.dep_ == "advcl" and gerund.head.tag_ in ("VBD", "VBN")


def _at_plain_edges(pattern: Pattern, clause: Clause) -> tuple[Token, ...]:
    role = pattern.roles.get("patient")
    if role is None:
        return ()
    heads = heads_of(Role(tuple(e for e in role.edges if e != "subject"), role.classes), clause)
    return tuple(t for t in heads if t.pos_ != "PROPN")  # "on June 3" is nobody


def of_people(pattern: Pattern, clause: Clause, dated: bool) -> bool:
    """ "the killing of two farmers in May": a noun with a date and people it befell."""
    if not dated or clause.trigger.tag_ == "JJ":
        return False
    return any(certain_people(t) and t.lower_ not in PRONOUNS for t in _at_plain_edges(pattern, clause))


def certain_people(token: Token) -> bool:
    """Whether a word stands for people that a text counts or points at."""
    word = token.lower_
    counted = any(
        c.dep_ in ("nummod", "det", "poss", "quantmod") or c.like_num or c.lower_ in QUANTITIES for c in token.children
    )
    if token.pos_ == "NUM" and any(c.tag_ == "$" or c.is_currency for c in (*token.children, *token.lefts)):
        return False
    if token.pos_ == "NUM" or word in QUANTITIES:
        of = [t for c in token.children if c.lower_ == "of" for t in c.children]
        return all(t.lower_ in ANYBODY | PRONOUNS or t.pos_ == "NUM" for t in of)
    if token.pos_ == "PROPN" and token.tag_ == "NNP" and token.is_title:
        return True
    return word in PRONOUNS or (word in ANYBODY and (counted or token.tag_ == "NN"))


def blamed_for(deed: Token, scene: Scene) -> frozenset[str]:
    """ "X and Y were indicted for her murder": those who stand right before a verb of blame, however they hang."""
    verb = governor(deed)
    if verb is None or verb.lower_ not in ACCUSING | PUNISHING or not is_passive(verb):
        return frozenset()
    others = [t.i for t in scene.span if t.i < verb.i and t.pos_ == "VERB" and t.tag_ in ("VBD", "VBN", "VBZ", "VBP")]
    before = scene.within(max(others, default=scene.span.start), verb.i)
    heads = [(r, scene.token_of(r)) for r in before]
    return frozenset(r.entity for r, t in heads if t is not None and t.dep_ not in ("poss", "pobj"))


def meant_beside(clause: Clause, scene: Scene) -> tuple[str, ...]:
    """ "cleared Ann but convicted Bo and jailed him": whom the verb before in the series did it to."""
    verb = clause.trigger
    objects = [c for c in verb.children if c.dep_ in ("dobj", "dative")]
    shared = verb.dep_ == "conj" and is_verbal(verb.head) and not any(c.dep_ in SUBJECTS for c in verb.children)
    if not shared or not objects or objects[0].lower_ not in ("him", "her", "them"):
        return ()
    before = [c for c in verb.head.children if c.dep_ == "dobj" and c.i < verb.i]
    return tuple(r.entity for t in before for n in conjuncts(t) for r in named(n, scene) if r.cls == "Person")
