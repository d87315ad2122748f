"""The documents of a set of texts, as a build reads them."""

from __future__ import annotations

from pathlib import Path

from kg.documents.distinct import distinct
from kg.documents.find import find
from kg.documents.model import Document
from kg.documents.read import read
from kg.documents.works import assign_works


def documents_of(folder: Path) -> list[Document]:
    """All documents in a folder, each once and with its work."""
    return assign_works(distinct([d for path in find([folder]).files for d in read(path)]))
