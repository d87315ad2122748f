"""What pages say in the language of a request: Flask-Babel over catalogues that are read as they are written (.po)."""

from __future__ import annotations

import json
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any
from urllib.parse import quote

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.support import NullTranslations, Translations
from flask import Flask, g, has_request_context, request
from flask_babel import Babel, Domain, get_domain, get_locale

from server.language import DEFAULT, FIELD, LANGUAGES, SPOKEN

READY = "!$%&'()*+,-./:;=?@_~"
"""What stays as it is in the query of an address."""
FOLDER = Path(__file__).parent / "translations"
SCRIPTS = "web/src/"
"""Messages that are found below this folder go to the browser."""


def mark(text: str) -> str:
    """The text itself: what is marked is put into the catalogues, and said where it is shown."""
    return text


def say(text: str) -> str:
    """A text that is not known beforehand (a heading of a query, a word of the graph), translated where it can be."""
    return gettext(text) if text else text


def gettext(text: str, **values: object) -> str:
    """A text in the language of the request, with its %(names)s filled in."""
    return str(get_domain().gettext(text, **values))


def ngettext(one: str, many: str, number: int, **values: object) -> str:
    """The form of a text that fits a number."""
    return str(get_domain().ngettext(one, many, number, **values))


def language() -> str:
    """The language of the current request; that of the sources outside of one."""
    found = get_locale()
    return found.language if found else DEFAULT


def read(name: str) -> Catalog:
    """The catalogue of a language as it is written; an empty one for that of the sources."""
    path = FOLDER / f"{name}.po"
    if not path.is_file():
        return Catalog(name)
    with path.open("rb") as file:
        return read_po(file, locale=name)


catalogue = cache(read)
"""The same, read once."""


@cache
def translations(name: str) -> NullTranslations:
    """The translations of a language."""
    compiled = BytesIO()
    write_mo(compiled, catalogue(name))
    compiled.seek(0)
    return Translations(compiled) if name != DEFAULT else NullTranslations()


@cache
def script_words(name: str) -> str:
    """The translations that scripts need, as JSON: text to text, or to its plural forms. "" for the sources' own."""
    found: dict[str, Any] = {}
    for message in catalogue(name):
        if message.id and any(SCRIPTS in path for path, _ in message.locations):
            singular = message.id if isinstance(message.id, str) else message.id[0]
            found[singular] = message.string
    return json.dumps(found, ensure_ascii=False) if found else ""


class _Catalogues(Domain):  # type: ignore[misc]
    """Flask-Babel's way to translations, without compiled files."""

    def get_translations(self) -> NullTranslations:
        return translations(language())


def register(app: Flask) -> None:
    """Let the app speak the languages of LANGUAGES."""
    babel = Babel(app, default_locale=DEFAULT, locale_selector=_selected)
    babel.domain_instance = _Catalogues()
    app.jinja_env.filters["said"] = say
    said = {"in_language": in_language, "language": language, "languages": LANGUAGES, "script_words": script_words}
    app.jinja_env.globals.update(said)


def in_language(name: str = "") -> str:
    """The address of the current page in a language; without one, in the visitor's own."""
    asked = request.query_string.decode("latin-1") if request.method in ("GET", "HEAD") else ""
    query = "&".join(part for part in (asked, f"{FIELD}={name}" if name else "") if part)
    return quote(request.path) + (f"?{quote(query, safe=READY)}" if query else "")


def _selected() -> str:
    """The language that the front has chosen; the answer depends on it from now on (`server.headers` says so). That of
    the sources where nobody has asked over HTTP."""
    if not has_request_context():
        return DEFAULT
    g.spoken = True
    return str(request.environ.get(SPOKEN, DEFAULT))
