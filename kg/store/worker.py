"""A process that answers questions from a pipe and can be ended at any moment without harm.

`kg.store.nursery` forks it. It never returns: its end is that of the process.
"""

from __future__ import annotations

import json
import os
import select
import signal
import threading
from collections.abc import Callable
from dataclasses import dataclass

from kg.errors import CivicgraphError, QueryLimit, StoreError
from kg.store.base import Kind, Question
from kg.store.messages import PIECES, ClosedError, Inbox, as_message, send, unpacked
from kg.store.oxigraph import OxigraphView
from kg.store.sandbox import limit_memory

STACK = 256 << 20
"""Bytes of stack for the engine's recursive parser, enough for any query of 100,000 bytes."""


@dataclass(frozen=True, slots=True)
class Post:
    """Where a worker works: pipes for questions, for a mark at the beginning of each, and for replies.

    `memory` is the bytes it may take beyond what it began with.
    """

    asks: int
    begun: int
    replies: int
    memory: int


def work(post: Post, view: Callable[[], OxigraphView], walled: bool) -> None:
    """Answer until the pipe of the questions closes. `walled` says whether the network is out of reach."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent, which then closes the pipe
    threading.stack_size(STACK)
    threading.Thread(target=_serve, args=(post, view, walled), daemon=True).start()
    _outlive_no_parent(post.asks)


def _outlive_no_parent(asks: int) -> None:
    """Wait until the parent's end of the pipe closes, also while a query runs, and end the process then."""
    poll = select.poll()
    poll.register(asks, 0)
    while not poll.poll():
        pass
    os._exit(0)


def _serve(post: Post, view: Callable[[], OxigraphView], walled: bool) -> None:
    """Answer one question after the other, in the thread with the large stack."""
    try:
        opened = view()
        limit_memory(post.memory)
        send(post.replies, json.dumps({"ready": True, "walled": walled}).encode())
        inbox = Inbox(post.asks)
        while True:
            head, _ = inbox.receive()
            os.write(post.begun, b".")
            _reply(post.replies, opened, unpacked(head))
    except StoreError as error:
        _complain(post.replies, error)
    except ClosedError:
        os._exit(0)


def _reply(replies: int, view: OxigraphView, question: Question) -> None:
    """The answer in pieces, or what was wrong; an error may also come after pieces, and then there is no last one."""

    def emit(kind: Kind, piece: bytes, last: bool) -> None:
        send(replies, PIECES[kind, last], piece)

    try:
        view.write(question, emit)
    except CivicgraphError as error:
        _complain(replies, error)
    except MemoryError:
        _complain(replies, QueryLimit("the query needs more memory than it may have", "memory"))


def _complain(replies: int, error: CivicgraphError) -> None:
    send(replies, json.dumps(as_message(error)).encode())
