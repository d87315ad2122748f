"""One sentence with its references laid over the tokens: what every reader of facts looks at."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from kg.entities.model import Entity, LinkedSentence, Reference
from kg.facts.grammar.inflect import words
from kg.facts.model import Evidence
from kg.mentions.timex.model import Dated

if TYPE_CHECKING:
    from kg.mentions.tokens import Span, Token

ORGANIZATION = words(
    "CivilSocietyOrganization PoliticalParty GovernmentBody Legislature Court MediaOutlet "
    "InternationalOrganization Company ArmedGroup"
)
FAMILIES: Mapping[str, frozenset[str]] = {
    "Organization": ORGANIZATION,
    "Actor": ORGANIZATION | {"Person"},
    # Who can be charged, convicted, let go: never the courts and bodies that do it.
    "Accused": frozenset(
        {"Person", "CivilSocietyOrganization", "PoliticalParty", "MediaOutlet", "Company", "ArmedGroup"}
    ),
    "Authority": frozenset({"GovernmentBody", "Legislature", "Court", "Country", "InternationalOrganization"}),
    "Norm": frozenset({"Law", "LawProvision", "Bill", "Treaty", "Policy"}),
    "Any": ORGANIZATION | {"Person", "Country", "Place", "Petition", "Law", "LawProvision", "Bill", "Treaty", "Policy"},
}


TEXTS = frozenset({"Law", "LawProvision", "Bill", "Treaty", "Policy", "Petition"})
RECALLED = 4  # sentences that "it" reaches back


def recalled(sentences: Sequence[LinkedSentence]) -> Iterator[tuple[Reference, ...]]:
    """For each sentence the norms and petitions that those just before it name, the last first, and then what the
    article is about so far: the one named often, and more often than any other."""
    counts: Counter[str] = Counter()
    last: dict[str, Reference] = {}
    for number, sentence in enumerate(sentences):
        before = reversed(sentences[max(0, number - RECALLED) : number])
        near = (r for s in before for r in reversed(s.references) if r.cls in TEXTS)
        yield (*near, *(last[key] for key in _dominant(counts)))
        named = [r for r in sentence.references if r.cls in TEXTS - {"Treaty"}]
        counts.update(r.entity for r in named)
        last.update((r.entity, r) for r in named)


def _dominant(counts: Counter[str]) -> list[str]:
    best = counts.most_common(2)
    if not best or best[0][1] < 2 or (len(best) > 1 and best[1][1] == best[0][1]):
        return []
    return [best[0][0]]


def classes(names: Iterable[str]) -> frozenset[str]:
    """The classes that families and class names stand for."""
    return frozenset(cls for name in names for cls in FAMILIES.get(name, frozenset({name})))


@dataclass(frozen=True, eq=False)
class Scene:
    """A linked sentence, its dated spans (offsets count from the sentence's start) and all entities by key.

    `before` holds the norms and petitions that the sentences just before name, the last first: what "it" may be;
    `groups`, by size, the last people named together up to here; `police` the last police named; `meant` whom "they" is
    likely to mean.
    """

    linked: LinkedSentence
    entities: Mapping[str, Entity]
    dates: Sequence[Dated] = field(default=())
    before: Sequence[Reference] = field(default=())
    groups: Mapping[int, tuple[Reference, ...]] = field(default_factory=dict)
    police: Reference | None = None
    meant: tuple[Reference, ...] = ()

    @property
    def span(self) -> Span:
        """The parsed sentence."""
        return self.linked.sentence.span

    @property
    def lead(self) -> str:
        """The words that lead in the list in which the sentence stands; "" outside a list."""
        lead = self.linked.sentence.paragraph.lead
        return self.linked.sentence.document.text[lead[0] : lead[1]] if lead else ""

    @cached_property
    def _by_token(self) -> dict[int, list[Reference]]:
        """The references over each token, longest first."""
        sentence = self.linked.sentence
        table: dict[int, list[Reference]] = {token.i: [] for token in sentence.tokens}
        for reference in sorted(self.linked.references, key=lambda r: (r.start - r.end, r.start, r.entity)):
            for token in self._touched(reference):
                table[token.i].append(reference)
        return table

    def _touched(self, reference: Reference) -> Sequence[Token]:
        first, last = self.linked.sentence.token_range(reference.start, reference.end)
        return self.linked.sentence.tokens[first:last]

    def at(self, token: Token) -> tuple[Reference, ...]:
        """The references over a token, longest first; those with the longest span only, adjectives left out."""
        return self._longest.get(token.i, ())

    @cached_property
    def _longest(self) -> dict[int, tuple[Reference, ...]]:
        """What `at` gives, by the place of the token."""
        named = ((i, [r for r in over if r.how != "adjective"]) for i, over in self._by_token.items())
        return {
            i: tuple(r for r in over if (r.start, r.end) == (over[0].start, over[0].end)) for i, over in named if over
        }

    def adjective(self, token: Token) -> Reference | None:
        """The demonym over a token, if it is one."""
        return next((r for r in self._by_token.get(token.i, []) if r.how == "adjective"), None)

    def within(self, start: int, end: int) -> list[Reference]:
        """References whose tokens lie in the token range `start` to `end` (indices of the parse), in order."""
        offset = self.linked.sentence.offset
        first_token = self.span.start
        tokens = self.linked.sentence.tokens[max(0, start - first_token) : max(0, end - first_token)]
        if not tokens:
            return []
        first, last = tokens[0].idx + offset, tokens[-1].idx + offset + len(tokens[-1])
        return [r for r in self.linked.references if first <= r.start and r.end <= last and r.how != "adjective"]

    def token_of(self, reference: Reference) -> Token | None:
        """The syntactic head of a reference's words."""
        covered = self.tokens_of(reference)
        inside = {t.i for t in covered}
        return next((t for t in covered if t.head.i not in inside or t.head.i == t.i), None)

    def tokens_of(self, reference: Reference) -> list[Token]:
        """The tokens that a reference covers."""
        return [t for t in self._touched(reference) if reference in self._by_token[t.i]]

    def tokens(self, dated: Dated) -> list[Token]:
        """The tokens of a dated span."""
        sentence = self.linked.sentence
        first, last = sentence.token_range(sentence.start + dated.start, sentence.start + dated.end)
        return list(sentence.tokens[first:last])

    @cached_property
    def dated(self) -> frozenset[int]:
        """The places of the tokens in all dated spans."""
        return frozenset(t.i for dated in self.dates for t in self.tokens(dated))

    def evidence(self) -> Evidence:
        """The sentence as a proof."""
        s = self.linked.sentence
        return Evidence(s.document.id, s.article.number, s.start, s.end, s.text)

    def entity(self, key: str) -> Entity | None:
        """An entity by its key."""
        return self.entities.get(key)
