"""One worker process as the pool sees it: start it, ask it, end it."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from dataclasses import asdict

from kg.errors import StoreError
from kg.store.base import Answer, Question
from kg.store.messages import ClosedError, LateError, UnheardError, from_message, receive, send
from kg.store.snapshots import Snapshot

START = 30.0
"""Seconds that a worker may take to start on a busy machine."""


class Worker:
    """One process on one build. Not thread-safe: the pool hands it to one caller at a time."""

    clean = True
    """Has every question that was asked been answered? If not, the process is of no use any more."""

    def __init__(self, snapshot: Snapshot, memory: int, most: int) -> None:
        """Start the process; `wait_ready` tells when it can answer."""
        self.build_id = snapshot.build_id
        command = [sys.executable, "-m", "kg.store.worker", str(snapshot.engine), str(memory), str(most)]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=0)
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._asks, self._replies = self._process.stdin, self._process.stdout
        os.set_blocking(self._asks.fileno(), False)

    @property
    def pid(self) -> int:
        """The process id."""
        return self._process.pid

    @property
    def alive(self) -> bool:
        """Is the process still running?"""
        return self._process.poll() is None

    def wait_ready(self) -> None:
        """Return when the process has opened its build. Raises StoreError when it cannot."""
        try:
            head, _ = receive(self._replies.fileno(), time.monotonic() + START)
        except (ClosedError, LateError) as error:
            raise StoreError("a query worker did not start; its own message is in the log before this one") from error
        if "error" in head:
            raise from_message(head)

    def ask(self, question: Question, deadline: float) -> Answer:
        """One question. Raises what the worker reports, LateError at the deadline, UnheardError when the
        process had died before, ClosedError when it died of the question.
        """
        self.clean = False
        try:
            send(self._asks.fileno(), asdict(question), deadline=deadline)
            receive(self._replies.fileno(), deadline)
        except ClosedError as error:
            raise UnheardError from error
        head, body = receive(self._replies.fileno(), deadline)
        self.clean = True
        if "error" in head:
            raise from_message(head)
        return Answer(head["kind"], head["format"], body)

    def stop(self) -> None:
        """End the process; another thread that waits for its reply gets ClosedError."""
        self._process.kill()
        self._process.wait()

    def dispose(self) -> None:
        """End the process and close the pipes."""
        self.stop()
        self._asks.close()
        self._replies.close()
