"""Which build of a store is answered from: the published one, and the next one as soon as it has been read."""

from __future__ import annotations

import logging
import os
import threading
from collections.abc import Callable
from pathlib import Path

from kg.errors import StoreError
from kg.store.process import Nursery
from kg.store.snapshots import open_snapshot

Stamp = tuple[int, int] | None
LOG = logging.getLogger("civicgraph")


class Builds:
    """Holds the nursery of the published build; thread-safe. `switched` is called when another build took its place."""

    def __init__(self, store: Path, most: int, in_memory: int, switched: Callable[[], None]) -> None:
        """Read the published build. Raises StoreError when there is none, or it cannot be read."""
        self.store, self._most, self._in_memory, self._switched = store, most, in_memory, switched
        self._lock = threading.Lock()
        self._reading: threading.Thread | None = None
        self._closed = False
        self._pointer = str(store / "current")
        self._stamp = _stamp(self._pointer)  # taken first, so that a switch in between is noticed the next time
        self._current = self._read()

    @property
    def current(self) -> Nursery:
        """Where new workers come from; read again when its process has ended. Raises StoreError."""
        with self._lock:
            if self._closed:
                raise StoreError(f"{self.store}: this view has been closed")
            if not self._current.alive:
                self._current.close()
                self._current = self._read()
            return self._current

    @property
    def build_id(self) -> str:
        """The build that is answered from."""
        return self._current.snapshot.build_id

    def look(self) -> None:
        """Look whether another build has been published, and begin to read it; cheap enough for every question."""
        if self._reading is not None or _stamp(self._pointer) == self._stamp:
            return
        with self._lock:
            if self._reading is None and not self._closed:
                self._reading = threading.Thread(target=self._switch, daemon=True)
                self._reading.start()

    def close(self) -> None:
        """Let the current build go, and one that is being read."""
        with self._lock:
            self._closed = True
            self._current.close()
            reading = self._reading
        if reading is not None:
            reading.join()

    def _switch(self) -> None:
        """Read what is published now and put it in the place of what was; what cannot be read changes nothing."""
        self._stamp = _stamp(self._pointer)
        try:
            if open_snapshot(self.store).build_id != self.build_id:
                self._put(self._read())
        except StoreError as error:
            LOG.warning("the new build is not served: %s", error)
        finally:
            self._reading = None

    def _put(self, new: Nursery) -> None:
        with self._lock:
            if self._closed:
                new.close()
                return
            old, self._current = self._current, new
        old.close()
        self._switched()

    def _read(self) -> Nursery:
        nursery = Nursery(open_snapshot(self.store), self._most, self._in_memory)
        try:
            nursery.wait_ready()
        except BaseException:
            nursery.close()
            raise
        return nursery


def _stamp(pointer: str) -> Stamp:
    """What changes whenever another build is published."""
    try:
        found = os.stat(pointer)
    except OSError:
        return None
    return found.st_mtime_ns, found.st_ino
