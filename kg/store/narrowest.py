"""Which of a thing's classes to tell: the narrowest. Every reader of a store decides it here."""

from __future__ import annotations

from collections.abc import Mapping


def narrowest(depths: Mapping[str, int]) -> str:
    """Of some classes (IRIs), each with the number of classes above it, the one with the most; of equals the first.

    >>> narrowest({"Thing": 0, "Place": 1, "City": 2, "Capital": 2})
    'Capital'
    """
    return min(depths, key=lambda cls: (-depths[cls], cls))
