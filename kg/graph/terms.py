"""RDF terms as N-Quads text, made and read (pure).

A `Term` is a string that can stand in an N-Quads line as it is: `<iri>`, `_:label`, `"text"@en`. Literals are
written canonically (backslash escapes for quotes, backslashes and control characters only), so that the same value
is always the same string and sets of quads compare as sets of strings.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from functools import cache, lru_cache
from typing import NamedTuple, TypeAlias
from urllib.parse import quote

from kg.errors import StoreError

Term: TypeAlias = str
Triple: TypeAlias = tuple[Term, Term, Term]
Quad: TypeAlias = tuple[Term, Term, Term, Term]

NAMESPACES: dict[str, str] = {
    "cg": "https://w3id.org/civicgraph/ontology#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcat": "http://www.w3.org/ns/dcat#",
    "dcterms": "http://purl.org/dc/terms/",
    "edtf": "http://id.loc.gov/datatypes/edtf/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "geo": "http://www.w3.org/2003/01/geo/wgs84_pos#",
    "oa": "http://www.w3.org/ns/oa#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "https://schema.org/",
    "sh": "http://www.w3.org/ns/shacl#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "void": "http://rdfs.org/ns/void#",
    "voidext": "http://ldf.fi/void-ext#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
ESCAPES = {i: f"\\u{i:04X}" for i in (*range(0x20), 0x7F)} | {
    ord(raw): "\\" + mark for raw, mark in zip('\\"\n\r\t\b\f', '\\"nrtbf', strict=True)
}
UNESCAPES = {"t": "\t", "b": "\b", "n": "\n", "r": "\r", "f": "\f", '"': '"', "'": "'", "\\": "\\"}
ESCAPED = re.compile(r'\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|([tbnrf"\'\\]))')
# RFC 3987: what may not stand in an IRI; a percent sign that escapes nothing is part of it.
PLANES = "".join(f"{chr(plane << 16)}-{chr((plane << 16) + 0xFFFD)}" for plane in range(1, 14))
UCS = f"\u00a0-\ud7ff\uf900-\ufdcf\ufdf0-\uffef{PLANES}"
NOT_IN_IRIS = re.compile(rf"[^A-Za-z0-9._~:/?#@!$&'()*+,;=%{UCS}-]|%(?![0-9A-Fa-f]{{2}})")
LITERAL = re.compile(r'"((?:[^"\\]|\\.)*)"(?:@([A-Za-z0-9-]+)|\^\^<([^>]*)>)?', re.DOTALL)
LINE = re.compile(
    r'(<[^>]*>|_:\S+) (<[^>]*>) (<[^>]*>|_:\S+|"(?:[^"\\]|\\.)*"(?:@[A-Za-z0-9-]+|\^\^<[^>]*>)?) (<[^>]*>) \.'
)


class Value(NamedTuple):
    """A literal taken apart: its text, its language tag or "", its datatype IRI or ""."""

    text: str
    language: str = ""
    datatype: str = ""


@lru_cache(maxsize=200_000)
def iri(text: str) -> Term:
    """An IRI term; characters that no IRI may hold are percent-encoded."""
    before, mark, fragment = text.partition("#")
    whole = before + mark + fragment.replace("#", "%23")
    return f"<{NOT_IN_IRIS.sub(lambda found: quote(found[0], safe=''), whole)}>"


@lru_cache(maxsize=4096)
def name(prefixed: str) -> Term:
    """The term of a prefixed name ("cg:kind"). Raises KeyError for a prefix that NAMESPACES lacks."""
    prefix, local = prefixed.split(":", 1)
    return iri(NAMESPACES[prefix] + local)


@cache
def cg(local: str) -> Term:
    """The term of a local name of our own ontology."""
    return name(f"cg:{local}")


def literal(text: str, language: str = "", datatype: str = "") -> Term:
    """A literal term. `datatype` is a prefixed name ("xsd:date"); without it and a language it is a plain string."""
    body = f'"{text.translate(ESCAPES)}"'
    if language:
        return f"{body}@{language}"
    return f"{body}^^{name(datatype)}" if datatype else body


def words(text: str, language: str = "en") -> Term:
    """Text in a language; text in another alphabet than the Latin is never called English, but undetermined."""
    if text.isascii():
        return literal(text, language)
    latin = sum(1 for c in text if c.isalpha() and ord(c) < 0x250)
    letters = sum(1 for c in text if c.isalpha())
    foreign = letters > 0 and latin * 2 < letters
    return literal(text, "und" if foreign and language == "en" else language)


def integer(value: int) -> Term:
    """An xsd:integer."""
    return literal(str(value), datatype="xsd:integer")


def decimal(value: float) -> Term:
    """An xsd:decimal in its canonical form: no exponent, no needless zeros."""
    digits = format(Decimal(repr(value)), "f")
    return literal(digits.rstrip("0").rstrip(".") if "." in digits else digits, datatype="xsd:decimal")


def boolean(value: bool) -> Term:
    """An xsd:boolean."""
    return literal("true" if value else "false", datatype="xsd:boolean")


def day(value: date) -> Term:
    """An xsd:date of a full day."""
    return literal(value.isoformat(), datatype="xsd:date")


def is_iri(term: Term) -> bool:
    """Whether the term is an IRI (not a literal, not a blank node)."""
    return term.startswith("<")


def text_of(term: Term) -> str:
    """What is inside the term: the IRI, the blank node's label, or the literal's text."""
    return value_of(term).text if term.startswith('"') else term.strip("<>").removeprefix("_:")


def value_of(term: Term) -> Value:
    """A literal term taken apart. Raises ValueError if it is none."""
    found = LITERAL.fullmatch(term)
    if not found:
        raise ValueError(f"not a literal: {term[:80]}")
    return Value(ESCAPED.sub(_unescape, found[1]), found[2] or "", found[3] or "")


def _unescape(found: re.Match[str]) -> str:
    code = found[1] or found[2]
    return chr(int(code, 16)) if code else UNESCAPES[found[3]]


def line(quad: Quad) -> str:
    """The quad as one N-Quads line, without the line end."""
    subject, predicate, value, graph = quad
    return f"{subject} {predicate} {value} {graph} ."


def read_lines(lines: Iterable[str], origin: str) -> Iterator[Quad]:
    """The quads of N-Quads lines as this project writes them. Raises StoreError that names `origin` and the line."""
    for number, text in enumerate(lines, 1):
        found = LINE.fullmatch(text.rstrip("\n"))
        if not found:
            raise StoreError(f"{origin}, line {number}: not an N-Quads line; build the graph again")
        yield found[1], found[2], found[3], found[4]
