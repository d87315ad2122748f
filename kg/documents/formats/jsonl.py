"""JSON Lines: a document per line, an object with at least `text`."""

from __future__ import annotations

import json
from dataclasses import replace
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
    fields = {key: record[key] for key in KEYS if record.get(key) not in (None, "")}
    wrong = next((key for key, value in fields.items() if not isinstance(value, str | int)), None)
    if wrong:
        raise SourceError(f'{place}: "{wrong}" is not a string; put it in quotes')
    strings = {"id": default_id, **{key: str(value) for key, value in fields.items()}}
    strings["published"] = edtf(strings.get("published", ""), f'{place}: "published"')
    return replace(Draft(record["text"], raw=line.encode("utf8")), **strings)
