"""From a store on disk to a listening server: the pool, the application and waitress."""

from __future__ import annotations

import os
import signal
import socket
import sys
from pathlib import Path
from typing import Any

import waitress.server

from kg.errors import UsageError
from kg.graph.iris import DEFAULT_BASE, GRAPHS, Iris
from kg.resources import data_folder
from kg.saved import load
from kg.store.base import View
from kg.store.pool import Pool
from kg.store.remote import RemoteView, find_base
from kg.store.snapshots import current_id, open_snapshot
from server import wire
from server.access_log import AccessLog, opened
from server.app import create_app
from server.config import Settings, read_settings
from server.desk import Desk
from server.front import CLIENT
from server.gate import Gate
from server.site import Site, Status

SPARE_THREADS = 8
"""Threads for what needs no worker, beside one for each query that runs or waits."""
# The defaults of waitress let 100 idle connections, or a few clients that went away, block the service.
WAITRESS: dict[str, Any] = {
    "connection_limit": 1000,
    "channel_timeout": 30,
    "cleanup_interval": 5,
    "channel_request_lookahead": 1,
    "backlog": 1024,
    "ident": "civicgraph",
    "asyncore_use_poll": True,  # select() fails, and the server with it, once there are a thousand files
}


def serve(
    store: Path | str, host: str | None = None, port: int | None = None, *, review: bool = False, **given: object
) -> None:
    """Serve the published graph of a store until the process is told to end (SIGINT, SIGTERM).

    `store` is a folder, or the address of another store's endpoint. What is None is taken from the environment or the
    defaults (`server.config.SETTINGS`). Prints one line with the address, and with `review` one more with that of the
    pages where people judge. Raises StoreError when there is no graph, UsageError when the address cannot be had.
    """
    chosen = {"host": host, "port": port, **given}
    if isinstance(store, str):
        if review:
            raise UsageError(f"{store} keeps no log of judgements; give --review with the folder that was built")
        _serve_remote(store, read_settings(os.environ, chosen, find_base(store)))
        return
    store = store.resolve()  # Flask looks for files to send beside its own code, not where the command was given
    desk = Desk(store) if review else None
    base = str(open_snapshot(store).manifest.get("base", DEFAULT_BASE))
    settings = read_settings(os.environ, chosen, base)
    listener = listen(settings.host, settings.port)
    with listener, pool_of(store, settings) as pool:
        gate = _gate(pool, settings)

        def status() -> Status:
            published = current_id(store) or ""
            return Status(pool.build(), len(pool.pids), pool.idle, gate.inside, dict(pool.counts), published)

        site = Site(
            gate,
            load(data_folder("queries")),
            settings,
            graph_file=lambda: pool.snapshot.graph,
            labels=lambda: pool.snapshot.labels,
            build=pool.build,
            status=status,
            desk=desk,
        )
        _run(site, listener)


def _serve_remote(url: str, settings: Settings) -> None:
    """Pages and the endpoint over another store. It has no build of ours, so that nothing is kept between questions."""
    graphs = [Iris(settings.base).graph(name)[1:-1] for name in GRAPHS]
    gate = _gate(RemoteView(url, graphs, settings.timeout, settings.answer_bytes), settings)

    def status() -> Status:
        return Status("", settings.workers, max(0, settings.workers - gate.inside), gate.inside)

    with listen(settings.host, settings.port) as listener:
        _run(Site(gate, load(data_folder("queries")), settings, status=status), listener)


def _gate(view: View, settings: Settings) -> Gate:
    return Gate(view, share=settings.share, most=settings.workers + settings.queue, client=CLIENT.get)


def pool_of(store: Path, settings: Settings) -> Pool:
    """The worker processes over a store, with the limits of the settings. Raises StoreError when there is no graph."""
    return Pool(
        store,
        settings.workers,
        timeout=settings.timeout,
        memory=settings.memory << 20,
        most=settings.answer_bytes,
        in_memory=settings.in_memory,
    )


def listen(host: str, port: int) -> socket.socket:
    """A socket that listens, taken before anything is started. Raises UsageError when the address cannot be had."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family, backlog=WAITRESS["backlog"])
    except OSError as error:
        reason = error.strerror or str(error)
        raise UsageError(f"{host}:{port} cannot be listened on ({reason}); choose another --port or --host") from error


def _proxy(settings: Settings) -> dict[str, Any]:
    """What waitress believes of a proxy's headers; those of others it takes away."""
    if not settings.proxy:
        return {"clear_untrusted_proxy_headers": True}
    headers = {"x-forwarded-for", "x-forwarded-proto", "x-forwarded-host"}
    return {"trusted_proxy": settings.proxy, "trusted_proxy_headers": headers, "clear_untrusted_proxy_headers": True}


def _run(site: Site, listener: socket.socket) -> None:
    """Answer until a signal ends it; answers that are under way are finished first."""
    settings, app = site.settings, create_app(site)
    server = waitress.server.create_server(
        AccessLog(app, opened(settings.access_log)) if settings.access_log else app,
        sockets=[listener],
        threads=settings.workers + settings.queue + SPARE_THREADS,
        max_request_body_size=settings.body_bytes * 2,
        outbuf_high_watermark=settings.answer_bytes * 2,  # a slow reader must not hold a thread and a worker
        **_proxy(settings),
        **WAITRESS,
    )
    wire.use(server)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    host, port = listener.getsockname()[:2]
    shown = f"[{host}]" if ":" in host else host
    print(f"civicgraph serves at http://{shown}:{port}/ (Ctrl-C ends it)", flush=True)
    if site.desk:
        print(f"Review at http://{shown}:{port}/review?token={site.desk.token} (whoever has it may judge)", flush=True)
    try:
        server.run()
    finally:
        server.close()
