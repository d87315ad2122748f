"""The processes of one build as the pool sees them: the nursery that holds the graph, and its workers."""

from __future__ import annotations

import contextlib
import fcntl
import json
import os
import select
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from typing import Any

from kg.errors import StoreError
from kg.store.base import Kind, Question
from kg.store.messages import PIECES, ClosedError, Inbox, LateError, Patience, UnheardError, from_message, packed, send
from kg.store.snapshots import Snapshot

_PIECES = {head: told for told, head in PIECES.items()}
START = 30.0
"""Seconds that a worker may take to start on a busy machine."""
WIDTH = 1 << 18
"""Bytes of an answer that a worker may be ahead of whoever reads it, where the system allows that (Linux)."""
LOAD = 600.0
"""Seconds that reading the whole graph into memory may take."""


class Nursery:
    """The process that holds one build. It ends when it is closed and its last worker has been disposed of."""

    def __init__(self, snapshot: Snapshot, most: int, in_memory: int) -> None:
        """Start the process; a graph of at most `in_memory` quads, or without a RocksDB folder, is held in memory."""
        self.snapshot = snapshot
        self.held = snapshot.engine is None or snapshot.manifest.get("quads", 0) <= in_memory
        self._control, theirs = socket.socketpair()
        graph = str(snapshot.graph) if self.held else ""
        arguments = [str(theirs.fileno()), graph, str(snapshot.engine or ""), str(most)]
        command = [sys.executable, "-m", "kg.store.nursery", *arguments]
        with theirs:
            self._process = subprocess.Popen(
                command, pass_fds=[theirs.fileno()], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL
            )
        self._lock = threading.Lock()
        self._workers = 0
        self._closed = False

    def wait_ready(self) -> None:
        """Return when the graph has been read. Raises StoreError when it cannot be."""
        _check(self._heard(LOAD))

    @property
    def alive(self) -> bool:
        """Can workers still be forked?"""
        return not self._closed and self._process.poll() is None

    @property
    def pid(self) -> int:
        """The process id."""
        return self._process.pid

    def fork(self, pipes: Sequence[int], memory: int) -> int:
        """A new worker on its ends of three pipes (`Post`); returns its process id. Raises StoreError."""
        with self._lock:
            try:
                socket.send_fds(self._control, [_line({"memory": memory})], pipes)
            except OSError as error:
                raise StoreError("the process that holds the graph has ended; see the log") from error
            pid = self._heard(START)["pid"]
            self._workers += 1
            return int(pid)

    def bury(self, pid: int) -> None:
        """Let the process id of a worker that has ended be used again, and end with the last one if closed."""
        with self._lock:
            self._workers -= 1
            with contextlib.suppress(OSError):
                self._control.sendall(_line({"bury": pid}))
            if self._closed and not self._workers:
                self._end()

    def close(self) -> None:
        """No more workers; end when there are none."""
        with self._lock:
            self._closed = True
            if not self._workers:
                self._end()

    def _end(self) -> None:
        self._control.close()
        try:
            self._process.wait(START)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()

    def _heard(self, seconds: float) -> dict[str, Any]:
        """The next line from the process. Raises StoreError when it is silent or gone."""
        self._control.settimeout(seconds)
        line = b""
        try:
            while not line.endswith(b"\n"):
                piece = self._control.recv(1 << 16)
                if not piece:
                    break
                line += piece
        except OSError as error:
            raise StoreError("the process that holds the graph does not answer; see the log") from error
        if not line:
            raise StoreError("the process that holds the graph did not start; its own message is in the log")
        found: dict[str, Any] = json.loads(line)
        return found


def _widen(pipe: int) -> None:
    """Let a pipe hold more, so that its writer need not wait for each piece to be read."""
    if sys.platform == "linux":
        with contextlib.suppress(PermissionError):  # somebody holds very many pipes
            fcntl.fcntl(pipe, fcntl.F_SETPIPE_SZ, WIDTH)


def _check(told: dict[str, Any]) -> None:
    """Raise what a process tells when it could not start."""
    if "error" in told:
        raise from_message(told)


def _line(order: dict[str, int]) -> bytes:
    return json.dumps(order).encode() + b"\n"


class Worker:
    """One process on one build. Not thread-safe: the pool hands it to one caller at a time."""

    clean = True
    """Has every question that was asked been answered to its end? If not, the process is of no use any more."""
    asked = 0
    """How many questions it was given."""

    def __init__(self, nursery: Nursery, memory: int) -> None:
        """Fork the process; `wait_ready` tells when it can answer. Raises StoreError."""
        self.nursery = nursery
        theirs, self._asks = os.pipe()
        self._begun, marks = os.pipe()
        self._replies, answers = os.pipe()
        _widen(answers)
        os.set_blocking(self._asks, False)
        self._inbox = Inbox(self._replies)
        try:
            self.pid = nursery.fork([theirs, marks, answers], memory)
        except BaseException:
            self._close()
            raise
        finally:
            for pipe in (theirs, marks, answers):
                os.close(pipe)

    @property
    def build_id(self) -> str:
        """The build it answers from."""
        return self.nursery.snapshot.build_id

    @property
    def alive(self) -> bool:
        """Is the process still running?"""
        poll = select.poll()
        poll.register(self._replies, 0)
        return not poll.poll(0)

    def wait_ready(self) -> None:
        """Return when the process can answer. Raises StoreError when it cannot."""
        try:
            head, _ = self._inbox.receive(Patience(time.monotonic() + START))
        except (ClosedError, LateError) as error:
            raise StoreError("a query worker did not start; its own message is in the log before this one") from error
        _check(json.loads(head))

    def ask(self, question: Question, patience: Patience) -> tuple[Kind, bytes]:
        """One question; returns the first piece of the answer, which is whole when the worker is `clean` again.

        Raises what the worker reports, LateError, LeftError, UnheardError when the process had died before, ClosedError
        when it died of the question.
        """
        self.clean = False
        self.asked += 1
        try:
            send(self._asks, packed(question), patience=patience)
        except ClosedError as error:
            raise UnheardError from error
        try:
            return self._piece(patience)
        except ClosedError as error:
            if len(os.read(self._begun, self.asked)) < self.asked:
                raise UnheardError from error
            raise

    def rest(self, patience: Patience) -> Iterator[bytes]:
        """The other pieces of the answer. Raises like `ask`."""
        while not self.clean:
            yield self._piece(patience)[1]

    def _piece(self, patience: Patience) -> tuple[Kind, bytes]:
        head, piece = self._inbox.receive(patience)
        told = _PIECES.get(head)
        if told is None:
            self.clean = True
            raise from_message(json.loads(head))
        kind, self.clean = told
        return kind, piece

    def stop(self) -> None:
        """End the process; another thread that waits for its reply gets ClosedError."""
        with contextlib.suppress(ProcessLookupError):
            os.kill(self.pid, signal.SIGKILL)  # the id is still its own: nobody buries it before `dispose`

    def dispose(self) -> None:
        """End the process and close the pipes."""
        self.stop()
        self._close()
        self.nursery.bury(self.pid)

    def _close(self) -> None:
        for pipe in (self._asks, self._begun, self._replies):
            os.close(pipe)
