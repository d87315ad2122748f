"""Disjoint sets with a stable order, some of whose members are known to be different (pure)."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from typing import Generic, TypeVar

Item = TypeVar("Item", bound=Hashable)


class Groups(Generic[Item]):
    """Items that are united step by step; each group is known by its earliest item in the order given at first."""

    def __init__(self, items: Iterable[Item]) -> None:
        """Begin with every item alone."""
        self._order = {item: n for n, item in enumerate(dict.fromkeys(items))}
        self._parent = {item: item for item in self._order}
        self._members = {item: [item] for item in self._order}
        self._apart: dict[Item, set[Item]] = {}

    def top(self, item: Item) -> Item:
        """The earliest item of the item's group."""
        while self._parent[item] != item:
            self._parent[item] = self._parent[self._parent[item]]
            item = self._parent[item]
        return item

    def keep_apart(self, a: Item, b: Item) -> None:
        """Note that two items are different: no later `unite` brings their groups together."""
        self._apart.setdefault(a, set()).add(b)
        self._apart.setdefault(b, set()).add(a)

    def unite(self, a: Item, b: Item) -> bool:
        """Make two groups one, unless members of theirs are known to be different; tells whether they are one now."""
        first, second = sorted((self.top(a), self.top(b)), key=self._order.__getitem__)
        if first == second:
            return True
        others = set(self._members[second])
        if any(self._apart.get(item, set()) & others for item in self._members[first]):
            return False
        self._parent[second] = first
        self._members[first] += self._members.pop(second)
        return True

    def members(self, item: Item) -> list[Item]:
        """All items of the item's group, in order."""
        return sorted(self._members[self.top(item)], key=self._order.__getitem__)

    def all(self) -> dict[Item, list[Item]]:
        """Top item → members, in order."""
        return {item: self.members(item) for item in self._order if self._parent[item] == item}
