"""Said, or so? Negation, plans, attempts, conditions, habits and sources of what a clause tells (pure)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.facts.grammar.clauses import Clause, is_verbal
from kg.facts.grammar.lexicon import (
    ACCUSING,
    AIMING,
    ALLEGING,
    ATTEMPTS,
    CALLING,
    CLAIMS,
    CLEARING,
    CONDITIONS,
    DENYING,
    FACES,
    FACTUAL,
    FANCIES,
    GUESSES,
    HABITS,
    HEDGES,
    HYPOTHETICAL,
    PLANS,
    PLEAS,
    PREVENTING,
    RUMOURS,
    SPEECH,
    STOPPING,
    SUSPECTING,
    TALKS,
    UNDONE,
    WEIGHING,
    WISHES,
    WITHOUT,
)
from kg.facts.model import Status
from kg.facts.modes.contents import Standing, claimed, filled_in, is_spoken_of, standing, teller_before_a_day
from kg.facts.modes.moods import (
    auxiliaries,
    future_of_report,
    is_apart,
    is_at_no_time,
    is_called_for,
    is_dispersed,
    is_habit,
    is_invented,
    is_inverted,
    is_negated,
    is_nobodys,
    is_of_charge,
    is_of_whoever,
    is_ordered,
    is_participle,
    is_planned,
    is_purpose,
    is_recurring,
    is_to_come,
    is_wished,
    pinned,
    shares,
    words_over,
)
from kg.facts.modes.undone import undoing
from kg.facts.modes.unsaid import is_claimed, is_denied, is_supposed

if TYPE_CHECKING:
    from kg.mentions.tokens import Token

OBJECTS = ("dobj", "pobj", "nsubjpass")
PUT_OFF = frozenset({"adjourned", "postponed", "scheduled", "rescheduled", "set"})
EXPECTING = frozenset({"expect", "expects", "await", "awaits", "anticipate", "anticipates"})
BACKING = frozenset({"support", "solidarity", "favour", "favor", "anticipation", "right", "advance", "lieu"})


@dataclass(frozen=True, slots=True)
class Stance:
    """How a text stands to a clause. `real` is False for what is only supposed; `reports` are the verbs of speech
    above it, innermost first; `modal` tells that only a modal verb makes it unreal ("must consider"); `hearsay`
    that somebody is said to say so, with or without a name."""

    real: bool
    polarity: bool
    status: Status
    reports: tuple[Token, ...]
    modal: bool = False
    habitual: bool = False
    hearsay: bool = False


def stance(clause: Clause) -> Stance:
    """Read the verbs over a clause's trigger, from the inside out."""
    start = clause.verb or clause.trigger
    state = _State()
    if clause.voice == "nominal":
        state.nominal(clause.trigger)
    given = clause.voice == "nominal" and is_dispersed(clause.trigger)
    state.hearsay = state.hearsay or is_spoken_of(clause.trigger)
    verb: Token | None = start if clause.verb is not None and not given else _above(clause.trigger, state)
    inner: Token | None = None
    while verb is not None:
        state.verb(verb, inner)
        inner, verb = verb, _next(verb, state)
    return state.result(clause)


def _above(noun: Token, state: _State) -> Token | None:
    """The verb over a noun matters only where the noun is what is refused, planned or attempted."""
    head = noun.head
    if noun.dep_ in OBJECTS and (head.lower_ in UNDONE | PLANS | ATTEMPTS | FACES):
        return head if is_verbal(head) else None
    while head.head != head and not is_verbal(head):
        state.take(claimed(head))
        head = head.head
    if head.lower_ in EXPECTING:
        state.status = "planned"
    return _reported(head, state)


def _reported(verb: Token, state: _State) -> Token | None:
    """Only the reports over a verb count: "X said the arrest of Y hurt" tells the arrest, from X."""
    while verb.head != verb:
        if verb.dep_ == "ccomp" and verb.head.lower_ in SPEECH and not is_apart(verb):
            state.reports.append(verb.head)
        verb = verb.head
    return None


def _next(verb: Token, state: _State) -> Token | None:
    head = verb.head
    if head == verb or is_apart(verb):
        return None
    filled, teller = filled_in(verb), teller_before_a_day(verb)
    if teller is not None or (verb.dep_ == "ccomp" and not filled and head.lower_ in SPEECH | DENYING | SUSPECTING):
        said = teller or head
        state.reports.append(said)
        state.polarity = state.polarity and said.lower_ not in DENYING and not (is_denied(said) or is_nobodys(said))
        return _reported(said, state)
    if verb.dep_ == "xcomp" or (verb.dep_ == "ccomp" and is_verbal(head)):
        return head
    if verb.dep_ == "conj" and is_verbal(head) and verb.tag_ in ("VB", "VBG", "VBN") and shares(verb):
        return _skip(head, state)
    if verb.dep_ == "pcomp":
        state.gerund(verb)
    hung = verb.dep_ == "acl" or filled or is_claimed(verb)
    if hung and not is_verbal(head) and not (head.lower_ in WISHES and is_participle(verb)):
        state.content(head, filled=filled or is_claimed(verb))
    if filled or verb.dep_ in ("pcomp", "advcl", "acl", "relcl", "conj"):
        _reported(verb, state)
    return None


def _skip(head: Token, state: _State) -> Token | None:
    """A verb that shares its auxiliaries with the one before shares what stands over that one."""
    state.shared(head)
    if is_purpose(head, None) or is_wished(head):
        state.real = False
    return _next(head, state)


class _State:
    """What is known so far while climbing."""

    def __init__(self) -> None:
        self.real = True
        self.modal = False
        self.polarity = True
        self.status: Status = "occurred"
        self.habitual = False
        self.hearsay = False
        self.reports: list[Token] = []

    def verb(self, verb: Token, inner: Token | None) -> None:
        """Take in one verb; `inner` is the one below it, which it governs."""
        if inner is not None:
            self.governed(verb, inner)
        self.shared(verb)
        nothing = any(o.lower_ == "no" for c in verb.children if c.dep_ == "dobj" for o in c.children)
        self.polarity = self.polarity and not nothing and not is_nobodys(verb)
        words = {c.lower_ for c in verb.children if c.dep_ in ("advmod", "det", "mark", "preconj", "cc")}
        self.status = "alleged" if words & HEDGES and self.status == "occurred" else self.status
        self.hearsay = self.hearsay or bool(words & HEDGES)
        self.habitual = self.habitual or bool(words & HABITS) or is_of_whoever(verb)
        supposed = bool(words & (CONDITIONS | GUESSES)) or is_inverted(verb) or is_to_come(verb, words)
        if supposed or is_purpose(verb, inner) or is_wished(verb):
            self.real = False

    def shared(self, verb: Token) -> None:
        """Negation, modal verbs and the future: what a coordinated verb shares with the one before it."""
        self.polarity = self.polarity and not is_negated(verb) and not is_at_no_time(verb)
        found = set(auxiliaries(verb))
        if found & {"will", "shall", "’ll", "'ll"} or ("would" in found and future_of_report(verb)):
            self.status = "planned"
        elif found & HYPOTHETICAL:
            self.real, self.modal = False, True

    def governed(self, verb: Token, inner: Token) -> None:
        """What the verb above says about the one below."""
        word = verb.lower_
        if word in UNDONE:
            self.polarity = False
        elif word in PLANS or (word in ("has", "have") and "to" in auxiliaries(inner) and inner.dep_ == "xcomp"):
            self.status = "planned"
        elif word in ATTEMPTS:
            self.status = "attempted"
        elif word not in FACTUAL and "to" in auxiliaries(inner) and verb.pos_ != "AUX":
            self.real = False
        elif verb.lemma_ == "be" and "to" in auxiliaries(inner):
            self.status = "planned"
        elif (inner.dep_ == "ccomp" and word in WISHES | RUMOURS | FANCIES) or (
            inner.tag_ == "VBG" and word in WEIGHING
        ):
            self.real = False

    def gerund(self, verb: Token) -> None:
        """What a preposition and the word before it make of a gerund: "accused of killing", "without charging"."""
        preposition, above = verb.head, words_over(verb.head)
        instead = preposition.i > 0 and preposition.nbor(-1).lower_ in ("instead", "short", "far", "close", "closer")
        undone = above & CLEARING or (above & PREVENTING and preposition.lower_ == "from")
        if preposition.lower_ in WITHOUT or instead or undone:
            self.polarity = False
        elif above & (ACCUSING | CLAIMS) or is_of_charge(preposition) or is_supposed(preposition.head):
            self.status = "alleged"
        elif above & ATTEMPTS:
            self.status = "attempted"
        elif above & (AIMING | RUMOURS):
            self.real = False

    def take(self, found: Standing) -> None:
        """Take in how a noun stands to what hangs on it."""
        self.real = self.real and found.real
        self.polarity = self.polarity and not found.denied
        self.hearsay = self.hearsay or found.hearsay
        self.status = found.status or self.status

    def content(self, noun: Token, *, filled: bool) -> None:
        """What the noun that a clause hangs on makes of it: "claims that …", "an attempt to …", "fears that …"."""
        among = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ in ("among", "amongst") else None
        self.polarity = self.polarity and not (among is not None and is_negated(among))
        self.take(standing(noun, content=filled))

    def nominal(self, noun: Token) -> None:
        """A noun that is planned, refused, feared or asked for, by the words at it."""
        words = {c.lower_ for c in noun.children}
        self.polarity = self.polarity and "no" not in words
        if words & {"possible", "potential", "proposed", "any", "hypothetical", "another", "future"} - pinned(noun):
            self.real = False
        if words & {"planned", "facing", "upcoming", "forthcoming", "scheduled"}:
            self.status = "planned"
        if words & {"alleged", "suspected", "reported"}:
            self.status, self.hearsay = "alleged", True
        self.status = "attempted" if "attempted" in words else self.status
        put_off = noun.dep_ in ("nsubj", "nsubjpass") and noun.head.lower_ in PUT_OFF
        self.status = "planned" if put_off else self.status
        self.over(noun)

    def over(self, noun: Token) -> None:
        """The verb or noun that a noun depends on."""
        above = noun.head.head if noun.dep_ == "pobj" else noun.head
        word = above.lower_
        if (fate := undoing(noun)) is not None:
            self.take(fate)
            return
        if noun.dep_ not in OBJECTS:
            return
        if noun.dep_ == "pobj" and noun.head.lower_ == "without":
            self.polarity = False
        aim = noun.dep_ == "pobj" and (
            (noun.head.lower_ == "for" and word in PLEAS) or (noun.head.lower_ in ("for", "on") and word in TALKS)
        )
        if aim:
            self.real = False
        elif is_ordered(noun, above):
            return
        elif is_planned(noun, above):
            self.status = "planned"
        elif word in ATTEMPTS and noun.head.lower_ != "for":  # "was tried for the murder of X"
            self.status = "attempted"
        elif word in (BACKING if noun.dep_ == "pobj" else ()) or (
            word in WISHES | RUMOURS and not (word in CALLING and noun.dep_ == "dobj") and noun.head.lower_ != "during"
        ):
            self.real = False
        elif word in CLAIMS | ACCUSING and noun.dep_ == "pobj":
            self.take(claimed(above))
            self.status = "alleged"
        elif noun.dep_ == "dobj" and word in UNDONE | STOPPING:
            self.polarity = False

    def result(self, clause: Clause) -> Stance:
        """The stance after the whole climb."""
        reports = tuple(self.reports)
        if any(t.lower_ in ALLEGING for t in reports) and self.status == "occurred":
            self.status = "alleged"
        habit = self.habitual or (is_habit(clause) and self.status == "occurred")
        hearsay = self.hearsay or bool(reports)
        real = self.real and not any(is_so(clause.trigger) for is_so in (is_recurring, is_invented, is_called_for))
        return Stance(real, self.polarity, self.status, reports, self.modal, habit, hearsay)
