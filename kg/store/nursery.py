"""The parent of the workers of one build: a small process with one thread that holds the graph and forks on request.

Started by `kg.store.process` as `python -m kg.store.nursery SOCKET GRAPH FOLDER MOST`: its end of a socket pair, the
N-Quads file to hold in memory ("" to leave the graph on disk), the RocksDB folder ("" where there is none), and the cap
of an answer in bytes.
Workers that are forked from it share its memory. RocksDB has threads, and is never open here: workers open it.
"""

from __future__ import annotations

import gc
import json
import os
import signal
import socket
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, NoReturn

from kg.errors import StoreError
from kg.store.messages import as_message
from kg.store.oxigraph import OxigraphView
from kg.store.sandbox import block_network
from kg.store.worker import Post, work

MOST_ORDER = 10_000
"""Bytes of an order at most."""


def main(handle: str, graph: str, folder: str, most: str) -> None:
    """Follow orders until the socket closes."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    control = socket.socket(fileno=int(handle))
    walled = block_network()
    try:
        view = _view(graph, folder, int(most))
    except (StoreError, OSError, SyntaxError, ValueError) as error:
        _answer(control, as_message(StoreError(f"{graph}: cannot be read ({error}); run `civicgraph build` again")))
        return
    gc.collect()
    gc.freeze()  # what is never freed is never written, and stays shared
    _answer(control, {"ready": True, "walled": walled})
    _follow(control, view, walled)


def _view(graph: str, folder: str, most: int) -> Callable[[], OxigraphView]:
    if not graph:
        return lambda: OxigraphView.open(Path(folder), most)
    view = OxigraphView.load(Path(graph), most)
    return lambda: view


def _follow(control: socket.socket, view: Callable[[], OxigraphView], walled: bool) -> None:
    """Fork a worker onto the pipes that come with an order, or bury one that has ended."""
    while True:
        packed, handles, _, _ = socket.recv_fds(control, MOST_ORDER, 3)
        if not packed:
            return
        for order in map(json.loads, packed.splitlines()):  # orders that came close together are read together
            if "bury" in order:
                os.waitpid(order["bury"], 0)
            else:
                asks, begun, replies = handles
                _fork(control, Post(asks, begun, replies, order["memory"]), view, walled)


def _fork(control: socket.socket, post: Post, view: Callable[[], OxigraphView], walled: bool) -> None:
    pid = os.fork()
    if pid == 0:
        control.close()
        _be_worker(post, view, walled)
    for pipe in (post.asks, post.begun, post.replies):
        os.close(pipe)
    _answer(control, {"pid": pid})


def _be_worker(post: Post, view: Callable[[], OxigraphView], walled: bool) -> NoReturn:
    """The child's whole life; nothing of the parent's may run in it afterwards."""
    try:
        work(post, view, walled)
    finally:
        os._exit(1)


def _answer(control: socket.socket, message: dict[str, Any]) -> None:
    control.sendall(json.dumps(message).encode() + b"\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
