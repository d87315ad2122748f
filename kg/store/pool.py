"""A View whose questions are answered by worker processes, so that no query can harm or hold up another.

A worker that goes past a limit is killed and replaced. When a new build is published, the next questions go to new
workers; a question that is being answered ends on the build it began with.
"""

from __future__ import annotations

import contextlib
import queue
import threading
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from kg.errors import QueryLimit, StoreError
from kg.store.base import Answer, Question
from kg.store.guard import check_size
from kg.store.messages import ClosedError, LateError, UnheardError
from kg.store.oxigraph import MOST_BODY
from kg.store.process import Worker
from kg.store.snapshots import Snapshot, open_snapshot


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
    ) -> None:
        """Start the workers and wait until they can answer. Raises StoreError when there is nothing to open.

        `timeout` is the seconds of a query, `memory` the bytes that a worker may take beyond its opened store,
        `most` the bytes of an answer, `patience` the seconds that a question waits for a free worker.
        """
        self.store, self.timeout, self.memory, self.most, self.patience = store, timeout, memory, most, patience
        self._lock = threading.Lock()
        self._closed = False
        self._idle: queue.LifoQueue[_Slot] = queue.LifoQueue()
        self._stamp, self._snapshot = _published(store)
        self._slots = [_Slot(Worker(self._snapshot, memory, most)) for _ in range(workers)]
        try:
            for slot in self._slots:
                assert slot.worker is not None
                slot.worker.wait_ready()
        except BaseException:
            for slot in self._slots:
                _empty(slot)
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
        return self._snapshot

    def build(self) -> str:
        """The id of the build that a question asked now would be answered from."""
        self.refresh()
        return self._snapshot.build_id

    @property
    def pids(self) -> list[int]:
        """The processes of the workers, for health checks."""
        return [slot.worker.pid for slot in self._slots if slot.worker is not None]

    def answer(self, question: Question) -> Answer:
        """Answer within the limits. Raises QueryError, QueryRefused, QueryLimit ("time", "memory", "size", "busy")."""
        check_size(question.text)
        if self._closed:
            raise StoreError(f"{self.store}: this view has been closed")
        self.refresh()
        try:
            slot = self._idle.get(timeout=self.patience)
        except queue.Empty:
            raise QueryLimit("all query workers are busy; ask again in a moment", "busy") from None
        try:
            for _ in range(
                2
            ):  # a worker may die idle, between our look and the question: that is not the question's fault
                with contextlib.suppress(UnheardError):
                    return self._ask(self._ready(slot), question)
            raise QueryLimit("query workers are dying as soon as they start; see the log", "busy")
        finally:
            self._give_back(slot)

    def refresh(self) -> bool:
        """Look whether another build has been published, and answer from that from now on; True when it has."""
        if _stamp(self.store) == self._stamp:
            return False
        with self._lock:
            before = self._snapshot.build_id
            self._stamp, self._snapshot = _published(self.store)
            return self._snapshot.build_id != before

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

    def _ready(self, slot: _Slot) -> Worker:
        """The slot's worker, or a new one when that is dead or has an older build open."""
        worker = slot.worker
        if worker is not None and worker.alive and worker.clean and worker.build_id == self._snapshot.build_id:
            return worker
        _empty(slot)
        with self._lock:
            if self._closed:
                raise StoreError(f"{self.store}: this view has been closed")
            worker = slot.worker = Worker(self._snapshot, self.memory, self.most)
        try:
            worker.wait_ready()
        except BaseException:
            _empty(slot)
            raise
        return worker

    def _ask(self, worker: Worker, question: Question) -> Answer:
        seconds = self.timeout if question.timeout is None else min(question.timeout, self.timeout)
        try:
            return worker.ask(question, time.monotonic() + seconds)
        except LateError:
            raise QueryLimit(f"the query took longer than {seconds:g} s and was stopped; narrow it", "time") from None
        except UnheardError:
            raise
        except ClosedError:
            if self._closed:
                raise StoreError(f"{self.store}: this view was closed while a query ran") from None
            fault = f"the query needed more than the {self.memory >> 20} MB it may have and was stopped; narrow it"
            raise QueryLimit(fault, "memory") from None

    def _give_back(self, slot: _Slot) -> None:
        """Make the slot free again; a worker that had to die is replaced first, in the background."""
        if self._closed:
            _empty(slot)
        elif slot.worker is None or slot.worker.clean:
            self._idle.put(slot)
        else:
            threading.Thread(target=self._replace, args=(slot,), daemon=True).start()

    def _replace(self, slot: _Slot) -> None:
        with contextlib.suppress(StoreError):  # the next question in this slot tries again and reports it
            self._ready(slot)
        self._idle.put(slot)
        if self._closed:
            _empty(slot)


def _empty(slot: _Slot) -> None:
    """End the slot's worker, if it has one."""
    worker, slot.worker = slot.worker, None
    if worker is not None:
        worker.dispose()


def _stamp(store: Path) -> tuple[int, int] | None:
    """What changes whenever another build is published; cheap enough for every question."""
    try:
        found = (store / "current").stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_ino


def _published(store: Path) -> tuple[tuple[int, int] | None, Snapshot]:
    """The stamp, taken first so that a switch in between is noticed the next time, and the build."""
    return _stamp(store), open_snapshot(store)
