"""Bytes to text, strictly: UTF-8, or UTF-16 that says so with a byte order mark."""

from __future__ import annotations

import codecs
from pathlib import Path

from kg.errors import SourceError

_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_CONTROL = frozenset(range(32)) - {7, 8, 9, 10, 11, 12, 13, 27}
SAMPLE = 65_536


def decode(data: bytes, path: Path) -> str:
    """The text exactly as stored: no line end is changed, and the mark of UTF-8 stays as its first character.

    Raises SourceError for a binary file (NUL or many control characters) and for bytes that are no UTF-8 (naming the
    first) or no UTF-16.
    """
    if data.startswith(_UTF16):
        return _decode(data, "utf-16", path)
    if _is_binary(data[:SAMPLE]) or b"\0" in data:
        raise SourceError(f"{path}: is a binary file, not text; give it the extension of its real format or remove it")
    return _decode(data, "utf-8", path)


def _is_binary(data: bytes) -> bool:
    return sum(byte in _CONTROL for byte in data) > 0.02 * len(data)


def _decode(data: bytes, encoding: str, path: Path) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        at = f"byte 0x{data[error.start]:02x} at offset {error.start}"
        raise SourceError(f"{path}: not {encoding.upper()} ({at}); save it as UTF-8") from error
