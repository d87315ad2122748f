"""The prefixes of `queries/prefixes.ttl`: one list for the editor, the answers and the saved queries."""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from pathlib import Path

from kg.errors import UsageError
from kg.resources import data_folder
from kg.sparql import significant


def parse_prefixes(turtle: str) -> dict[str, str]:
    """Label -> namespace, in the order of the `sh:declare` entries. Turtle's tokens are SPARQL's."""
    pairs = list(pairwise(significant(turtle)))
    labels = [after.text[1:-1] for token, after in pairs if token.text == "sh:prefix"]
    spaces = [after.text[1:-1] for token, after in pairs if token.text == "sh:namespace"]
    return dict(zip(labels, spaces, strict=True))


@cache
def _read(path: Path) -> tuple[tuple[str, str], ...]:
    """The file's prefixes, read once."""
    try:
        return tuple(parse_prefixes(path.read_text("utf8")).items())
    except OSError as error:
        raise UsageError(f"{path}: cannot be read ({error.strerror}); reinstall civicgraph") from error


def known_prefixes() -> dict[str, str]:
    """The installation's prefixes, label -> namespace."""
    return dict(_read(data_folder("queries") / "prefixes.ttl"))
