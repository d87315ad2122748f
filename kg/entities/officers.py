"""Who is meant by "the law minister", "his wife", "the experts": what the article has called its people and bodies."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING

from kg import authorities
from kg.mentions.lexicon import lexicon

if TYPE_CHECKING:
    from kg.mentions.titles import Title
    from kg.mentions.tokens import Span, Token

DETERMINERS = frozenset({"the", "this", "its", "his", "her", "their", "country", "nation", "state"})
OWNERS = frozenset({"his", "her", "their"})
NEAR = lexicon().advocates.union(lexicon().kin, {
    "colleague", "deputy", "successor", "predecessor", "spokesman", "spokeswoman", "spokesperson",
})  # fmt: skip
# Words before an office that tell nothing of which office it is.
PASSING = frozenset({"embattled", "outgoing", "incumbent", "new", "veteran", "jailed", "slain", "detained", "current",
                     "longtime", "young", "then", "late", "accused", "exiled", "national"})  # fmt: skip
BODIES = frozenset({"InternationalOrganization", "CivilSocietyOrganization", "GovernmentBody", "MediaOutlet"})
MOST_WORDS = 5


class Officers:
    """The words by which an article has called each of its people, and the people of each of its bodies."""

    def __init__(self) -> None:
        """Begin with nobody called anything."""
        self._called: dict[str, list[frozenset[str]]] = defaultdict(list)
        self._people: dict[str, set[str]] = defaultdict(set)

    def entitle(self, key: str, span: Span, title: Title) -> None:
        """Remember the words of a title that stands at a person's name."""
        self._called[key].append(frozenset(t.lower_ for t in span[title.start : title.end]))

    def relate(self, key: str, span: Span, start: int, end: int) -> None:
        """ "his wife, Ann Lee" and "Ann Lee, his wife": remember the relative's word at the name `start:end`."""
        before = [t.lower_ for t in span[max(0, start - 3) : start] if not t.is_punct]
        after = [t.lower_ for t in span[end : end + 4] if not t.is_punct]
        owned = before[-1:] + (after[1:2] if after[:1] and after[0] in OWNERS else [])
        self._called[key] += [frozenset({w}) for w in owned if w in NEAR]

    def employ(self, key: str, cls: str, span: Span, end: int) -> None:
        """ "UN experts", "River Union lawyers": the people that a body has right after its name."""
        after = span[end] if end < len(span) else None
        if cls in BODIES and after is not None and after.tag_ == "NNS" and after.text.islower():
            self._people[key].add(after.lower_)

    def meant(self, token: Token, known: Sequence[str]) -> str:
        """The one of the `known` keys that a description ending in this token fits, "" if none or several."""
        words = description(token)
        if words is None:
            return ""
        if token.tag_ == "NNS":
            bodies = {k for k in known if token.lower_ in self._people.get(k, ())} if len(words) == 1 else set()
            return bodies.pop() if len(bodies) == 1 else ""
        fitting = {k for k in known if any(token.lower_ in c and words <= c for c in self._called.get(k, ()))}
        return fitting.pop() if len(fitting) == 1 else ""


def description(noun: Token) -> frozenset[str] | None:
    """The words of "the law minister" and "his wife" that tell who is meant; None for what is no such phrase."""
    if noun.tag_ not in ("NN", "NNP", "NNS") or _goes_on(noun):
        return None
    words, first = {noun.lower_}, noun
    while first.i > noun.sent.start and len(words) < MOST_WORDS:
        first = first.nbor(-1)
        if first.lower_ in DETERMINERS:
            owned = first.lower_ in OWNERS
            return frozenset(words) if not owned or (words & NEAR and len(words) == 1) else None
        if first.lower_ in ("'s", "’s"):
            continue
        if first.lower_ in PASSING or authorities.country_by_adjective(first.text):
            continue
        if first.dep_ not in ("compound", "amod", "nmod") and first.text != "-":
            return None
        words.add(first.lower_)
    return None


def _goes_on(noun: Token) -> bool:
    """Whether the phrase does not end with this noun: "the minister of trade", "the minister Ann Lee"."""
    if noun.i + 1 >= noun.sent.end:
        return False
    after = noun.nbor(1)
    return after.lower_ in ("of", "for", "in", "at", "to", "from", "'s", "’s", "and", "-") or after.pos_ in (
        "NOUN", "PROPN"
    )  # fmt: skip
