"""Which handles of bodies, laws, places and petitions are one thing: shorter forms, acronyms, other word orders."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from kg.entities.handles import Handle
from kg.entities.unite import Groups
from kg.names import fold, words

BODY_HEADS = re.compile(r"\b(Ministry|Department|Agency|Committee|Commission|Platform|Council|Bureau|Office|Service)\b")
GENERIC = frozenset({"petition", "law", "bill", "draft", "ban", "amendment", "legislation", "code", "act", "republic", "new",
                     "so", "called", "calling", "demanding", "we", "are", "is", "it", "in", "our"})  # fmt: skip


def group(handles: Iterable[Handle], documents: Mapping[Handle, frozenset[str]], acronyms: Mapping[str, str]) -> Groups[Handle]:
    """Groups of handles. `documents` tells where each occurs; `acronyms` maps "HRW" to the name it was introduced for."""
    ordered = sorted(handles, key=lambda h: (h.cls, -len(words(h.name)), h.key, h.name, h.country))
    groups: Groups[Handle] = Groups(ordered)
    by_class: dict[str, list[Handle]] = defaultdict(list)
    for handle in ordered:
        by_class[handle.cls].append(handle)
    for cls, found in sorted(by_class.items()):
        _unite_equal(groups, found)
        rule = RULES.get(cls)
        if rule:
            _unite_by(groups, found, rule, documents)
        _unite_acronyms(groups, found, acronyms)
    return groups


def _unite_equal(groups: Groups[Handle], found: Sequence[Handle]) -> None:
    first: dict[tuple[str, str], Handle] = {}
    for handle in found:
        key = (handle.key, handle.country if handle.cls not in WORLDWIDE else "")
        groups.unite(first.setdefault(key, handle), handle)


WORLDWIDE = frozenset({"Treaty", "InternationalOrganization", "MediaOutlet", "Country"})


def _unite_by(
    groups: Groups[Handle], found: Sequence[Handle], rule: Callable[[Handle, Handle], bool],
    documents: Mapping[Handle, frozenset[str]],
) -> None:  # fmt: skip
    for i, short in enumerate(found):
        tops = {groups.top(long) for long in found[:i] if _near(long, short, documents) and rule(long, short)}
        if len(tops) == 1:
            groups.unite(next(iter(tops)), short)


def _near(left: Handle, right: Handle, documents: Mapping[Handle, frozenset[str]]) -> bool:
    """Forms that are merely alike are one thing only within a document that has both, and of one state."""
    return left.country == right.country and bool(documents[left] & documents[right])


def _shorter_body(long: Handle, short: Handle) -> bool:
    """"Ministry of Culture" for "Ministry of Culture and Information": the same head, a part of the words."""
    a, b = BODY_HEADS.search(long.name), BODY_HEADS.search(short.name)
    return bool(a and b and a[1] == b[1]) and len(words(short.name)) >= 2 and words(short.name) <= words(long.name)


def _shorter_name(long: Handle, short: Handle) -> bool:
    return len(short.name) > 3 and (words(short.name) < words(long.name) and len(words(short.name)) >= 2
                                    or fold(short.name) == fold(long.name))  # fmt: skip


def _same_petition(long: Handle, short: Handle) -> bool:
    """Two ways of naming one petition share their subject; a bare "petition for …" with no word in common does not."""
    a, b = words(long.name) - GENERIC, words(short.name) - GENERIC
    return bool(a and b) and len(a & b) >= max(1, min(len(a), len(b)) / 2)


def _same_place(long: Handle, short: Handle) -> bool:
    return fold(long.name) == fold(short.name)


RULES: Mapping[str, Callable[[Handle, Handle], bool]] = {
    "GovernmentBody": _shorter_body,
    "CivilSocietyOrganization": _shorter_name,
    "InternationalOrganization": _shorter_body,
    "MediaOutlet": _shorter_name,
    "PoliticalParty": _shorter_name,
    "Petition": _same_petition,
    "Place": _same_place,
}


def _unite_acronyms(groups: Groups[Handle], found: Sequence[Handle], acronyms: Mapping[str, str]) -> None:
    by_name = {fold(h.name): h for h in found}
    for handle in found:
        full = acronyms.get(handle.name)
        if full and fold(full) in by_name:
            groups.unite(by_name[fold(full)], handle)
