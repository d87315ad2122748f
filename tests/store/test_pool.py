"""Questions in other processes: limits, replacement, a new build under way, and the end."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.errors import QueryError, QueryLimit, StoreError
from kg.store.base import Question
from kg.store.pool import Pool
from kg.store.process import Worker
from kg.store.rows import ask, rows
from kg.store.snapshots import open_snapshot
from kg.store.writer import Writer

PATTERNS = " . ".join(f"?a{at} ?b{at} ?c{at}" for at in range(9))
RUNAWAY = f"SELECT (COUNT(*) AS ?n) {{ {PATTERNS} }}"
TOTAL = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"


def publish(store: Path, size: int) -> str:
    with Writer(store) as writer:
        writer.write_quads(f'<x:{at}> <x:p> "{at}" <x:g> .' for at in range(size))
        return writer.publish({})


def total(pool: Pool) -> int:
    return int(rows(pool, TOTAL)[0]["n"].value)


@pytest.fixture
def small(published: Path) -> Iterator[Pool]:
    with Pool(published, workers=2, timeout=1.0, patience=0.4) as pool:
        yield pool


def gone(pid: int, seconds: float = 5.0) -> bool:
    """Does the process end within some seconds?"""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        state = Path(f"/proc/{pid}/stat")
        if not state.exists() or state.read_text("utf8").rpartition(")")[2].split()[0] == "Z":
            return True
        time.sleep(0.02)
    return False


def test_a_runaway_query_is_stopped_and_others_go_on(small: Pool) -> None:
    faults: list[QueryLimit] = []

    def run_away() -> None:
        with pytest.raises(QueryLimit) as raised:
            small.answer(Question(RUNAWAY))
        faults.append(raised.value)

    thread = threading.Thread(target=run_away)
    begun = time.monotonic()
    thread.start()
    answered = 0
    while thread.is_alive():
        assert ask(small, "ASK {}")
        answered += 1
    assert time.monotonic() - begun < 3
    assert answered > 20
    assert [fault.limit for fault in faults] == ["time"]
    assert ask(small, "ASK {}")


def test_a_question_may_ask_for_less_time_but_not_more(small: Pool) -> None:
    for asked, most in ((0.2, 0.9), (60.0, 3.0)):
        begun = time.monotonic()
        with pytest.raises(QueryLimit, match=r"longer than (0\.2|1) s"):
            small.answer(Question(RUNAWAY, timeout=asked))
        assert time.monotonic() - begun < most


def test_when_all_are_busy_the_wait_is_short(small: Pool) -> None:
    def run_away() -> None:
        with pytest.raises(QueryLimit):
            small.answer(Question(RUNAWAY))

    threads = [threading.Thread(target=run_away) for _ in range(2)]
    for thread in threads:
        thread.start()
    time.sleep(0.2)
    with pytest.raises(QueryLimit) as raised:
        small.answer(Question("ASK {}"))
    assert raised.value.limit == "busy"
    for thread in threads:
        thread.join()


def test_memory_is_limited(published: Path) -> None:
    bomb = "'aaaaaaaaaaaaaaaaaaaa'"
    for _ in range(7):
        bomb = f"REPLACE({bomb}, 'a', 'aaaaaaaaaaaaaaaaaaaa')"
    with Pool(published, workers=1, memory=300 << 20, timeout=20) as pool:
        before = pool.pids
        with pytest.raises(QueryLimit) as raised:
            pool.answer(Question(f"SELECT (STRLEN({bomb}) AS ?n) {{}}"))
        assert raised.value.limit == "memory"
        assert total(pool) == 9
        assert pool.pids != before


def test_an_answer_has_a_size_limit(published: Path) -> None:
    with Pool(published, workers=1, most=300) as pool:
        with pytest.raises(QueryLimit) as raised:
            pool.answer(Question("SELECT * { ?s ?p ?o }"))
        assert raised.value.limit == "size"
        with pytest.raises(QueryLimit):
            pool.answer(Question("CONSTRUCT WHERE { ?s ?p ?o }"))
        assert ask(pool, "ASK {}")


@pytest.mark.parametrize(
    "query",
    [
        "ASK " + "{" * 40_000 + "}" * 40_000,
        "SELECT (" + "STR(" * 15_000 + "1" + ")" * 15_000 + " AS ?x) {}",
        "SELECT (" + "+".join("1" * 20_000) + " AS ?x) {}",
        "ASK { FILTER(" + "!" * 50_000 + "true) }",
    ],
    ids=["braces", "calls", "sums", "nots"],
)
def test_deep_nesting_harms_nobody(small: Pool, query: str) -> None:
    """Answered, malformed or too slow, but never the end of a process that had time left."""
    pids, limit = small.pids, None
    try:
        small.answer(Question(query))
    except QueryError:
        limit = None
    except QueryLimit as error:
        limit = error.limit
    assert limit in (None, "time")
    assert limit == "time" or small.pids == pids
    assert ask(small, "ASK {}")


def test_an_idle_worker_that_died_is_replaced_unnoticed(small: Pool) -> None:
    for pid in small.pids:
        os.kill(pid, signal.SIGKILL)
        assert gone(pid)
    assert [total(small) for _ in range(3)] == [9, 9, 9]


def test_a_new_build_is_noticed_and_no_question_is_lost(tmp_path: Path) -> None:
    store = tmp_path / "store"
    publish(store, 3)
    seen: list[int] = []
    with Pool(store, workers=2) as pool:
        done = threading.Event()

        def keep_asking() -> None:
            while not done.is_set():
                seen.append(total(pool))

        threads = [threading.Thread(target=keep_asking) for _ in range(2)]
        for thread in threads:
            thread.start()
        for size in (5, 8):
            time.sleep(0.3)
            publish(store, size)
            assert total(pool) == size
        done.set()
        for thread in threads:
            thread.join()
        assert not pool.refresh()
        assert pool.snapshot.manifest["quads"] == 8
    assert set(seen) >= {3, 5}
    assert set(seen) <= {3, 5, 8}


def test_workers_end_with_their_pool_and_with_their_parent(published: Path) -> None:
    pool = Pool(published, workers=2)
    pids = pool.pids
    pool.close()
    assert all(gone(pid) for pid in pids)
    with pytest.raises(StoreError, match="closed"):
        pool.answer(Question("ASK {}"))
    code = (
        "import sys; from pathlib import Path; from kg.store.pool import Pool; from kg.store.base import Question\n"
        "import threading; pool = Pool(Path(sys.argv[1]), workers=2, timeout=60)\n"
        "print(*pool.pids, flush=True)\n"
        "threading.Thread(target=pool.answer, args=(Question(sys.argv[2]),), daemon=True).start()\n"
        "sys.stdin.read()\n"
    )
    command = [sys.executable, "-c", code, str(published), RUNAWAY]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as parent:
        assert parent.stdout is not None
        pids = [int(pid) for pid in parent.stdout.readline().split()]
        time.sleep(0.3)
        parent.kill()
    assert len(pids) == 2
    assert all(gone(pid) for pid in pids)


def test_a_store_that_cannot_be_opened_is_said_at_once(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="run `civicgraph build"):
        Pool(tmp_path / "nothing")
    store = tmp_path / "store"
    publish(store, 3)
    for sst in open_snapshot(store).engine.glob("*.sst"):
        sst.write_bytes(b"\0" * sst.stat().st_size)
    with pytest.raises(StoreError, match=r"cannot be opened|damaged"), Pool(store, workers=1) as pool:
        total(pool)


def test_a_worker_starts_quickly(published: Path) -> None:
    """The target is 0.3 s; a shared machine gets ten times that."""
    begun = time.monotonic()
    worker = Worker(open_snapshot(published), 2 << 30, 1 << 20)
    worker.wait_ready()
    took = time.monotonic() - begun
    worker.dispose()
    assert took < 3
    loaded = "import kg.store.worker, sys; print(*sys.modules)"
    modules = subprocess.run([sys.executable, "-c", loaded], capture_output=True, text=True, check=True).stdout.split()
    assert not {"rdflib", "spacy", "flask", "yaml"} & set(modules)
