"""Acronyms: introduced in brackets ("Coast Press Club (CPC)"), or the initials of a name of the same document."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from kg import authorities
from kg.mentions.model import Mention, Sentence
from kg.mentions.votes import key
from kg.names import acronym, clean

BRACKETED = re.compile(r"\((?:the |hereinafter |hereafter )?[“\"]?(?P<short>[A-Z][A-Za-z&-]{1,11})[”\"]?\)")
ORGANISED = frozenset({
    "CivilSocietyOrganization", "PoliticalParty", "MediaOutlet", "Company", "GovernmentBody", "ArmedGroup",
    "InternationalOrganization", "Court", "Legislature",
})  # fmt: skip
NORMS = frozenset({"Law", "Treaty", "Policy"})
SHORTEST, LONGEST = 2, 6


def introduced(text: str, names: Iterable[tuple[int, str]]) -> dict[str, str]:
    """Acronyms that a text introduces in brackets after a name: acronym → name. `names` are (end offset, name)."""
    ends = dict(names)
    found = {}
    for m in BRACKETED.finditer(text):
        name = ends.get(m.start() - 1) or ends.get(m.start())
        if name and _stands_for(m["short"], name):
            found[m["short"]] = name
    return found


def _stands_for(short: str, name: str) -> bool:
    fits = acronym(name).startswith(short[:2].upper()) or (short.isupper() and short[0] == clean(name)[:1].upper())
    # Letters of another tongue: "the Broadcasting and Press Authority (HAAC)".
    return fits or (
        short.isupper() and SHORTEST < len(short) <= LONGEST and " " in clean(name) and not _is_known(short)
    )


def _is_known(short: str) -> bool:
    """Whether the letters stand for a state or a body that everybody knows: "the Trade Pact (CIS)"."""
    return authorities.country_by_name(short) is not None or short in _worldwide()


@cache
def _worldwide() -> frozenset[str]:
    bodies = {short for one in authorities.international() for short in one.acronyms}
    return frozenset(bodies | {short for one in authorities.treaties() for short in one.acronyms})


def expansions(sentences: Sequence[Sentence], mentions: Sequence[Sequence[Mention]]) -> dict[str, str]:
    """Acronym → the name it stands for in one document; initials count only where one name fits."""
    long = [[m for m in ms if m.cls in ORGANISED | NORMS and " " in m.text] for ms in mentions]
    named = [[m for m in ms if m.cls in ORGANISED] for ms in long]
    found: dict[str, str] = {}
    for sentence, here in zip(sentences, long, strict=True):
        ends = [(m.end - sentence.start, clean(m.text)) for m in sorted(here, key=lambda m: (m.end, -m.start))]
        found = introduced(sentence.text, ends) | found
    initials: dict[str, set[str]] = {}
    for m in (m for ms in named for m in ms):
        initials.setdefault(acronym(clean(m.text)), set()).add(clean(m.text))
    alone = {m.text for ms in mentions for m in ms if _is_acronym(m.text)}
    return {a: min(names) for a, names in initials.items() if a in alone and len(names) == 1} | found


def _is_acronym(text: str) -> bool:
    return SHORTEST < len(text) <= LONGEST and text.isalpha() and text.isupper()


def acronym_classes(
    sentences: Sequence[Sentence], found: Sequence[Sequence[Mention]], decided: Mapping[str, str]
) -> dict[str, str]:
    """Acronym → class, for the acronyms whose name in the document has a decided class."""
    full = expansions(sentences, [[m for m in ms if m.rule not in {"described-norm", "petition"}] for ms in found])
    return {short: decided[key(name)] for short, name in full.items() if key(name) in decided}
