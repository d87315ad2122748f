"""How formats with marked structure are written down as text: "# " heads, "- " items, tabs between cells."""

from __future__ import annotations

from collections.abc import Iterable


def one_line(text: str) -> str:
    """White space of any kind as single spaces."""
    return " ".join(text.split())


def heading(text: str, level: int) -> str:
    """A heading of level 1 (the title) to 6."""
    return f"{'#' * min(max(level, 1), 6)} {one_line(text)}"


def item(text: str) -> str:
    """A list item."""
    return f"- {one_line(text)}"


def row(cells: Iterable[str]) -> str:
    """A table row; empty cells stay, so that columns keep their places."""
    return "\t".join(one_line(cell) for cell in cells)


def join(blocks: Iterable[tuple[str, str]]) -> str:
    """Blocks of (kind, text) to one text: items and rows on lines of their own, all else parted by empty lines."""
    parts: list[str] = []
    before = ""
    for kind, text in blocks:
        if not text.strip("#- \t"):
            continue
        close = kind == before and kind in ("item", "row")
        parts += ["\n" if close else "\n\n" if parts else "", text]
        before = kind
    return "".join(parts) + "\n" if parts else ""
