"""Steps up the grammar from a trigger to the verb on which a date hangs (pure)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.facts.dating.bounds import ASKING, AT_OTHER_TIMES, begins_anew, is_of_a_norm, of_its_noun, other_time
from kg.facts.grammar.clauses import Clause, governor, is_verbal
from kg.facts.grammar.inflect import words
from kg.facts.grammar.lexicon import ACCUSING, PUNISHING, SPEECH
from kg.facts.grammar.subjects import above_gerunds
from kg.facts.modes.moods import auxiliaries, is_apart

if TYPE_CHECKING:
    from kg.mentions.tokens import Token

FAR = 99
ORDERING = words("directed ordered ruled decreed decided instructed held")
# Of these participles a day is never the day: "reached the number required by law on Sunday".
STANDING = words("required needed demanded known called named based located owned run headed led chaired needed")


def from_verb(head: Token, clause: Clause) -> int:
    """Steps from the trigger's verb up to the verb that a date belongs to."""
    return from_holder(governor(head), clause, head.i)


def from_gathering(noun: Token, planned: bool, clause: Clause) -> int:
    """Of "the march, which took place in May, ended in arrests" all is of May; of "they banned it" nothing is, nor of
    what became of a march that was only planned.
    """
    if noun.i == clause.trigger.i or planned:
        return 0 if noun.i == clause.trigger.i else FAR
    verb = clause.verb or governor(clause.trigger)
    if noun.dep_ == "pobj" and noun.head.lower_ in ("in", "during", "at") and verb is not None:
        return 2 if noun.head.head.i == verb.i else FAR  # "six died in clashes that broke out in May"
    begun = verb is not None and noun.dep_ == "nsubj" and noun.head.i == verb.i
    return 2 if begun or (noun.dep_ == "nsubj" and verb is not None and noun.head in verb.ancestors) else FAR


def from_holder(holder: Token | None, clause: Clause, at: int = -1) -> int:
    """Steps from the trigger's verb up to `holder`; `at` is where the date stands, -1 if that does not matter."""
    verb = clause.verb or (clause.trigger if is_verbal(clause.trigger) else governor(clause.trigger))
    if holder is not None and holder.dep_ == "acl" and holder.lower_ in STANDING:
        holder = governor(holder)
    if holder is None or verb is None:
        return 50 if verb is None and holder is None else FAR
    if _is_ordered(verb, holder):
        return 2
    steps = 1
    if clause.voice == "nominal" and clause.verb is None and _only_named(clause.trigger, verb, holder):
        return FAR
    while verb is not None:
        if verb.i == holder.i:
            return steps
        if _fellow(verb, holder):
            return steps + 1
        if other_time(verb) or begins_anew(verb, at) or (clause.trigger.dep_ == "nsubj" and _is_reported(verb)):
            return FAR
        above = governor(verb)
        verb = above_gerunds(verb, above) if above is not None and verb.dep_ == "conj" else above
        steps += 2
    return FAR


def _is_ordered(verb: Token, holder: Token) -> bool:
    """ "A judge directed on 3 May that she be freed": the day of the order is that of what is done by it."""
    ordered = holder.i < verb.i and holder.lower_ in ORDERING and "be" in auxiliaries(verb)
    return ordered and any(c.lower_ == "that" for c in verb.children)


def _is_reported(verb: Token) -> bool:
    """ "The arrest of ten marks a new low, experts said today": they were not arrested today."""
    return verb.dep_ == "ccomp" and verb.head.lower_ in SPEECH


def _only_named(noun: Token, verb: Token, holder: Token) -> bool:
    """ "On May 3 Ann was jailed for the murder of Bo", "condemned the arrest": the verb's time is not the noun's; nor
    is what follows it: "Following the conviction of Ann, two others were jailed in May".
    """
    if noun.i < holder.i and noun.dep_ == "pobj" and noun.head.lower_ in AT_OTHER_TIMES:
        return True
    if verb.lower_ in PUNISHING | ACCUSING:
        if noun.dep_ == "pobj" and noun.head.lower_ in ("at", "during"):
            return False
        return noun.dep_ == "pobj" or any(a.dep_ == "pobj" and verb in a.ancestors for a in noun.ancestors)
    return False


def _fellow(verb: Token, holder: Token) -> bool:
    """A date that leads a series of coordinated verbs belongs to each; adverbial clauses lend theirs."""
    if is_apart(holder) and {"has", "have"} & {*auxiliaries(verb)}:
        return False  # "On 3 May she was hit; police have opened a case": when, nobody says
    if is_of_a_norm(holder):
        return False
    if holder.dep_ == "advcl" and any(c.lower_ in AT_OTHER_TIMES for c in holder.children):
        return False
    if holder.dep_ in ("conj", "advcl", "xcomp", "ccomp", "pcomp") and holder.head.i == verb.i:
        if holder.dep_ in ("ccomp", "xcomp") and verb.lower_ in SPEECH | ASKING and holder.i > verb.i:
            return False
        return holder.dep_ != "conj" or holder.i < verb.i
    return _frames(holder, verb)


def _frames(participle: Token, verb: Token) -> bool:
    """ "In a letter sent on 3 May, the experts urged …": what opens the sentence has the day of its verb."""
    preposition = participle.head.head
    leads = participle.i < verb.i and preposition.dep_ == "prep" and preposition.head == verb
    return leads and of_its_noun(participle) and preposition.lower_ in ("in", "at", "during", "with", "by")
