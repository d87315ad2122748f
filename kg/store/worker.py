"""A process that answers questions on its standard input and can be ended at any moment without harm.

Started by `kg.store.pool` as `python -m kg.store.worker FOLDER MEMORY MOST`: the RocksDB folder, how much memory
queries may take beyond the opened store, and the cap of an answer's body, both in bytes.
"""

from __future__ import annotations

import os
import select
import signal
import sys
import threading
from pathlib import Path
from typing import Any

from kg.errors import CivicgraphError, QueryLimit, StoreError
from kg.store.base import Question
from kg.store.messages import ClosedError, as_message, receive, send
from kg.store.oxigraph import OxigraphView
from kg.store.sandbox import block_network, limit_memory

STACK = 256 << 20
"""Bytes of stack for the engine's recursive parser, enough for any query of 100,000 bytes."""


def main(folder: str, memory: str, most: str) -> None:
    """Serve until the standard input closes."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent, which then closes the pipe
    walled = block_network()
    threading.stack_size(STACK)
    threading.Thread(target=_serve, args=(Path(folder), int(memory), int(most), walled), daemon=True).start()
    _outlive_no_parent()


def _outlive_no_parent() -> None:
    """Wait until the parent's end of the pipe closes, also while a query runs, and end the process then."""
    poll = select.poll()
    poll.register(0, 0)
    while not poll.poll():
        pass
    os._exit(0)


def _serve(folder: Path, memory: int, most: int, walled: bool) -> None:
    """Answer one question after the other, in the thread with the large stack."""
    try:
        view = OxigraphView.open(folder, most)
        limit_memory(memory)
        send(1, {"ready": True, "walled": walled})
        while True:
            head, _ = receive(0)
            send(1, {"accepted": True})  # a worker that dies before this has not begun the query
            send(1, *_reply(view, _question(head)))
    except StoreError as error:
        send(1, as_message(error))
    except ClosedError:
        os._exit(0)


def _reply(view: OxigraphView, question: Question) -> tuple[dict[str, Any], bytes]:
    try:
        answer = view.answer(question)
    except CivicgraphError as error:
        return as_message(error), b""
    except MemoryError:
        return as_message(QueryLimit("the query needs more memory than it may have", "memory")), b""
    return {"kind": answer.kind, "format": answer.format}, answer.body


def _question(head: dict[str, Any]) -> Question:
    """The question again; JSON has lists where it had tuples."""
    for key in ("default_graphs", "named_graphs"):
        head[key] = None if head[key] is None else tuple(head[key])
    return Question(**head)


if __name__ == "__main__":
    main(*sys.argv[1:])
