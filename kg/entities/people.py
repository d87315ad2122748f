"""Which spellings of people's names are one person: within a document first, then across the corpus."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from kg import authorities
from kg.entities.judgements import Verdicts
from kg.entities.score_people import given, same_gender
from kg.entities.scoring import MERGE, score
from kg.entities.sides import Side
from kg.entities.unite import Groups
from kg.names import bare, fold, skeleton, surname, surnames_agree

CLASH = 75
"""Below it two full names are not handed on as one person's, though a third name is like both."""
INITIAL = 80
"""The least score of a full name and one whose given name is an initial."""


@dataclass(frozen=True, slots=True)
class Spelling:
    """One way of writing a person's name in one document. `positions` are where it stands, in order."""

    document: str
    name: str
    positions: tuple[int, ...]
    country: str

    @property
    def full(self) -> bool:
        """Whether it has a given name and a surname; "Ben Salah" is a surname alone."""
        return bool(given(self.name))


def group(spellings: Iterable[Spelling], verdicts: Verdicts) -> Groups[Spelling]:
    """Groups of spellings, one group a person; people's judgements go before every rule."""
    ordered = sorted(spellings, key=lambda s: (s.document, s.positions, s.name))
    groups: Groups[Spelling] = Groups(ordered)
    per_document: dict[str, list[Spelling]] = defaultdict(list)
    for spelling in ordered:
        per_document[spelling.document].append(spelling)
    verdicts.apply(groups, ordered, lambda s: ("Person", [s.name]), lambda a, b: _meant(a, b, per_document))
    full = [s for s in ordered if s.full]
    _unite_full(groups, full)
    _unite_initials(groups, full)
    for found in per_document.values():
        _unite_surnames(groups, found)
    _unite_across(groups, ordered)
    return groups


def _meant(a: Spelling, b: Spelling, per_document: Mapping[str, Sequence[Spelling]]) -> bool:
    """Whether people who called two names one meant these: a bare surname is not meant where its own document explains
    it by somebody else."""
    for short, other in ((a, b), (b, a)):
        bearers = {fold(s.name) for s in per_document[short.document] if s.full and _shortened(s.name, short.name)}
        if not short.full and bearers and fold(other.name) not in bearers:
            return False
    return True


def _unite_full(groups: Groups[Spelling], full: Sequence[Spelling]) -> None:
    """Full names that score over the bar, compared only where the surnames' consonants, or all letters, are alike."""
    blocks: dict[str, list[Spelling]] = defaultdict(list)
    for spelling in full:
        blocks[skeleton(bare(surname(spelling.name)))].append(spelling)
        blocks[f"= {bare(spelling.name)}"].append(spelling)
    by_rules = frozenset(s for s in full if len(groups.members(s)) == 1)
    for block in blocks.values():
        for i, left in enumerate(block):
            for right in block[:i]:
                if _sure(left.name, right.name) >= MERGE and not _clash(groups, left, right, by_rules):
                    groups.unite(left, right)


def _clash(groups: Groups[Spelling], a: Spelling, b: Spelling, by_rules: Collection[Spelling]) -> bool:
    """Whether two groups hold names that cannot be one person's: likeness is handed on no further. What people joined
    is not looked at."""
    left, right = ({s.name for s in groups.members(one) if s in by_rules} for one in (a, b))
    return any(_sure(x, y) < CLASH for x in left for y in right)


@lru_cache(maxsize=100_000)
def _sure(left: str, right: str) -> int:
    return score(Side("Person", left), Side("Person", right)).total


def _unite_initials(groups: Groups[Spelling], full: Sequence[Spelling]) -> None:
    """ "T. Lindqvist" is the one person of the document, else of the corpus and state, whose name begins so."""
    for short in (s for s in full if len(fold(given(s.name))) == 1):
        fitting = [s for s in full if len(fold(given(s.name))) > 1 and _sure(s.name, short.name) >= INITIAL]
        here = [s for s in fitting if s.document == short.document]
        tops = {groups.top(s) for s in here or fitting if here or s.country == short.country}
        if len(tops) == 1:
            groups.unite(next(iter(tops)), short)


def _unite_surnames(groups: Groups[Spelling], found: Sequence[Spelling]) -> None:
    """A surname alone is the person of that surname whom the document named first: its relatives come later."""
    full = [s for s in found if s.full]
    for short in (s for s in found if not s.full or _two_surnames(s.name)):
        fitting = [s for s in full if s is not short and _shortened(s.name, short.name)]
        before = [s for s in fitting if s.positions[0] < short.positions[-1]]
        for s in (before or fitting)[:1]:
            groups.unite(s, short)


def _two_surnames(name: str) -> bool:
    """ "Quisbert Lobo", short for "Hernán Quisbert Lobo": two words, the first no given name."""
    return len(name.split()) == 2 and not authorities.given_name_gender(name.split()[0])


def _shortened(full: str, short: str) -> bool:
    """Whether a short form is the end of a full name, spelled alike, or one of its names."""
    if " " in short:
        return fold(full).endswith(f" {fold(short)}")
    return _surname_of(full, short) or fold(short) in fold(full).split()


def _surname_of(full: str, short: str) -> bool:
    """Whether a surname alone is that of a full name: "Bekbayeva" is no short form of "Aidar Bekbayev"."""
    return same_gender(surname(full), short) and surnames_agree(surname(full), short)


def _unite_across(groups: Groups[Spelling], ordered: Sequence[Spelling]) -> None:
    """A surname that no full name in its own document explains is the one person so named in the corpus, if there is
    just one in the same country; a given name alone is nobody's."""
    full: dict[str, list[Spelling]] = defaultdict(list)
    for spelling in ordered:
        if spelling.full:
            full[bare(surname(spelling.name))].append(spelling)
    alone = {top for top, members in groups.all().items() if len(members) == 1}
    for short in (s for s in ordered if not s.full and s in alone):
        if authorities.given_name_gender(short.name) and not authorities.name_shape(short.name):
            continue
        fitting = {groups.top(s) for s in full.get(bare(short.name), ()) if s.country == short.country}
        if len(fitting) == 1:
            groups.unite(next(iter(fitting)), short)
