"""Which spellings of people's names are one person: within a document first, then across the corpus."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kg import authorities
from kg.entities.unite import Groups
from kg.names import fold, same_person, skeleton, surname, surnames_agree


@dataclass(frozen=True, slots=True)
class Spelling:
    """One way of writing a person's name in one document. `positions` are where it stands, in order."""

    document: str
    name: str
    positions: tuple[int, ...]
    country: str

    @property
    def full(self) -> bool:
        """Whether it has a given name and a surname."""
        return " " in self.name


def group(spellings: Iterable[Spelling], different: Mapping[tuple[str, str], bool]) -> Groups[Spelling]:
    """Groups of spellings, one group a person. `different` holds people's judgements on folded name pairs
    (True: different, False: same)."""
    ordered = sorted(spellings, key=lambda s: (s.document, s.positions, s.name))
    groups: Groups[Spelling] = Groups(ordered)
    _unite_full(groups, [s for s in ordered if s.full], different)
    per_document: dict[str, list[Spelling]] = defaultdict(list)
    for spelling in ordered:
        per_document[spelling.document].append(spelling)
    for found in per_document.values():
        _unite_surnames(groups, found)
    _unite_across(groups, ordered)
    return groups


def _unite_full(groups: Groups[Spelling], full: list[Spelling], different: Mapping[tuple[str, str], bool]) -> None:
    """Full names with agreeing surnames and given names, compared only where the surnames' consonants are alike."""
    blocks: dict[str, list[Spelling]] = defaultdict(list)
    for spelling in full:
        blocks[skeleton(surname(spelling.name))].append(spelling)
    for block in blocks.values():
        for i, left in enumerate(block):
            for right in block[:i]:
                verdict = different.get(_pair(left.name, right.name))
                if verdict is False or (verdict is None and _same(left.name, right.name)):
                    groups.unite(left, right)


def _same(left: str, right: str) -> bool:
    return fold(left) == fold(right) or same_person(left, right)


def _pair(left: str, right: str) -> tuple[str, str]:
    a, b = sorted((fold(left), fold(right)))
    return a, b


def _unite_surnames(groups: Groups[Spelling], found: list[Spelling]) -> None:
    """A surname alone is the person of that surname named last before it, else the only one in the document."""
    full = [s for s in found if s.full]
    for short in (s for s in found if not s.full):
        fitting = [s for s in full if surnames_agree(surname(s.name), short.name) or fold(short.name) in fold(s.name).split()]
        if fitting:
            before = [s for s in fitting if s.positions[0] < short.positions[0]]
            nearest = max(before, key=lambda s: s.positions[0], default=fitting[0])
            groups.unite(nearest, short)


def _unite_across(groups: Groups[Spelling], ordered: list[Spelling]) -> None:
    """A surname that no full name in its own document explains is the one person so named in the corpus, if there is
    just one in the same country; a given name alone is nobody's."""
    full: dict[str, list[Spelling]] = defaultdict(list)
    for spelling in ordered:
        if spelling.full:
            full[fold(surname(spelling.name))].append(spelling)
    alone = {top for top, members in groups.all().items() if len(members) == 1}
    for short in (s for s in ordered if not s.full and s in alone):
        if authorities.given_name_gender(short.name) and not authorities.name_shape(short.name):
            continue
        fitting = {groups.top(s) for s in full.get(fold(short.name), ()) if s.country == short.country}
        if len(fitting) == 1:
            groups.unite(next(iter(fitting)), short)
