"""/ontology: what each class, property and scheme means, for people; the ontology itself, for programs.

Each term has its local name as anchor, so that `https://w3id.org/civicgraph/ontology#Conviction` leads to its place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from urllib.parse import urlencode

from flask import Blueprint, Response, render_template, request

from kg.prefixes import shortened
from kg.store.base import MEDIA_TYPES, Question
from kg.store.rows import Term
from server.asking import streamed
from server.catalogue import language
from server.diagram import diagram
from server.front import STABLE
from server.graphs import WHOLE
from server.labels import labels_of
from server.links import ONTOLOGY
from server.negotiate import GRAPH, HTML, NAMES, SUFFIXES, choose, prefers_html
from server.problems import RequestError
from server.site import site
from server.terms import RDFS, SKOS, Defined, defined

blueprint = Blueprint("ontology", __name__)
CODE = re.compile(r"https://w3id\.org/civicgraph/(?!ontology)(\w+)#(.+)")
EXAMPLE = {True: "SELECT ?subject ?object\nWHERE {{ ?subject {name} ?object }}\nLIMIT 50\n",
           False: "SELECT ?thing\nWHERE {{ ?thing a {name} }}\nLIMIT 50\n"}  # fmt: skip


@blueprint.route("/ontology")
@blueprint.route("/ontology/<version>")
def page(version: str = "") -> Response:
    """The page, or the triples, by what the client accepts."""
    accept = request.headers.get("Accept")
    if not prefers_html(accept, GRAPH):
        chosen = choose(accept, GRAPH)
        if chosen is None:
            types = ", ".join([HTML, *(MEDIA_TYPES[name] for name in GRAPH)])
            raise RequestError("the ontology is there as %(types)s", 406, types=types)
        return _triples(*chosen)
    return _page(version)


@blueprint.route("/ontology.<suffix>")
def file(suffix: str) -> Response:
    """The triples, in the format of an ending."""
    if suffix not in SUFFIXES:
        raise RequestError("there is no file %(name)s", 404, name=f"ontology.{suffix}")
    form = NAMES[suffix]
    return _triples(form, MEDIA_TYPES[form])


def _triples(form: str, media_type: str) -> Response:
    graph = (site().graph("ontology"),)
    return streamed(Question(WHOLE, graph=form, default_graphs=graph), media_type)  # type: ignore[arg-type]


def _page(version: str) -> Response:
    rows = site().ask("ontology", ontology=site().graph("ontology"))
    about = {row["predicate"].value: row["object"].value for row in rows if row["term"].value == ONTOLOGY.rstrip("#")}
    if not about or version not in ("", about.get("http://www.w3.org/2002/07/owl#versionInfo")):
        raise RequestError("there is no version %(version)s of the ontology here", 404, version=version or "any")
    terms = defined(rows, language())
    classes = [term for term in terms.values() if term.is_a("owl:Class")]
    codes = sorted({one for one in _mentioned(terms) if CODE.fullmatch(one)})
    parts = {
        "terms": terms,
        "roots": [term for term in classes if not term.parents],
        "classes": _by_label(classes),
        "properties": _by_label(term for term in terms.values() if term.is_property),
        "schemes": [(one, _members(one, terms)) for one in terms.values() if one.is_a("skos:ConceptScheme")],
        "others": _by_label(term for term in terms.values() if _stands_alone(term)),
        "version": about.get("http://www.w3.org/2002/07/owl#versionInfo", ""),
        "domains": {term.iri: _of_class(term.iri, terms) for term in classes},
        "labels": labels_of(Term("iri", one) for one in codes),
        "codes": codes,
        "below": lambda term: _by_label(terms[one] for one in term.below), "rdfs": RDFS,
        "diagram": diagram(terms), "uses": _uses(), "example": _example, "short": _short, "files": SUFFIXES,
    }  # fmt: skip
    request.environ[STABLE] = True
    response = Response(render_template("ontology.html", **parts))
    response.vary.add("Accept")
    return response


def _by_label(terms: Iterator[Defined] | list[Defined]) -> list[Defined]:
    return sorted(terms, key=lambda term: (term.label.casefold(), term.iri))


def _members(scheme: Defined, terms: Mapping[str, Defined]) -> list[Defined]:
    """The concepts of a scheme."""
    return _by_label(term for term in terms.values() if scheme.iri in term.of(f"{SKOS}inScheme"))


def _stands_alone(term: Defined) -> bool:
    """Is it neither class nor property, nor in a list of words?"""
    listed = term.is_a("skos:ConceptScheme") or bool(term.of(f"{SKOS}inScheme"))
    return not (listed or term.is_a("owl:Class") or term.is_property)


def _of_class(iri: str, terms: Mapping[str, Defined]) -> list[Defined]:
    """The properties that things of a class may have by their domain."""
    return _by_label(term for term in terms.values() if iri in term.of(f"{RDFS}domain"))


def _mentioned(terms: Mapping[str, Defined]) -> Iterator[str]:
    for term in terms.values():
        yield from term.mappings


def _uses() -> dict[str, int]:
    """How often each term is used, as the description of the data says."""
    found = site().ask("uses", dataset=site().graph("dataset"), world=site().graph("world"))
    return {row["term"].value: int(row["uses"].value) for row in found}


def _short(iri: str) -> str:
    """The IRI with its prefix where that is known; a code of another list (`…/cameo#172`) with the name of the list."""
    code = CODE.fullmatch(iri)
    return f"{code[1]}:{code[2]}" if code else shortened(iri, site().prefixes) or iri


def _example(term: Defined) -> str:
    """The address of a query for things of the class, or for what the property ties."""
    name = _short(term.iri)
    text = f"PREFIX cg: <{ONTOLOGY}>\n" + EXAMPLE[term.is_property].format(name=name)
    return "/query?" + urlencode({"query": text})
