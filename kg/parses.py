"""Parsed documents kept beside the store, so that a second build parses only what changed."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from pathlib import Path

from kg.documents.model import Document
from kg.ids import digest
from kg.mentions.analysis import model_version, parse


def parsed(documents: Sequence[Document], folder: Path, *, workers: int, tick: Callable[[], None]) -> list[bytes]:
    """The parse of each document, in order; `folder` is the cache, `tick` is called once a document is done."""
    keys = [_key(d) for d in documents]
    known = {k: (folder / k).read_bytes() for k in set(keys) if (folder / k).is_file()}
    for key in keys:
        if key in known:
            tick()
    missing = [(k, d) for k, d in dict(zip(keys, documents, strict=True)).items() if k not in known]
    for (key, _), data in zip(missing, parse([d for _, d in missing], workers=workers), strict=True):
        _keep(folder / key, data)
        known[key] = data
        tick()
    return [known[k] for k in keys]


def forget(folder: Path, documents: Sequence[Document]) -> None:
    """Remove the parses of documents that are no longer there."""
    kept = {_key(d) for d in documents}
    for path in sorted(folder.glob("*")):
        if path.name not in kept:
            path.unlink()


def _key(document: Document) -> str:
    spans = ",".join(f"{p.start}-{p.end}" for a in document.articles for p in a.paragraphs)
    return digest(model_version(), document.text, spans, length=40)


def _keep(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_name(f".{path.name}.{os.getpid()}")
    fresh.write_bytes(data)
    fresh.replace(path)
