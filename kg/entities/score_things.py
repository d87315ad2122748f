"""What makes two names of bodies, laws, places and petitions one thing's: the table for things (pure)."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from functools import lru_cache

from rapidfuzz import fuzz

from kg.entities.handles import own_words
from kg.entities.sides import Points, Side
from kg.mentions.geonames import city
from kg.mentions.lexicon import lexicon
from kg.names import acronym, fold, words

WORLDWIDE = frozenset({"Treaty", "InternationalOrganization", "MediaOutlet"})
# Words that make two bodies of one: "Kumasi court" and "Kumasi district court".
LEVELS = frozenset({
    "district", "regional", "city", "municipal", "village", "county", "oblast", "provincial", "supreme", "high",
    "appeal", "cassation", "constitutional", "administrative", "criminal", "military", "federal", "local", "first",
    "second", "third", "deputy", "interim", "former", "youth", "women", "new", "procedure", "procedural",
})  # fmt: skip
NUMBER = re.compile(r"\d+")
FOR, AGAINST = re.compile(r"\b(?:for|support|in favou?r)\b", re.I), re.compile(r"\b(?:against|stop|no to|ban)\b", re.I)
ALIKE, LONG = 85, 5
SHORTEST_ACRONYM = 2
MANY = 3


def wording(a: Side, b: Side) -> Points | None:
    """The words, in any order: 85 if the same after folding, 70 if some are a letter or two apart, 55 if one name has
    all words of the other and more, 30 if what it has more is a direction or a level ("district"), else nothing."""
    if a.cls == "Petition":
        return None
    left, right, spelled = _unmatched(_words(a), _words(b))
    if left and right:
        return None
    more = left | right
    if not more:
        return (70, f"a letter apart: {spelled}") if spelled else (85, "the same words")
    if a.cls == "Place" or not _tells(_words(a) & _words(b), a.cls):
        return None
    saw = f"one has more: {', '.join(sorted(more))}"
    return (30 if more & _levels() else 55), saw


def subject(a: Side, b: Side) -> Points | None:
    """Petitions by the words of their titles: 85 if the same, 80 if they share three words, two thirds of a title, as
    translations do, unless each names a town of its own; 60 if half of it; -60 if one is for what the other is
    against."""
    if a.cls != "Petition":
        return None
    if _words(a) == _words(b):
        return 85, "the same title"
    if (FOR.search(a.name) and AGAINST.search(b.name)) or (FOR.search(b.name) and AGAINST.search(a.name)):
        return -60, "one is for it, one against"
    x, y = _words(a) - lexicon().petition_words, _words(b) - lexicon().petition_words
    shared = x & y
    if shared and _translated(a, b):
        return 80, f"both say {', '.join(sorted(shared))}"
    if shared and len(shared) * 2 >= min(len(x), len(y)):
        return 60, f"both say {', '.join(sorted(shared))}"
    return None


def _translated(a: Side, b: Side) -> bool:
    """Whether two titles share three words beside their state's, and two thirds of the shorter one."""
    x, y = (own_words(s.name, s.country) - lexicon().petition_words for s in (a, b))
    many = len(x & y) >= max(MANY, min(len(x), len(y)) * 2 / 3)
    return many and not (_towns(x - y, a) and _towns(y - x, b))


def _towns(rest: Collection[str], side: Side) -> bool:
    """Whether some of the words are a town of the side's state."""
    found = [city(word.title(), side.country) for word in rest]
    return any(town is not None and town.country == side.country for town in found)


def initials(a: Side, b: Side) -> Points | None:
    """75 if one is the initials of the other: "CPC" and "Coast Press Club"."""
    short, long = sorted((a.name, b.name), key=len)
    is_short = short.isupper() and short.isalpha() and len(short) >= SHORTEST_ACRONYM
    return (75, f"{short} for {long}") if is_short and acronym(long) == short else None


def states(a: Side, b: Side) -> Points | None:
    """The state: 10 if it is the same, -60 if not; treaties, media and international bodies are not told apart by it,
    and get 5."""
    if a.cls in WORLDWIDE:
        return 5, "known in every state"
    if not a.country or not b.country:
        return None
    return (10, a.country) if a.country == b.country else (-60, f"{a.country} / {b.country}")


def numbers(a: Side, b: Side) -> Points | None:
    """Years and numbers: -60 if both have some and they differ: "Press Act 2019" and "Press Act 2021"."""
    x, y = set(NUMBER.findall(a.name)), set(NUMBER.findall(b.name))
    return (-60, f"{', '.join(sorted(x))} / {', '.join(sorted(y))}") if x and y and x != y else None


def kinds(a: Side, b: Side) -> Points | None:
    """The word for what it is: -40 if both have one and they differ, as a ministry and a department do."""
    x, y = _heads(a.name), _heads(b.name)
    return (-40, f"{min(x)} / {min(y)}") if x and y and not x & y else None


def page(a: Side, b: Side) -> Points | None:
    """10 if one document has both names, for a text that explains itself; for petitions -10: it tells of two."""
    shared = a.documents & b.documents
    return (-10 if a.cls == "Petition" else 10, min(shared)) if shared else None


def company(a: Side, b: Side) -> Points | None:
    """5 if the same people, bodies or laws stand in their sentences."""
    shared = sorted(a.company & b.company)
    return (5, ", ".join(shared[:3])) if shared else None


def identities(a: Side, b: Side) -> Points | None:
    """-100 if an authority list knows them as two: two cities of GeoNames, two bodies of the United Nations."""
    return (-100, f"{a.identity} / {b.identity}") if a.identity and b.identity and a.identity != b.identity else None


@lru_cache(maxsize=100_000)
def _heads(name: str) -> frozenset[str]:
    return frozenset(w for w in re.findall(r"\w+", name) if w in lexicon().heads)


def _words(side: Side) -> frozenset[str]:
    return _folded(side.name)


@lru_cache(maxsize=100_000)
def _folded(name: str) -> frozenset[str]:
    return frozenset(folded for w in words(name) if (folded := fold(w) or w))


@lru_cache(maxsize=1)
def _kind_words() -> frozenset[str]:
    return frozenset(map(fold, lexicon().heads))


@lru_cache(maxsize=1)
def _levels() -> frozenset[str]:
    return frozenset(map(fold, LEVELS | lexicon().directions))


def _unmatched(left: frozenset[str], right: frozenset[str]) -> tuple[frozenset[str], frozenset[str], str]:
    """The words of each that the other lacks, and the pairs that are spelled alike."""
    x, y, spelled = left - right, right - left, []
    for word in sorted(x):
        near = [o for o in sorted(y) if min(len(o), len(word)) >= LONG and fuzz.ratio(word, o) >= ALIKE]
        if near:
            spelled.append(f"{word} / {near[0]}")
            x, y = x - {word}, y - {near[0]}
    return x, y, ", ".join(spelled)


def _tells(shared: frozenset[str], cls: str) -> bool:
    """Whether the words of a short form are enough to know it by: two, or one that is no word for a kind of body."""
    return len(shared) > 1 or (cls in SHORT_NAMED and bool(shared - _kind_words()))


SHORT_NAMED = frozenset({"Company", "MediaOutlet", "CivilSocietyOrganization", "PoliticalParty"})
TABLE: Sequence[Callable[[Side, Side], Points | None]] = (
    wording, subject, initials, states, numbers, kinds, page, company, identities,
)  # fmt: skip
