"""Where the packaged data folders (`ontology/`, `queries/`) are: beside `kg/` in a checkout, inside it in a wheel."""

from __future__ import annotations

from pathlib import Path

HERE = Path(__file__).resolve().parent


def data_folder(name: str) -> Path:
    """The folder `name` ("ontology" or "queries") of this installation."""
    inside = HERE / name
    return inside if inside.is_dir() else HERE.parent / name
