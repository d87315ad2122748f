"""A View whose questions are answered by worker processes, so that no query can harm or hold up another.

A worker that goes past a limit is killed and replaced. When a new build is published it is read in the background, and
then the next questions go to workers of that; a question that is being answered ends on the build it began with.
"""

from __future__ import annotations

import contextlib
import queue
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from kg.errors import CivicgraphError, QueryLimit, StoreError
from kg.store.base import Answer, Kind, Pieces, Question, Stream, WholePieces, never
from kg.store.builds import Builds
from kg.store.guard import check_size
from kg.store.messages import ClosedError, LateError, LeftError, Patience, UnheardError
from kg.store.oxigraph import MOST_BODY
from kg.store.process import Worker
from kg.store.snapshots import Snapshot

RECYCLE = 5000
"""Questions after which a worker is replaced, so that memory it did not give back is let go."""
IN_MEMORY = 5_000_000
"""Quads up to which a graph is held in memory."""
_FATES = (LateError, LeftError, ClosedError)


@dataclass(eq=False, slots=True)
class _Slot:
    """A place for one worker; empty while it is being replaced."""

    worker: Worker | None = None


class Pool:
    """Answers from the current build of a store with `workers` processes; thread-safe."""

    def __init__(
        self,
        store: Path,
        workers: int = 4,
        *,
        timeout: float = 10.0,
        memory: int = 2 << 30,
        most: int = MOST_BODY,
        patience: float = 2.0,
        in_memory: int = IN_MEMORY,
    ) -> None:
        """Start the workers and wait until they can answer. Raises StoreError when there is nothing to open.

        `timeout` is the seconds of a query, `memory` the bytes that a worker may take beyond its opened store, `most`
        the bytes of an answer, `patience` the seconds that a question waits for a free worker. A graph of at most
        `in_memory` quads, or one that is not on disk for RocksDB, is held in memory.
        """
        self.store, self.timeout, self.memory, self.most, self.patience = store, timeout, memory, most, patience
        self.counts: Counter[str] = Counter()
        self._lock = threading.Lock()
        self._closed = False
        self._idle: queue.LifoQueue[_Slot] = queue.LifoQueue()
        self._builds = Builds(store, most, in_memory, self._renew)
        self._slots = [_Slot() for _ in range(workers)]
        try:
            for slot in self._slots:
                self._ready(slot)
        except BaseException:
            self.close()
            raise
        for slot in self._slots:
            self._idle.put(slot)

    def __enter__(self) -> Self:
        """The pool itself; it is closed at the end."""
        return self

    def __exit__(self, *error: object) -> None:
        """Close."""
        self.close()

    @property
    def snapshot(self) -> Snapshot:
        """The build that new questions are answered from."""
        return self._builds.current.snapshot

    def build(self) -> str:
        """The id of that build."""
        self._builds.look()
        return self._builds.build_id

    @property
    def pids(self) -> list[int]:
        """The processes of the workers."""
        return [slot.worker.pid for slot in self._slots if slot.worker is not None]

    @property
    def idle(self) -> int:
        """How many workers have nothing to do."""
        return self._idle.qsize()

    def answer(self, question: Question) -> Answer:
        """Answer within the limits. Raises QueryError, QueryRefused, QueryLimit ("time", "memory", "size", "busy")."""
        stream = self.stream(question)
        return Answer(stream.kind, stream.format, b"".join(stream.pieces))

    def stream(self, question: Question, left: Callable[[], bool] = never) -> Stream:
        """The answer as soon as its first piece is there. Raises like `answer`; so does reading the pieces."""
        check_size(question.text)
        self._builds.look()
        slot = self._free_slot()
        run = _Run(self, slot, question, left)
        try:
            kind, first = run.first()
        except BaseException:
            self._give_back(slot)
            raise
        form = question.graph if kind == "graph" else question.bindings
        if run.over:
            self._give_back(slot)
            return Stream(kind, form, WholePieces(first), whole=True)
        return Stream(kind, form, _Rest(first, run.rest(), lambda: self._give_back(slot)), whole=False)

    def close(self) -> None:
        """End the workers; a question that is being answered fails with StoreError."""
        with self._lock:
            self._closed = True
            for slot in self._slots:
                if slot.worker is not None:
                    slot.worker.stop()
        with contextlib.suppress(queue.Empty):
            while True:
                _empty(self._idle.get_nowait())
        self._builds.close()

    def _free_slot(self) -> _Slot:
        if self._closed:
            raise StoreError(f"{self.store}: this view has been closed")
        try:
            return self._idle.get(timeout=self.patience)
        except queue.Empty:
            self.counts["busy"] += 1
            raise QueryLimit("all query workers are busy; ask again in a moment", "busy") from None

    def _ready(self, slot: _Slot) -> Worker:
        """The slot's worker, or a new one when that is dead, worn out, or has an older build open."""
        worker = slot.worker
        if worker is not None and self._is_fresh(worker) and worker.alive:
            return worker
        _empty(slot)
        nursery = self._builds.current
        with self._lock:
            if self._closed:
                raise StoreError(f"{self.store}: this view has been closed")
            worker = slot.worker = Worker(nursery, self.memory)
        self.counts["started"] += 1
        try:
            worker.wait_ready()
        except BaseException:
            _empty(slot)
            raise
        return worker

    def _is_fresh(self, worker: Worker) -> bool:
        return worker.clean and worker.asked < RECYCLE and worker.build_id == self._builds.build_id

    def _give_back(self, slot: _Slot) -> None:
        """Make the slot free again; a worker that is of no more use is replaced first, in the background."""
        worker = slot.worker
        if self._closed:
            _empty(slot)
        elif worker is None or self._is_fresh(worker):
            self._idle.put(slot)
            if worker is not None and not self._is_fresh(worker):  # another build came in between
                self._renew()
        else:
            worker.stop()
            threading.Thread(target=self._replace, args=(slot,), daemon=True).start()

    def _replace(self, slot: _Slot) -> None:
        with contextlib.suppress(StoreError):  # the next question in this slot tries again and reports it
            self._ready(slot)
        self._give_back(slot)

    def _renew(self) -> None:
        """Replace the idle workers of an older build, so that its memory is let go."""
        slots: list[_Slot] = []
        with contextlib.suppress(queue.Empty):
            while True:
                slots.append(self._idle.get_nowait())
        for slot in slots:
            self._give_back(slot)


class _Run:
    """One question in one slot, from the first look at its worker to the last piece."""

    def __init__(self, pool: Pool, slot: _Slot, question: Question, left: Callable[[], bool]) -> None:
        self.pool, self.slot, self.question = pool, slot, question
        self.seconds = pool.timeout if question.timeout is None else min(question.timeout, pool.timeout)
        self.left = left
        self.worker: Worker | None = None

    @property
    def over(self) -> bool:
        """Has all been said?"""
        return self.worker is None or self.worker.clean

    def first(self) -> tuple[Kind, bytes]:
        """The first piece. A worker may die idle, between our look and the question: then another one is asked."""
        for _ in range(2):
            self.worker = self.pool._ready(self.slot)
            self.patience = Patience(time.monotonic() + self.seconds, self.left)
            try:
                found = self.worker.ask(self.question, self.patience)
            except UnheardError:
                continue
            except _FATES as error:
                raise self._explained(error) from None
            self.pool.counts["answered"] += self.over
            return found
        raise QueryLimit("query workers are dying as soon as they start; see the log", "busy")

    def rest(self) -> Iterator[bytes]:
        """The other pieces."""
        assert self.worker is not None
        try:
            yield from self.worker.rest(self.patience)
        except _FATES as error:
            raise self._explained(error) from None
        self.pool.counts["answered"] += self.over

    def _explained(self, fate: Exception) -> CivicgraphError:
        """What happened to the process, as what it means for the query."""
        counts = self.pool.counts
        if isinstance(fate, LateError):
            counts["time"] += 1
            return QueryLimit(f"the query took longer than {self.seconds:g} s and was stopped; narrow it", "time")
        if isinstance(fate, LeftError):
            counts["left"] += 1
            return QueryLimit("nobody waits for the answer any longer", "left")
        if self.pool._closed:
            return StoreError(f"{self.pool.store}: this view was closed while a query ran")
        counts["memory"] += 1
        most = self.pool.memory >> 20
        return QueryLimit(f"the query needed more than the {most} MB it may have and was stopped; narrow it", "memory")


class _Rest(Pieces):
    """The pieces of an answer that is still being made; `done` is called once, at its end or when it is closed."""

    def __init__(self, first: bytes, rest: Iterator[bytes], done: Callable[[], None]) -> None:
        self._first, self._rest, self._done = first, rest, done
        self._is_done = False

    def __iter__(self) -> Iterator[bytes]:
        try:
            yield self._first
            yield from self._rest
        finally:
            self.close()

    def close(self) -> None:
        if not self._is_done:
            self._is_done = True
            self._done()

    __del__ = close  # a worker must not be lost with a stream that nobody read


def _empty(slot: _Slot) -> None:
    """End the slot's worker, if it has one."""
    worker, slot.worker = slot.worker, None
    if worker is not None:
        worker.dispose()
