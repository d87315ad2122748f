"""What people should know of files that were read all the same, a line each that names the file and the remedy."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from kg.documents.meta import META, unknown_keys
from kg.documents.model import Document

COMMON = frozenset({
    "the", "of", "and", "to", "in", "that", "was", "for", "on", "with", "by", "from", "said", "were", "has", "had",
    "is", "are", "it", "as", "at", "be", "this", "have", "not",
})  # fmt: skip
FEWEST = 0.1
"""Of the words of English texts a quarter and more are common ones, of those in other languages hardly any."""
SHORT = 12
"""Words below which a text is too short to tell."""
WORD = re.compile(r"[^\W\d_]+")


def remarks(files: Sequence[Path], documents: Iterable[Document] = ()) -> list[str]:
    """Keys of meta files that are not used, meta files without a document, and documents in another language."""
    keys = [note for note in map(unknown_keys, files) if note]
    return [*keys, *_orphans(files), *dict.fromkeys(_foreign(documents))]


def _orphans(files: Sequence[Path]) -> Iterator[str]:
    for folder in sorted({path.parent for path in files}):
        names = sorted(path.name for path in folder.iterdir() if not path.name.startswith("."))
        known = {Path(name).stem for name in names if not name.endswith(META)}
        for name in names:
            if name.endswith(META) and name.removesuffix(META) not in known:
                yield f"{folder / name}: belongs to no document; that of report.html is report{META}"


def _foreign(documents: Iterable[Document]) -> Iterator[str]:
    return (f"{d.path}: does not look like English, and only English is read" for d in documents if is_foreign(d.text))


def is_foreign(text: str) -> bool:
    """Whether hardly any word of a text is one of the commonest of English."""
    words = WORD.findall(text.lower())
    return len(words) >= SHORT and sum(word in COMMON for word in words) < FEWEST * len(words)
