"""What surrounds a thing on its page: its steps with gaps, what works tell differently of it, its events in time, and
who and what meets it in them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.store.rows import Term
from server.boards import BOARDS, History, answer, columns_of, histories_of
from server.differences import Difference, differences, terms_in
from server.labels import Labels, terms_of
from server.site import Row, site
from server.timeline import ANY, events_of

# The board of each class, the parameter of its query that names one thing, and how many steps are worth a table.
BOARD_OF = {
    "Person": ("cases", "who", 2),
    "Petition": ("petitions", "which", 1),
    "Treaty": ("treaties", "which", 1),
    "Bill": ("laws", "which", 1),
    "Law": ("laws", "which", 1),
}
FEW = 3
"""Events from which on a drawing tells more than the list."""
MOST_EVENTS = 200


@dataclass(frozen=True, slots=True)
class Around:
    """The parts; each is empty where there is nothing to show. `board` names the page with all histories."""

    found: Sequence[Difference] = ()
    board: str = ""
    histories: Sequence[History] = ()
    rows: Sequence[Row] = ()
    events: Sequence[Row] = ()
    neighbours: Sequence[Row] = ()
    is_state: bool = False

    def terms(self) -> Iterator[Term]:
        """What has a name in the parts."""
        yield from terms_in(self.found)
        yield from terms_of([*self.rows, *self.events, *self.neighbours])

    def columns(self, labels: Labels) -> list[tuple[int, str]]:
        """The steps of the histories, in order."""
        return columns_of(self.rows, labels)


def around(iri: str, classes: Sequence[str], is_event: bool) -> Around:
    """What surrounds a thing of some classes (local names); of an event only what works tell differently."""
    if is_event:
        return Around(differences(iri))
    board, param, least = next((BOARD_OF[name] for name in classes if name in BOARD_OF), ("", "", 0))
    rows = answer(BOARDS[board][1], {param: iri}) if board else []
    histories = [one for one in histories_of(rows) if one.told >= least]
    is_state = "Country" in classes
    role = "country" if is_state else "actor"
    events, _cut = events_of({"country": ANY, "actor": ANY, role: iri}, MOST_EVENTS)
    met = [] if is_state else site().ask("neighbours-of", thing=iri)
    kept = rows if histories else [], events if len(events) >= FEW else []
    return Around(differences(iri), board, histories, *kept, met, is_state)
