"""Messages over a real pipe, and errors that keep their kind on the way."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator

import pytest

from kg.errors import CivicgraphError, QueryError, QueryLimit, QueryRefused, StoreError
from kg.store.messages import ClosedError, Inbox, LateError, LeftError, Patience, as_message, from_message, send


@pytest.fixture
def pipe() -> Iterator[list[int]]:
    handles = list(os.pipe())
    yield handles
    for handle in handles:
        if handle >= 0:
            os.close(handle)


def test_a_message_arrives_as_it_was(pipe: list[int]) -> None:
    send(pipe[1], {"text": "é\ud800"}, b"\0body")
    assert Inbox(pipe[0]).receive() == ({"text": "é\ud800"}, b"\0body")


def test_messages_that_come_close_together_are_told_apart(pipe: list[int]) -> None:
    for number in range(3):
        send(pipe[1], {"number": number}, b"x" * number)
    inbox = Inbox(pipe[0])
    assert [inbox.receive() for _ in range(3)] == [({"number": number}, b"x" * number) for number in range(3)]


def test_silence_and_the_end_are_told_apart(pipe: list[int]) -> None:
    with pytest.raises(LateError):
        Inbox(pipe[0]).receive(Patience(time.monotonic() + 0.05))
    os.write(pipe[1], b"\0\0")
    os.close(pipe[1])
    pipe[1] = -1
    with pytest.raises(ClosedError):
        Inbox(pipe[0]).receive(Patience(time.monotonic() + 5))


def test_who_left_is_not_waited_for(pipe: list[int]) -> None:
    begun = time.monotonic()
    with pytest.raises(LeftError):
        Inbox(pipe[0]).receive(Patience(begun + 20, lambda: True))
    assert time.monotonic() - begun < 5


def test_a_reader_that_is_gone_or_full(pipe: list[int]) -> None:
    os.set_blocking(pipe[1], False)
    with pytest.raises(LateError):
        send(pipe[1], {}, b"x" * 1_000_000, Patience(time.monotonic() + 0.05))
    os.close(pipe[0])
    pipe[0] = -1
    with pytest.raises(ClosedError):
        send(pipe[1], {}, b"x", Patience(time.monotonic() + 5))


@pytest.mark.parametrize(
    "error",
    [
        QueryError("no", 3, 4),
        QueryError("no"),
        QueryRefused("never", 1, 1),
        QueryLimit("big", "size"),
        StoreError("gone"),
    ],
)
def test_errors_travel(error: CivicgraphError) -> None:
    copy = from_message(as_message(error))
    assert type(copy) is type(error)
    assert (str(copy), vars(copy)) == (str(error), vars(error))
