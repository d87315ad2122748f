"""Which handles of bodies, laws, places and petitions are one thing: shorter forms, other word orders."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from kg.entities.candidates import candidates
from kg.entities.handles import Handle, petition_number
from kg.entities.judgements import Verdicts
from kg.entities.scoring import MERGE, score
from kg.entities.sides import Side
from kg.entities.unite import Groups
from kg.mentions.lexicon import lexicon
from kg.names import fold, plain, words

WORLDWIDE = frozenset({"Treaty", "InternationalOrganization", "MediaOutlet", "Country"})
# Known by number or code alone.
UNSCORED = frozenset({"Country", "LawProvision"})
DESCRIBED_HEADS = re.compile(r"\b(authorities|court|commission)\b")
# Tails of places that are often called by their first word alone; a region is never its city.
HALLS = re.compile(
    r" (?:Centre|Center|Airport|Airbase|Base|Hotel|Prison|Stadium|Mall|Market|neighbourhood|neighborhood)$"
)

ROOT = words("United Nations")
# "the Green Party’s youth wing" is a part of the Green Party, not another name of it.
BRANCHES = frozenset({"wing", "branch"})


def group(
    handles: Iterable[Handle], documents: Mapping[Handle, frozenset[str]], pairs: Iterable[tuple[Handle, Handle]],
    verdicts: Verdicts, names: Mapping[Handle, frozenset[str]] | None = None,
) -> Groups[Handle]:  # fmt: skip
    """Groups of handles. `documents` tells where each occurs, `pairs` what the texts say is one thing, `names` what
    else a handle is called than its own name."""
    ordered = sorted(handles, key=lambda h: (h.cls, -len(words(h.name)), h.key, h.name, h.country))
    groups: Groups[Handle] = Groups(ordered)
    by_class: dict[str, list[Handle]] = defaultdict(list)
    for handle in ordered:
        by_class[handle.cls].append(handle)
    called = names or {}
    verdicts.apply(groups, ordered, lambda h: (h.cls, {h.name, *called.get(h, ())}), _of_one_state)
    for _, found in sorted(by_class.items()):
        _unite_equal(groups, found)
    for left, right in pairs:
        groups.unite(left, right)
    for cls, found in sorted(by_class.items()):
        if cls in RULES:
            _unite_by(groups, found, RULES[cls], documents)
        if cls not in UNSCORED:
            _unite_scored(groups, found, documents)
    return groups


def _of_one_state(a: Handle, b: Handle) -> bool:
    """Ministries of one name are not one because people joined two spellings of it: each state has its own."""
    return a.country == b.country or not a.country or not b.country


def _unite_equal(groups: Groups[Handle], found: Sequence[Handle]) -> None:
    first: dict[tuple[str, str], Handle] = {}
    for handle in found:
        key = (handle.key, handle.country if handle.cls not in WORLDWIDE else "")
        groups.unite(first.setdefault(key, handle), handle)


Rule = Callable[[Handle, Handle], bool]


def _unite_by(
    groups: Groups[Handle], found: Sequence[Handle], rule: Rule, documents: Mapping[Handle, frozenset[str]]
) -> None:
    """Unite each shorter form with the one longer form that it fits; with two it stays alone."""
    for i, short in enumerate(found):
        tops = {groups.top(long) for long in found[:i] if _near(long, short, documents) and rule(long, short)}
        if len(tops) == 1:
            groups.unite(next(iter(tops)), short)


def _unite_scored(groups: Groups[Handle], found: Sequence[Handle], documents: Mapping[Handle, frozenset[str]]) -> None:
    """Unite the spellings that score over the bar, anywhere in the corpus; one that fits two things is neither."""
    sides = {h: Side(h.cls, h.name, h.country, documents[h], identity=h.identity) for h in found}
    fitting: dict[Handle, set[Handle]] = defaultdict(set)
    for a, b in candidates(found, lambda h: [h.name]):
        if groups.top(a) != groups.top(b) and score(sides[a], sides[b]).total >= MERGE:
            short, long = sorted((a, b), key=lambda h: (len(h.name), h.name))
            fitting[short].add(long)
    for short, longs in fitting.items():
        if len({groups.top(long) for long in longs}) == 1:
            groups.unite(short, next(iter(longs)))


def _near(left: Handle, right: Handle, documents: Mapping[Handle, frozenset[str]]) -> bool:
    """Forms that are merely alike are one thing only within a document that has both, and of one state."""
    return left.country == right.country and bool(documents[left] & documents[right])


def _head(name: str) -> str:
    """The word of a name that tells what kind of body it is."""
    found = [w for w in re.findall(r"\w+", name) if w in lexicon().heads]
    described = DESCRIBED_HEADS.search(name)
    return found[0] if found else (described[1] if described else "")


def _shorter_body(long: Handle, short: Handle) -> bool:
    """ "Ministry of Trade" for "Ministry of Trade and Industry": the same head, a part of the words."""
    same_head = _head(long.name) == _head(short.name) != ""
    return same_head and len(words(short.name)) >= 2 and words(short.name) <= words(long.name)


def _shorter_worldwide(long: Handle, short: Handle) -> bool:
    """As for bodies, but "United Nations" is not short for its Development Programme."""
    return words(short.name) != ROOT and _shorter_body(long, short)


def _shorter_proper(long: Handle, short: Handle) -> bool:
    """ "High Court" for "High Court in Mombasa"; "Accra court" is no short form of "Accra administrative court"."""
    return _head(short.name)[:1].isupper() and _shorter_body(long, short)


def _shorter_name(long: Handle, short: Handle) -> bool:
    if (words(long.name) - words(short.name)) & BRANCHES:
        return False
    several = words(short.name) < words(long.name) and len(words(short.name)) >= 2
    return len(short.name) > 3 and (several or fold(short.name) == fold(long.name))


def _shorter_firm(long: Handle, short: Handle) -> bool:
    """ "Baraka" for "Baraka Holdings"."""
    return _shorter_name(long, short) or plain(long.name).split()[:-1] == plain(short.name).split()


def _same_petition(long: Handle, short: Handle) -> bool:
    """Two ways of naming one petition share their subject; a bare "petition for …" with no word in common does not.

    Of two titles one word in common says little: "Keep Our Trams" is not "Trams Now".
    """
    if len({n for h in (long, short) if (n := petition_number(h.name))}) == 2:
        return False
    idle = lexicon().petition_words
    a, b = words(long.name) - idle, words(short.name) - idle
    titles = long.name[:1].isupper() and short.name[:1].isupper()
    return bool(a and b) and len(a & b) >= max(1 + titles, min(len(a), len(b)) / 2)


def _same_place(long: Handle, short: Handle) -> bool:
    called = HALLS.search(long.name) is not None and plain(long.name).split()[:1] == plain(short.name).split()
    return fold(long.name) == fold(short.name) or called


RULES: Mapping[str, Rule] = {
    "GovernmentBody": _shorter_body,
    "Court": _shorter_proper,
    "CivilSocietyOrganization": _shorter_name,
    "InternationalOrganization": _shorter_worldwide,
    "MediaOutlet": _shorter_name,
    "PoliticalParty": _shorter_name,
    "Company": _shorter_firm,
    "Petition": _same_petition,
    "Place": _same_place,
}
