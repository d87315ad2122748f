"""Where a term leads to on this site, and what it is called when nobody has named it (pure)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from urllib.parse import quote, unquote

from kg.graph.terms import NAMESPACES
from kg.prefixes import shortened
from kg.store.rows import Term

ONTOLOGY = NAMESPACES["cg"]
_WEB = re.compile(r"https?://[^\s<>\"{}|^`\\\x00-\x20]+")
_WORDS = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
LONGEST = 2000
"""Characters of a name at most."""
_PATH = re.compile(r"[^/\x00-\x1f\x7f\\]+(?:/[^/\x00-\x1f\x7f\\]+)+")


def path_of(iri: str, base: str) -> str | None:
    """The part of a data IRI after `{base}id/` ("person/ann-lee"); None for any other IRI."""
    start = f"{base}id/"
    return iri[len(start) :] if iri.startswith(start) and is_path(unquote(iri[len(start) :])) else None


def is_path(path: str) -> bool:
    """Can this (decoded) path name something of the graph? Two segments at least, and no way up."""
    return len(path) <= LONGEST and bool(_PATH.fullmatch(path)) and not {".", ".."} & set(path.split("/"))


def href(term: Term, base: str) -> str | None:
    """Where a click on the term leads: our page of a thing of the graph, the web for an http(s) IRI, else nowhere.

    A term of the ontology leads to its place on the page that explains it.
    """
    if term.kind != "iri":
        return None
    if term.value.startswith(ONTOLOGY):
        return f"/ontology#{quote(term.value.removeprefix(ONTOLOGY))}"
    path = path_of(term.value, base)
    if path is None:
        return term.value if _WEB.fullmatch(term.value) else None
    kind, _, name = path.partition("/")
    if kind == "document" and "/" not in name:
        return f"/documents/{name}"
    return f"/page/{path}"


def local_name(iri: str) -> str:
    """The last part of an IRI as words.

    >>> local_name("https://example.org/onto#PetitionLaunch")
    'petition launch'
    """
    tail = re.split(r"[/#:]", unquote(iri).rstrip("/#:"))[-1]
    return " ".join(_WORDS.sub(" ", tail).replace("_", " ").split()).lower() or iri


def short_name(iri: str, base: str, prefixes: Mapping[str, str]) -> str:
    """What to call a thing that has no label: words from our own IRIs, a prefixed name, or the IRI itself.

    >>> short_name("http://www.w3.org/2002/07/owl#Class", "https://x/", {"owl": "http://www.w3.org/2002/07/owl#"})
    'owl:Class'
    """
    if iri.startswith((ONTOLOGY, f"{base}id/")):
        return local_name(iri)
    return shortened(iri, prefixes) or re.sub("^https?://", "", iri)


def address(path: str) -> str:
    """A decoded path, percent-encoded for a link.

    >>> address("document/a b")
    'document/a%20b'
    """
    return quote(path, safe="-._~/")
