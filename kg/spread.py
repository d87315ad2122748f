"""Work spread over processes that end with this one, however it ends: one function over many values, or one piece of
work beside another.

The processes are forked, so that they begin with all that is here: the loaded model, the sentences, the values. Only
results are sent. Each has a pipe of its own: a shared queue, which `concurrent.futures` uses, stays locked for ever
when the process that holds its lock is killed, as the kernel does when memory runs out.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from traceback import format_exception
from typing import Any, TypeVar, cast

from kg.errors import CivicgraphError

Value = TypeVar("Value")
Result = TypeVar("Result")
STANDARD, HANDLES = 3, 1 << 16
"""Open files have numbers between these; those below are the standard ones."""


def processors() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else 1


def spread(
    function: Callable[[Value], Result],
    values: Sequence[Value],
    workers: int,
    size: Callable[[Value], int] = lambda _: 0,
) -> Iterator[Result]:
    """The results in the order of the values, from at most so many processes; from this one where that is not safe.

    What has the largest `size` is begun first, so that no process works long when the others are done.

    Raises CivicgraphError when a process dies, and what `function` raises.
    """
    workers = min(workers, len(values))
    if workers < 2 or not _may_fork():
        yield from map(function, values)
        return
    crew: dict[Connection, BaseProcess] = {}
    try:
        _hire(lambda number: function(values[number]), workers, crew)
        yield from _in_order(crew, sorted(range(len(values)), key=lambda number: -size(values[number])))
    finally:
        _dismiss(crew)


@contextmanager
def meanwhile(work: Callable[[], Result], workers: int) -> Iterator[Callable[[], Result]]:
    """Begin a piece of work in another process; what is given waits for its result. It does the work itself where only
    one process is allowed or safe.

    Raises CivicgraphError when the process dies, and what `work` raises, when it is asked for the result.
    """
    if workers < 2 or not _may_fork():
        yield work
        return
    crew: dict[Connection, BaseProcess] = {}
    try:
        _hire(lambda _: work(), 1, crew)
        (pipe,) = crew
        with suppress(BrokenPipeError):  # it died, which `_reply` reports
            pipe.send(0)
        yield lambda: cast(Result, _reply(pipe)[1])
    finally:
        _dismiss(crew)


def _may_fork() -> bool:
    """A lock that another thread holds stays locked in the copy, and libraries of other systems have such threads."""
    return sys.platform == "linux" and threading.active_count() == 1


def _hire(task: Callable[[int], Any], workers: int, crew: dict[Connection, BaseProcess]) -> None:
    context = get_context("fork")
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})  # the workers inherit it: Ctrl-C is for us
    try:
        for _ in range(workers):
            ours, theirs = context.Pipe()
            process = context.Process(target=_work, args=(theirs, task), daemon=True)
            process.start()
            crew[ours] = process
            theirs.close()  # so that the pipe ends when the process does
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _dismiss(crew: dict[Connection, BaseProcess]) -> None:
    for pipe, process in crew.items():
        process.kill()
        process.join()
        pipe.close()


def _in_order(crew: dict[Connection, BaseProcess], turns: Sequence[int]) -> Iterator[Any]:
    busy: set[Connection] = set()
    done: dict[int, Any] = {}
    left = iter(turns)
    for pipe in crew:
        _next_task(pipe, left, busy)
    for number in range(len(turns)):
        while number not in done:
            for pipe in (pipe for pipe in wait(list(busy)) if isinstance(pipe, Connection)):
                busy.remove(pipe)
                answered, result = _reply(pipe)
                done[answered] = result
                _next_task(pipe, left, busy)
        yield done.pop(number)


def _next_task(pipe: Connection, left: Iterator[int], busy: set[Connection]) -> None:
    for number in left:
        busy.add(pipe)
        with suppress(BrokenPipeError):  # it died: its pipe has ended, which `wait` reports
            pipe.send(number)
        return


def _reply(pipe: Connection) -> tuple[int, Any]:
    try:
        number, fault, result = pipe.recv()
    except (EOFError, ConnectionError) as error:
        raise CivicgraphError("a process of the build died, perhaps for want of memory; try fewer --workers") from error
    if fault is not None:
        raise fault
    return number, result


def _work(pipe: Connection, task: Callable[[int], Any]) -> None:
    """What a process does: a result, or the error, for each number, until the pipe ends."""
    # The lock of the store and the pipes of the others are the parent's: held here, they would outlive it.
    os.closerange(STANDARD, pipe.fileno())
    os.closerange(pipe.fileno() + 1, HANDLES)
    with suppress(EOFError, BrokenPipeError):
        while True:
            number = pipe.recv()
            answer: tuple[int, Exception | None, Any]
            try:
                answer = number, None, task(number)
            except Exception as error:  # noqa: BLE001 (raised again by the one that asked)
                error.add_note("".join(format_exception(error)))
                answer = number, error, None
            pipe.send(answer)
