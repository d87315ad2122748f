"""The world as ties between things, for the explorer: what a thing is tied to, and the shortest ways between two."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from kg.store.narrowest import narrowest
from server.site import Row, site

MOST_TIES = 2000
"""Ties of one step that are looked at; a state has thousands, and nobody reads them in a drawing."""
FRONTIER = 300


@dataclass(frozen=True, slots=True, order=True)
class Tie:
    """One triple of the world between two things, all IRIs."""

    subject: str
    predicate: str
    object: str

    def other(self, node: str) -> str:
        """The end that is not `node`."""
        return self.object if self.subject == node else self.subject


def ties_of(nodes: Sequence[str], most: int = MOST_TIES) -> list[Tie]:
    """The ties that any of some things has, in a fixed order."""
    start = f"{site().settings.base}id/"
    found = site().ask("ties", nodes="\n".join(nodes), world=site().graph("world"), start=start, most=most)
    return [Tie(row["subject"].value, row["predicate"].value, row["object"].value) for row in found]


@dataclass(frozen=True, slots=True)
class Kind:
    """What a thing is: its most telling class (an IRI), the family that colours it, and its date if it has one."""

    cls: str
    family: str
    date: str = ""


def kinds_of(nodes: Iterable[str]) -> dict[str, Kind]:
    """The kinds of some things; what has no class of ours is left out."""
    found: dict[str, dict[str, Row]] = defaultdict(dict)
    for row in site().ask("classes-of", nodes="\n".join(sorted(set(nodes)))):
        found[row["node"].value].setdefault(row["class"].value, row)
    return {node: _kind(classes) for node, classes in found.items()}


def _kind(classes: Mapping[str, Row]) -> Kind:
    row = classes[narrowest({cls: int(row["depth"].value) for cls, row in classes.items()})]
    return Kind(row["class"].value, row["top"].value.rsplit("#", 1)[-1], row["date"].value if "date" in row else "")


def shortest(
    start: str, end: str, hops: int, step: Callable[[Sequence[str]], Iterable[Tie]], avoid: Callable[[str], bool]
) -> list[Tie]:
    """The ties of one shortest way from `start` to `end`, at most `hops` long; none when there is none.

    Searches from both ends in turn, `step` gives the ties of some things, and no way leads through a thing that
    `avoid` tells (everything is tied through a state). The same question always gets the same way.
    """
    if start == end:
        return []
    reached: tuple[dict[str, Tie | None], dict[str, Tie | None]] = ({start: None}, {end: None})
    edges = ([start], [end])
    for _ in range(hops):
        side = 0 if len(edges[0]) <= len(edges[1]) else 1
        fresh: list[str] = []
        frontier = set(edges[side])
        for tie in sorted(step(edges[side])):
            for node in (tie.subject, tie.object):
                other = tie.other(node)
                if node in frontier and other not in reached[side]:
                    reached[side][other] = tie
                    if other in reached[1 - side]:
                        return [*_way(reached[0], other)[::-1], *_way(reached[1], other)]
                    if not avoid(other):
                        fresh.append(other)
        if not fresh:
            return []
        edges[side][:] = fresh[:FRONTIER]
    return []


def _way(reached: dict[str, Tie | None], node: str) -> list[Tie]:
    """The ties from a thing back to where the search began."""
    way: list[Tie] = []
    while (tie := reached[node]) is not None:
        way.append(tie)
        node = tie.other(node)
    return way
