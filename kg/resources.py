"""Packaged data: the folders (`ontology/`, `queries/`) beside `kg/` in a checkout, inside it in a wheel; and YAML."""

from __future__ import annotations

from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent


def data_folder(name: str) -> Path:
    """The folder `name` ("ontology" or "queries") of this installation."""
    inside = HERE / name
    return inside if inside.is_dir() else HERE.parent / name


def read_yaml(path: Path) -> Any:
    """What a packaged file holds, every value as the text that is written ("on", "no" and "5" are words here)."""
    import yaml  # only here, since the processes that answer queries load as little as they can

    # libyaml is seven times as fast; PyYAML's wheels hold it, a build of its own may not.
    return yaml.load(path.read_text(encoding="utf8"), Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader))
