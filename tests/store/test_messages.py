"""Messages over a real pipe, and errors that keep their kind on the way."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Iterator

import pytest

from kg.errors import CivicgraphError, QueryError, QueryLimit, QueryRefused, StoreError
from kg.store.base import Question
from kg.store.messages import (
    ClosedError,
    Inbox,
    LateError,
    LeftError,
    Patience,
    as_message,
    from_message,
    packed,
    send,
    unpacked,
)


@pytest.fixture
def pipe() -> Iterator[list[int]]:
    handles = list(os.pipe())
    yield handles
    for handle in handles:
        if handle >= 0:
            os.close(handle)


def test_a_message_arrives_as_it_was(pipe: list[int]) -> None:
    send(pipe[1], b"\0head", b"\0body")
    assert Inbox(pipe[0]).receive() == (b"\0head", b"\0body")


def test_messages_that_come_close_together_are_told_apart(pipe: list[int]) -> None:
    for number in range(3):
        send(pipe[1], b"head" * number, b"x" * number)
    inbox = Inbox(pipe[0])
    assert [inbox.receive() for _ in range(3)] == [(b"head" * number, b"x" * number) for number in range(3)]


def test_a_message_that_the_pipe_does_not_hold_comes_in_parts(pipe: list[int]) -> None:
    os.set_blocking(pipe[1], False)
    body = os.urandom(1_000_000)
    found: list[tuple[bytes, bytes]] = []
    reader = threading.Thread(target=lambda: found.extend([Inbox(pipe[0]).receive(Patience(time.monotonic() + 20))]))
    reader.start()
    send(pipe[1], b"head", body, Patience(time.monotonic() + 20))
    reader.join()
    assert found == [(b"head", body)]


@pytest.mark.parametrize(
    "question",
    [Question("ASK {}"), Question("é\ud800", "csv", "trig", (), ("x:a", "x:b"), "http://e/", 1.5)],
)
def test_questions_travel(question: Question) -> None:
    assert unpacked(packed(question)) == question


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
        send(pipe[1], b"", b"x" * 1_000_000, Patience(time.monotonic() + 0.05))
    os.close(pipe[0])
    pipe[0] = -1
    with pytest.raises(ClosedError):
        send(pipe[1], b"", b"x", Patience(time.monotonic() + 5))


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
