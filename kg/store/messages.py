"""Messages between the pool and its workers over pipes: a head and a body of bytes, each with its length."""

from __future__ import annotations

import marshal
import os
import select
import struct
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields
from typing import Any, get_args

from kg.errors import CivicgraphError, QueryError, QueryLimit, QueryRefused, StoreError
from kg.store.base import Kind, Question, never

LENGTHS = struct.Struct("!IQ")
_QUESTION = [field.name for field in fields(Question)]
READ = 1 << 16
"""Bytes to ask of a pipe, which holds no more; room for more is costly to get, and would be got for every message."""
PIECES: dict[tuple[Kind, bool], bytes] = {
    (kind, last): kind.encode() + (b"." if last else b",") for kind in get_args(Kind) for last in (False, True)
}
"""The head of each piece of an answer: what is answered, and whether it is the last. Any other head is JSON."""
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


def send(handle: int, head: bytes, body: bytes = b"", patience: Patience | None = None) -> None:
    """Write one message; the pipe must not block when patience has an end. Raises ClosedError, LateError, LeftError."""
    start = LENGTHS.pack(len(head), len(body)) + head
    sent = _written(handle, [start, body], patience)
    if sent < len(start) + len(body):
        left = memoryview(start + body)[sent:]
        while left:
            left = left[_written(handle, [left], patience) :]


def _written(handle: int, parts: Sequence[bytes | memoryview], patience: Patience | None) -> int:
    """How many bytes of the parts the pipe took."""
    while True:
        try:
            return os.writev(handle, parts)
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
        self._held = b""

    def receive(self, patience: Patience | None = None) -> tuple[bytes, bytes]:
        """The next message. Raises ClosedError at the end of the pipe; after LateError, LeftError it is of no use."""
        self._hold(LENGTHS.size, patience)
        head_size, body_size = LENGTHS.unpack_from(self._held)
        body = LENGTHS.size + head_size
        self._hold(body + body_size, patience)
        held, self._held = self._held, self._held[body + body_size :]
        return held[LENGTHS.size : body], held[body : body + body_size]

    def _hold(self, size: int, patience: Patience | None) -> None:
        """Read until so many bytes are there."""
        parts, held = [self._held], len(self._held)
        while held < size:
            if patience is not None:
                patience.wait(self.handle, select.POLLIN)
            piece = os.read(self.handle, READ)
            if not piece:
                raise ClosedError
            parts.append(piece)
            held += len(piece)
        self._held = b"".join(parts)


def packed(question: Question) -> bytes:
    """A question as the head of a message, in the way that costs least; `unpacked` makes it again."""
    return marshal.dumps(tuple(getattr(question, name) for name in _QUESTION))


def unpacked(head: bytes) -> Question:
    """The question; only for a worker, which trusts whoever started it."""
    return Question(*marshal.loads(head))


def as_message(error: CivicgraphError) -> dict[str, Any]:
    """An error as the head of a message, for JSON; `from_message` makes it again."""
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
