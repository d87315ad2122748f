"""Things of the graph: /id/<path> leads to a page for people or to data for programs."""

from __future__ import annotations

from urllib.parse import unquote

from flask import Blueprint, Response, redirect, render_template, request, url_for

from kg.store.base import MEDIA_TYPES, Question
from server import signposts
from server.asking import respond
from server.entity_page import page_parts
from server.facts import local, statements
from server.links import is_path
from server.negotiate import HTML, NAMES, SUFFIXES, best, choose
from server.problems import RequestError
from server.site import Row, site

blueprint = Blueprint("entities", __name__)
DATA = ("turtle", "jsonld", "ntriples", "rdfxml")


@blueprint.route("/id/<path:path>")
def thing(path: str) -> Response:
    """Lead to the page or to the data, by the ending of the address or by what the client accepts."""
    stem, suffix = _split(path)
    if suffix:
        return _see_other("entities.data", path)
    offers = (HTML, *(MEDIA_TYPES[name] for name in DATA))
    wished = best(request.headers.get("Accept"), offers)
    if wished is None:
        raise RequestError("a thing is there as %(types)s", 406, types=", ".join(offers))
    return _see_other("entities.page" if wished == HTML else "entities.data", stem)


@blueprint.route("/page/<path:path>")
def page(path: str) -> Response:
    """All that is said of a thing, and of others in which it takes part, each with its sentences."""
    iri = _iri(path)
    stated = site().ask("stated-of", thing=iri)
    said = statements(site().ask("said-of", thing=iri), "object")
    with_it = statements(site().ask("said-with", thing=iri), "subject")
    if not stated and not said:
        raise RequestError("nothing is known of %(thing)s", 404, thing=path)
    place = _place_in_document(path, stated)
    if place is not None:
        return place
    response = Response(render_template("entity.html", path=path, **page_parts(iri, stated, said, with_it)))
    return signposts.put(response, path, stated)


@blueprint.route("/data/<path:path>")
def data(path: str) -> Response:
    """The triples of a thing, and the claims and sentences that say them."""
    stem, suffix = _split(path)
    chosen = (NAMES[suffix], MEDIA_TYPES[NAMES[suffix]]) if suffix else choose(request.headers.get("Accept"), DATA)
    if chosen is None:
        raise RequestError("the data is there as %(types)s", 406, types=", ".join(MEDIA_TYPES[name] for name in DATA))
    iri = _iri(stem)
    if not site().ask("stated-of", thing=iri):
        raise RequestError("nothing is known of %(thing)s", 404, thing=stem)
    form, media_type = chosen
    text = site().bound("data-of", thing=iri)
    response = respond(site().view.answer(Question(text, graph=form)), media_type)  # type: ignore[arg-type]
    return signposts.put_on_data(response, stem)


def _split(path: str) -> tuple[str, str]:
    """The path and the ending that names a format, "" if it has none. Raises RequestError for what is no path."""
    if not is_path(path):
        raise RequestError("there is no such address", 404)
    stem, dot, suffix = path.rpartition(".")
    return (stem, suffix) if dot and suffix in SUFFIXES and is_path(stem) else (path, "")


def _iri(path: str) -> str:
    if not is_path(path):
        raise RequestError("there is no such address", 404)
    return site().iris.of(path)[1:-1]


def _see_other(name: str, path: str) -> Response:
    response = redirect(url_for(name, path=path), 303)
    response.vary.add("Accept")
    assert isinstance(response, Response)
    return response


def _place_in_document(path: str, stated: list[Row]) -> Response | None:
    """Documents, articles and sentences are places on a document's page."""
    kind, _, name = path.partition("/")
    document = name if kind == "document" else ""
    if kind == "sentence":
        stated = site().ask("stated-of", thing=_value(stated, "inArticle"))
    if kind in ("article", "sentence"):
        document = unquote(_value(stated, "inDocument").removeprefix(f"{site().settings.base}id/document/"))
    if not document:
        return None
    anchor = None if kind == "document" else name
    response = redirect(url_for("documents.document", name=document, _anchor=anchor), 303)
    assert isinstance(response, Response)
    return response


def _value(stated: list[Row], predicate: str) -> str:
    """The first value of one of our properties. Raises RequestError when there is none."""
    for row in stated:
        if local(row["predicate"]) == predicate:
            return row["object"].value
    raise RequestError("the place in its document is not known", 404)
