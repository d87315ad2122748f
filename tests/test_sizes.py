"""Small rooms: no module over 300 lines, a median under 100, nine functions of ten under 20 lines."""

from __future__ import annotations

import ast
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parent.parent
FILES = sorted(p for room in ("kg", "server") for p in (ROOT / room).rglob("*.py"))


def lines(path: Path) -> int:
    """The lines of a file."""
    return path.read_text(encoding="utf8").count("\n")


def functions() -> dict[str, int]:
    """Every function's name and the lines of its body, signature and docstring left out."""
    found = {}
    for path in FILES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf8"))):
            if isinstance(node, ast.FunctionDef):
                body = node.body[1:] if ast.get_docstring(node) else node.body
                start = body[0].lineno if body else node.lineno
                found[f"{path.relative_to(ROOT)}:{node.name}:{node.lineno}"] = (node.end_lineno or start) - start + 1
    return found


def test_no_module_is_long() -> None:
    assert {str(p): n for p in FILES if (n := lines(p)) > 300} == {}


def test_the_median_module_is_short() -> None:
    assert median(n for p in FILES if (n := lines(p)) > 3) < 100


def test_nine_functions_of_ten_are_short() -> None:
    sizes = sorted(functions().values())
    assert sizes[int(len(sizes) * 0.9)] < 20


def test_no_function_is_long() -> None:
    assert {name: n for name, n in functions().items() if n > 50} == {}
