"""Said, or so? Negation, plans, attempts, conditions, habits and sources of what a clause tells (pure)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.facts.clauses import Clause, is_verbal, subjects
from kg.facts.lexicon import (
    ALLEGING,
    ATTEMPTS,
    CONDITIONS,
    DENYING,
    FACES,
    FACTUAL,
    HABITS,
    HEDGES,
    HYPOTHETICAL,
    NEGATIONS,
    NOBODY,
    PLANS,
    SPEECH,
    UNDONE,
    WISHES,
)
from kg.facts.model import Status

if TYPE_CHECKING:
    from spacy.tokens import Token


@dataclass(frozen=True, slots=True)
class Stance:
    """How a text stands to a clause. `real` is False for what is only supposed; `reports` are the verbs of speech
    above it, innermost first; `modal` tells that only a modal verb makes it unreal ("must consider")."""

    real: bool
    polarity: bool
    status: Status
    reports: tuple[Token, ...]
    modal: bool = False
    habitual: bool = False


def stance(clause: Clause) -> Stance:
    """Read the verbs over a clause's trigger, from the inside out."""
    start = clause.verb or clause.trigger
    state = _State()
    if clause.voice == "nominal":
        state.nominal(clause.trigger)
    verb: Token | None = start if clause.verb is not None else _above(start, state)
    inner: Token | None = None
    while verb is not None:
        state.verb(verb, inner)
        inner, verb = verb, _next(verb, state)
    return state.result(clause)


def _above(noun: Token, state: _State) -> Token | None:
    """The verb over a noun matters only where the noun is what is refused, planned or attempted."""
    head = noun.head
    if noun.dep_ in ("dobj", "pobj", "nsubjpass") and (head.lower_ in UNDONE | PLANS | ATTEMPTS | FACES):
        return head if is_verbal(head) else None
    while head.head != head and not is_verbal(head):
        head = head.head
    return _reported(head, state)


def _reported(verb: Token, state: _State) -> Token | None:
    """Only the reports over a verb count: "X said the arrest of Y hurt" tells the arrest, from X."""
    while verb.head != verb:
        if verb.dep_ == "ccomp" and verb.head.lower_ in SPEECH:
            state.reports.append(verb.head)
        verb = verb.head
    return None


def _next(verb: Token, state: _State) -> Token | None:
    head = verb.head
    if head == verb:
        return None
    if verb.dep_ == "ccomp" and head.lower_ in SPEECH | DENYING:
        state.reports.append(head)
        state.polarity = state.polarity and head.lower_ not in DENYING
        return _reported(head, state)
    if verb.dep_ == "xcomp" or (verb.dep_ == "ccomp" and is_verbal(head)):
        return head
    if verb.dep_ == "conj" and is_verbal(head) and verb.tag_ in ("VB", "VBG", "VBN") and not _auxiliaries(verb):
        return _skip(head, state)
    if verb.dep_ in ("pcomp", "advcl", "acl", "relcl", "conj"):
        _reported(verb, state)
    return None


def _skip(head: Token, state: _State) -> Token | None:
    """A verb that shares its auxiliaries with the one before shares what stands over that one."""
    state.auxiliaries(head)
    return _next(head, state)


def _auxiliaries(verb: Token) -> list[str]:
    return [c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass")]


class _State:
    """What is known so far while climbing."""

    def __init__(self) -> None:
        self.real = True
        self.modal = False
        self.polarity = True
        self.status: Status = "occurred"
        self.habitual = False
        self.reports: list[Token] = []

    def verb(self, verb: Token, inner: Token | None) -> None:
        """Take in one verb; `inner` is the one below it, which it governs."""
        if inner is not None:
            self.governed(verb, inner)
        self.auxiliaries(verb)
        nothing = any(o.lower_ == "no" for c in verb.children if c.dep_ == "dobj" for o in c.children)
        self.polarity = self.polarity and not nothing
        words = {c.lower_ for c in verb.children if c.dep_ in ("advmod", "neg", "det", "mark", "preconj")}
        self.polarity = self.polarity and not words & NEGATIONS and not _nobody(verb)
        self.status = "alleged" if words & HEDGES and self.status == "occurred" else self.status
        self.habitual = self.habitual or bool(words & HABITS)
        if words & CONDITIONS or _purpose(verb, inner):
            self.real = False

    def auxiliaries(self, verb: Token) -> None:
        """Modal verbs and the future."""
        found = set(_auxiliaries(verb))
        if found & {"will", "shall", "’ll", "'ll"} or ("would" in found and _said(verb)):
            self.status = "planned"
        elif found & HYPOTHETICAL:
            self.real, self.modal = False, True

    def governed(self, verb: Token, inner: Token) -> None:
        """What the verb above says about the one below."""
        word = verb.lower_
        if word in UNDONE:
            self.polarity = False
        elif word in PLANS:
            self.status = "planned"
        elif word in ATTEMPTS:
            self.status = "attempted"
        elif word not in FACTUAL and "to" in _auxiliaries(inner) and verb.pos_ != "AUX":
            self.real = False
        elif verb.lemma_ == "be" and "to" in _auxiliaries(inner):
            self.status = "planned"

    def nominal(self, noun: Token) -> None:
        """A noun that is planned, refused, feared or asked for, by the words at it."""
        words = {c.lower_ for c in noun.children}
        self.polarity = self.polarity and "no" not in words
        if words & {"possible", "potential", "proposed", "any", "hypothetical"}:
            self.real = False
        if words & {"planned", "facing", "upcoming", "forthcoming", "scheduled"}:
            self.status = "planned"
        if words & {"alleged", "suspected"}:
            self.status = "alleged"
        if words & {"attempted"}:
            self.status = "attempted"
        self.over(noun)

    def over(self, noun: Token) -> None:
        """The verb or noun that a noun depends on."""
        above = noun.head.head if noun.dep_ == "pobj" else noun.head
        word = above.lower_
        if noun.dep_ in ("dobj", "pobj", "nsubjpass"):
            if word in PLANS | FACES:
                self.status = "planned"
            elif word in ATTEMPTS or word in ("attempt", "attempts"):
                self.status = "attempted"
            elif word in WISHES:
                self.real = False

    def result(self, clause: Clause) -> Stance:
        """The stance after the whole climb."""
        reports = tuple(self.reports)
        if any(t.lower_ in ALLEGING for t in reports) and self.status == "occurred":
            self.status = "alleged"
        habit = self.habitual or (_habit(clause) and self.status == "occurred")
        return Stance(self.real, self.polarity, self.status, reports, self.modal, habit)


def _nobody(verb: Token) -> bool:
    for subject in subjects(verb):
        determiners = {c.lower_ for c in subject.children if c.dep_ in ("det", "preconj", "cc", "advmod")}
        if subject.lower_ in NOBODY or "neither" in determiners or (
            subject.pos_ != "PROPN" and not subject.is_title and determiners & NOBODY
        ):
            return True
    return False


def _said(verb: Token) -> bool:
    """Whether "would" is the future of a report, not a condition."""
    return verb.dep_ == "ccomp" and verb.head.lower_ in SPEECH and not any(
        c.dep_ == "advcl" and any(g.lower_ in CONDITIONS for g in c.children) for c in verb.children
    )


def _purpose(verb: Token, inner: Token | None) -> bool:
    """An infinitive that hangs on a noun or adjective, or states an aim, tells no fact by itself."""
    if inner is not None and verb.dep_ == "ROOT":
        return False
    return "to" in _auxiliaries(verb) and verb.dep_ in ("acl", "relcl", "advcl") and verb.tag_ == "VB"


def _habit(clause: Clause) -> bool:
    """A bare present of a verb of action is a habit or a headline, not an event."""
    verb = clause.verb
    if verb is None or verb.tag_ not in ("VBZ", "VBP"):
        return False
    return not _auxiliaries(verb)
