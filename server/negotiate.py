"""Which media type to answer with (pure): RFC 9110's Accept header against what there is to offer."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

BINDINGS = ("json", "xml", "csv", "tsv")
BOOLEAN = ("json", "xml")
GRAPH = ("turtle", "ntriples", "rdfxml", "jsonld", "trig", "nquads")
# The formats of each form of query.
FORMS: dict[str, tuple[str, ...]] = {"SELECT": BINDINGS, "ASK": BOOLEAN, "CONSTRUCT": GRAPH, "DESCRIBE": GRAPH}
# What each format may be called; the first is its own name, the others are answered as they were asked for.
TYPES: dict[str, tuple[str, ...]] = {
    "json": ("application/sparql-results+json", "application/json"),
    "xml": ("application/sparql-results+xml", "application/xml", "text/xml"),
    "csv": ("text/csv",),
    "tsv": ("text/tab-separated-values",),
    "turtle": ("text/turtle", "application/x-turtle"),
    "ntriples": ("application/n-triples",),
    "rdfxml": ("application/rdf+xml", "application/xml", "text/xml"),
    "jsonld": ("application/ld+json", "application/json"),
    "trig": ("application/trig",),
    "nquads": ("application/n-quads",),
}
# What `format=` and the endings of addresses may say.
NAMES: dict[str, str] = {name: name for name in TYPES} | {
    "ttl": "turtle",
    "nt": "ntriples",
    "rdf": "rdfxml",
    "nq": "nquads",
}
SUFFIXES = ("ttl", "jsonld", "nt", "rdf")
"""The endings of the files of a thing or of the ontology."""
# What `format=` may say besides: media types, and the names that SPARQLWrapper has.
SAID: dict[str, str] = {types[0]: name for name, types in TYPES.items()} | {
    "rdf+xml": "rdfxml",
    "json-ld": "jsonld",
    "n3": "turtle",
}
# What a format of rows is called where the answer is a graph.
GRAPH_LIKE = {"xml": "rdfxml", "json": "jsonld"}
HTML = "text/html"
_WEIGHT = re.compile(r"0(?:\.\d{0,3})?|1(?:\.0{0,3})?")
_TOO_MANY = 100
_SHORT = 300
"""Characters of a header that is worth remembering: what programs send, over and over."""


@dataclass(frozen=True, slots=True)
class Range:
    """One part of an Accept header; of its parameters only q counts (a profile or version is no other format)."""

    type: str
    subtype: str
    quality: float

    def fits(self, media_type: str) -> int:
        """How exactly the range names the media type; 0 when it does not."""
        kind, _, subtype = media_type.partition("/")
        if self.type == "*":
            return 1
        if self.type != kind:
            return 0
        if self.subtype == "*":
            return 2
        return 0 if self.subtype != subtype else 3


def ranges(accept: str) -> list[Range]:
    """The media ranges of an Accept header; what is malformed is left out, and so is all past a hundred."""
    found = (_range(part) for part in accept.split(",")[:_TOO_MANY])
    return [one for one in found if one is not None]


@lru_cache(256)
def _known_ranges(accept: str) -> list[Range]:
    return ranges(accept)


def best(accept: str | None, offers: Sequence[str]) -> str | None:
    """The offer that the client likes most; among equals the first. None when it takes none of them.

    No header, or an empty one, takes anything.
    """
    if accept is None or not accept.strip():
        return offers[0]
    wishes = _known_ranges(accept) if len(accept) <= _SHORT else ranges(accept)
    weighed = [(_quality(wishes, offer), -at) for at, offer in enumerate(offers)]
    quality, at = max(weighed)
    return offers[-at] if quality > 0 else None


def choose(accept: str | None, formats: Iterable[str]) -> tuple[str, str] | None:
    """The format and media type to answer with, among formats in the order of our own liking; None for 406."""
    short = accept is None or len(accept) <= _SHORT
    return _known_choice(accept, tuple(formats)) if short else _choice(accept, tuple(formats))


@lru_cache(256)
def _known_choice(accept: str | None, names: tuple[str, ...]) -> tuple[str, str] | None:
    return _choice(accept, names)


def _choice(accept: str | None, names: tuple[str, ...]) -> tuple[str, str] | None:
    offers = {TYPES[name][0]: name for name in names}
    for name in names:
        for other in TYPES[name][1:]:
            offers.setdefault(other, name)
    media_type = best(accept, list(offers))
    return None if media_type is None else (offers[media_type], media_type)


def prefers_html(accept: str | None, formats: Iterable[str]) -> bool:
    """Is a page what the client likes most? Never by a mere `*/*`."""
    others = [media_type for name in formats for media_type in TYPES[name]]
    return best(accept, [*others, HTML]) == HTML


def _quality(wishes: Sequence[Range], offer: str) -> float:
    """What the most exact range that fits says."""
    fitting = [(wish.fits(offer), wish.quality) for wish in wishes if wish.fits(offer)]
    return max(fitting)[1] if fitting else 0.0


def _range(part: str) -> Range | None:
    media_range, *parameters = (piece.strip() for piece in part.split(";"))
    kind, slash, subtype = media_range.lower().partition("/")
    if not slash or not kind or not subtype or (kind == "*" and subtype != "*"):
        return None
    quality = 1.0
    for parameter in parameters:
        label, _, value = parameter.partition("=")
        if label.strip().lower() == "q":
            quality = float(value) if _WEIGHT.fullmatch(value.strip()) else 0.0
    return Range(kind, subtype, quality)
