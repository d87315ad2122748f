"""Plain text: the file's characters, every one of them."""

from __future__ import annotations

from pathlib import Path

from kg.documents.decode import decode
from kg.documents.draft import Draft


def read_txt(data: bytes, path: Path) -> list[Draft]:
    """One draft whose text is the decoded file, unchanged."""
    return [Draft(decode(data, path))]
