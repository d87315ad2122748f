"""The world as ties between things, for the explorer: what a thing is tied to, and the shortest ways between two."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from kg.graph.terms import iri
from kg.store.rows import rows
from server.site import site

MOST_TIES = 2000
"""Ties of one step that are looked at; a state has thousands, and nobody reads them in a drawing."""
FRONTIER = 300
TIES = """\
SELECT DISTINCT ?subject ?predicate ?object WHERE {{
  GRAPH <{world}> {{
    {{ VALUES ?subject {{ {nodes} }} ?subject ?predicate ?object }}
    UNION
    {{ VALUES ?object {{ {nodes} }} ?subject ?predicate ?object }}
  }}
  FILTER(isIRI(?object) && STRSTARTS(STR(?object), "{base}id/"))
}}
ORDER BY ?subject ?predicate ?object
LIMIT {most}
"""
CLASSES = """\
PREFIX cg: <https://w3id.org/civicgraph/ontology#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
SELECT ?node ?class ?top ?date (COUNT(DISTINCT ?above) AS ?depth) WHERE {{
  VALUES ?node {{ {nodes} }}
  ?node a ?class .
  ?class rdfs:subClassOf* ?top .
  VALUES ?top {{
    cg:Person cg:Organization cg:LegalResource cg:Petition cg:Place cg:ReportedEvent cg:Position cg:Sanction
  }}
  OPTIONAL {{ ?class rdfs:subClassOf+ ?above }}
  OPTIONAL {{ ?node cg:dateEDTF ?date }}
}}
GROUP BY ?node ?class ?top ?date
ORDER BY ?node DESC(?depth) ?class ?top
"""


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
    listed = " ".join(iri(node) for node in nodes)
    text = TIES.format(world=site().graph("world"), nodes=listed, base=site().settings.base, most=most)
    found = rows(site().view, text)
    return [Tie(row["subject"].value, row["predicate"].value, row["object"].value) for row in found]


@dataclass(frozen=True, slots=True)
class Kind:
    """What a thing is: its most telling class (an IRI), the family that colours it, and its date if it has one."""

    cls: str
    family: str
    date: str = ""


def kinds_of(nodes: Iterable[str]) -> dict[str, Kind]:
    """The kinds of some things; what has no class of ours is left out."""
    found: dict[str, Kind] = {}
    text = CLASSES.format(nodes=" ".join(iri(node) for node in sorted(set(nodes))))
    for row in rows(site().view, text):
        node, cls, family = row["node"].value, row["class"].value, row["top"].value.rsplit("#", 1)[-1]
        found.setdefault(node, Kind(cls, family, row["date"].value if "date" in row else ""))
    return found


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
