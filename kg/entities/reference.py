"""What pronouns and descriptions stand for: "she", "the group", "the ministry", "the editor". Abstains when unsure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from kg.entities import gender
from kg.entities.descriptions import DESCRIPTIONS, OFFICES, definite, fits
from kg.entities.disjoint import PRONOUNS
from kg.entities.gender import gender_of
from kg.entities.model import Entity, Reference
from kg.entities.officers import Officers
from kg.entities.petition_parts import PetitionParts
from kg.entities.pronouns import Person, choose
from kg.entities.quotes import in_quote
from kg.mentions.acronyms import ORGANISED
from kg.mentions.titles import Title, names_people, titles

if TYPE_CHECKING:
    from kg.mentions.model import Sentence
    from kg.mentions.tokens import Span, Token

# Sentences that a description may look back.
FAR = 15
LATELY = 2


class Memory:
    """Who and what an article has named so far, the latest last; forgotten at the next article."""

    def __init__(self, entities: Mapping[str, Entity]) -> None:
        """Begin with nothing named."""
        self._entities = entities
        self._seen: list[tuple[int, str]] = []
        self._people: list[Person] = []
        self._gender: dict[str, str] = {}
        self._titles: dict[str, set[str]] = {}
        self._officers = Officers()
        self._petitions = PetitionParts()

    def resolve(self, number: int, sentence: Sentence, named: Sequence[Reference]) -> list[Reference]:
        """All references of sentence `number` of the article: its names, and what its pronouns stand for."""
        named = [*named, *self._petitions.references(sentence, named)]
        found, starts = list(named), {r.start for r in named}
        here = self._learn(number, sentence, named)
        meant: list[Person] = []
        for token in sentence.span:
            at = sentence.offset + token.idx
            key = "" if at in starts else self._read(number, sentence, token, at, named, [*here, *meant])
            if key:
                found.append(_reference(token, at, key, self._entities[key].cls))
                if token.lower_ in PRONOUNS:
                    meant.append(Person(number, key, at + len(token), token))
        found.sort(key=lambda r: (r.start, r.end))
        self._seen += [(number, r.entity) for r in found]
        self._people += [*here, *meant]
        return found

    def _learn(self, number: int, sentence: Sentence, named: Sequence[Reference]) -> list[Person]:
        """The sentence's people; what their titles and relatives' words tell is remembered."""
        here: list[Person] = []
        offices: list[Title] | None = None
        for r in named:
            if r.cls != "Person":
                self._officers.employ(r.entity, r.cls, sentence.span, _tokens(sentence, r)[1])
                continue
            offices = titles(sentence.span) if offices is None else offices
            start, end = _tokens(sentence, r)
            told = gender.by_neighbours(sentence.span, start, end, offices) or gender_of(self._entities[r.entity])
            if told:
                self._gender.setdefault(r.entity, told)
            self._entitle(r.entity, sentence.span, start, end, offices)
            first = all(r.entity != key for _, key in self._seen)
            here.append(Person(number, r.entity, r.end, sentence.span[max(start, end - 1)], first))
        return here

    def _entitle(self, key: str, span: Span, start: int, end: int, offices: Sequence[Title]) -> None:
        for title in offices:
            if names_people(span, start, end, [title]):
                self._titles.setdefault(key, set()).add(span[title.head].lower_)
                self._officers.entitle(key, span, title)
        self._officers.relate(key, span, start, end)

    def _read(
        self, number: int, sentence: Sentence, token: Token, at: int, named: Sequence[Reference], here: Sequence[Person]
    ) -> str:  # fmt: skip
        word = token.lower_
        if word in PRONOUNS and not in_quote(sentence, at):
            before, ahead = [p for p in here if p.end <= at], [p for p in here if p.end > at]
            chosen, sure = choose(token, number, PRONOUNS[word], before, self._people, self._gender, ahead)
            if sure:
                self._gender.setdefault(chosen, PRONOUNS[word])
            return chosen
        described = self._described(number, at, named, token) if definite(token) else ""
        named_before = [r.entity for r in named if r.end <= at] + [key for _, key in self._seen]
        return described or self._officers.meant(token, list(dict.fromkeys(named_before)))

    def _known(self, number: int, at: int, named: Sequence[Reference]) -> list[str]:
        """What has been named before, the last first."""
        known = [r.entity for r in reversed(named) if r.end <= at]
        return known + [key for n, key in reversed(self._seen) if number - n < FAR]

    def _described(self, number: int, at: int, named: Sequence[Reference], token: Token) -> str:
        """The latest thing of the noun's class, or the person who was given the noun as a title."""
        word = token.lower_
        if word == "country":
            return self._state(named, at)
        known = self._known(number, at, named)
        if same := self._so_called(named, at, word):
            return same
        for cls in DESCRIPTIONS.get(word, ()):
            for key in known:
                entity = self._entities[key]
                town = cls != "Place" or entity.identity.startswith("geonames")  # no region, no street
                if entity.cls == cls and town and fits(word, entity.name):
                    return key
        if word in OFFICES and (alone := self._lately(number, at, named)):
            return alone
        entitled = {k for k in known if token.tag_ == "NN" and word in self._titles.get(k, ())}
        return entitled.pop() if len(entitled) == 1 else ""

    def _so_called(self, named: Sequence[Reference], at: int, word: str) -> str:
        """ "The group" behind the UN Working Group in its sentence is that, whatever groups were told of before."""
        bodies = {k for r in named if r.end <= at and (k := r.entity) and self._entities[k].cls in ORGANISED}
        called = {key for key in bodies if word in self._entities[key].name.lower().split()}
        return called.pop() if len(called) == 1 else ""

    def _state(self, named: Sequence[Reference], at: int) -> str:
        """ "The country": the one state that the article has spoken of, or the one far ahead of all others."""
        told = [r.entity for r in named if r.end <= at] + [key for _, key in self._seen]
        counts = Counter(key for key in told if self._entities[key].cls == "Country").most_common(2)
        alone = len(counts) == 1 or (len(counts) == 2 and counts[0][1] >= 2 * counts[1][1])
        return counts[0][0] if alone else ""

    def _lately(self, number: int, at: int, named: Sequence[Reference]) -> str:
        """ "the agency" of another name: the one public body that this sentence and the two before it name."""
        near = [r.entity for r in named if r.end <= at] + [key for n, key in self._seen if number - n <= LATELY]
        bodies = {key for key in near if self._entities[key].cls == "GovernmentBody"}
        return bodies.pop() if len(bodies) == 1 else ""


def _reference(token: Token, at: int, key: str, cls: str) -> Reference:
    if token.lower_ in PRONOUNS:
        return Reference(at, at + len(token), key, cls, "pronoun")
    article = token.nbor(-1) if token.i > 0 else token
    start = at - (token.idx - article.idx) if article.lower_ == "the" else at
    return Reference(start, at + len(token), key, cls, "description")


def _tokens(sentence: Sentence, r: Reference) -> tuple[int, int]:
    """The tokens of the sentence's span that a reference covers."""
    covered = [t.i - sentence.span.start for t in sentence.span if r.start <= t.idx + sentence.offset < r.end]
    return (covered[0], covered[-1] + 1) if covered else (0, 0)
