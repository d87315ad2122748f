"""The application: `create_app` puts the parts together, and keeps nothing outside of it."""

from __future__ import annotations

from flask import Flask
from jinja2 import StrictUndefined

from server import (
    boards,
    catalogue,
    console,
    differences,
    documents,
    downloads,
    embeds,
    entities,
    explore,
    feeds,
    files,
    graphs,
    headers,
    health,
    home,
    lifecycles,
    ontology,
    problems,
    reconcile,
    review,
    saved,
    search,
    signposts,
    sparql,
    timeline,
    worldmap,
)
from server.days import day
from server.direct import Direct
from server.entity_page import MANNER_COLOURS, STATUSES
from server.front import Front
from server.happenings import happening
from server.links import address
from server.pages import local
from server.results import VIEW_NAMES
from server.site import EXTENSION, Site
from server.values import grouped

ROOMS = (
    home, search, boards, differences, saved, console, sparql, graphs, entities, documents, downloads, explore, health,
    reconcile, timeline, lifecycles, ontology, feeds, signposts, worldmap, embeds,
)  # fmt: skip
LAND = "built/world.svg"


def create_app(site: Site) -> Flask:
    """The WSGI application over a view of one graph."""
    app = Flask(__name__, static_folder=None)
    app.config["MAX_CONTENT_LENGTH"] = site.settings.body_bytes
    app.url_map.merge_slashes = False  # a redirect of ours never begins with what the client wrote
    app.url_map.strict_slashes = False
    app.extensions[EXTENSION] = site
    app.jinja_env.undefined = StrictUndefined
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    app.jinja_env.filters.update(
        number=lambda value: grouped(str(value)), address=address, local=local, day=day, happening=happening
    )
    # Drawn from a package when the project is installed; without it maps have their grid alone.
    land = (files.FOLDER / LAND).is_file()
    app.jinja_env.globals.update(
        has_land=land, view_names=VIEW_NAMES, standings=STATUSES, manners=MANNER_COLOURS,
        reviewing=site.desk is not None,
    )  # fmt: skip
    for room in (*ROOMS, review) if site.desk else ROOMS:
        app.register_blueprint(room.blueprint)
    catalogue.register(app)
    files.register(app)
    headers.register(app)
    problems.register(app)
    inner = Direct(app.wsgi_app, app, site)
    app.wsgi_app = Front(inner, site.build, site.cache, site.metrics)  # type: ignore[method-assign]
    return app
