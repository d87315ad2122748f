"""Answers kept as bytes, so that a repeated question costs no query: a bounded store that forgets the least used."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Hashable
from dataclasses import dataclass
from functools import cached_property

from server.bodies import Forms


@dataclass(frozen=True)
class Entry:
    """A whole response with status 200. `body` is as the application gave it; `packable` says that it may be sent
    packed."""

    headers: tuple[tuple[str, str], ...]
    body: bytes
    packable: bool

    @cached_property
    def forms(self) -> Forms:
        """The body as it is and packed."""
        return Forms(self.body)

    @property
    def size(self) -> int:
        """Bytes to count, with room for the packed forms and the headers."""
        return len(self.body) * 2 + 1000


class Cache:
    """At most `most` bytes of entries, none of which is larger than a sixteenth of it; thread-safe."""

    def __init__(self, most: int) -> None:
        """Begin empty."""
        self.most = most
        self.hits = self.misses = self.held = 0
        self._lock = threading.Lock()
        self._entries: OrderedDict[Hashable, Entry] = OrderedDict()

    @property
    def largest(self) -> int:
        """The largest body that is kept."""
        return self.most // 16

    def get(self, key: Hashable) -> Entry | None:
        """What is kept under a key."""
        with self._lock:
            entry = self._entries.get(key)
            if entry is None:
                self.misses += 1
                return None
            self.hits += 1
            self._entries.move_to_end(key)
            return entry

    def put(self, key: Hashable, entry: Entry) -> None:
        """Keep an entry, and let go of those that were not asked for the longest."""
        if len(entry.body) > self.largest:
            return
        with self._lock:
            before = self._entries.pop(key, None)
            self.held += entry.size - (before.size if before else 0)
            self._entries[key] = entry
            while self.held > self.most:
                _, gone = self._entries.popitem(last=False)
                self.held -= gone.size
