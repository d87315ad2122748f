"""Messages between the pool and its workers over pipes: a JSON head and a body of bytes, each with its length."""

from __future__ import annotations

import json
import os
import select
import struct
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from kg.errors import CivicgraphError, QueryError, QueryLimit, QueryRefused, StoreError
from kg.store.base import never

LENGTHS = struct.Struct("!IQ")
PIECE = 1 << 20
READ = 1 << 16
"""Bytes to ask of a pipe, which holds no more; room for more is costly to get, and would be got for every message."""
LOOK = 0.2
"""Seconds between looks whether whoever asked is still there."""


class ClosedError(Exception):
    """The other end is gone."""


class UnheardError(ClosedError):
    """The other end was gone before it took the question, which can be put to another."""


class LateError(Exception):
    """The deadline has passed."""


class LeftError(Exception):
    """Whoever asked does not wait any longer."""


@dataclass(frozen=True, slots=True)
class Patience:
    """How long to wait: until `deadline` (of time.monotonic), and only while `left` says that somebody still waits."""

    deadline: float
    left: Callable[[], bool] = never

    def wait(self, handle: int, event: int) -> None:
        """Return when something can be read or written. Raises LateError or LeftError."""
        poll = select.poll()
        poll.register(handle, event)
        while True:
            seconds = self.deadline - time.monotonic()
            if seconds <= 0:
                raise LateError
            if poll.poll(min(seconds, LOOK) * 1000):
                return
            if self.left():
                raise LeftError


def send(handle: int, head: dict[str, Any], body: bytes = b"", patience: Patience | None = None) -> None:
    """Write one message; the pipe must not block when patience has an end. Raises ClosedError, LateError, LeftError."""
    packed = json.dumps(head).encode()
    left = memoryview(LENGTHS.pack(len(packed), len(body)) + packed + body)
    while left:
        try:
            left = left[os.write(handle, left[:PIECE]) :]
        except BlockingIOError:  # only a pipe that must not block, and so comes with patience
            assert patience is not None
            patience.wait(handle, select.POLLOUT)
        except BrokenPipeError as error:
            raise ClosedError from error


class Inbox:
    """Reads messages from a pipe, as much of them at a time as there is. Not thread-safe."""

    def __init__(self, handle: int) -> None:
        """Read from `handle`."""
        self.handle = handle
        self._held = bytearray()

    def receive(self, patience: Patience | None = None) -> tuple[dict[str, Any], bytes]:
        """The next message. Raises ClosedError at the end of the pipe, LateError at the deadline, LeftError."""
        head_size, body_size = LENGTHS.unpack(self._taken(LENGTHS.size, patience))
        head = json.loads(self._taken(head_size, patience))
        return head, self._taken(body_size, patience)

    def _taken(self, size: int, patience: Patience | None) -> bytes:
        while len(self._held) < size:
            if patience is not None:
                patience.wait(self.handle, select.POLLIN)
            piece = os.read(self.handle, READ)
            if not piece:
                raise ClosedError
            self._held += piece
        taken = bytes(self._held[:size])
        del self._held[:size]
        return taken


def as_message(error: CivicgraphError) -> dict[str, Any]:
    """An error as the head of a message; `from_message` makes it again."""
    fields = {key: getattr(error, key) for key in ("line", "column", "limit") if hasattr(error, key)}
    return {"error": type(error).__name__, "message": str(error), **fields}


def from_message(head: dict[str, Any]) -> CivicgraphError:
    """The error that a worker reported."""
    message = head["message"]
    if head["error"] == "QueryLimit":
        return QueryLimit(message, head["limit"])
    if head["error"] in ("QueryError", "QueryRefused"):
        kind = QueryRefused if head["error"] == "QueryRefused" else QueryError
        return kind(message, head["line"], head["column"])
    return StoreError(message)
