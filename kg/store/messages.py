"""Messages between the pool and its workers over pipes: a JSON head and a body of bytes, each with its length."""

from __future__ import annotations

import json
import os
import select
import struct
import time
from typing import Any

from kg.errors import CivicgraphError, QueryError, QueryLimit, QueryRefused, StoreError

LENGTHS = struct.Struct("!IQ")
PIECE = 1 << 20


class ClosedError(Exception):
    """The other end is gone."""


class UnheardError(ClosedError):
    """The other end was gone before it took the question, which can be put to another."""


class LateError(Exception):
    """The deadline has passed."""


def send(handle: int, head: dict[str, Any], body: bytes = b"", deadline: float | None = None) -> None:
    """Write one message. `deadline` is of time.monotonic; the pipe must not block when there is one.

    Raises ClosedError or LateError.
    """
    packed = json.dumps(head).encode()
    left = memoryview(LENGTHS.pack(len(packed), len(body)) + packed + body)
    while left:
        if deadline is not None:
            _wait(handle, select.POLLOUT, deadline)
        try:
            left = left[os.write(handle, left[:PIECE]) :]
        except BlockingIOError:
            continue
        except BrokenPipeError as error:
            raise ClosedError from error


def receive(handle: int, deadline: float | None = None) -> tuple[dict[str, Any], bytes]:
    """Read one message. Raises ClosedError at the end of the pipe, LateError at the deadline."""
    head_size, body_size = LENGTHS.unpack(_exactly(handle, LENGTHS.size, deadline))
    head = json.loads(_exactly(handle, head_size, deadline))
    return head, bytes(_exactly(handle, body_size, deadline))


def _exactly(handle: int, size: int, deadline: float | None) -> bytearray:
    read = bytearray()
    while len(read) < size:
        if deadline is not None:
            _wait(handle, select.POLLIN, deadline)
        piece = os.read(handle, min(PIECE, size - len(read)))
        if not piece:
            raise ClosedError
        read += piece
    return read


def _wait(handle: int, event: int, deadline: float) -> None:
    poll = select.poll()
    poll.register(handle, event)
    left = deadline - time.monotonic()
    if left <= 0 or not poll.poll(left * 1000):
        raise LateError


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
