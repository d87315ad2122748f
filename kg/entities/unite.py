"""Disjoint sets with a stable order (pure)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable
from typing import Generic, TypeVar

Item = TypeVar("Item", bound=Hashable)


class Groups(Generic[Item]):
    """Items that are united step by step; each group is known by its earliest item in the order given at first."""

    def __init__(self, items: Iterable[Item]) -> None:
        """Begin with every item alone."""
        self._order = {item: n for n, item in enumerate(dict.fromkeys(items))}
        self._parent = {item: item for item in self._order}

    def top(self, item: Item) -> Item:
        """The earliest item of the item's group."""
        while self._parent[item] != item:
            self._parent[item] = self._parent[self._parent[item]]
            item = self._parent[item]
        return item

    def unite(self, a: Item, b: Item) -> None:
        """Make two groups one."""
        first, second = sorted((self.top(a), self.top(b)), key=self._order.__getitem__)
        self._parent[second] = first

    def members(self, item: Item) -> list[Item]:
        """All items of the item's group, in order."""
        top = self.top(item)
        return [other for other in self._order if self.top(other) == top]

    def all(self) -> dict[Item, list[Item]]:
        """Top item → members, in order."""
        found: dict[Item, list[Item]] = defaultdict(list)
        for item in self._order:
            found[self.top(item)].append(item)
        return dict(found)
