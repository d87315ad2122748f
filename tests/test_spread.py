"""Work over processes: results in order, errors raised again, and the death of one is noticed, never waited for."""

from __future__ import annotations

import os
import signal
import time
from multiprocessing import active_children

import pytest

from kg.errors import CivicgraphError, SourceError
from kg.spread import spread


def late_square(value: int) -> int:
    """The square; small values take longer, so that answers come out of order."""
    time.sleep(0.05 / value)
    return value * value


def picky(value: int) -> int:
    """The value, unless it is three."""
    if value == 3:
        raise SourceError("three.txt: is no number; write another")
    return value


def fatal(value: int) -> int:
    """The value, unless it is three: then the process is killed as the kernel kills it."""
    if value == 3:
        os.kill(os.getpid(), signal.SIGKILL)
    return value


def swallow(value: bytes) -> int:
    """The length."""
    return len(value)


def test_results_come_in_order() -> None:
    assert list(spread(late_square, range(1, 20), 3)) == [n * n for n in range(1, 20)]
    assert active_children() == []


def test_nothing_to_do() -> None:
    assert list(spread(late_square, [], 3)) == []


def test_more_than_a_pipe_holds() -> None:
    assert list(spread(swallow, [b"x" * 3_000_000] * 5, 2)) == [3_000_000] * 5


def test_an_error_is_raised_again() -> None:
    with pytest.raises(SourceError, match="three"):
        list(spread(picky, [1, 2, 3, 4, 5], 2))
    assert active_children() == []


@pytest.mark.parametrize("values", [[3], [1, 3], [1, 2, 3, 4, 5], [3, 3, 3, 3]])
def test_a_death_is_noticed(values: list[int]) -> None:
    with pytest.raises(CivicgraphError, match="died"):
        list(spread(fatal, values, 2))
    assert active_children() == []


def test_leaving_early_ends_the_processes() -> None:
    results = spread(late_square, range(1, 9), 2)
    assert next(results) == 1
    results.close()  # type: ignore[attr-defined]
    assert active_children() == []
