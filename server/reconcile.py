"""The OpenRefine Reconciliation Service API 0.2 at /reconcile: a table's names against the graph's.

https://www.w3.org/community/reports/reconciliation/CG-FINAL-specs-0.2-20230410/
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from flask import Blueprint, Response, jsonify, render_template, request

from kg.store.labels import Found
from kg.store.rows import Term
from server.facts import statements
from server.labels import Labels, labels_of
from server.links import ONTOLOGY, href, path_of
from server.problems import RequestError
from server.search import find
from server.site import site

blueprint = Blueprint("reconcile", __name__)
TYPES = ("Person", "Organization", "LegalResource", "Petition", "Place", "ReportedEvent")
MOST_QUERIES = 50
MOST_RESULTS = 50
SURE = 97.0
"""Likeness from which a single best name is a match that nobody needs to look at."""


@blueprint.route("/reconcile", methods=["GET", "POST"])
def reconcile() -> Response:
    """The manifest, or the candidates for a batch of names."""
    given = request.values.get("queries")
    if given is None:
        return jsonify(_manifest())
    batch = _read(given)
    return jsonify({key: {"result": _candidates(query)} for key, query in batch.items()})


@blueprint.route("/reconcile/suggest/entity")
def suggest_entity() -> Response:
    """Things whose names begin like the prefix."""
    found = find(request.args.get("prefix", ""), "", 10)
    labels = _labels(found)
    shown = [(one, labels.name(one.thing), [_type(one.cls, labels)]) for one in found]
    return jsonify(result=[{"id": _id(one), "name": name, "notable": types} for one, name, types in shown])


@blueprint.route("/reconcile/suggest/type")
def suggest_type() -> Response:
    """The classes that names can be reconciled with."""
    prefix = request.args.get("prefix", "").lower()
    types = [{"id": one["id"], "name": one["name"]} for one in _types() if one["name"].lower().startswith(prefix)]
    return jsonify(result=types)


@blueprint.route("/reconcile/preview")
def preview() -> Response:
    """A small page about one thing."""
    iri = site().iris.of(request.args.get("id", ""))[1:-1]
    if path_of(iri, site().settings.base) is None:
        raise RequestError("id is the path of a thing, such as person/ann-lee")
    said = [one for one in statements(site().ask("said-of", thing=iri), "object") if one.asserted and one.proofs]
    labels = labels_of([Term("iri", iri)])
    quotes = list(dict.fromkeys(proof.quote for one in said for proof in one.proofs if proof.quote))[:2]
    link = href(Term("iri", iri), site().settings.base)
    return Response(render_template("preview.html", title=labels.name(iri), quotes=quotes, href=link))


def _manifest() -> dict[str, Any]:
    here, base = request.url_root.rstrip("/"), site().settings.base
    return {
        "versions": ["0.1", "0.2"],
        "name": "civicgraph",
        "identifierSpace": f"{base}id/",
        "schemaSpace": ONTOLOGY,
        "defaultTypes": _types(),
        "view": {"url": f"{here}/id/{{{{id}}}}"},
        "preview": {"url": f"{here}/reconcile/preview?id={{{{id}}}}", "width": 420, "height": 200},
        "suggest": {
            "entity": {"service_url": here, "service_path": "/reconcile/suggest/entity"},
            "type": {"service_url": here, "service_path": "/reconcile/suggest/type"},
        },
        "batchSize": MOST_QUERIES,
    }


def _types() -> list[dict[str, str]]:
    labels = labels_of(Term("iri", ONTOLOGY + name) for name in TYPES)
    return [{"id": name, "name": labels.name(ONTOLOGY + name)} for name in TYPES]


def _read(text: str) -> Mapping[str, Mapping[str, Any]]:
    """The batch. Raises RequestError when it is none."""
    try:
        batch = json.loads(text)
    except ValueError as error:
        raise RequestError(f"queries is no JSON ({error})") from error
    if not isinstance(batch, dict) or len(batch) > MOST_QUERIES:
        raise RequestError(f"queries is an object of at most {MOST_QUERIES} queries")
    for key, query in batch.items():
        if not isinstance(query, dict) or not isinstance(query.get("query"), str):
            raise RequestError(f'the query "{key}" needs a text under "query"')
    return batch


def _candidates(query: Mapping[str, Any]) -> list[dict[str, Any]]:
    wanted = query.get("type")
    names = [wanted] if isinstance(wanted, str) else wanted if isinstance(wanted, list) else []
    kind = next((name for name in names if name in TYPES), "")
    limit = query.get("limit") if isinstance(query.get("limit"), int) else 10
    found = find(query["query"][:200], kind, max(1, min(int(limit or 10), MOST_RESULTS)))
    labels = _labels(found)
    sure = [one for one in found if one.score >= SURE]
    return [
        {
            "id": _id(one), "name": labels.name(one.thing), "score": round(one.score, 1),
            "match": sure == [one], "type": [_type(one.cls, labels)],
            "features": [{"id": "name", "value": round(one.score, 1)}],
        }
        for one in found
    ]  # fmt: skip


def _labels(found: list[Found]) -> Labels:
    return labels_of(Term("iri", iri) for one in found for iri in (one.thing, one.cls))


def _id(one: Found) -> str:
    return path_of(one.thing, site().settings.base) or one.thing


def _type(cls: str, labels: Labels) -> dict[str, str]:
    return {"id": cls.removeprefix(ONTOLOGY), "name": labels.name(cls)}
