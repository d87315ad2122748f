"""Writing files so that nobody ever sees half of one."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path

from kg.errors import UsageError


def write_file(out: Path, chunks: Iterable[str]) -> None:
    """Write UTF-8 text under another name and rename it when it is whole. Line ends are kept as given; the folder is
    made if it is missing.

    Raises UsageError if the folder cannot be made or is not writable, or if `out` is a folder.
    """
    if out.is_dir():
        raise UsageError(f"{out} is a folder; give a file name for --out")
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        _replace(out, chunks)
    except OSError as error:
        raise UsageError(f"{out} cannot be written ({error.strerror or error}); choose another --out") from error


def _replace(out: Path, chunks: Iterable[str]) -> None:
    handle, part = tempfile.mkstemp(prefix=f".{out.name}.", suffix=".part", dir=out.parent)
    try:
        with os.fdopen(handle, "w", encoding="utf8", newline="") as file:
            file.writelines(chunks)
        # mkstemp keeps others out; an export is for reading.
        os.chmod(part, 0o644)
        os.replace(part, out)
    except BaseException:
        os.unlink(part)
        raise


def write_folder(out: Path, files: Mapping[str, Iterable[str]]) -> None:
    """Write several files into a folder, which is made if it is missing; other files in it are left alone."""
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError(f"{out} cannot be made a folder ({error.strerror or error}); choose another --out") from error
    for name, chunks in sorted(files.items()):
        write_file(out / name, chunks)
