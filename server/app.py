"""The application: `create_app` puts the parts together, and keeps nothing outside of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from flask import Flask
from jinja2 import StrictUndefined

from kg.prefixes import known_prefixes
from kg.saved import SavedQuery
from kg.store.base import View
from server import (
    boards,
    catalogue,
    console,
    documents,
    downloads,
    entities,
    explore,
    graphs,
    headers,
    health,
    home,
    lifecycles,
    problems,
    reconcile,
    saved,
    search,
    sparql,
    timeline,
)
from server.cache import Cache
from server.config import Settings
from server.days import day
from server.direct import Direct
from server.front import Front
from server.links import address
from server.metrics import Metrics
from server.pages import local
from server.site import EXTENSION, Site, Status
from server.values import grouped

ROOMS = (
    home, search, boards, saved, console, sparql, graphs, entities, documents, downloads, explore, health, reconcile,
    timeline, lifecycles,
)  # fmt: skip


def create_app(
    view: View,
    queries: Mapping[str, SavedQuery],
    settings: Settings | None = None,
    graph_file: Callable[[], Path] | None = None,
    build: Callable[[], str] | None = None,
    status: Callable[[], Status] = Status,
    labels: Callable[[], Path] | None = None,
) -> Flask:
    """The WSGI application over a view of one graph.

    `queries` are the saved queries by name, `graph_file` tells where the N-Quads of the current build are; without it
    only the world can be downloaded. `build` names the build that is answered from now; without it nothing is kept.
    `status` tells how the server is, `labels` where the index of names is; without it names are searched by a scan.
    """
    settings = settings or Settings()
    app = Flask(__name__)
    app.config["MAX_CONTENT_LENGTH"] = settings.body_bytes
    app.url_map.merge_slashes = False  # a redirect of ours never begins with what the client wrote
    app.url_map.strict_slashes = False
    cache, metrics = Cache(settings.cache << 20), Metrics()
    prefixes = known_prefixes()
    site = Site(view, queries, settings, prefixes, graph_file, status, cache, metrics, labels)
    app.extensions[EXTENSION] = site
    app.jinja_env.undefined = StrictUndefined
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    app.jinja_env.filters.update(number=lambda value: grouped(str(value)), address=address, local=local, day=day)
    for room in ROOMS:
        app.register_blueprint(room.blueprint)
    catalogue.register(app)
    headers.register(app)
    problems.register(app)
    app.wsgi_app = Front(Direct(app.wsgi_app, app, site), build or str, cache, metrics)  # type: ignore[method-assign]
    return app
