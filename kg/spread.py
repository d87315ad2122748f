"""One function over many values, spread over processes that end with this one, however it ends.

Each process has a pipe of its own. A shared queue, which `concurrent.futures` uses, stays locked for ever when the
process that holds its lock is killed, as the kernel does when memory runs out.
"""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from multiprocessing import get_context, resource_tracker
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any, TypeVar

from kg.errors import CivicgraphError

Value = TypeVar("Value")
Result = TypeVar("Result")


def spread(function: Callable[[Value], Result], values: Sequence[Value], workers: int) -> Iterator[Result]:
    """The results in the order of the values. `function` is one of a module, since processes import it.

    Raises CivicgraphError when a process dies, and what `function` raises.
    """
    crew: dict[Connection, BaseProcess] = {}
    try:
        _hire(function, min(workers, len(values)), crew)
        yield from _in_order(crew, values)
    finally:
        for pipe, process in crew.items():
            process.kill()
            process.join()
            pipe.close()


def _hire(function: Callable[[Any], Any], workers: int, crew: dict[Connection, BaseProcess]) -> None:
    context = get_context("spawn")
    resource_tracker.ensure_running()  # it would lift the mask if it began with the first process
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})  # the workers inherit it: Ctrl-C is for us
    try:
        for _ in range(workers):
            ours, theirs = context.Pipe()
            process = context.Process(target=_work, args=(theirs, function), daemon=True)
            process.start()
            crew[ours] = process
            theirs.close()  # so that the pipe ends when the process does
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _in_order(crew: dict[Connection, BaseProcess], values: Sequence[Any]) -> Iterator[Any]:
    busy: dict[Connection, int] = {}
    done: dict[int, Any] = {}
    left = iter(range(len(values)))
    for pipe in crew:
        _next_task(pipe, left, values, busy)
    for number in range(len(values)):
        while number not in done:
            for pipe in (pipe for pipe in wait(list(busy)) if isinstance(pipe, Connection)):
                done[busy.pop(pipe)] = _reply(pipe)
                _next_task(pipe, left, values, busy)
        yield done.pop(number)


def _next_task(pipe: Connection, left: Iterator[int], values: Sequence[Any], busy: dict[Connection, int]) -> None:
    for number in left:
        busy[pipe] = number
        with suppress(BrokenPipeError):  # it died: its pipe has ended, which `wait` reports
            pipe.send(values[number])
        return


def _reply(pipe: Connection) -> Any:
    try:
        fault, result = pipe.recv()
    except (EOFError, ConnectionError) as error:
        raise CivicgraphError("a parsing process died, perhaps for want of memory; try fewer --workers") from error
    if fault is not None:
        raise fault
    return result


def _work(pipe: Connection, function: Callable[[Any], Any]) -> None:
    """What a process does: a result, or the error, for each value, until the pipe ends."""
    with suppress(EOFError, BrokenPipeError):
        while True:
            value = pipe.recv()
            answer: tuple[Exception | None, Any]
            try:
                answer = None, function(value)
            except Exception as error:  # noqa: BLE001 (raised again by the one that asked)
                answer = error, None
            pipe.send(answer)
