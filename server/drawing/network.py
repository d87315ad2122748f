"""Things and their ties, as the browser draws them (pure)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

MOST = 400
Thing = tuple[str, str, str | None]
"""Its IRI, what it is called and where it leads."""


@dataclass(frozen=True, slots=True)
class Network:
    """Nodes and edges; `left_out` counts ties for which there is no room, `families` (by IRI) colours the nodes."""

    nodes: tuple[Thing, ...]
    edges: tuple[tuple[str, str, str], ...]
    left_out: int
    families: Mapping[str, str] = field(default_factory=dict)

    def as_json(self) -> dict[str, Any]:
        """What the page's script reads."""
        nodes = [
            {"iri": iri, "name": name, "href": href, "family": self.families.get(iri, "")}
            for iri, name, href in self.nodes
        ]
        return {"nodes": nodes, "edges": [{"subject": s, "name": n, "object": o} for s, n, o in self.edges]}


def network_of(ties: Iterable[tuple[Thing, str, Thing]]) -> Network:
    """The ties, each once, at most `MOST` of them."""
    every = list(dict.fromkeys(ties))
    kept = every[:MOST]
    things = {thing[0]: thing for start, _, end in kept for thing in (start, end)}
    edges = tuple((start[0], name, end[0]) for start, name, end in kept)
    return Network(tuple(things.values()), edges, len(every) - len(kept))
