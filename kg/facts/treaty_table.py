"""Tables of treaties against states whose cells the page has glued together ("…WomenAccessionSignedRatification").

A row counts only if it has as many cells as the header has states: a missing cell cannot be told from its neighbours.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from kg.entities.model import Reference
from kg.facts.model import Event
from kg.facts.scene import Scene

ACTIONS = {
    "accession": "accession", "acceded": "accession", "ratification": "ratification", "ratified": "ratification",
    "signed": "signature", "signature": "signature", "signatory": "signature", "succession": "accession",
}
CELL = "|".join(word.capitalize() for word in ACTIONS)
CELLS = re.compile(rf"(?P<name>.*?)\s*(?P<cells>(?:(?:{CELL}|–|—|-)[\s|/\t]*)+)$", re.S)


def read_table(scenes: Sequence[Scene]) -> list[Event]:
    """The treaty actions of all rows, each column under the state that the header above names there."""
    states: list[Reference] = []
    header: Scene | None = None
    events: list[Event] = []
    for scene in scenes:
        match = CELLS.match(scene.linked.sentence.text.rstrip())
        countries = [r for r in scene.linked.references if r.cls == "Country"]
        if match is None and len(countries) > 1:
            states, header = _unique(countries), scene
        elif match is not None and header is not None:
            events += _row(scene, header, states, re.findall(rf"{CELL}|–|—|-", match["cells"]))
    return events


def _unique(references: Iterable[Reference]) -> list[Reference]:
    return list({r.entity: r for r in sorted(references, key=lambda r: r.start)}.values())


def _row(scene: Scene, header: Scene, states: Sequence[Reference], cells: Sequence[str]) -> list[Event]:
    treaty = next((r for r in scene.linked.references if r.cls == "Treaty"), None)
    if treaty is None or len(cells) != len(states):
        return []
    return [
        _action(scene, header, state, treaty, ACTIONS[cell.lower()])
        for state, cell in zip(states, cells, strict=True)
        if cell.lower() in ACTIONS
    ]


def _action(scene: Scene, header: Scene, state: Reference, treaty: Reference, action: str) -> Event:
    entity = scene.entity(state.entity)
    return Event(
        "", "TreatyAction", (scene.evidence(), header.evidence()), "treaty_table/cell", agent=(state.entity,),
        patient=(treaty.entity,), country=entity.iso if entity else "", action=action,
    )  # fmt: skip
