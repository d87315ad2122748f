"""For each kind of event a pattern without trigger words, whose roles stand where its written patterns have theirs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache

from kg.facts.patterns import Pattern, Role, patterns

PREFIX = "learned"
"""What the names of the rules begin with: "learned/Refusal"."""
COMMON, SHARE = 2, 0.05
"""An edge that fewer patterns of the kind use, by number or share, belongs to a phrase, not to the kind."""
ROLES = ("agent", "patient", "participant", "law")
PERSONAL = frozenset({"charge", "attendance"})
NEEDS: Mapping[str, tuple[str, ...]] = {"Statement": ("agent",)}
"""What a guess of the kind must name: nothing is said by nobody."""
NEVER: Mapping[tuple[str, str], frozenset[str]] = {("Appeal", "agent"): frozenset({"Court"})}
"""Classes that no role of a kind has: the court that reverses a verdict has not appealed."""
OF_ITS_VERB = frozenset({("Statement", "patient")})
"""Roles that stand where the verb has them, and nobody has said which verb: of what a statement is about."""


@cache
def as_pattern() -> Mapping[str, Pattern]:
    """Kind of event to the pattern with which its roles are read."""
    by_kind: dict[str, list[Pattern]] = {}
    for pattern in patterns():
        by_kind.setdefault(pattern.kind, []).append(pattern)
    return {kind: _pattern(kind, those) for kind, those in by_kind.items()}


@cache
def file_of_kind() -> Mapping[str, str]:
    """Kind of event to the file that has most of its patterns, without its ending."""
    files: dict[str, Counter[str]] = {}
    for pattern in patterns():
        files.setdefault(pattern.kind, Counter())[pattern.rule.partition("/")[0]] += 1
    return {kind: found.most_common(1)[0][0] for kind, found in files.items()}


def _pattern(kind: str, those: Sequence[Pattern]) -> Pattern:
    roles = {name: role for name in ROLES if (role := _role(kind, name, those)).edges}
    fields = frozenset(f for f in PERSONAL if 4 * sum(f in p.fields for p in those) >= len(those))
    return Pattern(f"{PREFIX}/{kind}", kind, roles=roles, needs=NEEDS.get(kind, ()), fields=fields)


def _role(kind: str, name: str, those: Sequence[Pattern]) -> Role:
    """The edges that patterns of the kind share, the commonest first, and the classes that at least two allow."""
    have = [p.roles[name] for p in those if name in p.roles]
    edges = Counter(edge for role in have for edge in role.edges)
    allowed = Counter(cls for role in have for cls in role.classes)
    least = min(COMMON, len(those))
    never = {*allowed} if (kind, name) in OF_ITS_VERB else NEVER.get((kind, name), frozenset())
    return Role(
        tuple(edge for edge, n in edges.most_common() if n >= max(least, SHARE * len(have))),
        frozenset(cls for cls, n in allowed.items() if n >= least and cls not in never),
    )
