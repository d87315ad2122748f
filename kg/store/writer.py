"""Publishing a graph: into a new folder, verified, then switched to in one step.

Killed at any moment, a writer leaves the former build in place; the next one sweeps up.
"""

from __future__ import annotations

import fcntl
import hashlib
import json
import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import IO, Any, Self

import pyoxigraph as ox

from kg.errors import StoreError
from kg.store.labels import write_labels
from kg.store.snapshots import (
    ENGINE,
    FORMAT,
    GRAPH,
    LABELS,
    MANIFEST,
    builds_folder,
    current_id,
    file_sha256,
    read_manifest,
)

MADE = frozenset({ENGINE, LABELS})
SMALL = 300_000
"""Quads that are read into memory in about a second, which is less than it takes to write them for RocksDB."""


class Writer:
    """One build at work: `with Writer(store) as writer:` fill `writer.folder`, then `writer.publish(manifest)`.

    Entering takes the store's lock and raises StoreError when another build holds it. Leaving without publishing, for
    whatever reason, removes the folder and leaves the former graph.
    """

    folder: Path
    """A new folder for this build's files; `graph.nq` has to be among them when it is published."""

    def __init__(self, store: Path, small: int = SMALL) -> None:
        """Write to `store`, a folder that is made if need be; graphs of more than `small` quads for RocksDB too."""
        self.store, self.small = store, small
        self._lock: IO[str] | None = None

    def __enter__(self) -> Self:
        """Take the lock, sweep up after killed builds and make the new folder."""
        builds = builds_folder(self.store)
        try:
            builds.mkdir(parents=True, exist_ok=True)
            self._lock = _locked(self.store)
            for litter in sorted(builds.glob(".*")):
                shutil.rmtree(litter)
            self.folder = Path(tempfile.mkdtemp(prefix=".new-", dir=builds))
            self.folder.chmod(0o755)  # a server may run as another user
        except OSError as error:
            self._unlock()
            raise StoreError(f"{self.store}: cannot be written ({error.strerror}); choose another --store") from error
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Remove what was not published and release the lock."""
        if self.folder.exists():
            shutil.rmtree(self.folder)
        self._unlock()

    def write_quads(self, lines: Iterable[str]) -> int:
        """Write `graph.nq` from N-Quads lines in any order, sorted and each once; returns how many."""
        kept = sorted({line.strip() for line in lines} - {""})
        with (self.folder / GRAPH).open("w", encoding="utf8", newline="\n") as file:
            file.writelines(f"{line}\n" for line in kept)
        return len(kept)

    def load(self) -> int:
        """Load `graph.nq` into an engine and index its names; returns how many quads there are.

        Raises StoreError when the file is missing, unsorted or malformed, or the engine does not hold every quad of it.
        """
        quads = _count_sorted(self.folder / GRAPH)
        with self._told():
            _load(self.folder, quads, on_disk=quads > self.small)
        return quads

    def publish(self, manifest: Mapping[str, Any], loaded: int | None = None) -> str:
        """Verify and switch to the build; returns its id, which is a hash of what it holds.

        `manifest` is kept beside the writer's own entries; `loaded` is what `load` returned, which is run if it was not
        yet. Raises StoreError, as `load` does, with the former graph in place. A build equal to the current one changes
        nothing, its manifest included.
        """
        quads = self.load() if loaded is None else loaded
        build_id = _content_id(self.folder)
        with self._told():
            _describe(self.folder, {**manifest, "build": build_id, "quads": quads})
            self._switch(build_id)
        return build_id

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except (OSError, RuntimeError) as error:
            raise StoreError(f"{self.store}: the graph cannot be written ({error})") from error

    def _switch(self, build_id: str) -> None:
        """Move the folder to its place, point `current` at it, and keep only it and the one before."""
        builds, before = builds_folder(self.store), current_id(self.store)
        if before == build_id and _is_whole(builds / build_id):
            return
        if (builds / build_id).exists():
            os.rename(builds / build_id, tempfile.mkdtemp(prefix=".old-", dir=builds))
        os.rename(self.folder, builds / build_id)
        _sync(builds)
        pointer = self.store / "current.new"
        _write_synced(pointer, f"{build_id}\n")
        os.replace(pointer, self.store / "current")
        _sync(self.store)
        for folder in sorted(builds.iterdir()):
            if folder.name not in (build_id, before):
                shutil.rmtree(folder)

    def _unlock(self) -> None:
        if self._lock is not None:
            self._lock.close()
            self._lock = None


def _locked(store: Path) -> IO[str]:
    """The store's lock file, locked; the lock goes with the process however it ends."""
    file = (store / "lock").open("a+", encoding="utf8")
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        file.seek(0)
        holder = file.read().strip() or "unknown"
        file.close()
        raise StoreError(f"{store}: another build is running (process {holder}); wait until it has ended") from error
    file.truncate(0)
    file.write(f"{os.getpid()}\n")
    file.flush()
    return file


def _count_sorted(path: Path) -> int:
    """How many lines a sorted file of unique lines has."""
    count, before = 0, b""
    try:
        with path.open("rb") as file:
            for line in file:
                if line <= before:
                    raise StoreError(f"{path}: line {count + 1} is out of order or twice; write it with write_quads")
                count, before = count + 1, line
    except OSError as error:
        raise StoreError(f"{path}: cannot be read ({error.strerror}); a build has to write it") from error
    return count


def _content_id(folder: Path) -> str:
    """A hash over names and bytes, so that equal builds are one build; what is made from the graph does not count."""
    total = hashlib.sha256(f"format {FORMAT}\n".encode())
    for path in _files(folder):
        if path.relative_to(folder).parts[0] in MADE:
            continue
        total.update(f"{path.relative_to(folder).as_posix()}\0{file_sha256(path)}\n".encode())
    return total.hexdigest()[:16]


def _files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


def _load(folder: Path, quads: int, *, on_disk: bool) -> None:
    """Fill an engine from `graph.nq`, on disk the RocksDB folder, and count what it holds; index the names."""
    engine = str(folder / ENGINE)
    store = ox.Store(engine) if on_disk else ox.Store()
    try:
        store.bulk_load(path=str(folder / GRAPH), format=ox.RdfFormat.N_QUADS)
    except (SyntaxError, ValueError) as error:
        raise StoreError(f"{folder / GRAPH}: is not N-Quads ({error})") from error
    if on_disk:
        store.optimize()
        store.flush()
        del store
        store = ox.Store.read_only(engine)
    held = len(store)
    if held != quads:
        fault = f"the engine holds {held} of {quads} quads"
        raise StoreError(f"{folder / GRAPH}: {fault}; write equal literals alike (1 and 01 are one number)")
    write_labels(store, folder / LABELS)


def _describe(folder: Path, manifest: Mapping[str, Any]) -> None:
    """Write the manifest, with size and hash of every file, after everything else has reached the disk."""
    entries = {
        path.relative_to(folder).as_posix(): {"bytes": path.stat().st_size, "sha256": file_sha256(path)}
        for path in _files(folder)
    }
    for path in _files(folder):
        _sync(path)
    whole = {**manifest, "format": FORMAT, "files": entries}
    _write_synced(folder / MANIFEST, json.dumps(whole, ensure_ascii=False, indent=1, sort_keys=True) + "\n")
    for inner in [folder, *(path for path in folder.rglob("*") if path.is_dir())]:
        _sync(inner)


def _is_whole(folder: Path) -> bool:
    """Are the files of an earlier, equal build still there and of the right size?"""
    try:
        files = read_manifest(folder)["files"]
    except StoreError:
        return False
    return all(
        (folder / name).is_file() and (folder / name).stat().st_size == one["bytes"] for name, one in files.items()
    )


def _write_synced(path: Path, text: str) -> None:
    with path.open("w", encoding="utf8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())


def _sync(path: Path) -> None:
    """Make a file, or the entries of a folder, survive a power cut."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
