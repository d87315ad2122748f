"""The prefixes of `queries/prefixes.ttl`: one list for the editor, the answers and the saved queries."""

from __future__ import annotations

from collections.abc import Mapping
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


def shortened(iri: str, prefixes: Mapping[str, str]) -> str:
    """An IRI with one of the prefixes (label -> namespace), "" if none fits.

    >>> shortened("http://www.w3.org/2002/07/owl#Class", {"owl": "http://www.w3.org/2002/07/owl#"})
    'owl:Class'
    """
    for label, namespace in prefixes.items():
        local = iri.removeprefix(namespace)
        if local != iri and "/" not in local:
            return f"{label}:{local}"
    return ""
