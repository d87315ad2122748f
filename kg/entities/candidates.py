"""Which names are worth comparing: those that share a word, an acronym, or all consonants but one (pure)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from typing import TypeVar

from kg.names import acronym, bare, fold, skeleton, surname, words

Item = TypeVar("Item", bound=Hashable)
MOST = 60
"""A word that more names than this share ("ministry") tells nothing."""
SHORT = 3
"""Names of more words than this are compared word by word only."""


def candidates(items: Sequence[Item], names: Callable[[Item], Iterable[str]]) -> list[tuple[Item, Item]]:
    """Pairs of things whose names share something telling, each once, in the order given."""
    return _pairs(items, lambda item: {key for name in names(item) for key in _of_thing(name)})


def people(items: Sequence[Item], names: Callable[[Item], Iterable[str]]) -> list[tuple[Item, Item]]:
    """Pairs of people whose surnames share all consonants but one at most, or whose names share all words."""
    return _pairs(items, lambda item: {key for name in names(item) for key in _of_person(name)})


def _pairs(items: Sequence[Item], keys: Callable[[Item], set[str]]) -> list[tuple[Item, Item]]:
    at = {item: n for n, item in enumerate(items)}
    blocks: dict[str, list[Item]] = defaultdict(list)
    for item in items:
        for key in sorted(keys(item)):
            blocks[key].append(item)
    found = {(a, b) for block in blocks.values() if len(block) <= MOST for n, b in enumerate(block) for a in block[:n]}
    return sorted(found, key=lambda pair: (at[pair[0]], at[pair[1]]))


def _of_thing(name: str) -> Iterator[str]:
    content = words(name)
    yield from (fold(word) or word for word in content)
    yield f"# {name if name.isupper() and name.isalpha() else acronym(name)}"
    if len(content) <= SHORT:
        yield from (f"~ {shape}" for shape in _but_one(skeleton(name)))


def _of_person(name: str) -> Iterator[str]:
    yield from _but_one(skeleton(bare(surname(name))))
    yield f"= {' '.join(sorted(fold(name).split()))}"


def _but_one(shape: str) -> Iterator[str]:
    """The consonants, and what is left when one of them is dropped."""
    yield shape
    yield from (shape[:n] + shape[n + 1 :] for n in range(len(shape)))
