"""What is known of a document besides its text: `<name>.meta.json` beside it."""

from __future__ import annotations

import json
from pathlib import Path

from kg.dates import parse_edtf
from kg.documents.decode import decode
from kg.errors import SourceError

META = ".meta.json"
KEYS = ("title", "published", "url", "publisher", "language")


def meta_path(path: Path) -> Path:
    """Where the meta file of a document would be: `report.pdf` → `report.meta.json`."""
    return path.with_name(f"{path.stem}{META}")


def read_meta(path: Path) -> dict[str, str]:
    """The fields of the meta file beside a document, {} if there is none; `published` comes back as EDTF.

    Keys that are not ours are passed over, see `unknown_keys`. Raises SourceError, naming the meta file, for broken
    JSON, values that are no strings and bad dates.
    """
    meta = meta_path(path)
    record = _record(meta)
    return {key: _value(meta, key, record[key]) for key in KEYS if record.get(key) is not None}


def unknown_keys(path: Path) -> str:
    """One line that names the meta file beside a document and the keys in it that are not used; "" if there is none."""
    meta = meta_path(path)
    try:
        unknown = sorted(_record(meta).keys() - set(KEYS))
    except SourceError:
        return ""  # the reader says so, and skips the document
    told = ", ".join(f'"{key}"' for key in unknown)
    return f"{meta}: {told} not used; known are {', '.join(KEYS)}" if unknown else ""


def _record(meta: Path) -> dict[str, object]:
    if not meta.is_file():
        return {}
    try:
        record = json.loads(decode(meta.read_bytes(), meta).lstrip("\ufeff"))
    except OSError as error:
        raise SourceError(f"{meta}: cannot be read ({error.strerror}); check its permissions") from error
    except ValueError as error:
        raise SourceError(f"{meta}: not JSON ({error}); correct it or remove it") from error
    if not isinstance(record, dict):
        raise SourceError(f'{meta}: not a JSON object; write {{"title": …}}')
    return record


def _value(meta: Path, key: str, value: object) -> str:
    if not isinstance(value, str):
        raise SourceError(f'{meta}: "{key}" is not a string; put it in quotes')
    return edtf(value, f'{meta}: "published"') if key == "published" else value.strip()


def edtf(value: str, place: str) -> str:
    """A date as EDTF; of a time stamp the day is kept. Raises SourceError naming the place for what is no date."""
    text = value.strip().split("T")[0].split(" ")[0]
    if not text:
        return ""
    try:
        return parse_edtf(text).edtf
    except ValueError as error:
        raise SourceError(f"{place} is not a date: {value!r}; write it as 2024-05-01, 2024-05 or 2024") from error
