"""A file to documents: the one function that the build calls."""

from __future__ import annotations

import hashlib
import re
import stat
from pathlib import Path

from kg.documents.draft import MAX_BYTES, Draft
from kg.documents.formats import READERS
from kg.documents.meta import edtf, meta_path, read_meta
from kg.documents.model import Document
from kg.documents.segment import segment
from kg.errors import SourceError
from kg.ids import slug

_SAFE_ID = re.compile(r"[\w][\w .()-]*")


def read(path: Path, *, max_bytes: int = MAX_BYTES) -> list[Document]:
    """The documents of a file: one, or one per line of a .jsonl. A meta file beside it wins over what the file says.

    Raises SourceError, in one line with the remedy, for whatever cannot be read. Ids are unique within the file only;
    see `distinct`.
    """
    reader = READERS.get(path.suffix.lower())
    if reader is None:
        raise SourceError(f'{path}: unknown extension "{path.suffix}"; known are {" ".join(READERS)}')
    data = _bytes(path, max_bytes)
    meta = read_meta(path)
    drafts = reader(data, path)
    if not any(c.isalnum() for draft in drafts for c in draft.text):
        raise SourceError(f"{path}: holds no text; remove it or save it again")
    return [_document(path, draft, meta, data) for draft in drafts]


def fingerprint(path: Path) -> str:
    """A hash of the file and its meta file, for caches: what `read` gives changes only with it. Raises SourceError."""
    digest = hashlib.sha256(_bytes(path, None))
    if meta_path(path).is_file():
        digest.update(b"\0" + _bytes(meta_path(path), None))
    return digest.hexdigest()


def _bytes(path: Path, most: int | None) -> bytes:
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise SourceError(f"{path}: not a regular file; name a document")
        if most is not None and status.st_size > most:
            size = f"{status.st_size / 1e6:.1f} MB, more than the limit of {most / 1e6:.1f} MB"
            raise SourceError(f"{path}: {size}; split it")
        data = path.read_bytes()
    except OSError as error:
        raise SourceError(f"{path}: cannot be read ({error.strerror}); check its permissions") from error
    if not data.strip(b"\xef\xbb\xbf \t\r\n"):
        raise SourceError(f"{path}: is empty; remove it or save it again")
    return data


def _document(path: Path, draft: Draft, meta: dict[str, str], data: bytes) -> Document:
    known = {
        key: meta.get(key) or getattr(draft, key) for key in ("title", "published", "url", "publisher", "language")
    }
    published = edtf(known["published"], f'{path}: "published"')
    identity = _identity(draft.id) or path.stem
    articles = segment(draft.text, identity, title=known["title"], published=published, begin=draft.begin)
    return Document(
        id=identity,
        sha256=hashlib.sha256(draft.raw or data).hexdigest(),
        path=str(path),
        text=draft.text,
        articles=articles,
        title=known["title"] or (articles[0].title if len(articles) == 1 else ""),
        published=published or (articles[0].published if len(articles) == 1 else ""),
        url=known["url"],
        publisher=known["publisher"],
        language=known["language"] or "en",
    )


def _identity(given: str) -> str:
    """An id that can name a file: what is given if it can, else its slug."""
    return given if not given or _SAFE_ID.fullmatch(given) else slug(given)
