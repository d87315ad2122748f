"""Which spellings of people's names are one person: within a document first, then across the corpus."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kg import authorities
from kg.entities.judgements import Verdicts
from kg.entities.unite import Groups
from kg.names import PARTICLES, fold, same_person, skeleton, surname, surnames_agree


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
        first, _, rest = self.name.partition(" ")
        return bool(rest) and (first.lower() not in PARTICLES or " " in rest)


def group(spellings: Iterable[Spelling], verdicts: Verdicts) -> Groups[Spelling]:
    """Groups of spellings, one group a person; people's judgements go before every rule."""
    ordered = sorted(spellings, key=lambda s: (s.document, s.positions, s.name))
    groups: Groups[Spelling] = Groups(ordered)
    verdicts.apply(groups, ordered, lambda s: ("Person", s.name))
    _unite_full(groups, [s for s in ordered if s.full])
    per_document: dict[str, list[Spelling]] = defaultdict(list)
    for spelling in ordered:
        per_document[spelling.document].append(spelling)
    for found in per_document.values():
        _unite_surnames(groups, found)
    _unite_across(groups, ordered)
    return groups


def _unite_full(groups: Groups[Spelling], full: Sequence[Spelling]) -> None:
    """Full names with agreeing surnames and given names, compared only where the surnames' consonants are alike."""
    blocks: dict[str, list[Spelling]] = defaultdict(list)
    for spelling in full:
        blocks[skeleton(surname(spelling.name))].append(spelling)
    for block in blocks.values():
        for i, left in enumerate(block):
            for right in block[:i]:
                if _same(left.name, right.name):
                    groups.unite(left, right)


def _same(left: str, right: str) -> bool:
    return fold(left) == fold(right) or same_person(left, right)


def _unite_surnames(groups: Groups[Spelling], found: Sequence[Spelling]) -> None:
    """A surname alone is the person of that surname whom the document named first: its relatives come later."""
    full = [s for s in found if s.full]
    for short in (s for s in found if not s.full):
        fitting = [s for s in full if _shortened(s.name, short.name)]
        before = [s for s in fitting if s.positions[0] < short.positions[-1]]
        for s in (before or fitting)[:1]:
            groups.unite(s, short)


def _shortened(full: str, short: str) -> bool:
    """Whether a short form is the end of a full name, spelled alike, or one of its names."""
    if " " in short:
        return fold(full).endswith(f" {fold(short)}")
    return surnames_agree(surname(full), short) or fold(short) in fold(full).split()


def _unite_across(groups: Groups[Spelling], ordered: Sequence[Spelling]) -> None:
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
