"""Published graphs on disk: immutable folders, and one small file that says which of them is current.

<store>/current                 the id of the published build, replaced atomically
<store>/lock                    held while a build runs
<store>/builds/<id>/            graph.nq (sorted N-Quads), labels.sqlite (search), manifest.json, what the build
                                adds; oxigraph/ (RocksDB) where the graph is too large to be read for one question
<store>/builds/.new-*           a build at work, or the litter of one that was killed
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.errors import StoreError

FORMAT = 3
"""Of the snapshot folders that are written."""
READ = (2, FORMAT)
"""The formats that are read: in the second, small graphs have a RocksDB folder too."""
MANIFEST = "manifest.json"
GRAPH = "graph.nq"
ENGINE = "oxigraph"
LABELS = "labels.sqlite"


@dataclass(frozen=True)
class Snapshot:
    """A published build. `folder` holds its files, `manifest` what the build said about itself."""

    build_id: str
    folder: Path
    manifest: Mapping[str, Any]

    @property
    def graph(self) -> Path:
        """The N-Quads file."""
        return self.folder / GRAPH

    @property
    def engine(self) -> Path | None:
        """The RocksDB folder, to be opened read-only; None for a graph that is small enough to be read into memory."""
        folder = self.folder / ENGINE
        return folder if folder.is_dir() else None

    @property
    def labels(self) -> Path:
        """The index of names."""
        return self.folder / LABELS


def builds_folder(store: Path) -> Path:
    """Where the builds of a store are."""
    return store / "builds"


def current_id(store: Path) -> str | None:
    """The id of the published build; None when nothing has been published."""
    try:
        return (store / "current").read_text("utf8").strip() or None
    except FileNotFoundError:
        return None
    except OSError as error:
        raise StoreError(f"{store}: cannot be read ({error.strerror})") from error


def open_snapshot(store: Path) -> Snapshot:
    """The published build of a store.

    Raises StoreError when there is no store, or when its files are missing, cut short or of another format.
    """
    build_id = current_id(store)
    if build_id is None:
        raise StoreError(f"no store at {store}: run `civicgraph build ... --store {store}`")
    folder = builds_folder(store) / build_id
    manifest = read_manifest(folder)
    for name, entry in manifest["files"].items():
        path = folder / name
        if not path.is_file() or path.stat().st_size != entry["bytes"]:
            raise _damaged(folder, f"{name} is missing or has another size")
    return Snapshot(build_id, folder, manifest)


def read_manifest(folder: Path) -> dict[str, Any]:
    """The manifest of a build folder. Raises StoreError when it cannot be read or is of another format."""
    try:
        manifest = json.loads((folder / MANIFEST).read_text("utf8"))
    except (OSError, ValueError) as error:
        raise _damaged(folder, f"{MANIFEST} cannot be read") from error
    if not isinstance(manifest, dict) or not isinstance(manifest.get("files"), dict):
        raise _damaged(folder, f"{MANIFEST} is not a manifest")
    if manifest.get("format") not in READ:
        had, known = manifest.get("format"), " or ".join(map(str, READ))
        raise StoreError(f"{folder}: store format {had} is not {known}, which this version reads; build it again")
    return manifest


def check_files(snapshot: Snapshot) -> list[str]:
    """The files whose bytes are not those of the manifest: slow and thorough, for `civicgraph check`."""
    files = snapshot.manifest["files"]
    return [name for name, entry in files.items() if file_sha256(snapshot.folder / name) != entry["sha256"]]


def file_sha256(path: Path) -> str:
    """The hash of a file's bytes, "" when it cannot be read."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""


def _damaged(folder: Path, fault: str) -> StoreError:
    return StoreError(f"{folder}: the store is damaged ({fault}); run `civicgraph build` again")
