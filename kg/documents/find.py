"""Folders to the files that can be read."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from kg.documents.formats import READERS
from kg.documents.meta import META
from kg.errors import UsageError


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file that will not be read, and why, in words for the summary."""

    path: Path
    reason: str


@dataclass(frozen=True, slots=True)
class Found:
    """What `find` found: files to read and files left aside, both sorted by path, each once."""

    files: tuple[Path, ...]
    skipped: tuple[Skipped, ...]

    @property
    def all(self) -> tuple[Path, ...]:
        """The files of both kinds."""
        return (*self.files, *(one.path for one in self.skipped))


def find(paths: Sequence[Path]) -> Found:
    """All documents under the given files and folders.

    Hidden files and `*.meta.json` are passed over in silence; unknown extensions, broken links, pipes and devices are
    listed as skipped. Links are followed, but no folder is entered twice. Raises UsageError for a path that is missing.
    """
    files: dict[str, Path] = {}
    skipped: dict[str, Skipped] = {}
    seen: set[str] = set()
    for path in paths:
        if not path.exists():
            raise UsageError(f"{path}: no such file or folder; check the path")
        for candidate in _walk(path, seen) if path.is_dir() else [path]:
            key = os.path.realpath(candidate)
            reason = _reason(candidate)
            if reason:
                skipped.setdefault(key, Skipped(candidate, reason))
            else:
                files.setdefault(key, candidate)
    return Found(tuple(sorted(files.values())), tuple(sorted(skipped.values(), key=lambda s: s.path)))


def _walk(folder: Path, seen: set[str]) -> Iterator[Path]:
    """Every file under a folder in order of name; `seen` holds the real paths of the folders entered."""
    real = os.path.realpath(folder)
    if real in seen:
        return
    seen.add(real)
    for path in _entries(folder):
        if path.is_dir():
            yield from _walk(path, seen)
        else:
            yield path


def _entries(folder: Path) -> Iterable[Path]:
    try:
        names = sorted(os.listdir(folder))
    except OSError as error:
        raise UsageError(f"{folder}: cannot be listed ({error.strerror}); check its permissions") from error
    return [folder / name for name in names if not name.startswith(".") and not name.endswith(META)]


def _reason(path: Path) -> str:
    """Why a file cannot be read, "" if it can."""
    try:
        mode = path.stat().st_mode
    except OSError as error:
        return f"a broken link or out of reach ({error.strerror})"
    if not stat.S_ISREG(mode):
        return "not a regular file (a pipe, a socket or a device)"
    if path.suffix.lower() not in READERS:
        return f'unknown extension "{path.suffix}"; known are {" ".join(READERS)}'
    return ""
