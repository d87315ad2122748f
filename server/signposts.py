"""Signposting (https://signposting.org/FAIR/): links by which programs find from a page to its thing and data.

They are there as Link headers and as a set of links (RFC 9264).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from flask import Blueprint, Response, request
from werkzeug.urls import iri_to_uri

from kg.graph.vocabulary import superclasses
from kg.store.base import MEDIA_TYPES
from kg.store.rows import Term
from server.links import address, is_path, path_of
from server.negotiate import HTML, NAMES, SUFFIXES, best
from server.pages import local
from server.problems import RequestError
from server.site import Row, site

blueprint = Blueprint("signposts", __name__)
LINKSET, AS_JSON = "application/linkset", "application/linkset+json"
SCHEMA = "https://schema.org/"
# What schema.org calls our large classes; the first that fits counts.
KINDS = {
    "Person": "Person", "Organization": "Organization", "Country": "Country", "Place": "Place",
    "ReportedEvent": "Event", "LegalResource": "Legislation", "Petition": "CreativeWork", "Document": "CreativeWork",
    "Article": "Article",
    "Claim": "Claim", "Sentence": "Quotation",
}  # fmt: skip
MOST_ITEMS = 50
"""Links to parts in a header; the set of links has all of them."""


@dataclass(frozen=True, slots=True)
class Sign:
    """One link: where it leads, how that stands to the page, and its media type."""

    href: str
    rel: str
    type: str = ""

    def __str__(self) -> str:
        kind = f'; type="{self.type}"' if self.type else ""
        return f'<{iri_to_uri(self.href)}>; rel="{self.rel}"{kind}'


def put(response: Response, path: str, stated: Sequence[Row], parts: Iterable[Term] = ()) -> Response:
    """The page of a thing with its links in the header."""
    found = signs(path, stated, parts)
    items = [sign for sign in found if sign.rel == "item"][:MOST_ITEMS]
    response.headers["Link"] = ", ".join(str(sign) for sign in found if sign.rel != "item" or sign in items)
    return response


def put_on_data(response: Response, path: str) -> Response:
    """The data of a thing with links back to its page."""
    found = [Sign(page_address(path), "describes", HTML), Sign(f"{_root()}linkset/{address(path)}", "linkset", AS_JSON)]
    response.headers["Link"] = ", ".join(map(str, found))
    return response


def signs(path: str, stated: Sequence[Row], parts: Iterable[Term] = ()) -> list[Sign]:
    """The links of the page of a thing; `parts` are the articles of a document."""
    data = [
        Sign(f"{_root()}data/{address(path)}.{suffix}", "describedby", MEDIA_TYPES[NAMES[suffix]])
        for suffix in SUFFIXES
    ]
    base = site().settings.base
    inner = [path_of(part.value, base) for part in parts]
    return [
        Sign(site().iris.of(path)[1:-1], "cite-as"),
        *data,
        *(Sign(SCHEMA + kind, "type") for kind in ("AboutPage", *_kinds(stated))),
        *(Sign(f"{_root()}page/{address(one)}", "item", HTML) for one in inner if one),
        Sign(f"{_root()}about", "collection", HTML),
        Sign(f"{_root()}linkset/{address(path)}", "linkset", AS_JSON),
        Sign(f"{_root()}linkset/{address(path)}", "linkset", LINKSET),
    ]


@blueprint.route("/linkset/<path:path>")
def linkset(path: str) -> Response:
    """All links of the page of a thing and of its data, as JSON or in the form of the header."""
    stated = site().ask("stated-of", thing=site().iris.of(path)[1:-1]) if is_path(path) else []
    if not stated:
        raise RequestError("nothing is known of %(thing)s", 404, thing=path)
    wished = best(request.headers.get("Accept"), (AS_JSON, LINKSET))
    if wished is None:
        raise RequestError("the links are there as %(types)s", 406, types=f"{AS_JSON}, {LINKSET}")
    parts = site().ask("articles-of", document=site().iris.of(path)[1:-1]) if path.startswith("document/") else []
    found = signs(path, stated, dict.fromkeys(row["article"] for row in parts))
    response = Response(_written(path, found, wished), content_type=wished)
    response.vary.add("Accept")
    return response


def page_address(path: str) -> str:
    """The page of a thing on this server."""
    kind, _, name = path.partition("/")
    return f"{_root()}{f'documents/{address(name)}' if kind == 'document' else f'page/{address(path)}'}"


def _written(path: str, found: Sequence[Sign], form: str) -> str:
    page = page_address(path)
    back = {sign.href: Sign(page, "describes", HTML) for sign in found if sign.rel == "describedby"}
    if form == AS_JSON:
        sets = [_context(page, found), *(_context(data, [sign]) for data, sign in back.items())]
        return json.dumps({"linkset": sets}, ensure_ascii=False, indent=1) + "\n"
    every = [(page, sign) for sign in found] + list(back.items())
    return ",\n".join(f'{sign}; anchor="{iri_to_uri(anchor)}"' for anchor, sign in every) + "\n"


def _context(anchor: str, found: Iterable[Sign]) -> Mapping[str, object]:
    links: dict[str, list[dict[str, str]]] = {}
    for sign in found:
        target = {"href": iri_to_uri(sign.href)} | ({"type": sign.type} if sign.type else {})
        links.setdefault(sign.rel, []).append(target)
    return {"anchor": iri_to_uri(anchor), **links}


def _kinds(stated: Sequence[Row]) -> list[str]:
    """What schema.org calls the thing."""
    classes = {local(row["object"].value) for row in stated if local(row["predicate"].value) == "type"}
    above = classes | {one for name in classes for one in superclasses(name)}
    return [kind for name, kind in KINDS.items() if name in above][:1]


def _root() -> str:
    return request.url_root
