"""For each kind of event a pattern without trigger words, whose roles stand where its written patterns have theirs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache

from kg.facts.patterns import Pattern, Role, patterns

FAMILY = "learned"
"""The family of the rules: "learned/Refusal"."""
COMMON = 2
"""An edge that fewer patterns of the kind use belongs to a phrase, not to the kind."""
ROLES = ("agent", "patient", "participant", "law")
PERSONAL = frozenset({"charge", "attendance"})
NEEDS: Mapping[str, tuple[str, ...]] = {"Statement": ("agent",)}
"""What a guess of the kind must name: nothing is said by nobody."""
NOTHING = frozenset[str]()


@cache
def as_pattern() -> Mapping[str, Pattern]:
    """Kind of event to the pattern with which its roles are read."""
    by_kind: dict[str, list[Pattern]] = {}
    for pattern in patterns():
        by_kind.setdefault(pattern.kind, []).append(pattern)
    return {kind: _pattern(kind, those) for kind, those in by_kind.items()}


@cache
def families() -> Mapping[str, str]:
    """Kind of event to the family that tells it: the file with most of its patterns."""
    files: dict[str, Counter[str]] = {}
    for pattern in patterns():
        files.setdefault(pattern.kind, Counter())[pattern.rule.partition("/")[0]] += 1
    return {kind: found.most_common(1)[0][0] for kind, found in files.items()}


def _pattern(kind: str, those: Sequence[Pattern]) -> Pattern:
    roles = {name: role for name in ROLES if (role := _role(name, those)).edges}
    fields = frozenset(f for p in those for f in p.fields) & PERSONAL
    return Pattern(
        rule=f"{FAMILY}/{kind}", kind=kind, verbs=NOTHING, nouns=NOTHING, words=NOTHING, roles=roles, where=(),
        unless=(), needs=NEEDS.get(kind, ()), fields=fields, status="", sanction="", action="", allow=NOTHING, prior=0,
        positive=(), negative=(),
    )  # fmt: skip


def _role(name: str, those: Sequence[Pattern]) -> Role:
    """The edges that patterns of the kind share, the commonest first, and the classes that at least two allow."""
    have = [p.roles[name] for p in those if name in p.roles]
    edges = Counter(edge for role in have for edge in role.edges)
    allowed = Counter(cls for role in have for cls in role.classes)
    least = min(COMMON, len(those))
    return Role(
        tuple(edge for edge, n in edges.most_common() if n >= least),
        frozenset(cls for cls, n in allowed.items() if n >= least),
    )
