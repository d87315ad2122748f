"""Stable ids and slugs (pure)."""

from __future__ import annotations

import hashlib
import re

from anyascii import anyascii


def slug(text: str, most: int = 80) -> str:
    """Lower-case ASCII words joined by hyphens, cut at a word; "x" when nothing is left.

    >>> slug("Ministère de l’Intérieur")
    'ministere-de-l-interieur'
    """
    words = re.findall(r"[a-z0-9]+", anyascii(text).lower())
    kept = ""
    for word in words:
        if kept and len(kept) + 1 + len(word) > most:
            break
        kept = f"{kept}-{word}" if kept else word[:most]
    return kept or "x"


def digest(*parts: str, length: int = 16) -> str:
    """A hexadecimal hash of the parts: the same parts give the same id on any machine, for ever."""
    return hashlib.sha256("\x1f".join(parts).encode("utf8")).hexdigest()[:length]
