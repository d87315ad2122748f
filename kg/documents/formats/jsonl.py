"""JSON Lines: a document per line, an object with at least `text`."""

from __future__ import annotations

import json
from pathlib import Path

from kg.documents.decode import decode
from kg.documents.draft import Draft
from kg.documents.meta import edtf
from kg.errors import SourceError

KEYS = ("id", "title", "published", "url", "publisher", "language")


def read_jsonl(data: bytes, path: Path) -> list[Draft]:
    """One draft per line that is not blank; the id is `<stem>-<n>` (n counts documents from 1) where a line gives none.

    Raises SourceError, naming the line, for broken JSON, a missing text and values that are no strings.
    """
    drafts: list[Draft] = []
    for number, line in enumerate(decode(data, path).lstrip("\ufeff").split("\n"), 1):
        if line.strip():
            drafts.append(_draft(line, f"{path}: line {number}", f"{path.stem}-{len(drafts) + 1}"))
    return drafts


def _draft(line: str, place: str, default_id: str) -> Draft:
    try:
        record = json.loads(line)
    except ValueError as error:
        raise SourceError(f"{place}: not JSON ({error}); write one object per line") from error
    if not isinstance(record, dict) or not isinstance(record.get("text"), str) or not record["text"].strip():
        raise SourceError(f'{place}: no "text"; each line must be an object with a "text" string')
    field = {key: _string(record, key, place) for key in KEYS}
    return Draft(
        text=record["text"],
        title=field["title"],
        published=edtf(field["published"], f'{place}: "published"'),
        url=field["url"],
        publisher=field["publisher"],
        language=field["language"],
        id=field["id"] or default_id,
        raw=line.encode("utf8"),
    )


def _string(record: dict[str, object], key: str, place: str) -> str:
    """A field as a string, "" if it is absent or null; a number is taken as its digits."""
    value = record.get(key)
    if value is not None and (isinstance(value, bool) or not isinstance(value, str | int)):
        raise SourceError(f'{place}: "{key}" is not a string; put it in quotes')
    return "" if value is None else str(value).strip()
