"""Choosing between mentions that share words (pure)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from kg.mentions.model import Mention
from kg.mentions.votes import SURE


def choose(mentions: Iterable[Mention], weight: Mapping[str, float]) -> list[Mention]:
    """The mentions that stay, in order, none overlapping another.

    Rules that are sure (weight 6 and more) go before the others; among equals the longer span wins, because a longer
    name holds the shorter one ("Kenya Union of Nurses" holds "Kenya"), then the heavier rule.
    """
    ranked = sorted(mentions, key=lambda m: (weight[m.rule] < SURE, m.start - m.end, -weight[m.rule], m.start))
    kept: list[Mention] = []
    for mention in ranked:
        if all(mention.end <= k.start or k.end <= mention.start for k in kept):
            kept.append(mention)
    return sorted(kept, key=lambda m: m.start)
