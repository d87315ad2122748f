"""Questions in other processes: limits, replacement, a new build under way, and the end."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kg.errors import QueryError, QueryLimit, StoreError
from kg.store.base import BindingsFormat, Question
from kg.store.pool import Pool
from kg.store.process import Nursery, Worker
from kg.store.rows import ask, rows
from kg.store.snapshots import open_snapshot
from kg.store.writer import Writer

PATTERNS = " . ".join(f"?a{at} ?b{at} ?c{at}" for at in range(9))
RUNAWAY = f"SELECT (COUNT(*) AS ?n) {{ {PATTERNS} }}"
TOTAL = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"


def publish(store: Path, size: int) -> str:
    with Writer(store, small=0) as writer:
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


def becomes(true: Callable[[], bool], seconds: float = 30.0) -> bool:
    """Does it become true within some seconds?"""
    until = time.monotonic() + seconds
    while not true() and time.monotonic() < until:
        time.sleep(0.02)
    return true()


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
    with Pool(store, workers=2, patience=30) as pool:  # three ask two workers, on a machine that may be slow
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
            assert becomes(lambda size=size: total(pool) == size)
        done.set()
        for thread in threads:
            thread.join()
        assert pool.build() == pool.snapshot.build_id
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


@pytest.mark.parametrize("in_memory", [0, 100])
def test_a_store_that_cannot_be_opened_is_said_at_once(tmp_path: Path, in_memory: int) -> None:
    with pytest.raises(StoreError, match="run `civicgraph build"):
        Pool(tmp_path / "nothing")
    store = tmp_path / "store"
    publish(store, 3)
    snapshot = open_snapshot(store)
    assert snapshot.engine
    for path in [*snapshot.engine.glob("*.sst"), snapshot.graph]:
        path.write_bytes(b"\0" * path.stat().st_size)
    fault = r"cannot be opened|damaged|cannot be read"
    with pytest.raises(StoreError, match=fault), Pool(store, workers=1, in_memory=in_memory) as pool:
        total(pool)


LARGE = "SELECT ?a ?b ?c ?d { ?a ?p ?b . ?c ?q ?d } LIMIT 9000"
ENDLESS = "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n ?o }"


@pytest.fixture
def wide(tmp_path: Path) -> Iterator[Pool]:
    publish(tmp_path / "store", 100)
    with Pool(tmp_path / "store", workers=1, timeout=1.5, most=400 << 20) as pool:
        yield pool


@pytest.mark.parametrize("form", ["json", "xml", "csv", "tsv"])
def test_a_large_answer_comes_in_pieces_and_is_the_same(wide: Pool, form: BindingsFormat) -> None:
    question = Question(LARGE, bindings=form)
    stream = wide.stream(question)
    assert not stream.whole
    pieces = list(stream.pieces)
    assert len(pieces) >= 3
    assert b"".join(pieces) == wide.answer(question).body
    assert wide.idle == 1


def test_a_stream_that_goes_past_the_limit_raises_where_it_breaks(wide: Pool) -> None:
    stream = wide.stream(Question(ENDLESS))
    pids, taken = wide.pids, []
    with pytest.raises(QueryLimit) as raised:
        taken.extend(stream.pieces)
    assert raised.value.limit == "time"
    assert taken
    assert becomes(lambda: wide.idle == 1)
    assert wide.pids != pids
    assert total(wide) == 100


def test_a_stream_may_be_left(wide: Pool) -> None:
    for leave in (lambda stream: stream.pieces.close(), lambda stream: next(iter(stream.pieces)), id):
        stream = wide.stream(Question(ENDLESS))
        leave(stream)
        del stream
        assert becomes(lambda: wide.idle == 1)
        assert total(wide) == 100


def test_who_leaves_frees_the_worker(wide: Pool) -> None:
    begun = time.monotonic()
    with pytest.raises(QueryLimit) as raised:
        wide.stream(Question(RUNAWAY), lambda: True)
    assert raised.value.limit == "left"
    assert time.monotonic() - begun < 1.2
    assert total(wide) == 100


def test_the_process_that_holds_the_graph_may_die(small: Pool) -> None:
    nursery = small._builds.current
    os.kill(nursery.pid, signal.SIGKILL)
    assert gone(nursery.pid)
    assert total(small) == 9
    for pid in small.pids:
        os.kill(pid, signal.SIGKILL)
        assert gone(pid)
    assert [total(small) for _ in range(4)] == [9, 9, 9, 9]


def test_no_handle_is_lost(small: Pool) -> None:
    def handles() -> int:
        return len(list(Path("/proc/self/fd").iterdir()))

    for _ in range(2):
        os.kill(small.pids[-1], signal.SIGKILL)
        total(small)
    before = handles()
    for _ in range(20):
        for pid in small.pids:
            os.kill(pid, signal.SIGKILL)
        total(small)
    assert becomes(lambda: small.idle == 2)
    assert handles() <= before + 2
    nursery = small._builds.current.pid
    children = Path(f"/proc/{nursery}/task/{nursery}/children").read_text("utf8").split()
    assert len(children) <= 2


def test_a_worn_out_worker_is_replaced(published: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.store.pool.RECYCLE", 3)
    with Pool(published, workers=1) as pool:
        pids = set(pool.pids)
        for _ in range(7):
            assert total(pool) == 9
            assert becomes(lambda: pool.idle == 1)
            pids.update(pool.pids)
    assert len(pids) == 3


def test_a_worker_starts_quickly(published: Path) -> None:
    """Forked from a nursery, which imports little; a shared machine gets ten times the target of 0.05 s."""
    nursery = Nursery(open_snapshot(published), 1 << 20, in_memory=100)
    nursery.wait_ready()
    begun = time.monotonic()
    worker = Worker(nursery, 2 << 30)
    worker.wait_ready()
    took = time.monotonic() - begun
    nursery.close()
    worker.dispose()
    assert gone(nursery.pid)
    assert took < 0.5
    loaded = "import kg.store.nursery, sys; print(*sys.modules)"
    modules = subprocess.run([sys.executable, "-c", loaded], capture_output=True, text=True, check=True).stdout.split()
    assert not {"rdflib", "spacy", "flask", "yaml"} & set(modules)
