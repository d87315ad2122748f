"""The W3C's SPARQL 1.1 test suite against the real endpoint over HTTP.

The suite is data that lives outside the repository: `../shared/w3c-sparql11`, or the folder that the environment
variable CIVICGRAPH_W3C names.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator

import pyoxigraph as ox
import pytest
import waitress.server

from kg.store.base import Answer, Question, Stream, never
from kg.store.oxigraph import OxigraphView
from server import Site, create_app
from server.config import Settings

BASE = "http://www.example/"


class Switch:
    """A view over a store that each test fills for itself."""

    store: ox.Store

    def answer(self, question: Question) -> Answer:
        return OxigraphView(self.store).answer(question)

    def stream(self, question: Question, left: Callable[[], bool] = never) -> Stream:
        return OxigraphView(self.store).stream(question, left)

    def close(self) -> None:
        self.store = ox.Store()


class Served:
    """A running server. `store` is what it answers from."""

    def __init__(self, switch: Switch, port: int) -> None:
        self._switch, self.port = switch, port

    @property
    def store(self) -> ox.Store:
        return self._switch.store

    @store.setter
    def store(self, store: ox.Store) -> None:
        self._switch.store = store


@pytest.fixture(scope="session")
def served() -> Iterator[Served]:
    switch = Switch()
    switch.store = ox.Store()
    site = Site(switch, settings=Settings(base=BASE))
    server = waitress.server.create_server(create_app(site), host="127.0.0.1", port=0)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    yield Served(switch, server.effective_port)
    server.close()
