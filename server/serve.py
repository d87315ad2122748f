"""From a store on disk to a listening server: the pool, the application and waitress."""

from __future__ import annotations

import os
import signal
import socket
import sys
from pathlib import Path
from typing import Any

import waitress.server
from flask import Flask

from kg.errors import UsageError
from kg.graph.iris import DEFAULT_BASE
from kg.resources import data_folder
from kg.saved import load
from kg.store.pool import Pool
from kg.store.snapshots import open_snapshot
from server.app import create_app
from server.config import Settings, read_settings

THREADS_PER_WORKER = 4
# The defaults of waitress let 100 idle connections, or a few clients that went away, block the service.
WAITRESS: dict[str, Any] = {
    "connection_limit": 1000,
    "channel_timeout": 30,
    "cleanup_interval": 5,
    "channel_request_lookahead": 1,
    "backlog": 1024,
    "ident": "civicgraph",
}


def serve(store: Path, host: str | None = None, port: int | None = None, **given: object) -> None:
    """Serve the published graph of a store until the process is told to end (SIGINT, SIGTERM).

    What is None is taken from the environment or the defaults (`server.config.SETTINGS`). Prints one line with the
    address. Raises StoreError when there is no graph, UsageError when the address cannot be had.
    """
    store = store.resolve()  # Flask looks for files to send beside its own code, not where the command was given
    base = str(open_snapshot(store).manifest.get("base", DEFAULT_BASE))
    settings = read_settings(os.environ, {"host": host, "port": port, **given}, base)
    listener = listen(settings.host, settings.port)
    with listener, Pool(store, settings.workers, timeout=settings.timeout, memory=settings.memory << 20) as pool:
        app = create_app(pool, load(data_folder("queries")), settings, lambda: pool.snapshot.graph, pool.build)
        _run(app, listener, settings)


def listen(host: str, port: int) -> socket.socket:
    """A socket that listens, taken before anything is started. Raises UsageError when the address cannot be had."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family, backlog=WAITRESS["backlog"])
    except OSError as error:
        reason = error.strerror or str(error)
        raise UsageError(f"{host}:{port} cannot be listened on ({reason}); choose another --port or --host") from error


def _run(app: Flask, listener: socket.socket, settings: Settings) -> None:
    """Answer until a signal ends it; answers that are under way are finished first."""
    server = waitress.server.create_server(
        app,
        sockets=[listener],
        threads=settings.workers * THREADS_PER_WORKER,
        max_request_body_size=settings.body_bytes * 2,
        **WAITRESS,
    )
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    host, port = listener.getsockname()[:2]
    shown = f"[{host}]" if ":" in host else host
    print(f"civicgraph serves at http://{shown}:{port}/ (Ctrl-C ends it)", flush=True)
    try:
        server.run()
    finally:
        server.close()
