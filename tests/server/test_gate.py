"""Shares and the queue, over a view that answers when the test lets it."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator

import pytest

from kg.errors import QueryLimit
from kg.store.base import Answer, Question, Stream, WholePieces, never
from server.gate import Gate


class Slow:
    """Answers when told to."""

    def __init__(self) -> None:
        self.let = threading.Event()
        self.closed = 0

    def answer(self, question: Question) -> Answer:
        assert question.text
        self.let.wait(10)
        return Answer("boolean", "json", b"{}")

    def stream(self, question: Question, left: Callable[[], bool] = never) -> Stream:
        if "fail" in question.text or left():
            raise QueryLimit("no", "time")
        return Stream("boolean", "json", Parts(self), whole="whole" in question.text)

    def close(self) -> None:
        self.let.set()


class Parts(WholePieces):
    def __init__(self, view: Slow) -> None:
        super().__init__(b"{}")
        self.view = view

    def close(self) -> None:
        self.view.closed += 1


@pytest.fixture
def slow() -> Iterator[Slow]:
    view = Slow()
    yield view
    view.close()


def start(gate: Gate, times: int) -> list[threading.Thread]:
    threads = [threading.Thread(target=gate.answer, args=(Question("ASK {}"),)) for _ in range(times)]
    for thread in threads:
        thread.start()
    until = time.monotonic() + 5
    while gate.inside < times and time.monotonic() < until:
        time.sleep(0.005)
    return threads


def test_one_client_does_not_take_all(slow: Slow) -> None:
    names = ["a"]
    gate = Gate(slow, share=2, most=20, client=lambda: names[0], patience=0.2)
    threads = start(gate, 2)
    with pytest.raises(QueryLimit, match="2 of your queries are running") as raised:
        gate.answer(Question("ASK {}"))
    assert raised.value.limit == "share"
    names[0] = "b"
    assert gate.stream(Question("whole")).whole
    slow.let.set()
    for thread in threads:
        thread.join()
    assert gate.inside == 0
    assert gate.answer(Question("ASK {}")).body == b"{}"


def test_the_queue_has_an_end_and_one_client_fills_half_of_it(slow: Slow) -> None:
    names = ["a"]
    gate = Gate(slow, share=9, most=8, client=lambda: names[0], patience=5)
    threads = start(gate, 4)
    with pytest.raises(QueryLimit, match="too many of your queries"):
        gate.answer(Question("ASK {}"))
    names[0] = "b"
    threads += start(gate, 4)
    names[0] = "c"
    with pytest.raises(QueryLimit, match="too many queries are waiting"):
        gate.answer(Question("ASK {}"))
    slow.let.set()
    for thread in threads:
        thread.join()
    assert gate.inside == 0


def test_a_stream_holds_its_turn_until_it_ends(slow: Slow) -> None:
    gate = Gate(slow, share=1, most=8, client=lambda: "a", patience=0.1)
    for end in (lambda one: list(one.pieces), lambda one: one.pieces.close(), id):
        stream = gate.stream(Question("parts"))
        with pytest.raises(QueryLimit):
            gate.stream(Question("parts"))
        end(stream)
        del stream
        assert gate.inside == 0
    with pytest.raises(QueryLimit, match="no"):
        gate.stream(Question("fail"))
    assert gate.inside == 0
    assert slow.closed >= 3


def test_who_asks_again_at_once_passes_nobody(slow: Slow) -> None:
    gate, order = Gate(slow, share=1, most=8, client=lambda: "one"), []
    first = gate.stream(Question("SELECT"))

    def wait() -> None:
        with_turn = gate.stream(Question("SELECT"))
        order.append("who waited")
        with_turn.pieces.close()

    waiting = threading.Thread(target=wait)
    waiting.start()
    until = time.monotonic() + 5
    while gate.inside < 2 and time.monotonic() < until:
        time.sleep(0.005)
    first.pieces.close()
    again = gate.stream(Question("SELECT"))
    order.append("who asked again")
    again.pieces.close()
    waiting.join(5)
    assert order == ["who waited", "who asked again"]
    assert gate.inside == 0
