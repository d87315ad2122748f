"""Parsed documents kept beside the store, so that a second build parses only what changed.

A kept parse is trusted only if it is whole: it begins with the hash of the rest. What is not is parsed again.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path

from kg.documents.model import Document
from kg.ids import digest
from kg.keep import keep
from kg.mentions import analysis, trained
from kg.mentions.analysis import parse
from kg.mentions.trained import model, model_version
from kg.spread import spread

LONGEST = 100_000
"""Characters of a paragraph; the parser needs about a gigabyte for as many more."""
SEAL = hashlib.sha256().digest_size


def unfit(document: Document) -> str:
    """Why a document cannot be parsed, "" if it can."""
    longest = max((p.end - p.start for a in document.articles for p in a.paragraphs), default=0)
    if longest > LONGEST:
        return f"a paragraph of {longest:,} characters is no running text; break it into paragraphs or remove it"
    if any("\ud800" <= c <= "\udfff" for c in document.text):
        return "holds half a character (a lone surrogate); save it again as UTF-8"
    return ""


def parsed(documents: Sequence[Document], folder: Path, *, workers: int, tick: Callable[[], None]) -> list[bytes]:
    """The parse of each document, in order; `folder` is the cache, `tick` is called once a document is done."""
    keys = [_key(d) for d in documents]
    known = {key: data for key in dict.fromkeys(keys) if (data := _kept(folder / key))}
    for _ in filter(known.__contains__, keys):
        tick()
    missing = {k: d for k, d in zip(keys, documents, strict=True) if k not in known}
    if missing:
        model()  # loaded here, it is there in every process
    for key, data in zip(missing, spread(_parse, list(missing.values()), workers, lambda d: len(d.text)), strict=True):
        keep(folder / key, hashlib.sha256(data).digest() + data)
        known[key] = data
        tick()
    return [known[k] for k in keys]


def _parse(document: Document) -> bytes:
    return next(parse([document]))


def forget(folder: Path, documents: Sequence[Document]) -> None:
    """Remove the parses of documents that are no longer there."""
    wanted = {_key(d) for d in documents}
    for path in sorted(folder.glob("*")):
        if path.name not in wanted and path.is_file():
            path.unlink()


def _key(document: Document) -> str:
    spans = ",".join(f"{p.start}-{p.end}" for a in document.articles for p in a.paragraphs)
    return digest(model_version(), _reader(), document.text, spans, length=40)


@cache
def _reader() -> str:
    """A hash of the code that parses, since its own rules (where sentences end) are part of the result."""
    files = (analysis.__file__, trained.__file__)
    return digest(*(Path(file).read_text(encoding="utf8") for file in files))


def _kept(path: Path) -> bytes:
    """The parse in a file; nothing if there is none, or it is not what was written."""
    try:
        whole = path.read_bytes()
    except OSError:
        return b""  # not there, or out of reach: parsed anew
    seal, data = whole[:SEAL], whole[SEAL:]
    return data if hashlib.sha256(data).digest() == seal else b""
