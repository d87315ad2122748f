"""What a format's reader hands on: text and the little that the file itself says about it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

MAX_BYTES = 10_000_000
"""Files larger than this (in bytes) are not read unless the caller allows more."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A text before it is cut into articles. Empty strings stand for what the file does not say.

    `published` is as the file gives it, not yet checked. Nothing before `begin` is running text (front matter).
    `id` is only given where the file holds several documents, and so is `raw`, the bytes of this one.
    """

    text: str
    title: str = ""
    published: str = ""
    url: str = ""
    publisher: str = ""
    language: str = ""
    begin: int = 0
    id: str = ""
    raw: bytes = b""


Reader = Callable[[bytes, Path], list[Draft]]
"""A reader takes a file's bytes and its path (for messages only). Raises SourceError."""
