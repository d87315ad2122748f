"""What the handlers of one app share: the view, the saved queries, the settings."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path

from flask import current_app

from kg.graph.iris import Iris
from kg.prefixes import known_prefixes
from kg.saved import SavedQuery, bind, load
from kg.saved_values import of_states
from kg.store.base import View
from kg.store.rows import Term, rows
from server.cache import Cache
from server.config import Settings
from server.desk import Desk
from server.metrics import Metrics

EXTENSION = "civicgraph"
ASKS = Path(__file__).parent / "asks"
Row = dict[str, Term]


@dataclass(frozen=True, slots=True)
class Status:
    """How the server is. `build` is answered from, `published` the latest in the store, which is read in the background
    once somebody asks; `outcomes` counts queries by how they ended; `waiting` are those that run or wait.
    """

    build: str = ""
    workers: int = 1
    idle: int = 1
    waiting: int = 0
    outcomes: Mapping[str, int] = field(default_factory=dict)
    published: str = ""


@dataclass(frozen=True)
class Site:
    """What one app serves, and with what. `queries` are the saved queries by name.

    `graph_file` tells where the N-Quads of the current build are, if it is on this machine; without it only the world
    can be downloaded. `labels` tells where its index of names is; without it names are searched by a scan. `build`
    names the build that is answered from now; without it nothing is kept. `status` tells how the server is. `desk` is
    where people review; without it nobody can.
    """

    view: View
    queries: Mapping[str, SavedQuery] = field(default_factory=dict)
    settings: Settings = field(default_factory=Settings)
    graph_file: Callable[[], Path] | None = None
    labels: Callable[[], Path] | None = None
    build: Callable[[], str] = str
    status: Callable[[], Status] = Status
    desk: Desk | None = None
    metrics: Metrics = field(default_factory=Metrics)

    @cached_property
    def cache(self) -> Cache:
        """Answers that are kept."""
        return Cache(self.settings.cache << 20)

    @cached_property
    def prefixes(self) -> Mapping[str, str]:
        """The known prefixes: label → namespace."""
        return known_prefixes()

    @property
    def iris(self) -> Iris:
        """Makes IRIs under the graph's base."""
        return Iris(self.settings.base)

    def graph(self, name: str) -> str:
        """The IRI of one of the seven named graphs."""
        return self.iris.graph(name)[1:-1]

    def ask(self, name: str, **values: object) -> list[Row]:
        """The rows of one of the pages' own queries (`server/asks/<name>.rq`)."""
        return rows(self.view, self.bound(name, **values))

    def asking(self, query: SavedQuery, values: Mapping[str, str]) -> str:
        """The text of a saved query with values as people give them: states by name, code or IRI."""
        return bind(query, of_states(query.params, values, self.settings.base), self.prefixes)

    def bound(self, name: str, **values: object) -> str:
        """The text of one of the pages' own queries."""
        return bind(page_queries()[name], {key: str(value) for key, value in values.items()}, self.prefixes)


@cache
def page_queries() -> dict[str, SavedQuery]:
    """The pages' own queries by name."""
    return load(ASKS)


def site() -> Site:
    """The parts of the app that answers the current request."""
    found = current_app.extensions[EXTENSION]
    assert isinstance(found, Site)
    return found
