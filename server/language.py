"""Which language an answer speaks: `?lang=`, else the cookie, else Accept-Language, else English (pure)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from http.cookies import CookieError, SimpleCookie
from typing import Any

from werkzeug.datastructures import LanguageAccept
from werkzeug.http import parse_accept_header

LANGUAGES = {"en": "English", "ru": "Русский"}
"""The languages of the pages, each by its own name; the first is that of the sources."""
DEFAULT = "en"
FIELD = "lang"
"""The parameter of every address, and the name of the cookie."""
SPOKEN = "civicgraph.language"
"""Where the language stands in the environment of a request."""
YEAR = 365 * 24 * 3600


@dataclass(frozen=True, slots=True)
class Choice:
    """A language, the query string without the wish for it, and whether the address itself named it."""

    language: str
    query: str
    named: bool

    @property
    def cookie(self) -> str:
        """The Set-Cookie header that remembers the choice; it names a language and nobody."""
        return f"{FIELD}={self.language}; Path=/; Max-Age={YEAR}; SameSite=Lax; HttpOnly"


def choose_language(environ: Mapping[str, Any]) -> Choice:
    """The language for a request. The wish is taken out of the address, so that no parameter of a query meets it."""
    query, wished = _parted(environ.get("QUERY_STRING", ""))
    if wished in LANGUAGES:
        return Choice(wished, query, True)
    return Choice(_liked(environ.get("HTTP_COOKIE", ""), environ.get("HTTP_ACCEPT_LANGUAGE", "")), query, False)


def _parted(query: str) -> tuple[str, str]:
    """The query string without `lang=`, and its last value."""
    if f"{FIELD}=" not in query:
        return query, ""
    parts = query.split("&")
    wishes = [part.removeprefix(f"{FIELD}=") for part in parts if part.startswith(f"{FIELD}=")]
    kept = "&".join(part for part in parts if not part.startswith(f"{FIELD}="))
    return kept, wishes[-1] if wishes else ""


@lru_cache(256)
def _liked(cookie: str, accepted: str) -> str:
    """What the cookie remembers, or what the browser asks for."""
    remembered = _remembered(cookie) if f"{FIELD}=" in cookie else ""
    if remembered in LANGUAGES:
        return remembered
    wishes = parse_accept_header(accepted, LanguageAccept) if accepted else None
    return (wishes.best_match(LANGUAGES, DEFAULT) if wishes else None) or DEFAULT


def _remembered(cookie: str) -> str:
    try:
        found = SimpleCookie(cookie).get(FIELD)
    except CookieError:  # other people's cookies may be anything
        return ""
    return found.value if found else ""
