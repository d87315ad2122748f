"""A server of the Model Context Protocol over a store, on standard input and output: `civicgraph mcp` (extra `mcp`).

Questions go to the same worker processes as those of the pages, so that the limits hold and nothing can be written.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import ParamSpec, TypeVar

from flask import Flask
from mcp.server.mcpserver import MCPServer
from mcp.server.mcpserver.exceptions import ToolError
from mcp_types import ToolAnnotations

from kg import __version__
from kg.errors import CivicgraphError
from kg.graph.iris import DEFAULT_BASE
from kg.resources import data_folder
from kg.saved import load
from kg.store.snapshots import open_snapshot
from server import tools
from server.app import create_app
from server.config import read_settings
from server.serve import pool_of
from server.site import Site

P = ParamSpec("P")
R = TypeVar("R")
ABOUT = """\
A knowledge graph of actors, laws, petitions and events read from documents, where every fact points to its sentence.
Machines misread: give the sentence with every fact you tell. What is alleged, planned, denied, reported or uncertain
is no fact.
"""
READS = ToolAnnotations(read_only_hint=True, destructive_hint=False, idempotent_hint=True, open_world_hint=False)


def run(store: Path) -> None:
    """Answer on standard input and output until that ends. Raises StoreError when there is no graph."""
    base = str(open_snapshot(store).manifest.get("base", DEFAULT_BASE))
    settings = read_settings(os.environ, {}, base)
    with pool_of(store.resolve(), settings) as pool:
        app = create_app(Site(pool, load(data_folder("queries")), settings, labels=lambda: pool.snapshot.labels))
        tool_server(app).run("stdio")


def tool_server(app: Flask) -> MCPServer:
    """The five tools over the view of an application."""
    server = MCPServer("civicgraph", version=__version__, instructions=ABOUT, log_level="WARNING")
    with app.app_context():
        listed = f"{tools.run_saved_query.__doc__}\n{tools.saved_queries()}"
    for tool in (tools.search_entities, tools.describe, tools.run_saved_query, tools.sparql, tools.evidence_for):
        described = listed if tool is tools.run_saved_query else tool.__doc__
        server.tool(description=described, annotations=READS)(within(app, tool))
    return server


def within(app: Flask, tool: Callable[P, R]) -> Callable[P, R]:
    """The tool within the application's context; our errors are told to the client in their one line."""

    @wraps(tool)
    def called(*given: P.args, **named: P.kwargs) -> R:
        try:
            with app.app_context():
                return tool(*given, **named)
        except CivicgraphError as error:
            raise ToolError(str(error)) from error

    return called
