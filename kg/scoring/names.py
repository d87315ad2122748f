"""When two names, titles, dates or classes count as one."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from functools import lru_cache
from unicodedata import combining, normalize

from kg.graph.vocabulary import classes, family_of, kinds, superclasses

ONE_NAME = 0.9
"""Similarity (0 to 1) from which two folded names are one name."""
LEGAL = frozenset({"Law", "LawProvision", "Bill", "Treaty", "Policy"})
APPROXIMATE = re.compile(r"[~?%]")


@lru_cache(maxsize=65536)
def folded(name: str) -> str:
    """A name without case, accents, punctuation, possessive endings and articles."""
    plain = "".join(c for c in normalize("NFKD", name or "") if not combining(c)).casefold().replace("’", "'")
    return " ".join(word for word in re.findall(r"\w+", re.sub(r"'s\b", "", plain)) if word != "the")


@lru_cache(maxsize=65536)
def one_name(left: str, right: str) -> bool:
    """Whether two names are the same but for spelling."""
    a, b = folded(left), folded(right)
    if not a or a == b:
        return bool(a)
    ratio = SequenceMatcher(None, a, b)  # the two quick ratios are upper bounds of the true one
    return ratio.real_quick_ratio() >= ONE_NAME and ratio.quick_ratio() >= ONE_NAME and ratio.ratio() >= ONE_NAME


@lru_cache(maxsize=256)
def family(cls: str | None) -> str:
    """What a class belongs to: "Actor", "Law", "Petition", "Country", "Place" or a family of kinds; "?" if unknown."""
    if cls in kinds():
        return family_of(cls or "") or "Other"
    if cls in LEGAL:
        return "Law"
    if "Actor" in superclasses(cls or ""):
        return "Actor" if _is_leaf(cls or "") else "?"
    return cls if cls in ("Petition", "Country", "Place") else "?"


def _is_leaf(cls: str) -> bool:
    return not any(cls in superclasses(other) for other in classes() if other != cls)


def dates_agree(gold: str | None, found: str | None) -> bool:
    """Whether a date is the gold's, or a more precise one inside it; marks of approximation are left aside."""
    a, b = (APPROXIMATE.sub("", date or "") for date in (gold, found))
    return bool(a) and (a == b or ("/" not in a + b and b.startswith(a)))


def same_topic(left: str, right: str) -> bool:
    """Whether two titles share half of their words, or both say nothing."""
    a, b = set(folded(left).split()), set(folded(right).split())
    return not (a | b) or len(a & b) / len(a | b) >= 0.5
