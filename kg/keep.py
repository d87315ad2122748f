"""Files of the store, written whole or not at all."""

from __future__ import annotations

from pathlib import Path

from kg.errors import StoreError


def keep(path: Path, data: bytes) -> None:
    """Write a file under another name and rename it when it is whole; its folder is made if need be.

    Raises StoreError, with no half file left, where that is not possible.
    """
    fresh = path.with_name(f".{path.name}.new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            fresh.write_bytes(data)
            fresh.replace(path)
        finally:
            fresh.unlink(missing_ok=True)
    except OSError as error:
        reason = error.strerror or str(error)
        raise StoreError(f"{path}: cannot be written ({reason}); make room or choose another --store") from error
