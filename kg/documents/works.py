"""Which articles are copies of one work (pure).

Copies share nearly all runs of five words (Jaccard .8), or one is a broken-off or shortened copy whose runs are nearly
all in the other. Candidates come from an index: each article's rarest runs (a prefix filter, which misses no pair over
the bar), its title and its opening words; no step compares all pairs.
"""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from math import ceil

from kg.documents.model import Article, Document
from kg.documents.wording import norm
from kg.ids import digest

SAME = 0.8
"""Share of common runs (Jaccard) from which two articles are one work."""
INSIDE = 0.9
"""Share of a broken-off article's runs that must be in the longer one."""
RUN = 5
OPENING = 12
CROWD = 200
"""More articles than this under one key say nothing (a site's furniture); the key is passed over."""


@dataclass(frozen=True, slots=True)
class Print:
    """What is compared of an article: its word runs as hashes, its title, its opening, and a hash of it all."""

    runs: frozenset[int]
    title: str
    opening: str
    content: str
    truncated: bool


def assign_works(documents: Sequence[Document]) -> list[Document]:
    """The same documents, each article's `work` set: one value for all copies, the same in every build."""
    places = [(d, a) for d, document in enumerate(documents) for a in range(len(document.articles))]
    prints = [_print(documents[d], documents[d].articles[a]) for d, a in places]
    group = _groups(len(prints), _copies(prints))
    names: dict[int, str] = {}
    for i, one in enumerate(prints):
        names[group[i]] = min(names.get(group[i], one.content), one.content)
    works = {place: names[group[i]] for i, place in enumerate(places)}
    return [
        replace(
            document, articles=tuple(replace(article, work=works[d, a]) for a, article in enumerate(document.articles))
        )
        for d, document in enumerate(documents)
    ]


def _print(document: Document, article: Article) -> Print:
    paragraphs = [norm(document.text[p.start : p.end]) for p in article.paragraphs]
    tokens = " ".join(paragraphs).split()
    runs = frozenset(_hash(" ".join(tokens[i : i + RUN])) for i in range(max(1, len(tokens) - RUN + 1)))
    content = digest(*sorted(paragraphs)) if tokens else digest(document.id, article.id)
    return Print(
        runs if tokens else frozenset(), norm(article.title), " ".join(tokens[:OPENING]), content, article.truncated
    )


def _hash(words: str) -> int:
    return int.from_bytes(hashlib.blake2b(words.encode("utf8"), digest_size=8).digest(), "big")


def _copies(prints: Sequence[Print]) -> Iterator[tuple[int, int]]:
    """The pairs of articles that are one work."""
    index: dict[object, list[int]] = defaultdict(list)
    for i, keys in enumerate(_keys(prints)):
        candidates = {j for key in keys for j in index[key][:CROWD]}
        yield from ((j, i) for j in sorted(candidates) if _same(prints[i], prints[j]))
        for key in keys:
            index[key].append(i)


def _keys(prints: Sequence[Print]) -> Iterator[list[object]]:
    counts = Counter(run for one in prints for run in one.runs)
    for one in prints:
        ordered = sorted(one.runs, key=lambda run: (counts[run], run))
        prefix: list[object] = list(ordered[: len(ordered) - ceil(SAME * len(ordered)) + 1])
        yield [*prefix, ("title", one.title), ("opening", one.opening)] if one.runs else []


def _same(one: Print, other: Print) -> bool:
    if one.content == other.content:
        return True
    common = len(one.runs & other.runs)
    if common >= SAME * len(one.runs | other.runs):
        return True
    small = min(one, other, key=lambda p: (len(p.runs), p.content))
    cut = small.truncated or (one.title == other.title != "")
    return cut and common >= INSIDE * (len(small.runs) - RUN) and len(small.runs) > 4 * RUN


def _groups(count: int, pairs: Iterable[tuple[int, int]]) -> list[int]:
    """For each article the smallest index of its group."""
    parent = list(range(count))

    def root(i: int) -> int:
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    for i, j in pairs:
        low, high = sorted((root(i), root(j)))
        parent[high] = low
    return [root(i) for i in range(count)]
