"""Where IRIs are made: `{base}id/<kind>/<slug>` and the names of the seven graphs (pure)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from urllib.parse import quote

from kg.errors import UsageError
from kg.graph.terms import Term, iri
from kg.ids import digest, slug

DEFAULT_BASE = "https://w3id.org/civicgraph/"
GRAPHS = ("world", "claims", "inferred", "documents", "ontology", "dataset", "review")
BASE = re.compile(r"https?://[^\s<>\"{}|^`\\#?]+/")


def checked_base(text: str) -> str:
    """The base IRI with its closing slash. Raises UsageError if it is no absolute http(s) IRI."""
    base = text if text.endswith("/") else f"{text}/"
    if not BASE.fullmatch(base):
        raise UsageError(f"base IRI {text!r}: give an absolute http(s) IRI such as {DEFAULT_BASE}")
    return base


@lru_cache(maxsize=100)
def _graph(base: str, name: str) -> Term:
    return iri(f"{base}graph/{name}")


@lru_cache(maxsize=100_000)
def _data(base: str, path: tuple[str, ...]) -> Term:
    return iri(f"{base}id/" + "/".join(map(_quoted, path)))


@lru_cache(maxsize=100_000)
def _quoted(part: str) -> str:
    return quote(part, safe="-._~/")


def hyphenated(name: str) -> str:
    """A class name as part of an IRI.

    >>> hyphenated("PetitionLaunch")
    'petition-launch'
    """
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "-", name).lower()


@dataclass(frozen=True, slots=True)
class Iris:
    """Makes every data IRI. `paths` maps entity keys to `<kind>/<slug>` (see `kg.graph.registry`)."""

    base: str = DEFAULT_BASE
    paths: Mapping[str, str] = field(default_factory=dict)

    def of(self, *path: str) -> Term:
        """`{base}id/…`, each part percent-encoded where it must be."""
        return _data(self.base, path)

    def graph(self, name: str) -> Term:
        """One of the seven named graphs."""
        return _graph(self.base, name)

    def entity(self, key: str) -> Term:
        """The IRI of an entity that has a path. Raises KeyError for one that has none (a protected person)."""
        return self.of(self.paths[key])

    def country(self, iso: str) -> Term:
        """The IRI of a state by its ISO 3166-1 alpha-2 code, whether or not a document names it."""
        return self.of("country", slug(iso))

    def event(self, kind: str, date: str, identity: str) -> Term:
        """`event/<kind>-<date>-<hash>`: readable, and as stable as the event's own id."""
        when = slug(date) if date else "undated"
        return self.of("event", f"{hyphenated(kind)}-{when}-{digest(identity, length=10)}")

    def claim(self, *parts: str) -> Term:
        """The IRI of what is said: the same statement in the same article is the same claim, for ever."""
        return self.of("claim", digest(*parts))

    def node(self, kind: str, *parts: str) -> Term:
        """A node that its content identifies (a position, a sanction, a judgement, a work)."""
        return self.of(kind, digest(*parts))

    def document(self, document: str) -> Term:
        """A document by its id."""
        return self.of("document", document)

    def article(self, document: str, number: int) -> Term:
        """An article by its number in the document."""
        return self.of("article", f"{document}-{number}")

    def sentence(self, document: str, start: int, end: int) -> Term:
        """A sentence by its place (code points)."""
        return self.of("sentence", f"{document}-{start}-{end}")

    def activity(self, document: str, version: str) -> Term:
        """The reading of one document by one version of the pipeline."""
        return self.of("activity", f"{document}-{version}")
