"""What pages load: /static/<file>, packed once for all who take that; browsers ask each time whether it still holds."""

from __future__ import annotations

import hashlib
import mimetypes
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from flask import Flask, Response, request
from werkzeug.security import safe_join

from server.bodies import SMALLEST, Forms, coding_of
from server.problems import RequestError

FOLDER = Path(__file__).parent / "static"


@dataclass(frozen=True, slots=True)
class File:
    """A file as it is sent, with the name of its content."""

    forms: Forms
    tag: str
    media_type: str


def static(filename: str) -> Response:
    """One file, or 304 for those who have it."""
    path = safe_join(str(FOLDER), filename)
    if path is None or not Path(path).is_file():
        raise RequestError("there is no file %(name)s", 404, name=filename)
    found = _read(path, Path(path).stat().st_mtime_ns)
    coding = coding_of(request.headers.get("Accept-Encoding", "")) if len(found.forms.under("")) >= SMALLEST else ""
    response = Response(found.forms.under(coding), content_type=found.media_type)
    if coding:
        response.headers["Content-Encoding"] = coding
    response.vary.add("Accept-Encoding")
    response.cache_control.no_cache = True
    response.set_etag(found.tag, weak=True)
    response.make_conditional(request)
    return response


def register(app: Flask) -> None:
    """Serve the files of the pages."""
    app.add_url_rule("/static/<path:filename>", "static", static)


@lru_cache(64)
def _read(path: str, _changed: int) -> File:
    body = Path(path).read_bytes()
    kind = mimetypes.guess_type(path)[0] or "application/octet-stream"
    text = kind.startswith("text/") or kind.endswith(("javascript", "json", "xml"))
    tag = hashlib.sha256(body).hexdigest()[:24]
    return File(Forms(body, often=True), tag, f"{kind}; charset=utf-8" if text else kind)
