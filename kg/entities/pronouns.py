"""Whom "he" and "her" mean: the subject of the governing clause, the sentence's people, those named before."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.entities.disjoint import (
    FINITE,
    OBJECTS,
    PRONOUNS,
    SUBJECTS,
    is_ahead,
    is_anothers,
    is_aside,
    namesake,
    same_object,
    tell_of_theirs,
    undergoes,
)
from kg.entities.gender import compatible, is_unnamed_person
from kg.mentions.lexicon import lexicon
from kg.mentions.titles import is_person_noun

if TYPE_CHECKING:
    from kg.mentions.tokens import Token

# Sentences that a pronoun may look back, and verbs that it may climb.
BACK, CLIMB = 4, 5
NOBODY = ("", False)


@dataclass(frozen=True, slots=True)
class Person:
    """A person named in sentence `number` up to the offset `end`, for the `first` time or not; `token` is the name's
    last token.
    """

    number: int
    key: str
    end: int
    token: Token
    first: bool = False

    @property
    def is_subject(self) -> bool:
        """Whether the name is the subject of its clause, or in apposition to one, or named with one by "and"."""
        token = self.token
        while token.dep_ in {"appos", "conj"} and token.head.i < token.i:
            token = token.head
        return token.dep_ in SUBJECTS

    @property
    def is_topic(self) -> bool:
        """Whether the sentence is about the person: its subject, and not merely the speaker of a quotation."""
        return self.is_subject and self.token.sent[0].text not in {"“", '"', "‘"}

    @property
    def is_new(self) -> bool:
        """Whether the sentence brings the person in, and tells who it is: "… to Ann Lee, a nurse who is 26"."""
        told = [c for c in self.token.children if c.dep_ in ("appos", "relcl") and c.i > self.token.i]
        return self.first and bool(told)

    @property
    def owns(self) -> bool:
        """Whether the name only tells whose something is."""
        return self.token.dep_ == "poss"


def choose(
    token: Token, number: int, gender: str, here: Sequence[Person], before: Sequence[Person], known: Mapping[str, str],
    ahead: Sequence[Person] = (),
) -> tuple[str, bool]:  # fmt: skip
    """The key of the person that a pronoun means, "" to abstain; and whether nobody else comes into question.

    `here` are the people named before it in its sentence, `before` those of earlier ones, `known` their genders, and
    `ahead` those named after it.
    """
    led = next((p for p in ahead if is_ahead(token, p.token) and compatible(p.key, gender, known)), None)
    if led is not None and not here:
        others = {p.key for p in before if number - p.number < BACK and compatible(p.key, gender, known)} - {led.key}
        return NOBODY if others else (led.key, True)
    fit = [p for p in (*before, *here) if number - p.number < BACK and compatible(p.key, gender, known)]
    if (kin := namesake(token, fit)) is not None:
        return kin.key, len({p.key for p in fit}) == 1
    doers = {t.i for t in _doers(token)}
    acting = {p.key for p in here if p.token.i in doers}
    here = [p for p in here if not _apposed(token, p) and p.key not in acting and not is_aside(token, p.token)]
    before = [p for p in before if not (undergoes(token) and is_anothers(p.token, gender))]
    fitting = [p for p in here if compatible(p.key, gender, known)]
    if (again := same_object(token, here)) is not None:
        return (again.key, len({p.key for p in fitting}) == 1) if again in fitting else NOBODY
    governing = _governing(token, here)
    owner = _owner(governing, here, gender, known) if isinstance(governing, Person) else None
    if owner is not None:
        return owner.key, False
    if isinstance(governing, Person) and compatible(governing.key, gender, known):
        return governing.key, len({p.key for p in fitting}) == 1
    if governing == "unnamed":
        return NOBODY
    if tell_of_theirs(token):
        return _earlier(number, gender, before, known)
    if fitting:
        first = min(fitting, key=lambda p: (p.owns, not p.is_subject, -p.end))
        return first.key, len({p.key for p in fitting}) == 1
    return _earlier(number, gender, before, known)


def _owner(subject: Person, here: Sequence[Person], gender: str, known: Mapping[str, str]) -> Person | None:
    """ "Her lawyer, Ann Lee, said she …": she is the lawyer's client, whom the subject's own words point back to."""
    described = subject.token.head if subject.token.dep_ == "appos" else subject.token
    own = {c.i for t in (described, subject.token) for c in t.children if c.dep_ == "poss" and c.lower_ in PRONOUNS}
    owners = [p for p in here if p.token.i in own and p.key != subject.key]
    return next((p for p in owners if compatible(p.key, gender, known)), None)


def _doers(token: Token) -> list[Token]:
    """Who does what is done to "him": "the judge freed him", "Ann told her": never the one whom the pronoun means."""
    verb = token.head
    if token.dep_ not in OBJECTS or token.lower_.endswith("self") or verb.tag_ not in FINITE:
        return []
    while verb.dep_ == "conj" and verb.head.tag_ in FINITE and not any(c.dep_ in SUBJECTS for c in verb.children):
        verb = verb.head
    return [c for c in verb.children if c.dep_ in SUBJECTS and c.i < token.i]


def _apposed(token: Token, person: Person) -> bool:
    """ "Sona, his lawyer": an apposition's pronoun is never the one it describes."""
    return token.head.dep_ == "appos" and token.head.head.i == person.token.i


def _governing(token: Token, here: Sequence[Person]) -> Person | str | None:
    """The named person who is the subject over the pronoun; "unnamed" where that is a person without a name."""
    named, doers = {p.token.i: p for p in here}, {t.i for t in _doers(token)}
    for subject in _subjects(token):
        people = [named[t.i] for t in (subject, *subject.children) if t.i in named and t.dep_ in SUBJECTS | {"appos"}]
        if people:
            return people[-1]
        if subject.i in doers:
            continue
        if _unnamed(subject) and not any(t.i in named for t in subject.subtree if t.dep_ == "appos"):
            return "unnamed"
    return None


def _subjects(token: Token) -> Iterator[Token]:
    """The subjects before a token of the verbs over it, from near to far, and the noun of a "who" clause."""
    verb = token.head
    for _ in range(CLIMB):
        for child in verb.children:
            if child.dep_ in SUBJECTS and child.i < token.i and token not in list(child.subtree):
                yield child
        if verb.dep_ == "relcl" and verb.head.i < token.i:
            yield verb.head
        if verb.head is verb:
            return
        verb = verb.head


def _unnamed(token: Token) -> bool:
    return is_unnamed_person(token, lexicon().people_nouns) or (token.tag_ == "NN" and is_person_noun(token))


def _earlier(number: int, gender: str, before: Sequence[Person], known: Mapping[str, str]) -> tuple[str, bool]:
    """The person of the nearest earlier sentence with one who fits; its topic, or a known gender, goes first."""
    near = [p for p in before if number - p.number < BACK and compatible(p.key, gender, known)]
    if not near:
        return NOBODY
    just = [p for p in near if p.number == number - 1 and p.is_topic]
    new = [p for p in near if p.number == number - 1 and p.is_new and not p.owns]
    sure = [p for p in near if known.get(p.key)]
    pool = just or (new if len({p.key for p in new}) == 1 else []) or sure or near
    last = [p for p in pool if p.number == pool[-1].number]
    if _side_by_side(just):
        last = [p for p in just if known.get(p.key)]
        if len({p.key for p in last}) != 1:
            return NOBODY
    if len({p.key for p in last}) > 1 and not sure and not just:
        return NOBODY
    chosen = min(last, key=lambda p: (p.owns, not p.is_subject, p.end))
    return chosen.key, len({p.key for p in near}) == 1


def _side_by_side(people: Sequence[Person]) -> bool:
    """ "Ann and Bo were held. He …": either may be meant of those whom one verb has as its subject."""
    at = {p.token.i: p.key for p in people}
    return any(p.token.dep_ == "conj" and at.get(p.token.head.i, p.key) != p.key for p in people)
