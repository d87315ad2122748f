"""Ids that no two documents share.

The id is the file's stem, because records are named by it; where two files share a stem the later one (by extension in
the order of the readers' table, then by path) takes its extension as a suffix. A suffix, and not an error, since a page
kept as .html and its text kept as .txt is an ordinary folder, and refusing it would stop a build over a name.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from kg.documents.formats import READERS
from kg.documents.model import Document


def distinct(documents: Sequence[Document]) -> list[Document]:
    """The same documents in the same order, ids made unique; articles' ids follow their document's."""
    order = sorted(range(len(documents)), key=lambda i: (*_rank(documents[i]), i))
    taken: set[str] = set()
    ids: dict[int, str] = {}
    for i in order:
        ids[i] = _free(documents[i], taken)
        taken.add(ids[i].casefold())
    return [_renamed(document, ids[i]) for i, document in enumerate(documents)]


def _rank(document: Document) -> tuple[int, str]:
    suffix = Path(document.path).suffix.lower()
    return (list(READERS).index(suffix) if suffix in READERS else len(READERS), document.path)


def _free(document: Document, taken: set[str]) -> str:
    """The first of id, id-ext, id-ext-2, id-ext-3 … that is free, case aside (some file systems have none)."""
    if document.id.casefold() not in taken:
        return document.id
    suffixed = f"{document.id}-{Path(document.path).suffix.lower().lstrip('.') or 'x'}"
    name, n = suffixed, 1
    while name.casefold() in taken:
        n += 1
        name = f"{suffixed}-{n}"
    return name


def _renamed(document: Document, identity: str) -> Document:
    if identity == document.id:
        return document
    articles = tuple(replace(article, id=f"{identity}#{article.number}") for article in document.articles)
    return replace(document, id=identity, articles=articles)
