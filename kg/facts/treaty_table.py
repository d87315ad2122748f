"""Tables of treaties against states whose cells the page has glued together ("…WomenAccessionSignedRatification").

A row counts only if it has as many cells as the header has states: a missing cell cannot be told from its neighbours.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from kg.authorities import countries, country_by_name
from kg.entities.model import Reference
from kg.facts.known import of_kind
from kg.facts.model import Event
from kg.facts.scene import Scene

ACTIONS = {
    "accession": "accession",
    "acceded": "accession",
    "ratification": "ratification",
    "ratified": "ratification",
    "signed": "signature",
    "signature": "signature",
    "signatory": "signature",
    "succession": "accession",
}
CELL = "|".join(word.capitalize() for word in ACTIONS)
CELLS = re.compile(rf"(?P<name>.*?)\s*(?P<cells>(?:(?:{CELL}|–|—|-)[\s|/\t]*)+)$", re.S)


def read_table(scenes: Sequence[Scene]) -> list[Event]:
    """The treaty actions of all rows, each column under the state that the header above names there."""
    states: list[str] = []
    header: Scene | None = None
    events: list[Event] = []
    for scene in scenes:
        match = CELLS.match(scene.linked.sentence.text.rstrip())
        named = glued_states(scene) if match is None else []
        if len(named) > 1:
            states, header = named, scene
        elif match is not None and header is not None:
            events += _row(scene, header, states, re.findall(rf"{CELL}|–|—|-", match["cells"]))
    return events


def glued_states(scene: Scene) -> list[str]:
    """The keys of the states that a header line ends with, in order, however their names are glued together."""
    found = {m.start(): country_by_name(m[0]) for m in _names().finditer(scene.linked.sentence.text)}
    known = {form: e.key for e in of_kind(scene.entities, "Country") for form in (e.iso, e.name)} if found else {}
    keys = [known.get(c.iso) or known.get(c.name, "") for _, c in sorted(found.items()) if c is not None]
    return [] if "" in keys else list(dict.fromkeys(keys))


@cache
def _names() -> re.Pattern[str]:
    names = sorted({n for c in countries() for n in (c.name, *c.other_names) if len(n) > 3}, key=lambda n: (-len(n), n))
    return re.compile("|".join(re.escape(n) for n in names))


def _row(scene: Scene, header: Scene, states: Sequence[str], cells: Sequence[str]) -> list[Event]:
    treaty = next((r for r in scene.linked.references if r.cls == "Treaty"), None)
    if treaty is None or len(cells) != len(states):
        return []
    return [
        _action(scene, header, state, treaty, ACTIONS[cell.lower()])
        for state, cell in zip(states, cells, strict=True)
        if cell.lower() in ACTIONS
    ]


def _action(scene: Scene, header: Scene, state: str, treaty: Reference, action: str) -> Event:
    entity = scene.entity(state)
    return Event(
        "", "TreatyAction", (scene.evidence(), header.evidence()), "treaty_table/cell", agent=(state,),
        patient=(treaty.entity,), country=entity.iso if entity else "", action=action,
    )  # fmt: skip
