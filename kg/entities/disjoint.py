"""Whom the grammar rules out or in for a pronoun: "convicted Ann for articles on Bo and jailed her" (pure)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol, TypeVar

from kg.mentions.lexicon import lexicon

if TYPE_CHECKING:
    from kg.mentions.tokens import Token

PRONOUNS = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
OBJECTS = frozenset({"dobj", "dative", "iobj"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "VBN"})
# After these the subject may well be the one named: "according to Ann, she was held", "as for Ann, she left".
SAME = frozenset({"according", "as", "for", "to"})
CLOSE_ONES = frozenset(
    {"family", "relatives", "parents", "colleagues", "friends", "supporters", "lawyers", "relations"}
)
TELLING = frozenset({
    "say", "says", "said", "tell", "tells", "told", "allege", "alleges", "alleged", "claim", "claims", "claimed",
    "believe", "believes", "believed", "insist", "insists", "insisted", "maintain", "maintains", "maintained", "fear",
    "fears", "feared",
})  # fmt: skip


class Named(Protocol):
    """A person whose name ends with `token`."""

    @property
    def token(self) -> Token:
        """The last token of the name."""


P = TypeVar("P", bound=Named)


def undergoes(pronoun: Token) -> bool:
    """Whether something is done to whom the pronoun means: "jailed him", "he was jailed"."""
    return pronoun.dep_ in OBJECTS or pronoun.dep_ == "nsubjpass"


def is_anothers(name: Token, gender: str) -> bool:
    """ "says Sona, his lawyer": the words beside the name point to somebody else of that gender."""
    described = [c for c in name.children if c.dep_ == "appos"] + ([name.head] if name.dep_ == "appos" else [name])
    return any(c.dep_ == "poss" and PRONOUNS.get(c.lower_) == gender for d in described for c in d.children)


def is_aside(pronoun: Token, name: Token) -> bool:
    """ "In a talk with Ann, she said", "Under questions by Ann, he": a subject is not who is named in what leads."""
    if pronoun.dep_ not in SUBJECTS or name.i > pronoun.i or name.dep_ == "poss":
        return False
    token = name
    while token.head is not token and token.head is not pronoun.head:
        if token.dep_ in ("nsubj", "nsubjpass", "poss", "relcl", "advcl", "ccomp") or token.lower_ in SAME:
            return False
        token = token.head
    return token.head is pronoun.head and token.dep_ == "prep" and token.lower_ not in SAME


def same_object(pronoun: Token, people: Sequence[P]) -> P | None:
    """ "convicted Ann of defaming Bo and sentenced her": the object of the verb before, that has the same subject."""
    verb = pronoun.head
    if pronoun.dep_ not in OBJECTS or verb.dep_ != "conj" or pronoun.lower_.endswith("self"):
        return None
    named = {p.token.i: p for p in people}
    while verb.dep_ == "conj" and verb.tag_ in FINITE and not any(c.dep_ in SUBJECTS for c in verb.children):
        verb = next((a for a in verb.ancestors if a.tag_ in FINITE), verb.head)  # parsers hang it on "defaming"
        for held in (c for c in verb.children if c.dep_ in ("dobj", "dative") and c.i < pronoun.i):
            found = next((named[t.i] for t in (held, *held.children) if t.i in named and t.dep_ != "poss"), None)
            if found is not None:
                return found
    return None


def is_ahead(pronoun: Token, name: Token) -> bool:
    """ "Months after they seized him, Bo went on trial": the subject that follows a clause which leads the sentence."""
    while name.dep_ == "appos" and name.head.i < name.i:
        name = name.head
    if name.dep_ not in SUBJECTS or name.i < pronoun.i:
        return False
    token = pronoun
    while token.head is not token and token.head is not name.head:
        token = token.head
    return token.head is name.head and token.dep_ in ("advcl", "prep", "npadvmod", "advmod") and token.i < name.i


def tell_of_theirs(pronoun: Token) -> bool:
    """ "The warden denies it; the family says that he was beaten": theirs is meant, not the warden."""
    for verb in pronoun.ancestors:
        for subject in (c for c in verb.children if c.dep_ == "nsubj" and c.i < pronoun.i):
            bare = not any(c.dep_ in ("poss", "prep") for c in subject.children)
            return verb.lower_ in TELLING and subject.lower_ in CLOSE_ONES and bare
    return False


def namesake(pronoun: Token, people: Sequence[P]) -> P | None:
    """ "The judge fined Ann Lee. Her brother, Bo Lee, paid": of all who may be meant, the one of the same surname."""
    noun = pronoun.head
    own = {noun.lower_, *(c.lower_ for c in noun.children if c.dep_ in ("compound", "nmod", "amod"))}
    if pronoun.dep_ != "poss" or not own & lexicon().kin.keys():
        return None
    names = {t.lower_ for t in (noun, *noun.children) if t.dep_ == "appos" or t is noun} - lexicon().kin.keys()
    found = [p for p in people if p.token.lower_ in names and p.token.i != noun.i]
    return found[-1] if len({p.token.lower_ for p in found}) == 1 else None
