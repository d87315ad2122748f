"""Work over processes: results in order, errors raised again, and the death of one is noticed, never waited for."""

from __future__ import annotations

import os
import signal
import threading
import time
from functools import partial
from multiprocessing import active_children
from pathlib import Path

import pytest

from kg.errors import CivicgraphError, SourceError
from kg.spread import meanwhile, spread

pytestmark = [pytest.mark.usefixtures("may_fork"), pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")]


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


def test_the_largest_is_begun_first_and_the_order_stays(tmp_path: Path) -> None:
    begun = tmp_path / "begun"

    def noted(n: int) -> int:
        with begun.open("a") as file:
            file.write(f"{n} ")
        time.sleep(0.05 * n)
        return n

    assert list(spread(noted, [1, 4, 2, 3], 2, size=lambda n: n)) == [1, 4, 2, 3]
    assert sorted(begun.read_text().split()[:2]) == ["3", "4"]


def test_nothing_to_do() -> None:
    assert list(spread(late_square, [], 3)) == []


def test_more_than_a_pipe_holds() -> None:
    assert list(spread(swallow, [b"x" * 3_000_000] * 5, 2)) == [3_000_000] * 5


def test_an_error_is_raised_again() -> None:
    with pytest.raises(SourceError, match="three"):
        list(spread(picky, [1, 2, 3, 4, 5], 2))
    assert active_children() == []


@pytest.mark.parametrize("values", [[1, 3], [1, 2, 3, 4, 5], [3, 3, 3, 3]])
def test_a_death_is_noticed(values: list[int]) -> None:
    with pytest.raises(CivicgraphError, match="died"):
        list(spread(fatal, values, 2))
    assert active_children() == []


def test_an_error_tells_its_place() -> None:
    with pytest.raises(SourceError) as raised:
        list(spread(picky, [2, 3], 2))
    assert "in picky" in "".join(raised.value.__notes__)


def test_one_process_is_this_one() -> None:
    assert list(spread(lambda _: os.getpid(), [1, 2], 1)) == [os.getpid()] * 2
    assert os.getpid() not in set(spread(lambda _: os.getpid(), [1, 2], 2))


def test_beside_another_thread_nothing_is_forked() -> None:
    over = threading.Event()
    other = threading.Thread(target=over.wait)
    other.start()
    try:
        assert list(spread(lambda _: os.getpid(), [1, 2], 2)) == [os.getpid()] * 2
    finally:
        over.set()
        other.join()


def opened(_: int) -> list[str]:
    """The files that this process has open."""
    handles = (Path("/proc/self/fd") / name for name in os.listdir("/proc/self/fd"))
    return [os.readlink(handle) for handle in handles if os.path.lexists(handle)]


def test_a_process_keeps_nothing_of_the_parents_open(tmp_path: Path) -> None:
    with (tmp_path / "lock").open("w"):
        found = {n: list(spread(opened, [1, 2], n)) for n in (1, 2)}
    assert [any(str(tmp_path) in name for files in found[n] for name in files) for n in (1, 2)] == [True, False]


def test_leaving_early_ends_the_processes() -> None:
    results = spread(late_square, range(1, 9), 2)
    assert next(results) == 1
    results.close()  # type: ignore[attr-defined]
    assert active_children() == []


def test_a_piece_of_work_is_done_meanwhile() -> None:
    with meanwhile(os.getpid, 2) as other:
        assert other() != os.getpid()
    with meanwhile(os.getpid, 1) as same:
        assert same() == os.getpid()
    assert active_children() == []


def test_what_fails_meanwhile_is_told_when_it_is_asked_for() -> None:
    with meanwhile(partial(picky, 3), 2) as failed, pytest.raises(SourceError, match="three"):
        failed()
    with meanwhile(partial(fatal, 3), 2) as died, pytest.raises(CivicgraphError, match="died"):
        died()


def test_work_that_nobody_waits_for_is_ended() -> None:
    with pytest.raises(SourceError), meanwhile(partial(time.sleep, 60), 2):
        picky(3)
    assert active_children() == []
